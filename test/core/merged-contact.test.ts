import assert from 'node:assert/strict';
import test from 'node:test';
import type { MergeChoices } from '../../src/core/adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { mayChoose, mergedContact } from '../../src/core/merged-contact.js';

const ANA: Contact = { id: 'c_1', version: '1', firstName: 'Ana', email: 'ana@example.com' };
const BO: Contact = { id: 'c_2', version: '9', firstName: 'Bo', phone: '+351912345678' };

const entry = (value: string) => ({ value, isPrimary: false });

test('the id and the version are those of the contact that stays', () => {
  const { id, version } = mergedContact(ANA, BO, { firstName: 'other' });
  assert.deepEqual({ id, version }, { id: 'c_1', version: '1' });
});

test('a value is as chosen; where nothing is chosen, one’s own comes before the other’s', () => {
  assert.deepEqual(mergedContact(ANA, BO, {}), { ...ANA, phone: BO.phone });
  const { email, firstName, phone } = mergedContact(ANA, BO, { firstName: 'other', email: 'other', phone: 'this' });
  assert.deepEqual([firstName, email, phone], ['Bo', undefined, undefined]);
});

test('custom values are chosen by any key, those that every object has included', () => {
  const custom = (text: string) => JSON.parse(`{"__proto__":"${text}","constructor":"${text}"}`) as Record<string, string>;
  const merged = mergedContact(
    { ...ANA, custom: custom('this') },
    { ...BO, custom: custom('other') },
    JSON.parse('{"constructor":"other"}') as MergeChoices,
  );
  assert.equal(JSON.stringify(merged.custom), '{"__proto__":"this","constructor":"other"}');
});

test('the name that a channel gives and the picture are chosen as well', () => {
  const [one, other] = [
    { ...ANA, displayName: 'ana', avatarUrl: 'https://a.example/' },
    { ...BO, displayName: 'bo', avatarUrl: 'https://b.example/' },
  ];
  const { avatarUrl, displayName } = mergedContact(one, other, { avatarUrl: 'other' });
  assert.deepEqual([displayName, avatarUrl], ['ana', 'https://b.example/']);
});

test('where a value comes from goes with the value', () => {
  const [mine, theirs] = [{ source: 'person' }, { source: 'import' }] as const;
  const { provenance } = mergedContact(
    { ...ANA, provenance: { firstName: mine, email: mine } },
    { ...BO, provenance: { firstName: theirs, phone: theirs } },
    { firstName: 'other' },
  );
  assert.deepEqual(provenance, { email: mine, firstName: theirs, phone: theirs });
});

test('tags of both are there once; of a channel that both have, the one that is connected', () => {
  const [vip, lead] = [
    { id: 't_1', name: 'VIP' },
    { id: 't_2', name: 'Lead' },
  ];
  const sms = { id: 'ch_1', type: 'sms', handle: '+351912345678', state: 'inactive' } as const;
  const connected = { ...sms, id: 'ch_9', state: 'active' } as const;
  const mail = { id: 'ch_2', type: 'email', state: 'active' } as const;
  const { channels, tags } = mergedContact(
    { ...ANA, tags: [vip], channels: [sms] },
    { ...BO, tags: [lead, vip], channels: [connected, mail] },
    {},
  );
  assert.deepEqual(tags, [vip, lead]);
  assert.deepEqual(channels, [connected, mail]);
});

test('a contact is blocked where either of the two was', () => {
  const blocked = { ...BO, isBlocked: true };
  const both = [mergedContact(ANA, blocked, {}), mergedContact(blocked, ANA, {}), mergedContact(ANA, BO, {})];
  assert.deepEqual(
    both.map(({ isBlocked }) => isBlocked),
    [true, true, undefined],
  );
});

test('of a source that knows several, the addresses of both stay, each once, and the chosen one is primary', () => {
  const ben = { ...BO, email: 'ben@example.com' };
  const { email, emails } = mergedContact(ANA, ben, { email: 'other' }, true);
  assert.deepEqual([email, emails], [ben.email, [entry('ana@example.com'), { ...entry('ben@example.com'), isPrimary: true }]]);
  const several = {
    ...ben,
    emails: [
      { value: 'ben@example.com', isPrimary: true },
      { value: 'ANA@example.com', label: 'work' },
    ],
  };
  assert.deepEqual(mergedContact(ANA, several, {}).emails, [
    { ...entry('ana@example.com'), isPrimary: true, label: 'work' },
    entry('ben@example.com'),
  ]);
});

test('of a source that knows one, and of a contact that has one only, no list is made', () => {
  assert.equal(mergedContact(ANA, { ...BO, email: 'bo@example.com' }, {}).emails, undefined);
  assert.equal(mergedContact(ANA, BO, {}, true).emails, undefined);
});

test('where no address is to be kept, the one that was turned down is none of the further ones', () => {
  const emails = [{ value: 'ana@example.com', isPrimary: true }, { value: 'ana@work.example' }];
  const merged = mergedContact({ ...ANA, emails }, BO, { email: 'other' }, true);
  assert.deepEqual([merged.email, merged.emails], ['ana@work.example', [{ value: 'ana@work.example', isPrimary: true }]]);
});

test('messages and conversations are added up, where somebody knows how many there are', () => {
  const { conversationCount, messageCount } = mergedContact({ ...ANA, messageCount: 3 }, { ...BO, messageCount: 4 }, {});
  assert.deepEqual([messageCount, conversationCount], [7, undefined]);
});

test('nobody chooses about what they may not see or edit, and about what there is not', () => {
  const fields = [
    { key: 'plan', type: 'text' },
    { key: 'salary', type: 'number', access: 'mask' },
    { key: 'secret', type: 'text', access: 'hide' },
    { key: 'since', type: 'date', readonly: true },
    { key: 'lastName', type: 'text', access: 'view' },
  ] as const;
  const mayChooseAbout = (key: string) => mayChoose({ [key]: 'this' }, fields);
  assert.deepEqual(['plan', 'email', 'firstName', 'avatarUrl'].filter(mayChooseAbout).length, 4);
  assert.deepEqual(['salary', 'secret', 'since', 'lastName', 'displayName', 'nowhere', 'id'].filter(mayChooseAbout), []);
});
