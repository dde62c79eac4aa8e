import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBlank } from '../../src/core/invisible-text.js';
import type { Contact, FieldDefinition } from '../../src/index.js';
import { fromJSContact, fromVCard, toJSContact, toVCard } from '../../src/vcard.js';

const RUNS = { numRuns: 1_000 };
const VERSIONS = ['4.0', '3.0'] as const;

/** Any text that a person can have written into a line and that shows something: without control characters, and without space around it. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom('a;b', 'a,b', 'a\\b', '\\n', 'a:b', '"a"', '^n', '=C3', 'Müller', '山田 太郎', '👩🏽‍🚀'.repeat(20)),
  )
  .map((text) => text.replace(/\p{Cc}/gu, '').trim())
  .filter((text) => !isBlank(text) && /[^\s;,\\]/u.test(text));
const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const contact = fc
  .record({
    firstName: optional(line),
    lastName: optional(line),
    displayName: optional(line),
    country: optional(fc.constantFrom('DE', 'PT', 'AE', 'GB', 'XK')),
    language: optional(fc.constantFrom('de', 'pt-BR', 'zh-Hant', 'ar')),
    email: optional(line.map((text) => `${text.replace(/^mailto:/i, '')}@example.com`)),
    phone: optional(
      fc.oneof(
        fc.bigInt(1_000n, 999_999_999_999_999n).map((number) => `+${number}`),
        fc.constant('030 / 90 18;20'),
      ),
    ),
    avatarUrl: optional(fc.webUrl({ withQueryParameters: true })),
    tags: fc.uniqueArray(
      line.filter((name) => !/^(mycontacts|starred)$/i.test(name)),
      { maxLength: 4 },
    ),
    custom: fc.dictionary(
      fc.oneof(line, fc.constantFrom('__proto__', 'a/b~c', 'plan"')),
      fc.oneof(
        lines,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        fc.boolean(),
        fc.array(line),
      ),
      { noNullPrototype: true, maxKeys: 4 },
    ),
    further: fc.uniqueArray(
      fc.record({
        value: fc.integer({ min: 1 }).map((number) => `further${number}@example.org`),
        label: optional(fc.constantFrom('work', 'home', 'mobile', 'other', 'Secretariat', 'Main office, 2nd floor', 'Büro')),
      }),
      { maxLength: 3, selector: ({ value }) => value },
    ),
    channels: fc.uniqueArray(fc.constantFrom('telegram', 'web chat', 'line'), { maxLength: 3 }),
  })
  .map(({ channels, custom, further, tags, ...values }): Contact => {
    const { email } = values;
    const others = further.map(({ label, value }) => ({ value, ...(label !== undefined && { label }) }));
    const all = {
      ...values,
      emails: email !== undefined && others.length ? [{ value: email, isPrimary: true }, ...others] : undefined,
      channels: channels.map((type) => ({ id: `${type}:@ana`, type, handle: '@ana', state: 'inactive' })),
      custom,
      tags: tags.map((name) => ({ id: name, name })),
    };
    const given = Object.entries(all).filter(
      ([, value]) => value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0),
    );
    return { id: 'c_1', ...(Object.fromEntries(given) as Partial<Contact>) };
  });

for (const version of VERSIONS) {
  test(`what is written as a vCard ${version} is read again as it was`, () => {
    fc.assert(
      fc.property(contact, ({ id, ...values }) => {
        const { cards, skipped } = fromVCard(toVCard({ id, ...values }, [], { version }));
        assert.deepEqual({ cards, skipped }, { cards: [{ uid: id, contact: values, skipped: [] }], skipped: [] });
      }),
      RUNS,
    );
  });

  test(`no line of a vCard ${version} has more than 75 octets, and none ends inside of a character`, () => {
    fc.assert(
      fc.property(contact, (any) => {
        const text = toVCard(any, [], { version });
        assert.ok(text.endsWith('\r\nEND:VCARD\r\n'));
        for (const one of text.split('\r\n')) {
          assert.ok(Buffer.byteLength(one) <= 75, one);
          assert.doesNotMatch(one, /^[\udc00-\udfff]|[\ud800-\udbff]$|[\r\n]/u);
        }
      }),
      RUNS,
    );
  });
}

/** JSContact knows tags as a set, without an order. */
const inOrder = ({ tags, ...values }: Partial<Contact>) => ({ ...values, tags: tags?.map(({ name }) => name).sort() });

test('what is written as JSContact is read again as it was, and is JSON', () => {
  fc.assert(
    fc.property(contact, ({ id, ...values }) => {
      const card: unknown = JSON.parse(JSON.stringify(toJSContact({ id, ...values })));
      const { contact: read, ...others } = fromJSContact(card);
      assert.deepEqual(others, { uid: id, skipped: [] });
      assert.deepEqual(inOrder(read), inOrder(values));
    }),
    RUNS,
  );
});

