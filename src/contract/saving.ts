import type { ContactPatch, FieldValue } from '../core/contact.js';
import { expectEqual, expectFailure, expectSilence } from './expect.js';
import { contractCase, read, tagNames, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { HOSTILE_KEYS, ID } from './seed.js';

/** Names that a careless source normalises, cuts or takes for something else. */
const NAMES = [
  'e\u0301 and \u00e9',
  'Nguyễn Thị Minh Khai',
  '𠮷野家 ﾔﾏﾀﾞ',
  'محمد\u200f',
  '👩🏽‍🚀',
  "Robert'); DROP TABLE contacts;--",
  '<b>&amp;</b>',
  'a\u00a0b  c',
  'null',
  '0',
];

/** What is true of changing fields. */
export const saving: readonly ContractCase[] = [
  contractCase('save answers the contact with the new value, and load finds it', ['save'], async (adapter) => {
    const saved = await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
    expectEqual([saved.id, saved.firstName], [ID.ana, 'Anna'], 'the answer');
    expectEqual((await read(adapter, ID.ana)).firstName, 'Anna', 'the contact read again');
  }),
  contractCase('save leaves everything alone that the patch does not name', ['save'], async (adapter) => {
    await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
    const ana = await read(adapter, ID.ana);
    expectEqual(
      [ana.lastName, ana.email, ana.phone, tagNames(ana)],
      ['Sousa', 'ana@example.com', '+351912345678', ['VIP']],
      'the rest',
    );
    expectEqual((await read(adapter, ID.bo)).firstName, 'Bo', 'the other contact');
  }),
  contractCase(
    'save leaves no value with the provenance of the one before it, and the others with theirs',
    ['save'],
    async (adapter) => {
      const { provenance: before } = await read(adapter, ID.ana);
      // A source need not know where values come from.
      if (!before) return;
      const saved = await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
      for (const { provenance } of [saved, await read(adapter, ID.ana)]) {
        const source = provenance?.['firstName']?.source;
        expectEqual(
          source === undefined || source === 'person',
          true,
          'whether the new name comes from a person, if from anywhere',
        );
        expectEqual(provenance?.['lastName'], before['lastName'], 'where the last name comes from');
      }
    },
  ),
  contractCase('save sets several fields at once', ['save'], async (adapter) => {
    const patch = { firstName: 'Bodil', lastName: 'Å', country: 'DK', language: 'da', phone: '+4531234567', status: 'closed' };
    await adapter.save(ID.bo, patch, writing());
    const { firstName, lastName, country, language, phone, status } = await read(adapter, ID.bo);
    expectEqual({ firstName, lastName, country, language, phone, status }, patch, 'the contact');
  }),
  contractCase('save clears what the patch sets to null, and bears that there was nothing', ['save'], async (adapter) => {
    await adapter.save(ID.ana, { lastName: null, assignee: null }, writing());
    await adapter.save(ID.ana, { lastName: null }, writing());
    const { lastName, firstName } = await read(adapter, ID.ana);
    expectEqual([lastName ?? '', firstName], ['', 'Ana'], 'last and first name');
  }),
  contractCase('save keeps names code point for code point', ['save'], async (adapter) => {
    for (const firstName of NAMES) {
      expectEqual((await adapter.save(ID.ana, { firstName }, writing())).firstName, firstName, 'the answer');
      expectEqual((await read(adapter, ID.ana)).firstName, firstName, 'the name read again');
    }
  }),
  contractCase('save assigns a person and takes the assignment back', ['save'], async (adapter) => {
    await adapter.save(ID.ana, { assignee: { id: ID.olga, name: 'Olga Ólafsdóttir' } }, writing());
    expectEqual((await read(adapter, ID.ana)).assignee?.id, ID.olga, 'the assignee');
    await adapter.save(ID.ana, { assignee: null }, writing());
    expectEqual((await read(adapter, ID.ana)).assignee ?? null, null, 'the assignee afterwards');
  }),
  contractCase('save changes one custom value and leaves the others', ['save', 'custom-fields'], async (adapter) => {
    await adapter.save(ID.ana, { custom: { plan: 'free' } }, writing());
    expectEqual((await read(adapter, ID.ana)).custom, { plan: 'free', seats: 3 }, 'the custom values');
    await adapter.save(ID.ana, { custom: { plan: null } }, writing());
    expectEqual((await read(adapter, ID.ana)).custom, { seats: 3 }, 'the custom values without the plan');
  }),
  contractCase(
    'save keeps numbers, booleans and lists what they are, zero and false too',
    ['save', 'custom-fields'],
    async (adapter) => {
      const values: Readonly<Record<string, FieldValue>> = { seats: 0, newsletter: false, interests: ['go', 'art'] };
      await adapter.save(ID.bo, { custom: values }, writing());
      expectEqual((await read(adapter, ID.bo)).custom, values, 'the custom values');
    },
  ),
  contractCase(
    'save takes field keys for what they are, even those every object has',
    ['save', 'custom-fields'],
    async (adapter) => {
      const custom = Object.fromEntries(HOSTILE_KEYS.map((key) => [key, `value of ${key}`]));
      await adapter.save(ID.bo, { custom }, writing());
      expectEqual((await read(adapter, ID.bo)).custom, custom, 'the custom values');
      expectEqual(Object.keys({}), [], 'the members of a new object');
    },
  ),
  contractCase('save never changes the id or the tags, whatever the patch says', ['save'], async (adapter) => {
    for (const patch of [{ id: 'c_other' }, { tags: [] }, { version: '0' }]) {
      await adapter.save(ID.ana, patch as ContactPatch, writing()).catch(() => undefined);
    }
    const ana = await read(adapter, ID.ana);
    expectEqual([ana.id, tagNames(ana)], [ID.ana, ['VIP']], 'id and tags');
  }),
  contractCase('save fails with not-found or gone where there is no such contact', ['save'], async (adapter) => {
    await expectFailure(adapter.save(ID.missing, { firstName: 'No one' }, writing()), 'not-found', 'gone');
  }),
  contractCase('save refuses the email address of another contact as duplicate', ['save', 'uniqueness'], async (adapter) => {
    await expectFailure(adapter.save(ID.bo, { email: 'ana@example.com' }, writing()), 'duplicate');
    expectEqual((await read(adapter, ID.bo)).email, 'bo@example.com', 'the address afterwards');
    await adapter.save(ID.ana, { email: 'ana@example.com' }, writing());
  }),
  contractCase('a duplicate that names the other contact names it by id and name', ['save', 'uniqueness'], async (adapter) => {
    const { existing } = await expectFailure(adapter.save(ID.bo, { email: 'ana@example.com' }, writing()), 'duplicate');
    if (existing) expectEqual(existing, { id: ID.ana, name: 'Ana Sousa' }, 'the other contact');
  }),
  contractCase('save leaves its arguments as they were, frozen ones included', ['save'], async (adapter) => {
    const patch = Object.freeze({ firstName: 'Anna', assignee: Object.freeze({ id: ID.olga, name: 'Olga Ólafsdóttir' }) });
    const options = Object.freeze(writing());
    const before = JSON.stringify([patch, { key: options.key }]);
    await adapter.save(ID.ana, patch, options);
    expectEqual(JSON.stringify([patch, { key: options.key }]), before, 'the arguments');
  }),
  contractCase('save does not hold on to the patch: changing it later changes no contact', ['save'], async (adapter) => {
    const assignee: { id: string; name: string } = { id: ID.olga, name: 'Olga Ólafsdóttir' };
    const saving = adapter.save(ID.ana, { assignee }, writing());
    assignee.id = 'u_max';
    await saving;
    assignee.id = 'u_kim';
    expectEqual((await read(adapter, ID.ana)).assignee?.id, ID.olga, 'the assignee');
  }),
  contractCase('save can be aborted, which is no failure, and is then done wholly or not at all', ['save'], async (adapter) => {
    const controller = new AbortController();
    const saving = adapter.save(ID.ana, { firstName: 'Anna', lastName: 'Souza' }, { ...writing(), signal: controller.signal });
    controller.abort();
    await expectSilence(saving);
    const { firstName, lastName } = await read(adapter, ID.ana);
    expectEqual(firstName === 'Anna', lastName === 'Souza', 'whether one, and the other, was saved');
  }),
];
