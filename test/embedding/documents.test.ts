import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { ANA, part, parts, show, textOf } from '../element/kit.js';
import { until } from '../support/until.js';
import { press, type } from '../support/user.js';

/** Another document that is shown: a frame, or a window of its own. */
interface Place {
  readonly document: Document;
  readonly close: () => void;
}

const PLACES: Readonly<Record<string, () => Place>> = {
  'a frame': () => {
    const frame = document.createElement('iframe');
    Object.assign(frame.style, { width: '500px', height: '700px', border: '0' });
    document.body.prepend(frame);
    if (!frame.contentDocument) throw new Error('The frame has no document');
    return { document: frame.contentDocument, close: () => frame.remove() };
  },
  'a window': () => {
    const opened = window.open('', '', 'popup,width=500,height=700');
    if (!opened) throw new Error('No window opens');
    return { document: opened.document, close: () => opened.close() };
  },
};

const SETTING = {
  fields: [{ key: 'plan', type: 'text', label: 'Plan' }],
  tags: [{ id: 't_gold', name: 'Gold', description: 'Best customers' }],
};

/** A button by its name: axe, which the tests find things by, knows the document of the tests only. */
function button(element: ContactDetails, name: string): HTMLElement | null | undefined {
  return element.shadowRoot?.querySelector<HTMLElement>(`button[aria-label="${name}"]`);
}

/** The value of a field, by its key. */
function value(element: ContactDetails, key: string): string {
  return textOf(element.shadowRoot?.querySelector(`[data-field="${key}"] [part=value]`));
}

/** Types as the browser would, where keys cannot be sent: in a window behind this one. */
function enter(input: HTMLInputElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function looks(element: ContactDetails): readonly string[] {
  return ['panel', 'avatar', 'name', 'field', 'tag', 'menu-button'].map((name) => {
    const [first] = parts(element, name);
    if (!first) return `no ${name}`;
    const { display, fontSize, padding, borderRadius } = (first.ownerDocument.defaultView ?? window).getComputedStyle(first);
    return `${name}: ${display} ${fontSize} ${padding} ${borderRadius}`;
  });
}

describe('a panel that is moved into another document', () => {
  for (const [name, open] of Object.entries(PLACES)) {
    describe(name, () => {
      let place: Place;
      beforeEach(() => (place = open()));
      afterEach(() => {
        place.document.querySelector('contact-details')?.remove();
        place.close();
      });

      it('looks as it did, there and back again', async () => {
        const element = await show(ANA, SETTING);
        const home = element.parentElement;
        const usual = looks(element);
        place.document.body.append(element);
        await element.whenSettled();
        expect(looks(element), 'there').to.deep.equal(usual);
        home?.append(element);
        await element.whenSettled();
        expect(looks(element), 'back').to.deep.equal(usual);
      });

      it('is edited there, whatever had not been loaded yet', async () => {
        const element = await show(ANA, SETTING);
        place.document.body.append(element);
        await element.edit('plan');
        const input = element.shadowRoot?.activeElement as HTMLInputElement;
        expect(input.localName).to.equal('input');
        const { display } = (place.document.defaultView ?? window).getComputedStyle(part(element, 'editor'));
        expect(display, 'the styles of editors').to.equal('flex');
        enter(input, 'Gold');
        input.form?.requestSubmit();
        await element.whenSettled();
        expect(value(element, 'plan')).to.equal('Gold');
      });

      it('keeps an open editor and what is typed in it, there and back again, and saves it', async () => {
        const element = await show(ANA, SETTING);
        const home = element.parentElement;
        await element.edit('plan');
        await type('Plat');
        place.document.body.append(element);
        await element.whenSettled();
        const input = () => element.shadowRoot?.querySelector<HTMLInputElement>('form.editor input') as HTMLInputElement;
        expect(input().value).to.equal('Plat');
        enter(input(), 'Platin');
        home?.append(element);
        await element.whenSettled();
        expect(input().value).to.equal('Platin');
        input().form?.requestSubmit();
        await element.whenSettled();
        expect(value(element, 'plan')).to.equal('Platin');
      });

      it('opens its menu, its suggestions and the description of a tag there', async () => {
        const element = await show({ ...ANA, tags: [{ id: 't_1', name: 'One', description: 'The first' }] }, SETTING);
        place.document.body.append(element);
        await element.whenSettled();
        const isShown = (popup: string) => parts(element, popup).some((each) => each.matches(':popover-open'));
        button(element, 'More actions')?.click();
        await until(() => isShown('menu'), 'the menu');
        button(element, 'More actions')?.click();
        await until(() => !isShown('menu'), 'no menu');
        (element.shadowRoot?.querySelector('#tag-input') as HTMLInputElement).focus();
        element.shadowRoot?.querySelector('#tag-input')?.dispatchEvent(new FocusEvent('focus'));
        await until(() => isShown('tag-list'), 'the suggestions');
        element.shadowRoot
          ?.querySelector('.tag')
          ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'touch' }));
        await until(() => isShown('tooltip'), 'the description');
      });

      it('asks for its country in a list there, and takes what is chosen', async () => {
        const element = await show(ANA, SETTING);
        place.document.body.append(element);
        await element.edit('country');
        const input = element.shadowRoot?.activeElement as HTMLInputElement;
        enter(input, 'portug');
        const option = await until(() => {
          const options = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
          return options.find((each) => textOf(each).includes('Portugal'));
        }, 'the option');
        option.click();
        input.form?.requestSubmit();
        await element.whenSettled();
        await until(() => value(element, 'country').includes('Portugal'), 'Portugal');
      });

      it('follows the language and the adapter of where it is', async () => {
        const element = await show(ANA, SETTING);
        place.document.documentElement.lang = 'de';
        place.document.body.append(element);
        await until(() => button(element, 'Weitere Aktionen'), 'German');
        place.document.documentElement.lang = 'en';
        await until(() => button(element, 'More actions'), 'English');
      });
    });
  }

  it('is first shown there, and looks as it does at home', async () => {
    const place = PLACES['a frame']?.();
    const atHome = await show(ANA, SETTING);
    const element = document.createElement('contact-details');
    Object.assign(element, { adapter: atHome.adapter, contactId: ANA.id });
    place?.document.body.append(element);
    await element.whenSettled();
    expect(looks(element)).to.deep.equal(looks(atHome));
    place?.close();
  });

  it('comes back whole from where nobody looks: a template, a document that is not shown', async () => {
    const element = await show(ANA, SETTING);
    const home = element.parentElement;
    const usual = looks(element);
    document.createElement('template').content.append(element);
    document.implementation.createHTMLDocument().body.append(element);
    home?.append(element);
    await element.whenSettled();
    expect(looks(element)).to.deep.equal(usual);
    await element.edit('plan');
    await press('x');
    expect((element.shadowRoot?.activeElement as HTMLInputElement).value).to.equal('x');
  });
});
