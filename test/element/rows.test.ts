import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, hover, press, unhover } from '../support/user.js';
import { ANA, announced, expectAbsent, expectFocus, fieldRow, parts, record, show, textOf, watchClipboard } from './kit.js';

const FIELDS: readonly FieldDefinition[] = [
  { key: 'page', type: 'url', label: 'Page' },
  { key: 'note', type: 'text', label: 'Note' },
  { key: 'total', type: 'number', label: 'Total', readonly: true },
  { key: 'secret', type: 'text', label: 'Secret', access: 'mask', revealable: true },
  { key: 'mute', type: 'text', label: 'Mute', access: 'mask' },
];
const CUSTOM = { page: 'https://a.example/', note: 'Calls back', total: 5 };

const showFields = () => show({ ...ANA, custom: CUSTOM }, { fields: FIELDS });

/** What can be pressed in a field's row, by name. */
function buttonsIn(element: Element, label: string): readonly string[] {
  const row = fieldRow(element, label);
  if (!row) throw new Error(`There is no ${label}`);
  return [...row.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? textOf(button));
}

const termOf = (element: Element, label: string) =>
  queryAllByRole('term', undefined, element).find((term) => textOf(term) === label) as HTMLElement;

/** Resolves when what rows in use can do has been loaded. */
async function useRows(element: ContactDetails): Promise<void> {
  getByRole('button', 'Edit Email Address', element).focus();
  await findByRole('button', 'Copy Email Address', element);
}

/** What Tab comes to, from the name to the end of the panel; the focus stays in the page. */
async function tabStops(element: ContactDetails): Promise<readonly (Element | null)[]> {
  const after = document.createElement('button');
  element.after(after);
  getByRole('button', 'Edit name', element).focus();
  const stops: (Element | null)[] = [];
  for (; stops.length < 100 && focusedElement() !== after; await press('Tab')) stops.push(focusedElement());
  after.remove();
  return stops;
}

async function opened(element: ContactDetails, name: string): Promise<HTMLElement> {
  const control = await findByRole('textbox', name, element);
  await until(() => focusedElement() === control);
  return control;
}

describe('a row at rest', () => {
  it('has one button: the pencil, else the copy, else the eye, else none', async () => {
    const element = await showFields();
    expect(['Note', 'Page', 'Total', 'Secret', 'Mute'].map((label) => buttonsIn(element, label))).to.deep.equal([
      ['Edit Note'],
      ['Edit Page'],
      ['Copy Total'],
      ['Show Secret'],
      [],
    ]);
  });

  it('has another beside it while the pointer or the focus is in it', async () => {
    const element = await showFields();
    await hover(termOf(element, 'Note'));
    await until(() => buttonsIn(element, 'Note').length === 2);
    expect(buttonsIn(element, 'Note')).to.deep.equal(['Copy Note', 'Edit Note']);
    getByRole('button', 'Edit Page', element).focus();
    await until(() => buttonsIn(element, 'Page').length === 2);
    await unhover();
    await until(() => buttonsIn(element, 'Note').length === 1);
    expect(buttonsIn(element, 'Page')).to.deep.equal(['Copy Page', 'Edit Page']);
    getByRole('button', 'Edit name', element).focus();
    await until(() => buttonsIn(element, 'Page').length === 1);
  });

  it('has a link end before the button that is not seen', async () => {
    const element = await show({ ...ANA, email: 'a.very.long.name.of.somebody.or.other@a.very.long.company.example' });
    element.style.inlineSize = '320px';
    await unhover();
    const link = getByRole('link', /a\.very\.long/, element);
    const button = getByRole('button', 'Edit Email Address', element).getBoundingClientRect();
    const root = element.shadowRoot as ShadowRoot;
    const [first] = link.getClientRects();
    if (!first) throw new Error('The link has no place');
    expect(first.right).to.be.at.most(button.left);
    expect(link.contains(root.elementFromPoint(first.right - 4, first.top + first.height / 2))).to.equal(true);
  });
});

