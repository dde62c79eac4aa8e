import { assert } from '@open-wc/testing';
import { MANY_FIELDS, ONE_OF_EACH_TYPE } from '../../demo/gallery/many-fields.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { fieldRow, fieldText, panelText } from '../element/kit.js';
import { focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import type { Claim } from './claims.js';

/** What the panel shows for a value that is there: of every type, as it is stored today and as it may have been once. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  Company: /Padaria da Esquina/,
  'Delivery Notes': /ring twice\.\s+Before 6:00/,
  'Work Email': /forno@padaria\.example/,
  'Direct Line': /351 ?21 ?345 ?6789/,
  'Old Line': /ask for Rui, ext\. 12/,
  'Old Site': /www\.padaria\.example/,
  Plan: /Trade/,
  Tier: /platinum/,
  Interests: /rye.*spelt/i,
  Ovens: /wood-fired.*stone/i,
  Newsletter: /Yes/,
  'Text Messages': /No/,
  'Wants a Call': /Yes/,
  Orders: /1,234/,
  Floor: /0/,
  Seats: /42/,
  'Lifetime Value': /€18,460\.50/,
  Discount: /12\.5/,
  Birthday: /1988/,
  'Signed On': /03\/05\/2019/,
  'Best Time to Call': /9:30/,
  'Next Visit': /2026/,
  'Ships To': /Japan/,
  'Former Country': /QQ/,
  'Second Language': /Spanish/,
  Dialect: /alentejano!/,
  Advisor: /Aiko Tanaka/,
  'Former Advisor': /Grace Left/,
};

const UNSET = [
  ...['Nickname', 'Allergies', 'Billing Email', 'Fax', 'Shop', 'Region', 'Allergens', 'Terms Accepted', 'Returns'],
  ...['Deposit', 'Share', 'Renewal', 'Closes At', 'Trial Ends', 'Born In', 'Mother Tongue', 'Backup'],
];
const MASKED = ['Tax ID', 'Bank Account', 'Private Email', 'Commission'];
const HIDDEN = ['Margin', 'Cost'];
const NOT_EDITED = [...MASKED, 'Customer Number', 'Order Channels', 'Orders', 'Credit Limit', 'First Order', 'Former Advisor'];

/** What stands in the controls of the open editors. */
const TYPED: Readonly<Record<string, string>> = {
  company: 'Padaria da Esquina',
  deliveryNotes: 'Deliver to the back door, ring twice.\nBefore 6:00 only.',
  workEmail: 'forno@padaria.example',
  directLine: '+351213456789',
  website: 'https://example.com/padaria',
  plan: 'Trade',
  newsletter: 'Yes',
  floor: '0',
  lifetimeValue: '18460.5',
  discount: '12.5',
  birthday: '1988-02-29',
  callAt: '09:30',
};

function showsValues(element: ContactDetails): void {
  for (const [label, text] of Object.entries(SHOWN)) assert.match(fieldText(element, label) ?? '', text, label);
  for (const label of MASKED) assert.include(fieldText(element, label), 'Hidden', label);
  for (const label of HIDDEN) assert.isUndefined(fieldRow(element, label), label);
  assert.strictEqual(linkIn(element, 'Website'), 'https://example.com/padaria');
  for (const label of ['Old Site', 'Tax ID', 'Private Email']) assert.isUndefined(linkIn(element, label), label);
  assert.notInclude(panelText(element), '•');
}

function linkIn(element: ContactDetails, label: string): string | undefined {
  return fieldRow(element, label)?.querySelector('a')?.href;
}

function controlIn(element: ContactDetails, key: string): HTMLInputElement | null | undefined {
  return element.shadowRoot?.querySelector(`form[data-editor="${key}"] :is(input, textarea)`);
}

/** What the states of the group "Fields" claim to be, by their ids. */
export const fieldClaims: Readonly<Record<string, Claim>> = {
  'many-fields': (element) => {
    assert.lengthOf(MANY_FIELDS, 60);
    showsValues(element);
    for (const label of UNSET) assert.include(fieldText(element, label), 'Not set', label);
    for (const label of NOT_EDITED) assert.isEmpty(queryAllByRole('button', `Edit ${label}`, element), label);
    for (const label of ['Company', 'Tier', 'Old Line', 'Fax']) getByRole('button', `Edit ${label}`, element);
  },
  'many-fields-filled': (element) => {
    showsValues(element);
    for (const label of UNSET) assert.isNotOk(fieldText(element, label), label);
    assert.notInclude(panelText(element), 'Not set');
  },
  'several-addresses': (element) => {
    assert.include(fieldText(element, 'Email Address') ?? '', 'ines.carvalho@example.com');
    assert.include(fieldText(element, 'Secretariat') ?? '', '+351 21 345 6789');
    getByRole('textbox', 'Email Address (Work)', element);
    getByRole('button', 'Make primary: Email Address (Work)', element);
  },
  'every-type-editing': (element) => {
    assert.isTrue(element.matches(':state(editing)'));
    for (const [key, text] of Object.entries(TYPED)) assert.strictEqual(controlIn(element, key)?.value, text, key);
    for (const key of ['shipsTo', 'secondLanguage']) assert.isNotEmpty(controlIn(element, key)?.value, key);
    for (const { label = '' } of ONE_OF_EACH_TYPE) assert.isDefined(fieldRow(element, label), label);
    assert.strictEqual(focusedElement(), null);
    assert.strictEqual(element.inert, false);
  },
};
