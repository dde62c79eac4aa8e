import type { FieldDefinition, FieldValue, Option } from 'contact-details';

interface Sample extends FieldDefinition {
  readonly label: string;
  /** What the contact has in it; absent: nothing. */
  readonly value?: FieldValue;
}

/** What a source sends in place of a value that its reader may not see. */
const MASK = '••••••';

const options = (...labels: readonly string[]): readonly Option[] =>
  labels.map((label) => ({ value: label.toLowerCase(), label }));

const COMPANY: readonly Sample[] = [
  { key: 'company', label: 'Company', type: 'text', value: 'Padaria da Esquina', pinned: true },
  {
    key: 'nickname',
    label: 'Nickname',
    type: 'text',
    maxLength: 12,
    description: 'How the team calls her, 12 letters at most',
  },
  { key: 'jobTitle', label: 'Job Title', type: 'text', value: 'Head baker', required: true },
  {
    ...{ key: 'customerNumber', label: 'Customer Number', type: 'text', value: 'C-2041' },
    ...{ readonly: true, readonlyReason: 'Given by the shop system' },
  },
  { key: 'taxId', label: 'Tax ID', type: 'text', value: MASK, access: 'mask', revealable: true },
  { key: 'bankAccount', label: 'Bank Account', type: 'text', value: MASK, access: 'mask' },
  { key: 'margin', label: 'Margin', type: 'text', access: 'hide' },
  {
    ...{ key: 'loyaltyCard', label: 'Loyalty Card', type: 'text', value: 'HH-204817', pattern: 'HH-\\d{6}' },
    ...{ patternHint: 'HH- and six digits', description: 'The number on the back of the card' },
  },
  {
    ...{ key: 'deliveryNotes', label: 'Delivery Notes', type: 'textarea', maxLength: 2_000 },
    value: 'Deliver to the back door, ring twice.\nBefore 6:00 only.',
  },
  { key: 'allergies', label: 'Allergies', type: 'textarea' },
  { key: 'workEmail', label: 'Work Email', type: 'email', value: 'forno@padaria.example' },
  { key: 'billingEmail', label: 'Billing Email', type: 'email', required: true },
  { key: 'privateEmail', label: 'Private Email', type: 'email', value: MASK, access: 'mask', revealable: true },
  { key: 'directLine', label: 'Direct Line', type: 'phone', value: '+351213456789', pinned: true },
  { key: 'fax', label: 'Fax', type: 'phone' },
  { key: 'oldLine', label: 'Old Line', type: 'phone', value: 'ask for Rui, ext. 12' },
  { key: 'website', label: 'Website', type: 'url', value: 'https://example.com/padaria', linkText: 'Open website' },
  { key: 'portfolio', label: 'Portfolio', type: 'url', value: 'https://example.com/padaria/loaves?sort=new#rye' },
  { key: 'oldSite', label: 'Old Site', type: 'url', value: 'www.padaria.example' },
  { key: 'shop', label: 'Shop', type: 'url', linkText: 'Open shop' },
];

const ORDERS: readonly Sample[] = [
  { key: 'plan', label: 'Plan', type: 'list', options: options('Guest', 'Member', 'Trade'), value: 'trade', pinned: true },
  { key: 'region', label: 'Region', type: 'list', options: options('North', 'South') },
  { key: 'tier', label: 'Tier', type: 'list', options: options('Silver', 'Gold'), value: 'platinum' },
  { key: 'priority', label: 'Priority', type: 'list', options: options('Low', 'High'), value: 'high', required: true },
  {
    key: 'interests',
    label: 'Interests',
    type: 'multilist',
    options: options('Rye', 'Wheat', 'Spelt'),
    value: ['rye', 'spelt'],
  },
  { key: 'allergens', label: 'Allergens', type: 'multilist', options: options('Nuts', 'Milk', 'Eggs') },
  { key: 'ovens', label: 'Ovens', type: 'multilist', options: options('Stone', 'Steam'), value: ['wood-fired', 'stone'] },
  {
    key: 'channels',
    label: 'Order Channels',
    type: 'multilist',
    options: options('Phone', 'Web'),
    value: ['web'],
    access: 'view',
  },
  { key: 'newsletter', label: 'Newsletter', type: 'checkbox', value: true },
  { key: 'sms', label: 'Text Messages', type: 'checkbox', value: false },
  { key: 'terms', label: 'Terms Accepted', type: 'checkbox', required: true },
  { key: 'callback', label: 'Wants a Call', type: 'checkbox', value: 'true' },
  {
    ...{ key: 'orders', label: 'Orders', type: 'number', value: 1_234, min: 0 },
    ...{ readonly: true, readonlyReason: 'Counted by the shop' },
  },
  { key: 'floor', label: 'Floor', type: 'number', value: 0, min: -5, max: 200 },
  { key: 'seats', label: 'Seats', type: 'number', value: '42' },
  { key: 'returns', label: 'Returns', type: 'number' },
  { key: 'lifetimeValue', label: 'Lifetime Value', type: 'currency', currency: 'EUR', value: 18_460.5, min: 0 },
  { key: 'creditLimit', label: 'Credit Limit', type: 'currency', currency: 'EUR', value: 500, access: 'view' },
  { key: 'deposit', label: 'Deposit', type: 'currency', currency: 'EUR' },
  { key: 'cost', label: 'Cost', type: 'currency', currency: 'EUR', access: 'hide' },
  { key: 'discount', label: 'Discount', type: 'percent', value: 12.5, min: 0, max: 100 },
  { key: 'share', label: 'Share', type: 'percent' },
  { key: 'commission', label: 'Commission', type: 'percent', value: MASK, access: 'mask', revealable: true },
];

