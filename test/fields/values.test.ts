import { expect } from '@open-wc/testing';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { FieldValue } from '../../src/core/contact.js';
import { record, show } from '../element/kit.js';
import { descriptionOf, findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { textOf } from './kit.js';

const OPTIONS = [
  { value: 'basic', label: 'Basic' },
  { value: 'pro', label: 'Professional' },
];

/** A contact with one field of a type, and the control of its open editor. */
async function openEditor(type: string, value: FieldValue, more: Partial<FieldDefinition> = {}, role = 'textbox') {
  const contact = { id: 'c_1', firstName: 'Ana', lastName: 'G', ...(value === null ? {} : { custom: { it: value } }) };
  const element = await show(contact, { fields: [{ key: 'it', type, label: 'It', ...more }] });
  const saves = record('save-contact');
  await element.edit('it');
  // A date or time control has no role of its own: it is found by its label.
  const control = role
    ? await findByRole(role, 'It', element)
    : element.shadowRoot?.querySelector('form.editor :is(input, textarea)');
  if (!(control instanceof HTMLElement)) throw new Error('no control');
  return { element, saves, control: control as HTMLInputElement };
}

/** Saves by the keyboard what stands in a control; Enter alone is a new line in a text of several lines. */
async function confirm(control: HTMLElement): Promise<void> {
  control.focus();
  await press(control instanceof HTMLTextAreaElement ? 'Control+Enter' : 'Enter');
}

/** Enters a text; answers what is saved, or what is said against it. */
async function enter(type: string, value: FieldValue, text: string, more?: Partial<FieldDefinition>, role?: string) {
  const { saves, control } = await openEditor(type, value, more, role);
  control.value = text;
  for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
  await confirm(control);
  await until(() => !control.isConnected || descriptionOf(control));
  if (control.isConnected) return descriptionOf(control);
  const [save] = saves as unknown as readonly { readonly patch: { readonly custom: { readonly it: FieldValue } } }[];
  return save ? { saved: save.patch.custom.it } : 'nothing';
}

const saved: readonly (readonly [string, FieldValue, string, FieldValue, Partial<FieldDefinition>?, string?])[] = [
  ['url', null, 'https://a.example/x?y', 'https://a.example/x?y'],
  ['url', 'https://a.example', '', null],
  ['textarea', null, 'one\n two ', 'one\n two '],
  ['textarea', 'one', ' \n ', null],
  ['number', null, '0', 0],
  ['number', '12', '13', 13],
  ['number', 5, '', null],
  ['number', 5, '-1.50', -1.5],
  ['number', 5, '1,5', 1.5],
  ['number', null, '1,234', 1234],
  ['currency', null, '.5', 0.5],
  ['percent', 5, '12.5', 12.5],
  ['date', '2024-01-01', '2024-02-29', '2024-02-29', {}, ''],
  ['date', '2024-01-01', '', null, {}, ''],
  ['time', '09:00', '00:00', '00:00', {}, ''],
  ['list', 'basic', 'pro', 'pro', { options: OPTIONS }, 'combobox'],
  ['checkbox', null, 'false', false, {}, 'combobox'],
  ['checkbox', 'false', 'true', true, {}, 'combobox'],
  ['checkbox', false, '', null, {}, 'combobox'],
  ['list', 'basic', '', null, { options: OPTIONS }, 'combobox'],
];

const refused: readonly (readonly [string, FieldValue, string, Partial<FieldDefinition>, string, string?])[] = [
  ['url', null, 'javascript:alert(1)', {}, 'https://example.com'],
  ['url', null, 'a.example', {}, 'https://example.com'],
  ['number', null, 'ten', {}, 'Enter a number'],
  ['number', null, '1e3', {}, 'Enter a number'],
  ['number', null, '12345678901234567', {}, 'too long'],
  ['number', 5, '', { required: true }, 'Enter a value'],
  ['number', 5, '-1', { min: 0 }, 'Must be at least 0'],
  ['percent', 5, '100.5', { max: 100 }, 'Must be at most 100'],
  ['date', '2024-05-05', '2023-12-31', { min: '2024-01-01' }, 'Must be at least Jan 1, 2024', ''],
  ['time', '09:00', '18:30', { max: '18:00' }, 'Must be at most 6:00', ''],
  ['textarea', 'a', 'abcd', { maxLength: 3 }, 'too long'],
  ['datetime', null, '2024-01-01T10:00', { min: '2025-01-01T00:00:00Z' }, 'Must be at least', ''],
];

describe('the value of a field', () => {
  for (const [type, before, text, after, more, role] of saved) {
    it(`of type ${type}: ${JSON.stringify(text)} is saved as ${JSON.stringify(after)}`, async () => {
      expect(await enter(type, before, text, more, role)).to.deep.equal({ saved: after });
    });
  }

  for (const [type, before, text, more, complaint, role] of refused) {
    it(`of type ${type}: ${JSON.stringify(text)} is refused, and kept`, async () => {
      expect(await enter(type, before, text, more, role)).to.contain(complaint);
    });
  }

  it('that is no option any more still shows, and can be kept', async () => {
    expect(await enter('list', 'old', 'old', { options: OPTIONS }, 'combobox')).to.equal('nothing');
    expect(textOf('list', 'old', 'en', { options: OPTIONS })).to.equal('old');
  });

  for (const [type, legacy] of [
    ['number', '12.50'],
    ['checkbox', 'true'],
    ['percent', ' 5'],
    ['url', 'ftp://old.example'],
    ['datetime', '2024-03-01T09:30:15.250+02:00'],
  ] as const) {
    it(`of type ${type} that was written differently is left as it was written: ${legacy}`, async () => {
      const { element, saves, control } = await openEditor(type, legacy, {}, '');
      await confirm(control);
      await until(() => !control.isConnected || descriptionOf(control));
      expect(saves).to.have.length(0);
      expect(element.hasUnsavedEdits).to.equal(false);
    });
  }

  it('that a platform control holds half typed is refused, and nothing is cleared', async () => {
    const { element, saves, control } = await openEditor('date', '2024-01-01', {}, '');
    Object.defineProperty(control, 'validity', { value: { badInput: true } });
    await click(getByRole('button', /^Save /, element));
    await until(() => descriptionOf(control));
    expect(descriptionOf(control)).to.contain('complete');
    expect(saves).to.have.length(0);
  });
});
