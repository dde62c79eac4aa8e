import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valueProblem } from '../../demo/server/contacts/value-rules.js';
import type { ContactSeed } from '../../demo/server/seed/rows.js';
import { createSeed } from '../../demo/server/seed/seed.js';
import { allFields } from '../../src/core/field-definition.js';
import { foldText } from '../../src/core/fold-text.js';
import { SEEDED_AT } from './demo.js';

const [shop, clinic] = createSeed(SEEDED_AT);
assert.ok(shop && clinic);
const { contacts, conversations, fields, tags, users } = shop;

const SCRIPTS =
  'Latin Han Hiragana Katakana Hangul Arabic Hebrew Devanagari Thai Cyrillic Greek Ethiopic Georgian Armenian Tamil Myanmar Khmer Tibetan Cherokee'.split(
    ' ',
  );

const CHANNEL_TYPES = 'facebook instagram line telegram viber twitter wechat whatsapp sms email tiktok webchat custom'.split(
  ' ',
);

/** What a panel has to bear, each shape found in at least one contact. */
const SHAPES: Readonly<Record<string, (contact: ContactSeed) => boolean>> = {
  'a first name only': ({ firstName, lastName }) => Boolean(firstName) && !lastName,
  'a last name only': ({ firstName, lastName }) => !firstName && Boolean(lastName),
  'a display name only': ({ firstName, lastName, displayName }) => !firstName && !lastName && Boolean(displayName),
  'a phone number only': (contact) => !named(contact) && Boolean(contact.phone) && !contact.email,
  'an email address only': (contact) => !named(contact) && Boolean(contact.email) && !contact.phone,
  'nothing at all': (contact) => !named(contact) && !contact.phone && !contact.email,
  'no picture': ({ avatarUrl }) => avatarUrl === undefined,
  'a broken picture': ({ avatarUrl = '' }) => avatarUrl !== '' && !/^\/avatars\/[a-z0-9_-]+\.svg$/.test(avatarUrl),
  'no channels': ({ channels }) => channels?.length === 0,
  'fifteen tags and more': ({ tagIds = [] }) => tagIds.length >= 15,
  'a very long name': ({ firstName = '' }) => firstName.length > 200,
  'emoji in the name': ({ firstName = '' }) => /\p{Extended_Pictographic}/u.test(firstName),
  'combining marks': ({ firstName = '' }) => /\p{Mn}{2}/u.test(firstName.normalize('NFC')),
  'a name that is not normalised': ({ firstName = '' }) => firstName !== firstName.normalize('NFC'),
  'a bidi control': ({ firstName = '' }) => firstName.includes('\u202E'),
  markup: ({ firstName = '' }) => firstName.includes('<img src=x onerror='),
  SQL: ({ firstName = '' }) => firstName.includes('DROP TABLE'),
  'a phone number that cannot be parsed': ({ phone = '+' }) => /[a-z]/.test(phone),
  'zero, which is a value': ({ custom }) => custom?.['orders'] === 0,
  'an option that is none any more': ({ custom }) => custom?.['plan'] === 'platinum',
};

describe('the demo’s data', () => {
  test('is the same each time', () => {
    assert.deepEqual(createSeed(SEEDED_AT), [shop, clinic]);
  });

  test('differs from day to day in its times only', () => {
    const days = 3;
    const later = createSeed(new Date(SEEDED_AT.getTime() + days * 86_400_000));
    const timeless = (seed: unknown) => JSON.stringify(seed).replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time');
    assert.equal(timeless(later), timeless([shop, clinic]));
  });

  test('has at least 320 contacts, and two workspaces', () => {
    assert.ok(contacts.length >= 320, String(contacts.length));
    assert.ok(clinic.contacts.length > 0);
    assert.equal(new Set(contacts.map(({ id }) => id)).size, contacts.length);
  });

  test('has names in many scripts', () => {
    const names = contacts.map(({ firstName = '', lastName = '' }) => firstName + lastName);
    for (const script of SCRIPTS) {
      const pattern = new RegExp(`\\p{Script=${script}}`, 'u');
      assert.ok(
        names.some((name) => pattern.test(name)),
        script,
      );
    }
  });

  for (const [shape, isIt] of Object.entries(SHAPES)) {
    test(`has a contact with ${shape}`, () => assert.ok(contacts.some(isIt)));
  }

  test('has every type of channel in every state, and one type that nobody knows', () => {
    const found = new Set(contacts.flatMap(({ channels = [] }) => channels.map(({ type, state }) => `${type} ${state}`)));
    for (const type of [...CHANNEL_TYPES, 'pigeon']) {
      for (const state of ['active', 'inactive', 'unavailable']) assert.ok(found.has(`${type} ${state}`), `${type} ${state}`);
    }
  });

  test('has a field of every type, and values that fit, save where a misfit is the point', () => {
    const types = new Set(allFields(fields).map(({ type }) => type));
    for (const type of 'text textarea list multilist checkbox email phone url number currency percent date time datetime country language person'.split(
      ' ',
    )) {
      assert.ok(types.has(type), type);
    }
    const misfits = contacts.flatMap(({ firstName, custom = {} }) =>
      fields
        .filter((field) => Object.hasOwn(custom, field.key) && valueProblem(custom[field.key] ?? null, field))
        .map(() => firstName),
    );
    assert.deepEqual(new Set(misfits), new Set(['Old', 'javascript:alert(3)']));
  });

  test('has people of every role, and somebody who may not delete though a manager', () => {
    assert.deepEqual(new Set(users.map(({ role }) => role)), new Set(['owner', 'manager', 'agent', 'viewer']));
    assert.ok(
      users.some(({ role, restrictions }) => role === 'manager' && restrictions?.includes('restrict_contact_deletion')),
    );
  });

  test('has tags that fold apart, and refers to known tags, people and contacts only', () => {
    assert.equal(new Set(tags.map(({ name }) => foldText(name))).size, tags.length);
    const known = { tags: new Set(tags.map(({ id }) => id)), users: new Set(users.map(({ id }) => id)) };
    for (const { tagIds = [], assigneeId } of contacts) {
      assert.ok(tagIds.every((id) => known.tags.has(id)));
      assert.ok(assigneeId === undefined || known.users.has(assigneeId));
    }
    const ids = new Set(contacts.map(({ id }) => id));
    assert.ok(conversations.every(({ contactId }) => ids.has(contactId)));
  });

  test('has conversations in many languages, the newest minutes old, each with its lines in order', () => {
    const languages = new Map(contacts.map(({ id, language }) => [id, language]));
    assert.ok(new Set(conversations.map(({ contactId }) => languages.get(contactId))).size >= 20);
    const newest = Math.max(...conversations.map(({ messages }) => messages.at(-1)?.sentAt.getTime() ?? 0));
    assert.ok(SEEDED_AT.getTime() - newest < 10 * 60_000);
    for (const { messages } of conversations) {
      assert.ok(messages.length > 0);
      const times = messages.map(({ sentAt }) => sentAt.getTime());
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
    }
  });

  test('begins with the contact of the picture, everything filled in', () => {
    const [featured] = contacts;
    assert.equal(featured?.id, 'c_1001');
    assert.equal(conversations[0]?.contactId, 'c_1001');
    assert.ok((conversations[0]?.messages.length ?? 0) > 10);
    const custom = fields.filter(({ key }) => featured && Object.hasOwn(featured.custom ?? {}, key));
    assert.ok(custom.length >= 15);
  });
});

function named({ firstName, lastName, displayName }: ContactSeed): boolean {
  return Boolean(firstName || lastName || displayName);
}
