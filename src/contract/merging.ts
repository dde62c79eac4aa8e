import { expectEqual, expectFailure } from './expect.js';
import { contractCase, read, tagNames, unaborted, writing } from './contract-case.js';
import { entriesOf } from '../core/contact.js';
import type { Contact, EntryList } from '../core/contact.js';
import type { ContractCase } from './contract-case.js';
import { ID } from './seed.js';

/** Asks for what may be the same person as this one, or for what a text finds. */
const asking = (query = '', limit = 10) => ({ query, limit, signal: unaborted() });

/** What is true of making one contact of two. */
export const merging: readonly ContractCase[] = [
  contractCase('a merge keeps the values as chosen, and what only one contact has', ['merge'], async (adapter) => {
    const [ana, bo] = [await read(adapter, ID.ana), await read(adapter, ID.bo)];
    const write = { ...writing(bo.version), ...(ana.version === undefined ? {} : { otherVersion: ana.version }) };
    const answer = await adapter.merge(ID.bo, ID.ana, { firstName: 'other', email: 'this' }, write);
    const expected = { ...facts(ana), email: bo.email };
    expectEqual(facts(answer), expected, 'the values that are kept');
    expectEqual(facts(await read(adapter, ID.bo)), expected, 'the contact read again');
  }),
  contractCase('of a key that is not named, a contact keeps its own value', ['merge'], async (adapter) => {
    const { email, firstName } = await adapter.merge(ID.ana, ID.bo, {}, writing());
    expectEqual({ email, firstName }, { email: 'ana@example.com', firstName: 'Ana' }, 'the values of the contact');
  }),
  contractCase('a value that is to be kept may be none', ['merge'], async (adapter) => {
    const { lastName } = await adapter.merge(ID.ana, ID.bo, { lastName: 'other' }, writing());
    expectEqual(lastName, undefined, 'the last name');
  }),
  contractCase('a merge chooses custom values one by one', ['merge', 'save', 'custom-fields'], async (adapter) => {
    await adapter.save(ID.bo, { custom: { plan: 'free', seats: 9, newsletter: true } }, writing());
    const { custom } = await adapter.merge(ID.ana, ID.bo, { plan: 'other', seats: 'this' }, writing());
    expectEqual(custom, { plan: 'free', seats: 3, newsletter: true }, 'the custom values');
  }),
  contractCase('a merge unites the tags of both', ['merge', 'addTag'], async (adapter) => {
    await adapter.addTag(ID.bo, { id: ID.lead }, writing());
    await adapter.addTag(ID.bo, { id: ID.vip }, writing());
    expectEqual(tagNames(await adapter.merge(ID.ana, ID.bo, {}, writing())), ['Lead', 'VIP'], 'the tags of both');
  }),
  contractCase(
    'a merge keeps the email addresses and phone numbers of both, and the chosen ones are primary',
    ['merge', 'saveEntry'],
    async (adapter) => {
      const shared = 'ana@work.example';
      await adapter.saveEntry(ID.ana, 'emails', shared, {}, writing());
      await adapter.saveEntry(ID.bo, 'emails', shared.toUpperCase(), { label: 'work' }, writing());
      await adapter.saveEntry(ID.bo, 'phones', '+351912000001', {}, writing());
      await adapter.merge(ID.ana, ID.bo, { email: 'other', phone: 'this' }, writing());
      const merged = await read(adapter, ID.ana);
      const emails = ['ana@example.com', shared, 'bo@example.com'];
      expectEqual(valuesOf(merged, 'emails'), emails, 'the email addresses of both, each once');
      expectEqual(valuesOf(merged, 'phones'), ['+351912000001', '+351912345678'], 'the phone numbers of both');
      expectEqual([merged.email, merged.phone], ['bo@example.com', '+351912345678'], 'the chosen values');
      const primary = [...entriesOf(merged, 'emails'), ...entriesOf(merged, 'phones')].filter(({ isPrimary }) => isPrimary);
      expectEqual(
        primary.map(({ value }) => value),
        ['bo@example.com', '+351912345678'],
        'the primary ones',
      );
    },
  ),
  contractCase('a merge with a blocked contact leads to a blocked one', ['merge', 'setBlocked'], async (adapter) => {
    await adapter.setBlocked(ID.bo, true, writing());
    const answer = await adapter.merge(ID.ana, ID.bo, {}, writing());
    for (const contact of [answer, await read(adapter, ID.ana)]) {
      expectEqual(contact.isBlocked, true, 'whether the contact is blocked');
    }
  }),
  contractCase('the other contact is gone after a merge, and says where it is', ['merge'], async (adapter) => {
    await adapter.merge(ID.ana, ID.bo, {}, writing());
    const { mergedInto } = await expectFailure(adapter.load(ID.bo, { signal: unaborted() }), 'gone');
    expectEqual(mergedInto, ID.ana, 'the contact that it is part of');
  }),
  contractCase(
    'what is written to a contact that was merged says where it is',
    ['merge', 'save', 'addTag'],
    async (adapter) => {
      await adapter.merge(ID.ana, ID.bo, {}, writing());
      const writes = [
        () => adapter.save(ID.bo, { firstName: 'Boris' }, writing()),
        () => adapter.addTag(ID.bo, { id: ID.lead }, writing()),
      ];
      for (const write of writes) expectEqual((await expectFailure(write(), 'gone')).mergedInto, ID.ana, 'where it is');
      expectEqual((await read(adapter, ID.ana)).firstName, 'Ana', 'the other contact');
    },
  ),
  contractCase('a deleted contact is no place to go for those merged into it', ['merge', 'delete'], async (adapter) => {
    await adapter.merge(ID.ana, ID.bo, {}, writing());
    await adapter.delete(ID.ana, writing());
    const { mergedInto } = await expectFailure(adapter.load(ID.bo, { signal: unaborted() }), 'gone');
    expectEqual(mergedInto, undefined, 'the contact that it is part of');
  }),
  contractCase(
    'a merge repeated under its key is done once and answers the same',
    ['merge', 'idempotency'],
    async (adapter) => {
      const write = writing((await read(adapter, ID.ana)).version);
      const first = await adapter.merge(ID.ana, ID.bo, { firstName: 'other' }, write);
      expectEqual(await adapter.merge(ID.ana, ID.bo, { firstName: 'other' }, write), first, 'the second answer');
    },
  ),
  contractCase(
    'a merge over an outdated version of either contact is a conflict and merges nothing',
    ['merge', 'save', 'versions'],
    async (adapter) => {
      const [ana, bo] = [await read(adapter, ID.ana), await read(adapter, ID.bo)];
      const versions = { ...writing(ana.version), ...(bo.version === undefined ? {} : { otherVersion: bo.version }) };
      const { version: newer } = await adapter.save(ID.bo, { firstName: 'Boris' }, writing());
      await expectFailure(adapter.merge(ID.ana, ID.bo, {}, versions), 'conflict');
      await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
      const otherVersion = newer === undefined ? {} : { otherVersion: newer };
      const { current } = await expectFailure(
        adapter.merge(ID.ana, ID.bo, {}, { ...writing(ana.version), ...otherVersion }),
        'conflict',
      );
      expectEqual(current?.firstName, 'Anna', 'the contact that the conflict carries');
      expectEqual((await read(adapter, ID.bo)).firstName, 'Boris', 'the other contact read again');
    },
  ),
  contractCase('a contact cannot be merged with itself, nor with one that is not there', ['merge'], async (adapter) => {
    for (const other of [ID.ana, ID.missing]) {
      const { fields } = await expectFailure(adapter.merge(ID.ana, other, {}, writing()), 'invalid');
      expectEqual(
        fields.map(({ pointer }) => pointer),
        ['/other'],
        'what is refused',
      );
    }
    await expectFailure(adapter.merge(ID.missing, ID.ana, {}, writing()), 'not-found', 'gone');
    expectEqual((await read(adapter, ID.ana)).firstName, 'Ana', 'the contact read again');
  }),
  contractCase('a choice about a field that there is not is refused', ['merge'], async (adapter) => {
    await expectFailure(adapter.merge(ID.ana, ID.bo, { nowhere: 'other' }, writing()), 'forbidden');
    expectEqual((await read(adapter, ID.bo)).firstName, 'Bo', 'the other contact');
  }),
  contractCase(
    'suggestDuplicates finds a contact of the same name, and says why',
    ['suggestDuplicates', 'save'],
    async (adapter) => {
      expectEqual(await adapter.suggestDuplicates(ID.ana, asking()), [], 'what looks like Ana at first');
      await adapter.save(ID.bo, { firstName: 'ána', lastName: 'Sousa' }, writing());
      const [found, ...others] = await adapter.suggestDuplicates(ID.ana, asking());
      expectEqual(
        [found?.contact.id, found?.contact.email, found?.reasons, others.length],
        [ID.bo, 'bo@example.com', ['name'], 0],
        'what looks like Ana then',
      );
    },
  ),
  contractCase(
    'suggestDuplicates finds a contact that has the same email address or phone number among others',
    ['suggestDuplicates', 'saveEntry'],
    async (adapter) => {
      await adapter.saveEntry(ID.bo, 'emails', 'ANA@example.com', {}, writing());
      await adapter.saveEntry(ID.ana, 'phones', '+351912000001', {}, writing());
      await adapter.saveEntry(ID.bo, 'phones', '+351912000002', {}, writing());
      await adapter.saveEntry(ID.bo, 'phones', '+351912000001', {}, writing());
      const [found] = await adapter.suggestDuplicates(ID.ana, asking());
      expectEqual([found?.contact.id, found?.reasons], [ID.bo, ['email', 'phone']], 'what looks like Ana');
    },
  ),
  contractCase(
    'suggestDuplicates searches for what was typed, and finds others only',
    ['suggestDuplicates'],
    async (adapter) => {
      const idsFor = async (query: string) =>
        (await adapter.suggestDuplicates(ID.ana, asking(query))).map(({ contact }) => contact.id);
      expectEqual(await idsFor('bo'), [ID.bo], 'what "bo" finds');
      expectEqual(await idsFor('ana'), [], 'what "ana" finds');
      expectEqual(await idsFor('nobody is called this'), [], 'what nothing finds');
    },
  ),
  contractCase('suggestDuplicates answers no more than it was asked for', ['suggestDuplicates', 'save'], async (adapter) => {
    await adapter.save(ID.bo, { firstName: 'Ana', lastName: 'Sousa' }, writing());
    expectEqual((await adapter.suggestDuplicates(ID.ana, asking('', 1))).length, 1, 'how many are suggested');
  }),
  contractCase('those who watch a contact that is merged are told', ['merge', 'watch', 'save'], async (adapter) => {
    let stop = (): void => undefined;
    let isFollowed = (): void => undefined;
    const followed = new Promise<void>((resolve) => (isFollowed = resolve));
    const told = new Promise<void>((resolve) => {
      stop = adapter.watch(ID.bo, () => {
        adapter.load(ID.bo, { signal: unaborted() }).then(isFollowed, () => resolve());
      });
    });
    try {
      await adapter.save(ID.bo, { lastName: 'Lund' }, writing());
      await followed;
      await adapter.merge(ID.ana, ID.bo, {}, writing());
      await told;
    } finally {
      stop();
    }
  }),
];

/** The email addresses or phone numbers of a contact, sorted: their order is the source's own. */
function valuesOf(contact: Contact, list: EntryList): readonly string[] {
  return entriesOf(contact, list)
    .map(({ value }) => value.toLowerCase())
    .sort();
}

function facts({ email, firstName, lastName, phone }: Contact): Contact {
  return { email, firstName, lastName, phone } as Contact;
}
