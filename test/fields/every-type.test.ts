import { expect } from '@open-wc/testing';
import type { FieldValue } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { fieldType } from '../../src/core/field-type.js';
import { builtInFieldTypes } from '../../src/fields/built-in.js';
import { messages } from '../support/messages.js';
import { expectAccessible } from '../support/axe.js';
import { descriptionOf, findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { press } from '../support/user.js';
import { buttonInUse, expectAbsent, fieldText, panelText, record, show } from '../element/kit.js';

interface Row {
  readonly value: FieldValue;
  /** What is shown for it. */
  readonly shown: string;
  /** A value of older times that the type would not write, and what is shown for it. */
  readonly legacy: readonly [FieldValue, string];
  readonly more?: Partial<FieldDefinition>;
  /** What can be typed that is no value, where its control lets one type; the longest text is 3 code points. */
  readonly invalid?: string;
}

const options = [
  { value: 'a', label: 'Apple' },
  { value: 'b', label: 'Pear' },
];

const ROWS: Readonly<Record<string, Row>> = {
  text: { value: 'Words', shown: 'Words', legacy: [5, '5'], invalid: 'Long' },
  textarea: { value: 'One\nTwo', shown: 'One Two', legacy: [true, 'true'], invalid: 'Long' },
  list: { value: 'a', shown: 'Apple', legacy: ['z', 'z'], more: { options } },
  multilist: { value: ['a', 'b'], shown: 'Apple, Pear', legacy: ['z', 'z'], more: { options } },
  checkbox: { value: false, shown: 'No', legacy: ['true', 'Yes'] },
  email: { value: 'a@b.example', shown: 'a@b.example', legacy: ['not one', 'not one'], invalid: 'ana' },
  phone: {
    value: '+34600111222',
    shown: '+34 600 11 12 22',
    legacy: ['ext. 5', 'ext. 5'],
    invalid: 'call me',
  },
  url: {
    value: 'https://a.example/',
    shown: 'https://a.example/',
    legacy: ['javascript:alert(1)', 'javascript:alert(1)'],
    invalid: 'nowhere',
  },
  number: { value: 0, shown: '0', legacy: ['1234.5', '1,234.5'], invalid: '1x' },
  currency: { value: 12, shown: '12.00', legacy: ['free', 'free'], invalid: '1x' },
  percent: { value: 12.5, shown: '12.5%', legacy: ['7', '7%'], invalid: '1x' },
  date: { value: '2024-02-29', shown: 'Feb 29, 2024', legacy: ['29.2.2024', '29.2.2024'] },
  time: { value: '23:59', shown: '11:59 PM', legacy: ['noon', 'noon'] },
  datetime: { value: '2024-02-29T23:59', shown: 'Feb 29, 2024, 11:59 PM', legacy: ['soon', 'soon'] },
  country: { value: 'MY', shown: 'Malaysia', legacy: ['Malaya', 'Malaya'], invalid: 'Atlantis' },
  language: { value: 'pt-BR', shown: 'Brazilian Portuguese', legacy: ['klingon?', 'klingon?'], invalid: 'Quenya' },
  person: { value: { id: 'u_1', name: 'Rui Costa' }, shown: 'Rui Costa', legacy: ['Somebody', 'Somebody'], invalid: 'Nobody' },
};

/** A contact with one field of the type, where everything may be done. */
function showField(type: string, value: FieldValue, more: Partial<FieldDefinition> = {}): Promise<ContactDetails> {
  const fields = [{ key: 'it', type, label: 'It', ...ROWS[type]?.more, ...more }];
  return show({ ...(value === null ? {} : { custom: { it: value } }) }, { fields, options: { it: [] } });
}

/** The text of the field as it is read, white space folded, without flag and picture. */
function shownText(element: ContactDetails): string {
  const text = (fieldText(element, 'It') ?? '').replace(/[\s\u202f]+/g, ' ');
  return text.replace(/^[^\w★]*(?=Malay)/, '').replace(/^RC (?=Rui)/, '');
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Opens the editor; answers its controls. */
async function open(element: ContactDetails): Promise<readonly Control[]> {
  await element.edit('it');
  const form = await until(() => element.shadowRoot?.querySelector('form.editor'));
  return [...form.querySelectorAll<Control>('input, textarea')];
}

/** Puts a text in place of what stands in the control; takes the tick out of a check box. */
function enter(control: Control, text: string): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    if (control.checked) control.click();
    return;
  }
  control.value = text;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Saves by the keyboard what stands in a control; Enter alone is a new line in a text of several lines. */
async function confirm([control]: readonly Control[]): Promise<void> {
  if (!control) throw new Error('There is no control');
  control.focus();
  await press(control instanceof HTMLTextAreaElement ? 'Control+Enter' : 'Enter');
}

/** Opens the editor and confirms it as it is. */
async function openAndSave(element: ContactDetails): Promise<void> {
  await confirm(await open(element));
}

describe('every type of field', () => {
  it('has a row in this table', () => {
    expect(Object.keys(ROWS).sort()).to.deep.equal(builtInFieldTypes.map(({ name }) => name).sort());
    for (const name of Object.keys(ROWS)) expect(fieldType(name).edit, name).to.exist;
  });

  for (const [type, { value, shown, legacy, invalid }] of Object.entries(ROWS)) {
    it(`${type} is shown, copied and edited`, async () => {
      const element = await showField(type, value);
      expect(shownText(element)).to.equal(shown);
      await buttonInUse(element, 'It', 'Copy It');
      await element.edit('it');
      await findByRole('button', /^Cancel editing /, element);
      await expectAccessible(element);
    });

    it(`${type} that is confirmed unchanged is left as it is, one of older times too`, async () => {
      for (const [stored, text] of [[value, shown], legacy] as const) {
        const element = await showField(type, stored);
        const saves = record('save-contact');
        expect(shownText(element)).to.equal(text);
        await openAndSave(element);
        await element.whenSettled();
        expect(saves).to.have.length(0);
        expectAbsent('button', /^Cancel editing /, element);
        element.remove();
      }
    });

    it(`${type} that is required cannot be left unset`, async () => {
      const element = await showField(type, null, { required: true });
      const saves = record('save-contact');
      expect(shownText(element)).to.equal('Not set');
      expectAbsent('button', 'Copy It', element);
      await openAndSave(element);
      await until(() => panelText(element).includes(messages.complaints.required));
      expect(saves).to.have.length(0);
      await expectAccessible(element);
    });

    it(`${type} can be cleared, and is unset then`, async () => {
      const element = await showField(type, value);
      const saves = record('save-contact');
      const controls = await open(element);
      for (const control of controls) enter(control, '');
      await confirm(controls);
      await until(() => shownText(element) === 'Not set', 'no value');
      expect(saves).to.have.length(1);
      expect(saves[0]).to.have.deep.property('patch', { custom: { it: null } });
    });

    if (invalid !== undefined)
      it(`${type} that is no value stays as typed, with the reason, and is not saved`, async () => {
        const element = await showField(type, value, type.startsWith('text') ? { maxLength: 3 } : {});
        const saves = record('save-contact');
        const [control] = await open(element);
        if (!control) throw new Error('There is no control');
        enter(control, invalid);
        await confirm([control]);
        await until(() => control.getAttribute('aria-invalid') === 'true', 'the complaint');
        expect(descriptionOf(control)).to.not.equal('');
        expect(control.value).to.equal(invalid);
        expect(saves).to.have.length(0);
        await expectAccessible(element);
      });

    it(`${type} is only shown where it is read-only, and not at all where it is masked`, async () => {
      const fixed = await showField(type, value, { readonly: true, readonlyReason: 'Because' });
      expect(shownText(fixed)).to.equal(`${shown} Because`);
      expectAbsent('button', 'Edit It', fixed);
      getByRole('button', 'Copy It', fixed);
      fixed.remove();
      const masked = await showField(type, value, { access: 'mask' });
      expect(shownText(masked)).to.equal('Hidden');
      for (const name of ['Edit It', 'Copy It']) expectAbsent('button', name, masked);
      masked.remove();
      const hidden = await showField(type, value, { access: 'hide' });
      expect(fieldText(hidden, 'It')).to.equal(undefined);
    });
  }
});