const DATES: readonly Sample[] = [
  {
    ...{ key: 'firstOrder', label: 'First Order', type: 'date', value: '2021-03-09' },
    ...{ readonly: true, readonlyReason: 'Set with the first order' },
  },
  { key: 'birthday', label: 'Birthday', type: 'date', value: '1988-02-29' },
  { key: 'renewal', label: 'Renewal', type: 'date', required: true, min: '2026-01-01' },
  { key: 'oldDate', label: 'Signed On', type: 'date', value: '03/05/2019' },
  { key: 'callAt', label: 'Best Time to Call', type: 'time', value: '09:30', min: '09:00', max: '17:30' },
  { key: 'closesAt', label: 'Closes At', type: 'time' },
  { key: 'nextVisit', label: 'Next Visit', type: 'datetime', value: '2026-12-01T14:30:00Z' },
  { key: 'trialEnds', label: 'Trial Ends', type: 'datetime' },
];

const PLACES: readonly Sample[] = [
  { key: 'shipsTo', label: 'Ships To', type: 'country', value: 'JP' },
  { key: 'bornIn', label: 'Born In', type: 'country' },
  { key: 'formerCountry', label: 'Former Country', type: 'country', value: 'QQ' },
  { key: 'secondLanguage', label: 'Second Language', type: 'language', value: 'es' },
  { key: 'motherTongue', label: 'Mother Tongue', type: 'language' },
  { key: 'dialect', label: 'Dialect', type: 'language', value: 'alentejano!' },
  {
    ...{ key: 'advisor', label: 'Advisor', type: 'person' },
    value: { id: 'u_aiko', name: 'Aiko Tanaka', avatarUrl: '/avatars/u_aiko.svg' },
  },
  { key: 'backup', label: 'Backup', type: 'person' },
  {
    ...{ key: 'formerAdvisor', label: 'Former Advisor', type: 'person', value: { id: 'u_left', name: 'Grace Left' } },
    ...{ readonly: true, readonlyReason: 'Kept for the record' },
  },
];

const SAMPLES: readonly Sample[] = [
  ...COMPANY.map((sample) => ({ ...sample, group: 'Company' })),
  ...ORDERS.map((sample) => ({ ...sample, group: 'Orders' })),
  ...DATES.map((sample) => ({ ...sample, group: 'Dates' })),
  ...PLACES.map((sample) => ({ ...sample, group: 'People and Places' })),
];

/** Sixty fields in four groups: every type, set and unset, required, read-only, masked, hidden, and with a value of old. */
export const MANY_FIELDS: readonly FieldDefinition[] = SAMPLES.map(({ value: _, ...definition }) => definition);

/** What a contact has in them. */
export const MANY_VALUES: Readonly<Record<string, FieldValue>> = Object.fromEntries(
  SAMPLES.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const])),
);

/** One field of each type, all of them set. */
export const ONE_OF_EACH_TYPE: readonly FieldDefinition[] = [
  ...new Map(
    MANY_FIELDS.filter(({ key, access, readonly }) => Object.hasOwn(MANY_VALUES, key) && !access && !readonly)
      .toReversed()
      .map((definition) => [definition.type, definition] as const),
  ).values(),
].toReversed();