test('a card of JSContact 2.0 says so, and may have no uid', () => {
  const card = toJSContact({ id: 'c_1', firstName: 'Ana' }, [], { version: '2.0' });
  assert.deepEqual([card['@type'], card['version'], card['uid']], ['Card', '2.0', 'c_1']);
  assert.equal(toJSContact({ id: 'c_1' })['version'], '1.0');
  const { uid: _, ...anonymous } = card;
  assert.deepEqual(fromJSContact(anonymous), { contact: { firstName: 'Ana' }, skipped: [] });
});

test('several cards make a file one after the other', () => {
  const ids = ['c_1', 'c_2', 'c_3'];
  const text = ids.map((id) => toVCard({ id, firstName: 'Ana' })).join('');
  assert.deepEqual(
    fromVCard(text).cards.map(({ uid }) => uid),
    ids,
  );
});

test('a field of the host’s own stands in the property that the host names', () => {
  const properties = { company: 'ORG', website: 'URL', birthday: 'BDAY' };
  const custom = { company: 'Blue, Sky; Sons', website: 'https://example.com/?a=1;b,c', birthday: '1985-04-12' };
  const text = toVCard({ id: 'c_1', custom }, [], { properties });
  assert.match(text, /\r\nORG:Blue\\, Sky\\; Sons\r\n/);
  assert.match(text, /\r\nURL:https:\/\/example\.com\/\?a=1;b,c\r\n/);
  assert.deepEqual(fromVCard(text, { properties }).cards[0]?.contact.custom, custom);
});

const MASKED: readonly FieldDefinition[] = [
  { key: 'email', type: 'email', access: 'mask' },
  { key: 'phone', type: 'phone', access: 'hide' },
  { key: 'iban', type: 'text', access: 'mask' },
];
const SECRET: Contact = {
  id: 'c_1',
  email: 'secret@example.com',
  phone: '+4930123456',
  custom: { iban: 'DE89 3704', plan: 'pro' },
};

test('what its reader may not see is in no card, and neither is who is assigned', () => {
  const contact = { ...SECRET, assignee: { id: 'p_1', name: 'Kim Agent' }, status: 'snoozed' };
  const all = [
    toVCard(contact, MASKED),
    toVCard(contact, MASKED, { version: '3.0' }),
    JSON.stringify(toJSContact(contact, MASKED)),
  ];
  for (const card of all) {
    assert.doesNotMatch(card.replace(/\r\n /g, ''), /secret|4930|3704|Kim|snoozed/);
    assert.match(card, /pro/);
  }
});

test('a card without a name shows the phone number, the address or the id, which none is read from', () => {
  for (const contact of [{ id: 'c_1' }, { id: 'c_1', phone: '+4930123456' }, { id: 'c_1', email: 'ana@example.com' }]) {
    const text = toVCard(contact);
    assert.match(text, /\r\nFN:.+\r\n/);
    const { id, ...values } = contact;
    assert.deepEqual(fromVCard(text).cards, [{ uid: id, contact: values, skipped: [] }]);
  }
});

test('a version 4.0 card says what RFC 6350 asks for, a version 3.0 card what RFC 2426 does', () => {
  const ana: Contact = {
    id: 'c_1',
    firstName: 'Ana',
    lastName: 'Silva',
    phone: '+4930123456',
    country: 'DE',
    tags: [{ id: 't', name: 'VIP' }],
  };
  assert.equal(
    toVCard(ana),
    [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'UID;VALUE=text:c_1',
      'FN:Ana Silva',
      'N:Silva;Ana;;;',
      'TEL;VALUE=uri:tel:+4930123456',
      'ADR;CC=DE:;;;;;;Germany',
      'CATEGORIES:VIP',
      'END:VCARD',
      '',
    ].join('\r\n'),
  );
  assert.match(
    toVCard(ana, [], { version: '3.0' }),
    /^BEGIN:VCARD\r\nVERSION:3\.0\r\nUID:c_1\r\nFN:[^]*TEL;TYPE=VOICE:\+4930123456\r\n/,
  );
});

test('anything that is no card of JSContact is told and does not throw', () => {
  const key = fc.constantFrom('name', 'components', 'emails', '1', 'address', 'media', 'keywords', '__proto__');
  fc.assert(fc.property(fc.anything({ key }), (any) => void fromJSContact(any)));
  assert.deepEqual(fromJSContact('x').skipped, [{ property: '', reason: 'invalid' }]);
  assert.deepEqual(fromJSContact({ organizations: { o: { name: 'Acme' } } }).skipped, [
    { property: 'organizations', reason: 'no-place' },
  ]);
});
