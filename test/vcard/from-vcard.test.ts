import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromVCard } from '../../src/vcard.js';
import type { ReadCard } from '../../src/vcard.js';
import { ANDROID, APPLE, GOOGLE, NEXTCLOUD, OUTLOOK } from './samples.js';

const FIELDS = { properties: { company: 'ORG', birthday: 'BDAY', website: 'URL', notes: 'NOTE' } };

/** What was left out, as `PROPERTY reason`. */
const told = ({ skipped }: Pick<ReadCard, 'skipped'>) => skipped.map(({ property, reason }) => `${property} ${reason}`);

/** The one card of a text that has these lines. */
function card(...lines: readonly string[]): ReadCard {
  const [only, ...others] = fromVCard(`BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`, FIELDS).cards;
  assert.ok(only && others.length === 0);
  return only;
}

test('an export of Google is read, and what a contact has no place for is told', () => {
  const [ana] = fromVCard(GOOGLE, FIELDS).cards;
  assert.deepEqual(ana?.contact, {
    firstName: 'Ana María',
    lastName: 'Silva',
    email: 'ana@example.com',
    emails: [
      { value: 'ana@example.com', isPrimary: true },
      { value: 'ana.old@example.com', label: 'work' },
    ],
    phone: '+4930901820',
    country: 'DE',
    avatarUrl: 'https://lh3.googleusercontent.com/contacts/abc',
    channels: [{ id: 'skype:ana.silva', type: 'skype', handle: 'ana.silva', state: 'inactive' }],
    custom: {
      company: 'Blue, Sky, Sales',
      birthday: '1985-04-12',
      website: 'http://www.google.com/profiles/1',
      notes: 'First line\nsecond line',
    },
    tags: [
      { id: 'VIP', name: 'VIP' },
      { id: 'Follow, up', name: 'Follow, up' },
    ],
  });
  assert.deepEqual(told(ana), ['N no-place', 'ADR no-place']);
});

test('an export of Apple is read: grouped properties, preferred types, pictures that are embedded, companies', () => {
  const [zoe, acme, ...others] = fromVCard(APPLE, FIELDS).cards;
  assert.equal(others.length, 0);
  assert.deepEqual(zoe?.contact, {
    firstName: 'Zoë',
    lastName: 'Nuñez',
    email: 'zoe@example.com',
    phone: '+14155552671',
    phones: [
      { value: '+14155552671', label: 'mobile', isPrimary: true },
      { value: '415 555 0000', label: 'home' },
    ],
    country: 'DE',
    channels: [{ id: 'twitter:zoe', type: 'twitter', handle: 'zoe', state: 'inactive' }],
    displayName: 'Zo',
  });
  assert.deepEqual(told(zoe), ['X-ABDATE no-place', 'BDAY invalid', 'PHOTO no-place']);
  assert.deepEqual(acme?.contact, { custom: { company: 'Acme' }, displayName: 'Acme' });
  assert.deepEqual(told(acme), []);
});

test('an export of Outlook is read: version 2.1, quoted-printable, character sets of Windows', () => {
  const [joerg] = fromVCard(OUTLOOK, FIELDS).cards;
  assert.deepEqual(joerg?.contact, {
    firstName: 'Jörg',
    lastName: 'Müller',
    email: 'joerg@example.de',
    phone: '+4989123456',
    country: 'DE',
    custom: { company: 'Müller & Söhne', notes: 'folded at a space' },
  });
  assert.deepEqual(told(joerg), ['LABEL no-place', 'PHOTO no-place']);
});

test('an export of Android is read, in which every octet is encoded', () => {
  const [ivan] = fromVCard(ANDROID, FIELDS).cards;
  assert.deepEqual(ivan?.contact, {
    firstName: 'Иван',
    lastName: 'Иванов',
    phone: '+74951234567',
    custom: { notes: 'a;b' },
  });
  assert.deepEqual(told(ivan), []);
});

test('an export of Nextcloud is read, and a group is told to be one', () => {
  const { cards, skipped } = fromVCard(NEXTCLOUD);
  assert.equal(cards.length, 1);
  assert.equal(cards[0]?.uid, '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1');
  assert.deepEqual(cards[0].contact, {
    firstName: 'Jean-Luc',
    lastName: 'Picard',
    email: 'jl@example.fr',
    emails: [
      { value: 'jl@example.fr', label: 'work', isPrimary: true },
      { value: 'home@example.fr', label: 'home' },
    ],
    phone: '+33123456789',
    language: 'fr',
    country: 'DE',
    channels: [
      { id: 'xmpp:jl@enterprise.example', type: 'xmpp', handle: 'jl@enterprise.example', state: 'inactive' },
      { id: 'mastodon:@jl@enterprise.example', type: 'mastodon', handle: '@jl@enterprise.example', state: 'inactive' },
    ],
    tags: [
      { id: 'Équipage', name: 'Équipage' },
      { id: 'VIP', name: 'VIP' },
    ],
  });
  assert.deepEqual(told(cards[0]), ['GENDER no-place']);
  assert.deepEqual(skipped, [{ property: 'BEGIN', line: 18, reason: 'group' }]);
});

