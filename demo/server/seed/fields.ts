import type { FieldSeed } from './rows.js';

const choices = (...labels: readonly string[]) => labels.map((label) => ({ value: label.toLowerCase(), label }));

/** Conversation states, and that those who only look see no addresses. */
const STANDARD: readonly FieldSeed[] = [
  { key: 'email', type: 'email', accessByRole: { viewer: 'mask' } },
  { key: 'phone', type: 'phone', accessByRole: { viewer: 'mask' } },
  { key: 'status', type: 'list', required: true, options: choices('Open', 'Snoozed', 'Closed') },
];

const WORK = { group: 'Work' };
const SALES = { group: 'Orders' };
const CARE = { group: 'Care' };

/** The fields of the shop: each type at least once, and each kind of access. */
export const SHOP_FIELDS: readonly FieldSeed[] = [
  ...STANDARD,
  { key: 'company', label: 'Company', type: 'text', maxLength: 120, pinned: true, ...WORK },
  { key: 'jobTitle', label: 'Job Title', type: 'text', maxLength: 120, ...WORK },
  { key: 'workEmail', label: 'Work Email', type: 'email', ...WORK },
  { key: 'directLine', label: 'Direct Line', type: 'phone', ...WORK },
  { key: 'website', label: 'Website', type: 'url', linkText: 'Open website', ...WORK },
  { key: 'plan', label: 'Plan', type: 'list', options: choices('Guest', 'Member', 'Trade'), pinned: true, ...SALES },
  {
    key: 'interests',
    label: 'Interests',
    type: 'multilist',
    options: choices('Lamps', 'Chairs', 'Tables', 'Textiles', 'Care'),
    ...SALES,
  },
  { key: 'orders', label: 'Orders', type: 'number', min: 0, readonly: true, readonlyReason: 'Counted by the shop', ...SALES },
  {
    key: 'lifetimeValue',
    label: 'Lifetime Value',
    type: 'currency',
    currency: 'EUR',
    min: 0,
    accessByRole: { viewer: 'hide' },
    ...SALES,
  },
  { key: 'discount', label: 'Discount', type: 'percent', min: 0, max: 100, ...SALES },
  {
    key: 'loyaltyCard',
    label: 'Loyalty Card',
    type: 'text',
    description: 'The number on the back of the card',
    pattern: 'HH-\\d{6}',
    patternHint: 'HH- and six digits',
    ...SALES,
  },
  {
    key: 'bankAccount',
    label: 'Bank Account',
    type: 'text',
    revealable: true,
    accessByRole: { owner: 'mask', manager: 'mask', agent: 'mask', viewer: 'hide' },
    ...SALES,
  },
  {
    key: 'customerSince',
    label: 'Customer Since',
    type: 'date',
    readonly: true,
    readonlyReason: 'Set with the first order',
    ...SALES,
  },
  { key: 'birthday', label: 'Birthday', type: 'date', ...CARE },
  { key: 'newsletter', label: 'Newsletter', type: 'checkbox', ...CARE },
  { key: 'floor', label: 'Delivery Floor', type: 'number', min: -5, max: 200, ...CARE },
  { key: 'callAt', label: 'Best Time to Call', type: 'time', ...CARE },
  { key: 'nextVisit', label: 'Next Visit', type: 'datetime', ...CARE },
  { key: 'shipsTo', label: 'Ships To', type: 'country', ...CARE },
  { key: 'secondLanguage', label: 'Second Language', type: 'language', ...CARE },
  { key: 'advisor', label: 'Design Advisor', type: 'person', ...CARE },
  {
    key: 'taxId',
    label: 'Tax ID',
    type: 'text',
    description: 'For invoices to companies',
    revealable: true,
    accessByRole: { agent: 'mask', viewer: 'mask' },
    ...CARE,
  },
  { key: 'notes', label: 'Notes', type: 'textarea', maxLength: 2_000, ...CARE },
];

/** The fields of the clinic: other keys than the shop's. */
export const CLINIC_FIELDS: readonly FieldSeed[] = [
  ...STANDARD,
  { key: 'patientNumber', label: 'Patient Number', type: 'text', pattern: 'J\\d{5}', patternHint: 'J and five digits' },
  { key: 'allergies', label: 'Allergies', type: 'textarea', maxLength: 2_000 },
];