describe('a press on a row', () => {
  for (const [where, place] of [
    ['the value', (row: HTMLElement) => row.querySelector('[part~=value]')],
    ['the label', (row: HTMLElement) => row.previousElementSibling],
    ['what is free of it', (row: HTMLElement) => row.parentElement],
  ] as const) {
    it(`opens the editor: ${where}`, async () => {
      const element = await showFields();
      await click(place(fieldRow(element, 'Note') as HTMLElement) as Element);
      await opened(element, 'Note');
    });
  }

  it('opens the name', async () => {
    const element = await showFields();
    await click(getByRole('heading', 'Ana García', element));
    await opened(element, 'First Name');
  });

  it('follows a link, and opens the editor beside it', async () => {
    const element = await showFields();
    const link = getByRole('link', /a\.example/, element);
    const clicks: string[] = [];
    element.addEventListener('click', (event) => {
      clicks.push((event.composedPath()[0] as Element).closest('a')?.href ?? 'no link');
      event.preventDefault();
    });
    await click(link);
    expect(clicks).to.deep.equal(['https://a.example/']);
    await element.whenSettled();
    expectAbsent('textbox', 'Page', element);
    await click(fieldRow(element, 'Page')?.querySelector('[part~=value]') as Element);
    await opened(element, 'Page');
  });

  it('does nothing where the field cannot be changed', async () => {
    const element = await showFields();
    for (const label of ['Total', 'Secret', 'Mute']) await click(termOf(element, label));
    element.readonly = true;
    await element.updateComplete;
    await click(termOf(element, 'Note'));
    await click(getByRole('heading', 'Ana García', element));
    await element.whenSettled();
    expect(parts(element, 'editor')).to.have.length(0);
  });

  it('that has selected text opens nothing', async () => {
    const element = await showFields();
    const { left, top, height } = (
      fieldRow(element, 'Note')?.querySelector('[part~=value]') as Element
    ).getBoundingClientRect();
    const y = Math.round(top + height / 2);
    await hover(termOf(element, 'Note'));
    const clicked = new Promise((resolve) => element.addEventListener('click', resolve, { once: true }));
    await sendMouse({ type: 'move', position: [Math.round(left + 2), y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(left + 40), y] });
    await sendMouse({ type: 'up' });
    await clicked;
    expect(String(getSelection())).to.match(/Cal/);
    await element.whenSettled();
    expect(parts(element, 'editor')).to.have.length(0);
    await click(termOf(element, 'Note'));
    await opened(element, 'Note');
  });

  it('twice leaves the editor open, wherever its buttons have come to lie', async () => {
    const element = await showFields();
    const saves = record('save-contact');
    for (const name of ['Edit Note', 'Edit name']) {
      const pencil = getByRole('button', name, element);
      await hover(pencil);
      const { left, top, width, height } = pencil.getBoundingClientRect();
      const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      await click(pencil);
      await until(() => parts(element, 'editor').length > 0);
      const [save, cancel] = ['save-button', 'cancel-button'].map((part) => parts(element, part)[0] as HTMLElement);
      for (const button of [save, cancel])
        button?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
      await sendMouse({ type: 'move', position });
      await element.whenSettled();
      expect(parts(element, 'editor')).to.have.length(1);
      await click(cancel as HTMLElement);
      await until(() => parts(element, 'editor').length === 0);
    }
    expect(saves).to.have.length(0);
  });
});

describe('by keyboard, a row', () => {
  it('is one tab stop, whatever can be done in it', async () => {
    const many: FieldDefinition[] = Array.from({ length: 30 }, (_, index) => ({
      key: `k${index}`,
      type: 'text',
      label: `Number ${index}`,
    }));
    const element = await show(
      { id: ANA.id, firstName: 'Ana', custom: Object.fromEntries(many.map(({ key }) => [key, 'x'])) },
      { fields: many },
    );
    const stops = await tabStops(element);
    const names = stops.map((stop) => stop?.getAttribute('aria-label') ?? textOf(stop));
    // Eight standard fields, and beside the fields: the name, the menu, the search, the tags.
    expect(stops.length - 30, names.join()).to.be.at.most(8 + 4);
    for (const { label } of many) expect(names.filter((name) => name.endsWith(` ${label}`))).to.deep.equal([`Edit ${label}`]);
  });

  it('and its links, the tags and the channels leave 40 tab stops at most in a panel of 30 fields', async () => {
    const many = Array.from({ length: 22 }, (_, index) => ({ key: `k${index}`, type: 'text', label: `Number ${index}` }));
    const custom = Object.fromEntries(many.map(({ key }) => [key, 'x']));
    const element = await show({ ...ANA, custom }, { fields: many });
    const stops = await tabStops(element);
    expect(stops.length).to.be.at.most(40);
  });

  it('goes on by the arrows, Home and End to what else can be done, mirrored from right to left', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await show({ ...ANA, custom: CUSTOM }, { fields: FIELDS, attributes: { dir } });
      const [before, beyond] = dir === 'ltr' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
      const edit = getByRole('button', 'Edit Note', element);
      edit.focus();
      const copy = await findByRole('button', 'Copy Note', element);
      await press(before ?? '');
      expectFocus(copy);
      await press(beyond ?? '');
      expectFocus(edit);
      await press('Home');
      expectFocus(copy);
      await press('End');
      expectFocus(edit);
      element.remove();
    }
  });

  it('copies by Enter on the copy, or by Control and C, as the value is shown', async () => {
    const written = watchClipboard();
    const element = await showFields();
    getByRole('button', 'Edit Note', element).focus();
    await findByRole('button', 'Copy Note', element);
    await press('Control+c');
    await until(() => announced(element) === 'Note copied.');
    await press('ArrowLeft');
    await press('Enter');
    await until(() => written.length === 2);
    getByRole('button', 'Show Secret', element).focus();
    await press('Control+c');
    expect(written).to.deep.equal(['Calls back', 'Calls back']);
  });

  it('opens its editor by Enter, and by F2 from wherever the focus is in it', async () => {
    const element = await showFields();
    getByRole('button', 'Edit Note', element).focus();
    await press('Enter');
    await opened(element, 'Note');
    await press('Escape');
    getByRole('link', /a\.example/, element).focus();
    await findByRole('button', 'Copy Page', element);
    await press('F2');
    await opened(element, 'Page');
    await press('Escape');
    getByRole('button', 'Edit name', element).focus();
    await press('F2');
    await opened(element, 'First Name');
  });

  it('of options is one tab stop, and the arrows go from one to the next', async () => {
    const element = await showFields();
    const group = getByRole('group', 'Conversation Status', element);
    expect([...group.querySelectorAll('button')].filter((button) => button.tabIndex === 0).map(textOf)).to.deep.equal(['Open']);
    await useRows(element);
    getByRole('button', 'Open', element).focus();
    await press('ArrowRight');
    expectFocus(getByRole('button', 'Closed', element));
    await press('ArrowLeft');
    await press('ArrowLeft');
    expectFocus(getByRole('button', 'Snoozed', element));
  });
});

