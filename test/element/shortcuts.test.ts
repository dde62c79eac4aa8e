import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, focusedElement, getByRole, queryByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { press, type } from '../support/user.js';
import { ANA, announced, expectAbsent, expectFocus, fieldText, show, textOf } from './kit.js';

const MANY = { fields: Array.from({ length: 20 }, (_, at) => ({ key: `k${at}`, type: 'text', label: `Field ${at}` })) };

/** Puts the focus on a button of the panel, and waits for what is loaded by that. */
async function enter(element: ContactDetails, name = 'Edit Email Address'): Promise<void> {
  getByRole('button', 'Edit Email Address', element).focus();
  await findByRole('button', 'Copy Email Address', element);
  getByRole('button', name, element).focus();
}

const list = (element: Element) => findByRole('dialog', 'Keyboard shortcuts', element);

/** What the page hears of keys while a test runs. */
function heard(): string[] {
  const keys: string[] = [];
  const onKey = ({ key, type: name }: KeyboardEvent) => keys.push(`${name} ${key}`);
  for (const name of ['keydown', 'keypress', 'keyup'] as const) {
    document.addEventListener(name, onKey);
    stops.push(() => document.removeEventListener(name, onKey));
  }
  return keys;
}

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A key as a keyboard of another layout sends it; answers whether it was taken. */
function pressOn(target: EventTarget, init: KeyboardEventInit): boolean {
  return !target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }));
}

describe('while the focus is in the panel and in no input', () => {
  it('E edits the name, and types nothing', async () => {
    const element = await show();
    await enter(element);
    await press('e');
    const input = (await findByRole('textbox', 'First Name', element)) as HTMLInputElement;
    await until(() => focusedElement() === input, 'the focus in the name');
    expect(input.value).to.equal('Ana');
  });

  it('T goes to the field that adds tags', async () => {
    const element = await show();
    await enter(element);
    await press('t');
    expectFocus(getByRole('combobox', 'Tags', element));
    expect((focusedElement() as HTMLInputElement).value).to.equal('');
  });

  it('M opens the menu', async () => {
    const element = await show();
    await enter(element);
    await press('m');
    await until(() => textOf(focusedElement()) === 'View Messages', 'the focus in the menu');
  });

  it('/ goes to the search for a field, where there is one', async () => {
    const element = await show(ANA, MANY);
    await enter(element);
    await press('/');
    expectFocus(getByRole('searchbox', 'Find a field', element));
  });

  it('? shows the keys that there are, by name, and gives the focus back', async () => {
    const element = await show(ANA, MANY);
    await enter(element);
    await press('?');
    const keys = await list(element);
    await until(() => focusedElement() === keys, 'the focus in the list');
    expect(textOf(keys)).to.equal(
      'Keyboard shortcuts E Edit name T Add a tag M More actions / Find a field ? Keyboard shortcuts',
    );
    await press('Escape');
    await until(() => !queryByRole('dialog', 'Keyboard shortcuts', element));
    expectFocus(getByRole('button', 'Edit Email Address', element));
  });

  it('? lists no key of what the person may not do', async () => {
    const element = await show(ANA, { properties: { readonly: true } });
    getByRole('link', 'ana@example.com', element).focus();
    await findByRole('button', 'Copy Email Address', element);
    await press('?');
    expect(textOf(await list(element))).to.equal('Keyboard shortcuts M More actions ? Keyboard shortcuts');
    await press('e');
    expectAbsent('textbox', undefined, element);
  });

  it('a key of the list works while it is open, and closes it', async () => {
    const element = await show();
    await enter(element);
    await press('?');
    await list(element);
    await press('t');
    expectFocus(getByRole('combobox', 'Tags', element));
    await until(() => !queryByRole('dialog', 'Keyboard shortcuts', element));
  });

  it('? pressed again closes the list', async () => {
    const element = await show();
    await enter(element);
    await press('?');
    await list(element);
    await press('?');
    await until(() => !queryByRole('dialog', 'Keyboard shortcuts', element));
    expectFocus(getByRole('button', 'Edit Email Address', element));
  });

  it('what is typed in an open editor stays when its key is pressed again', async () => {
    const element = await show();
    await enter(element);
    await press('e');
    await until(() => focusedElement()?.localName === 'input');
    await type('x');
    getByRole('button', 'Cancel editing Name', element).focus();
    await press('e');
    const input = getByRole('textbox', 'First Name', element) as HTMLInputElement;
    expect(input.value).to.contain('x');
  });
});

