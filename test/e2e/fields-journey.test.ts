import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ShownContact } from './shown-contact.js';

interface Typed {
  readonly type: string;
  readonly label: string;
  readonly key: string;
  /** Of the control: ARIA's, or Chromium's own where ARIA has none. */
  readonly role: string;
  readonly text: string;
  /** What the database must hold: the text itself, unless the type says more. */
  readonly stored?: unknown;
  /** Of how many parts the platform's control is, which are typed one after the other. */
  readonly parts?: number;
}

const TYPED: readonly Typed[] = [
  { type: 'text', label: 'Job Title', key: 'jobTitle', role: 'textbox', text: 'Buyer, "Ćwiek & 購買"' },
  { type: 'textarea', label: 'Notes', key: 'notes', role: 'textbox', text: 'Back door.\nRing twice.' },
  { type: 'email', label: 'Work Email', key: 'workEmail', role: 'textbox', text: 'zoe+orders@atelier.example' },
  { type: 'url', label: 'Website', key: 'website', role: 'textbox', text: 'https://atelier.example/a?b=1#c' },
  { type: 'number', label: 'Delivery Floor', key: 'floor', role: 'textbox', text: '-3', stored: -3 },
  { type: 'currency', label: 'Lifetime Value', key: 'lifetimeValue', role: 'textbox', text: '1234.50', stored: 1234.5 },
  { type: 'percent', label: 'Discount', key: 'discount', role: 'textbox', text: '7.5', stored: 7.5 },
  { type: 'date', label: 'Birthday', key: 'birthday', role: 'Date', text: '02291992', stored: '1992-02-29', parts: 3 },
  { type: 'time', label: 'Best Time to Call', key: 'callAt', role: 'InputTime', text: '0545PM', stored: '17:45', parts: 3 },
];

/** A field of each type with a native control, edited by a person who has no mouse, and what the database says afterwards. */
describe('a person who edits fields', () => {
  let contact: ShownContact;

  before(async () => {
    contact = await ShownContact.open();
  });
  after(() => contact.close());

  for (const { type, label, key, role, text, parts, stored = text } of TYPED) {
    test(`changes a field of type ${type}, and the database has it`, async () => {
      await contact.edit(label, role);
      await (parts ? contact.visitor.type(text) : contact.retype(text));
      await contact.save();
      assert.deepEqual(await contact.custom(key), stored);
      assert.equal(await contact.visitor.focusedName(), `Edit ${label}`);
    });
  }

  test('changes a field of type phone, and the database has the number', async () => {
    await contact.edit('Direct Line', 'textbox');
    await contact.retype('+49 30 901820');
    await contact.visitor.press('Enter');
    await contact.visitor.settled();
    assert.equal(String(await contact.custom('directLine')).replace(/[^+\d]/g, ''), '+4930901820');
  });

  for (const { type, label, key, typed, stored } of [
    { type: 'list', label: 'Plan', key: 'plan', typed: 'Mem', stored: 'member' },
    { type: 'checkbox', label: 'Newsletter', key: 'newsletter', typed: 'No', stored: false },
  ] as const) {
    test(`chooses in a field of type ${type}, and the database has it`, async () => {
      await contact.edit(label, 'combobox');
      await contact.retype(typed);
      await contact.visitor.press('Enter');
      await contact.visitor.settled();
      assert.deepEqual(await contact.custom(key), stored);
    });
  }

  test('clears a field, and the database has no value', async () => {
    for (const { label, key, role, parts } of TYPED.filter(({ type }) => ['text', 'number', 'date'].includes(type))) {
      await contact.edit(label, role);
      if (parts) await contact.emptyParts(parts);
      else {
        await contact.retype('');
        await contact.visitor.press('Backspace');
      }
      await contact.save();
      assert.equal(await contact.custom(key), undefined, key);
    }
  });

  test('is told at the field what the server refuses, and the database keeps what it had', async () => {
    const definition = JSON.stringify({ type: 'percent', label: 'Discount', max: 5 });
    await contact.demo.query(`UPDATE field_definitions SET definition = $1::text::jsonb WHERE key = 'discount'`, [definition]);
    await contact.edit('Discount', 'textbox');
    await contact.retype('8');
    await contact.save();
    await contact.visitor.find('button', 'Discard: Discount');
    assert.equal(await contact.custom('discount'), 7.5);
    await contact.visitor.tabTo('Discard: Discount');
    await contact.visitor.press('Enter');
  });

  test('caused no violation of the page’s policy, and no error', () => {
    contact.demo.expectNoTrouble(/status of 422/);
  });
});