describe('the id and the handles of the channels', () => {
  const channels = [
    { id: '1', type: 'whatsapp', name: 'WhatsApp', handle: '+34 600 111 222', state: 'active' },
    { id: '2', type: 'email', handle: 'ana@example.com', state: 'active' },
    { id: '3', type: 'line', name: 'LINE', state: 'active' },
  ] as const;

  it('are copied by a press', async () => {
    const written = watchClipboard();
    const element = await show({ ...ANA, channels });
    await click(getByRole('button', 'Copy Contact ID c_1', element));
    await until(() => announced(element) === 'Contact ID copied.');
    await click(getByRole('button', 'Copy email ana@example.com', element));
    await until(() => announced(element) === 'email copied.');
    expect(written).to.deep.equal(['c_1', 'ana@example.com']);
  });

  it('are reached by the arrows: from the name, and from the first handle', async () => {
    const written = watchClipboard();
    const element = await show({ ...ANA, channels });
    const stops = ['Contact ID c_1', 'WhatsApp +34 600 111 222', 'email ana@example.com'].map(
      (name) => getByRole('button', `Copy ${name}`, element).tabIndex,
    );
    expect(stops).to.deep.equal([-1, 0, -1]);
    await useRows(element);
    getByRole('button', 'Edit name', element).focus();
    await press('ArrowRight');
    expectFocus(getByRole('button', 'Copy Contact ID c_1', element));
    getByRole('button', /Copy WhatsApp/, element).focus();
    await press('End');
    await press('Enter');
    await until(() => announced(element) === 'email copied.');
    expect(written).to.deep.equal(['ana@example.com']);
    element.readonly = true;
    await element.updateComplete;
    expect(getByRole('button', 'Copy Contact ID c_1', element).tabIndex).to.equal(0);
  });
});

describe('fields without a value', () => {
  const empty: readonly FieldDefinition[] = ['Birthday', 'Nickname', 'Floor'].map((label) => ({
    key: label,
    type: 'text',
    label,
  }));

  it('fold into one line where the host wants that, and each word opens its editor', async () => {
    const element = await show({ id: ANA.id, firstName: 'Ana', status: 'open' }, { fields: empty });
    expect(termOf(element, 'Birthday')).to.exist;
    element.foldEmpty = true;
    await element.updateComplete;
    expect(queryAllByRole('term', undefined, element).map(textOf)).to.deep.equal(['First Name', 'Conversation Status']);
    await click(getByRole('button', 'Add Birthday', element));
    await opened(element, 'Birthday');
    await press('Escape');
    await until(() => focusedElement()?.getAttribute('aria-label') === 'Add Birthday');
  });

  it('stay where they are where they are few', async () => {
    const element = await show({ ...ANA, custom: {} }, { fields: empty, properties: { foldEmpty: true } });
    expect(termOf(element, 'Birthday')).to.exist;
  });
});