const PHONES: readonly (readonly [written: string, read: string])[] = [
  ['+49 (30) 901-820', '+4930901820'],
  ['tel:+1-201-555-0123', '+12015550123'],
  ['+49 (0)30 901820', '+49 (0)30 901820'],
  ['030 901820', '030 901820'],
  ['+49 30 901820 ext. 5', '+49 30 901820 ext. 5'],
];
for (const [written, read] of PHONES) {
  test(`a phone number that is written ${written} is read ${read}`, () => {
    assert.equal(card('VERSION:4.0', `TEL:${written}`).contact.phone, read);
  });
}

const COUNTRIES: readonly (readonly [lines: string, country: string | undefined])[] = [
  ['ADR:;;;;;;Germany', 'DE'],
  ['ADR:;;;;;;GERMANY', 'DE'],
  ['ADR:;;;;;;de', 'DE'],
  ['ADR:;;;;;;UK', 'GB'],
  ['ADR;CC=PT:;;;;;;Some place', 'PT'],
  ['LANG:de\r\nADR:;;;;;;Österreich', 'AT'],
  ['ADR:;;;;;;Middle-earth', undefined],
];
for (const [lines, country] of COUNTRIES) {
  test(`the country of ${JSON.stringify(lines)} is ${country ?? 'told as not understood'}`, () => {
    const read = card('VERSION:4.0', lines);
    assert.equal(read.contact.country, country);
    assert.deepEqual(told(read), country ? [] : ['ADR invalid']);
  });
}

test('a full name is the name where there is no other, and not where it repeats the address or the phone number', () => {
  assert.deepEqual(card('VERSION:4.0', 'FN:Ana', 'N:;;;;').contact, { displayName: 'Ana' });
  assert.deepEqual(card('VERSION:4.0', 'FN:ana@example.com', 'EMAIL:ana@example.com').contact, { email: 'ana@example.com' });
});

test('lines end as on any system, a mark of the byte order and lower case are understood', () => {
  for (const lineBreak of ['\r\n', '\n', '\r']) {
    const text = ['\ufeffbegin:vcard', 'version:3.0', 'fn:Ana', ' lia', 'end:vcard'].join(lineBreak);
    assert.deepEqual(fromVCard(text), { cards: [{ contact: { displayName: 'Analia' }, skipped: [] }], skipped: [] });
  }
});

test('a card inside of a card, of an assistant, is not taken for one', () => {
  const { cards } = fromVCard(
    'BEGIN:VCARD\nVERSION:2.1\nFN:Ana\nAGENT:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nEMAIL:ana@example.com\nEND:VCARD\n',
  );
  assert.deepEqual(
    cards.map(({ contact }) => contact),
    [{ displayName: 'Ana', email: 'ana@example.com' }],
  );
});

test('a card that does not end is read and told, and so is what stands outside of cards', () => {
  const text = 'NOTE:lost\nBEGIN:VCARD\nVERSION:4.0\nFN:Ana\nBEGIN:VCARD\nVERSION:4.0\nFN:Bo\nno property\nEND:VCARD\n';
  const { cards, skipped } = fromVCard(text);
  assert.deepEqual(skipped, [{ property: 'NOTE', line: 1, reason: 'no-place' }]);
  assert.deepEqual(cards, [
    { contact: { displayName: 'Ana' }, skipped: [{ property: 'BEGIN', line: 2, reason: 'unfinished' }] },
    { contact: { displayName: 'Bo' }, skipped: [{ property: 'no property', line: 8, reason: 'invalid' }] },
  ]);
});

test('a character set that nobody knows is not an end: the text is read as UTF-8', () => {
  const read = card('VERSION:2.1', 'N;CHARSET=X-NONE;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J');
  assert.equal(read.contact.lastName, 'Müller');
});

test('a separator that is encoded belongs to the text', () => {
  const read = card('VERSION:2.1', 'N;ENCODING=QUOTED-PRINTABLE:a=3Bb;c=2Cd');
  assert.deepEqual(read.contact, { firstName: 'c,d', lastName: 'a;b' });
});

test('no text throws', () => {
  const part = fc.oneof(
    fc.constantFrom('BEGIN:VCARD', 'END:VCARD', 'VERSION:2.1', 'VERSION:4.0', '\r\n', '\n ', ';', ':', '"', '=', '\\', ','),
    fc.constantFrom(
      'N',
      'FN',
      'TEL',
      'ADR;CC=',
      'LANG:',
      'JSPROP;JSPTR=',
      'ENCODING=QUOTED-PRINTABLE',
      'CHARSET=',
      'AGENT:',
      '=D',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (written) => {
      fromVCard(written, FIELDS);
    }),
    { numRuns: 5_000 },
  );
});

test('a million characters without an end of line, and as many separators, are read in no time', () => {
  const start = performance.now();
  for (const odd of [
    'a'.repeat(1_000_000),
    `N:${';'.repeat(1_000_000)}`,
    `N${';a="'.repeat(250_000)}`,
    '=\n'.repeat(200_000),
  ]) {
    fromVCard(`BEGIN:VCARD\n${odd}\nEND:VCARD\n`);
  }
  assert.ok(performance.now() - start < 5_000);
});
