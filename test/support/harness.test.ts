import { expect } from '@open-wc/testing';
import { accessibleElements, expectAccessible } from './axe.js';
import { descriptionOf, findByRole, focusedElement, getByRole, queryAllByRole, queryByRole } from './find.js';
import { emulateMedia, isChromium, sendCdp } from './page.js';
import { nextEvent, until } from './until.js';
import { click, commitText, compose, fill, hover, press, tap, type, unhover } from './user.js';

/** Builds nested open shadow roots without HTML strings: a host in a host. */
function nest(...children: Element[]): HTMLElement {
  const outer = document.createElement('div');
  const inner = document.createElement('section');
  outer.attachShadow({ mode: 'open' }).append(inner);
  inner.attachShadow({ mode: 'open' }).append(...children);
  document.body.append(outer);
  return outer;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

async function failureOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.fail('it did not fail'),
    (error: Error) => error,
  );
}

describe('the test harness', () => {
  afterEach(() => document.body.replaceChildren());

  describe('finding', () => {
    it('finds an element by role and accessible name inside nested shadow roots', () => {
      const button = make('button', { 'aria-label': 'Edit phone' }, '✎');
      nest(make('button', {}, 'Save'), button);
      expect(getByRole('button', 'Edit phone')).to.equal(button);
      expect(getByRole('button', /^edit/i)).to.equal(button);
      expect(queryAllByRole('button')).to.have.length(2);
    });

    it('takes the name from a label of the same root', () => {
      const input = make('input', { id: 'first' });
      nest(make('label', { for: 'first' }, 'First Name'), input);
      expect(getByRole('textbox', 'First Name')).to.equal(input);
    });

    it('does not find what is hidden from assistive technology', () => {
      nest(make('button', { hidden: '' }, 'A'), make('div', { 'aria-hidden': 'true' }, make('button', {}, 'A')));
      expect(queryByRole('button', 'A')).to.equal(undefined);
    });

    it('says what there is when it finds nothing', () => {
      nest(make('button', {}, 'Save'));
      expect(() => getByRole('button', 'Cancel')).to.throw('There is no button "Cancel". There is:\n  button "Save"');
    });

    it('does not choose between two', () => {
      nest(make('button', {}, 'Save'), make('button', {}, 'Save'));
      expect(() => getByRole('button', 'Save')).to.throw('There are 2');
    });

    it('looks inside one element only, if told so', () => {
      nest(make('button', {}, 'Save'));
      const within = nest(make('p', {}, 'nothing'));
      expect(queryByRole('button', 'Save', within)).to.equal(undefined);
    });

    it('waits for an element that is not there yet', async () => {
      const found = findByRole('button', 'Later');
      const button = make('button', {}, 'Later');
      nest(button);
      expect(await found).to.equal(button);
    });

    it('reads what describes an element', () => {
      const input = make('input', { 'aria-describedby': 'hint problem' });
      nest(input, make('p', { id: 'hint' }, 'With country code'), make('p', { id: 'problem' }, 'Too short'));
      expect(descriptionOf(input)).to.equal('With country code Too short');
    });
  });

  describe('waiting', () => {
    it('answers what the probe found', async () => {
      let asked = 0;
      expect(await until(() => (asked += 1) > 2 && 'found')).to.equal('found');
    });

    it('fails with the last error of the probe', async () => {
      const { message } = await failureOf(until(() => expect(1).to.equal(2), 'two to be one', 200));
      expect(message).to.contain('two to be one').and.contain('expected 1 to equal 2');
    });
  });

  describe('acting', () => {
    it('clicks with trusted events, through shadow roots', async () => {
      const button = make('button', {}, 'Save');
      nest(button);
      const clicked = nextEvent(button, 'click');
      await click(button);
      expect((await clicked).isTrusted).to.equal(true);
    });

    it('does not click what is covered', async () => {
      const button = make('button', {}, 'Save');
      nest(button);
      const cover = make('p');
      Object.assign(cover.style, { position: 'fixed', inset: '0' });
      document.body.append(cover);
      const { message } = await failureOf(click(button, 500));
      expect(message).to.contain('<p> is in the way');
    });

    it('clicks where the element is once the page has come to rest', async () => {
      const button = make('button', {}, 'Save');
      document.body.append(button, make('div', { style: 'block-size: 4000px' }));
      scrollTo(0, 3000);
      document.addEventListener('scroll', () => scrollTo(0, 3000), { once: true });
      const clicked = nextEvent(window, 'click');
      await click(button);
      expect((await clicked).target).to.have.property('textContent', 'Save');
    });

    it('types, replaces text, presses chords and knows the focus', async () => {
      const [first, second] = [make('input', { 'aria-label': 'First' }), make('input', { 'aria-label': 'Second' })];
      nest(first, second);
      await fill(first, 'Anna');
      await type(' B');
      expect(first.value).to.equal('Anna B');
      await fill(first, 'Zoë');
      expect(first.value).to.equal('Zoë');
      await press('Tab');
      expect(focusedElement()).to.equal(second);
      await press('Shift+Tab');
      expect(focusedElement()).to.equal(first);
      await fill(first, '');
      expect(first.value).to.equal('');
    });

    it('hovers', async () => {
      const button = make('button', {}, 'Save');
      nest(button);
      await hover(button);
      expect(button.matches(':hover')).to.equal(true);
      await unhover();
      expect(button.matches(':hover')).to.equal(false);
    });
  });

  describe('accessibility', () => {
    it('passes what is accessible', async () => {
      nest(make('button', {}, 'Save the contact'));
      await expectAccessible();
    });

    it('fails on faults inside shadow roots: no name, little contrast, small targets', async () => {
      const pale = make('p', {}, 'pale');
      Object.assign(pale.style, { color: '#ccc', background: '#fff' });
      const small = ['a', 'b'].map((name) => make('button', {}, name));
      for (const button of small) Object.assign(button.style, { width: '10px', height: '10px', padding: '0', border: '0' });
      nest(make('input'), pale, ...small);
      const { message } = await failureOf(expectAccessible());
      for (const rule of ['label:', 'color-contrast:', 'target-size:']) expect(message).to.contain(rule);
    });
  });

  if (isChromium) {
    describe('in Chromium', () => {
      afterEach(() => emulateMedia({}));

      it('emulates media features, forced colours among them', async () => {
        await emulateMedia({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark', 'prefers-reduced-motion': 'reduce' });
        for (const query of ['(forced-colors: active)', '(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)']) {
          expect(matchMedia(query).matches, query).to.equal(true);
        }
        await emulateMedia({});
        expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
      });

      it('composes text as an input method does', async () => {
        const input = make('input', { 'aria-label': 'Name' });
        nest(input);
        await click(input);
        const ended = nextEvent(input, 'compositionend');
        await compose('に');
        expect(input.value).to.equal('に');
        await commitText('日本');
        await ended;
        expect(input.value).to.equal('日本');
      });

      it('touches', async () => {
        const button = make('button', {}, 'Save');
        nest(button);
        const touched = nextEvent<PointerEvent>(button, 'pointerdown');
        await tap(button);
        expect((await touched).pointerType).to.equal('touch');
      });

      it("finds the same roles and names as the browser's own accessibility tree", async () => {
        nest(
          make('h2', {}, 'Ana García'),
          make('label', {}, 'Email ', make('input', { type: 'email', role: 'combobox', 'aria-expanded': 'false' })),
          make('ul', { 'aria-label': 'Tags' }, make('li', {}, make('button', { 'aria-label': 'Remove tag VIP' }, '×'))),
          make('img', { alt: 'Portrait', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
        );
        interface AxNode {
          readonly ignored: boolean;
          readonly role?: { readonly value: string };
          readonly name?: { readonly value: string };
        }
        const { nodes } = await sendCdp<{ nodes: readonly AxNode[] }>('Accessibility.getFullAXTree');
        const expected = nodes
          .filter(
            ({ ignored, role }) => !ignored && ['heading', 'combobox', 'list', 'button', 'image'].includes(role?.value ?? ''),
          )
          .map(({ role, name }) => `${role?.value === 'image' ? 'img' : role?.value} "${name?.value}"`);
        const ours = accessibleElements(document.body)
          .filter(({ role }) => role !== 'listitem')
          .map(({ role, name }) => `${role} "${name}"`);
        expect(ours.sort()).to.deep.equal(expected.sort());
      });
    });
  }
});
