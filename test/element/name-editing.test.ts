import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, focusedElement, getByRole, queryByRole } from '../support/find.js';
import { isChromium } from '../support/page.js';
import { nextEvent, until } from '../support/until.js';
import { click, commitText, compose, fill, hover, press, tap, type, unhover } from '../support/user.js';
import { ANA, expectAbsent, expectFocus, part, record, show, textOf, withTouch } from './kit.js';

async function openEditor(element: ContactDetails): Promise<readonly [first: HTMLInputElement, last: HTMLInputElement]> {
  await click(getByRole('button', 'Edit name', element));
  return inputs(element);
}

async function inputs(element: ContactDetails): Promise<readonly [first: HTMLInputElement, last: HTMLInputElement]> {
  const [first, last] = await Promise.all(['First Name', 'Last Name'].map((name) => findByRole('textbox', name, element)));
  return [first as HTMLInputElement, last as HTMLInputElement];
}

function heading(element: ContactDetails): string {
  return textOf(queryByRole('heading', undefined, element));
}

describe('editing the name', () => {
  afterEach(unhover);

  describe('begins with a pencil', () => {
    const isSeen = (element: Element) => getComputedStyle(element, '::before').content !== 'none';

    it('that appears under the pointer', async () => {
      const element = await show();
      const pencil = getByRole('button', 'Edit name', element);
      await unhover();
      expect(isSeen(pencil)).to.equal(false);
      await hover(part(element, 'name'));
      await until(() => isSeen(pencil), 'the pencil to appear');
    });

    it('that appears under the keyboard focus', async () => {
      const element = await show();
      const pencil = getByRole('button', 'Edit name', element);
      await press('Tab');
      expectFocus(pencil);
      await until(() => isSeen(pencil), 'the pencil to appear');
    });

    if (isChromium) {
      it('that is always there where nothing hovers, big enough for a finger', async () => {
        await withTouch(async () => {
          const element = await show();
          const pencil = getByRole('button', 'Edit name', element);
          expect(isSeen(pencil)).to.equal(true);
          expect(pencil.getBoundingClientRect().width).to.be.at.least(44);
          expect(pencil.getBoundingClientRect().height).to.be.at.least(44);
          await tap(pencil);
          await inputs(element);
        });
      });
    }

    it('that is not there for who may not edit', async () => {
      const element = await show(ANA, { can: { edit: false } });
      expectAbsent('button', /^Edit/, element);
    });
  });

  it('offers two inputs with what is there, the first one ready to be replaced', async () => {
    const [first, last] = await openEditor(await show());
    expect([first.value, last.value]).to.deep.equal(['Ana', 'García']);
    await until(() => focusedElement() === first, 'the focus');
    await type('Zoë');
    expect(first.value).to.equal('Zoë');
  });

  it('saves by Enter, shows the new name at once and gives the focus back to the pencil', async () => {
    const element = await show();
    const [first, last] = await openEditor(element);
    await fill(first, 'Anna');
    await fill(last, 'García Lorca');
    const saved = nextEvent(element, 'contact-saved');
    await press('Enter');
    await saved;
    await until(() => heading(element) === 'Anna García Lorca');
    expectFocus(getByRole('button', 'Edit name', element));
  });

  it('saves by the tick', async () => {
    const element = await show();
    const [first] = await openEditor(element);
    await fill(first, 'Anna');
    const saves = record('save-contact');
    await click(getByRole('button', /^Save /, element));
    await until(() => heading(element) === 'Anna García');
    expect(saves).to.have.length(1);
    expect(saves[0]).to.have.deep.property('patch', { firstName: 'Anna' });
  });

  it('is given up by the cross, which gives the focus back to the pencil', async () => {
    const element = await show();
    const saves = record('save-contact');
    const [first] = await openEditor(element);
    await fill(first, 'Anna');
    await click(getByRole('button', /^Cancel editing /, element));
    const pencil = await findByRole('button', 'Edit name', element);
    await until(() => focusedElement() === pencil, 'the focus to be back');
    expect(heading(element)).to.equal('Ana García');
    expect(saves).to.have.length(0);
    expect(element.hasUnsavedEdits).to.equal(false);
  });

  it('is given up by Escape, which the page around does not hear of', async () => {
    const element = await show();
    const keys = record<KeyboardEvent>('keydown');
    const [first] = await openEditor(element);
    await fill(first, 'Anna');
    keys.length = 0;
    await press('Escape');
    const pencil = await findByRole('button', 'Edit name', element);
    await until(() => focusedElement() === pencil, 'the focus to be back');
    expect(heading(element)).to.equal('Ana García');
    expect(keys).to.have.length(0);
    const [again] = await openEditor(element);
    expect(again.value).to.equal('Ana');
  });

  it('sends nothing when nothing has changed', async () => {
    const element = await show();
    const saves = record('save-contact', 'contact-saved');
    await openEditor(element);
    await press('Enter');
    await findByRole('button', 'Edit name', element);
    await element.whenSettled();
    expect(saves).to.have.length(0);
  });

  it('can take the last name away', async () => {
    const element = await show();
    const [, last] = await openEditor(element);
    await fill(last, '');
    const saves = record('save-contact');
    await press('Enter');
    await until(() => heading(element) === 'Ana');
    expect(saves[0]).to.have.deep.property('patch', { lastName: null });
  });

  it('never splits a name at its spaces, nor loses a code point', async () => {
    const element = await show({ firstName: 'Ana' });
    const [first] = await openEditor(element);
    await fill(first, 'María del Carmen e\u0301');
    const saves = record('save-contact');
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.property('patch', { firstName: 'María del Carmen e\u0301' });
    expect(getByRole('heading', 'María del Carmen e\u0301', element)).to.exist;
  });

  it('is neither saved nor discarded when the focus goes elsewhere', async () => {
    const element = await show();
    const saves = record('save-contact');
    const [first] = await openEditor(element);
    await fill(first, 'Anna');
    first.blur();
    await click(getByRole('term', 'Country', element));
    await element.whenSettled();
    expect(first.isConnected && first.value).to.equal('Anna');
    expect(saves).to.have.length(0);
    expect(element.hasUnsavedEdits).to.equal(true);
  });

  it('survives a refresh under it, with the focus where it was', async () => {
    const element = await show();
    const [first] = await openEditor(element);
    await fill(first, 'Anna');
    await element.refresh();
    expectFocus(first);
    expect(first.value).to.equal('Anna');
  });

  it('can be begun by the host', async () => {
    const element = await show();
    await element.edit('name');
    const [first] = await inputs(element);
    expectFocus(first);
  });

  if (isChromium) {
    it('takes the Enter that ends a composition for the input method', async () => {
      const element = await show();
      const saves = record('save-contact');
      const [first] = await openEditor(element);
      await press('Control+a');
      try {
        await compose('にほん');
        await press('Enter');
        expect(first.isConnected).to.equal(true);
      } finally {
        await commitText('日本');
      }
      expect(saves).to.have.length(0);
      expect(first.value).to.equal('日本');
      await press('Enter');
      await until(() => saves.length === 1);
    });
  }
});