describe('the keys of the panel', () => {
  it('reach the page neither by their press nor by their release; other keys do', async () => {
    const element = await show(ANA, MANY);
    const keys = heard();
    for (const key of ['t', 'm', '/', '?', 'e']) {
      await enter(element);
      await press(key);
      await press('Escape');
    }
    expect(keys.filter((name) => !name.endsWith('Escape'))).to.deep.equal([]);
    await enter(element);
    await press('j');
    expect(keys).to.include.members(['keydown j', 'keyup j']);
  });

  it('are the page’s with Ctrl, Alt, Cmd, or a letter with Shift', async () => {
    const element = await show();
    await enter(element);
    const target = getByRole('button', 'Edit Email Address', element);
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'])
      expect(pressOn(target, { key: 'e', code: 'KeyE', [modifier]: true }), modifier).to.equal(false);
    expect(pressOn(target, { key: 'e', code: 'KeyE' })).to.equal(true);
  });

  it('are letters in an input, where nothing but typing happens', async () => {
    const element = await show(ANA, MANY);
    await enter(element);
    await element.edit('email');
    await press('Control+a');
    await type('etm/?');
    await press('Enter');
    const input = getByRole('textbox', 'Email Address', element) as HTMLInputElement;
    expect(input.value).to.equal('etm/?');
    expectAbsent('dialog', undefined, element);
  });

  it('are letters on a tag and in the menu, which search and type by them', async () => {
    const element = await show();
    await element.edit('email');
    await press('Escape');
    await enter(element, 'Remove tag VIP');
    await press('e');
    await until(() => (getByRole('combobox', 'Tags', element) as HTMLInputElement).value === 'e');
    await press('Escape');
    await enter(element, 'More actions');
    await press('Enter');
    await until(() => textOf(focusedElement()) === 'View Messages');
    await press('t');
    await press('e');
    expectAbsent('textbox', 'First Name', element);
  });

  it('are the host’s in what it has put into a slot', async () => {
    const element = await show();
    await enter(element);
    const button = Object.assign(document.createElement('button'), { slot: 'footer', textContent: 'Mine' });
    element.append(button);
    const keys = heard();
    button.focus();
    await press('e');
    expect(keys).to.include('keydown e');
    expectAbsent('textbox', undefined, element);
  });

  it('do nothing while the focus is elsewhere in the page', async () => {
    const element = await show();
    await enter(element);
    (focusedElement() as HTMLElement).blur();
    await press('e');
    await press('?');
    expectAbsent('textbox', 'First Name', element);
    expectAbsent('dialog', undefined, element);
  });

  it('are all the page’s where the host says so, by attribute or property', async () => {
    const element = await show(ANA, { attributes: { 'no-shortcuts': '' } });
    await enter(element);
    const keys = heard();
    await press('e');
    await press('?');
    expect(keys).to.include.members(['keydown e', 'keydown ?']);
    expectAbsent('textbox', 'First Name', element);
    Object.assign(element, { noShortcuts: undefined });
    await press('e');
    await findByRole('textbox', 'First Name', element);
  });

  it('are those in the same place on a keyboard of another script', async () => {
    const element = await show();
    await enter(element);
    const target = getByRole('button', 'Edit Email Address', element);
    expect(pressOn(target, { key: '؟', code: 'Slash', shiftKey: true })).to.equal(true);
    await list(element);
    expect(pressOn(target, { key: 'ف', code: 'KeyT' })).to.equal(true);
    expectFocus(getByRole('combobox', 'Tags', element));
    expect(pressOn(target, { key: 'з', code: 'KeyP' }), 'a letter that is no key of the panel').to.equal(false);
  });

  it('that are held do it once', async () => {
    const element = await show();
    await enter(element);
    const target = getByRole('button', 'Edit Email Address', element);
    expect(pressOn(target, { key: '?', code: 'Slash', shiftKey: true })).to.equal(true);
    await list(element);
    expect(pressOn(target, { key: '?', code: 'Slash', shiftKey: true, repeat: true })).to.equal(true);
    await element.updateComplete;
    await list(element);
  });

  it('change nothing, and so say nothing', async () => {
    const element = await show();
    await enter(element);
    await press('?');
    await list(element);
    expect(announced(element)).to.equal('');
    expect(fieldText(element, 'Email Address')).to.equal('ana@example.com');
  });
});
