import { expectEqual, expectFailure, expectSilence, expectThat } from './expect.js';
import { contractCase, read, unaborted, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { ID, SEED } from './seed.js';

const AWKWARD_IDS = ['a/b', 'c d', 'ü?#%', '%2F', '..a', '__proto__', 'constructor', '연락처', '👩‍👩‍👧'];

/** What is true of reading a contact. */
export const reading: readonly ContractCase[] = [
  contractCase('load answers the contact of the id it was asked for, with what the source knows', ['load'], async (adapter) => {
    const { id, firstName, lastName, country, language, email, phone, status } = await read(adapter, ID.ana);
    const { version: _, tags: _tags, custom: _custom, provenance: _provenance, ...expected } = SEED.contacts[0] ?? { id: '' };
    expectEqual({ id, firstName, lastName, country, language, email, phone, status }, expected, 'the contact');
  }),
  contractCase('load answers the tags on the contact, with id and name', ['load'], async (adapter) => {
    const tags = (await read(adapter, ID.ana)).tags?.map(({ id, name }) => ({ id, name }));
    expectEqual(tags, [{ id: ID.vip, name: 'VIP' }], 'the tags');
  }),
  contractCase('load answers the custom values', ['load', 'custom-fields'], async (adapter) => {
    expectEqual((await read(adapter, ID.ana)).custom, { plan: 'pro', seats: 3 }, 'the custom values');
  }),
  contractCase('load answers a contact that has next to nothing', ['load'], async (adapter) => {
    const { lastName, phone, assignee, tags } = await read(adapter, ID.bo);
    expectEqual([lastName ?? null, phone ?? null, assignee ?? null, tags ?? []], [null, null, null, []], 'absent values');
  }),
  contractCase(
    'load answers the definitions of the custom fields, in their order',
    ['load', 'custom-fields'],
    async (adapter) => {
      const { fields = [] } = await adapter.load(ID.ana, { signal: unaborted() });
      const custom = fields.filter(({ key }) => SEED.fields?.some((field) => field.key === key));
      expectEqual(
        custom.map(({ key, type }) => [key, type]),
        SEED.fields?.map(({ key, type }) => [key, type]),
        'the fields',
      );
    },
  ),
  contractCase('load says that the contact may be deleted, to an asker who may', ['load', 'delete'], async (adapter) => {
    const { can } = await adapter.load(ID.ana, { signal: unaborted() });
    expectEqual(can?.delete, true, 'can.delete');
  }),
  contractCase(
    'load names the one who asks, if at all, as a person whom save can assign',
    ['load', 'save'],
    async (adapter) => {
      const { me } = await adapter.load(ID.ana, { signal: unaborted() });
      if (!me) return;
      expectThat(me.name !== '', 'expected a name');
      expectEqual((await adapter.save(ID.ana, { assignee: me }, writing())).assignee?.id, me.id, 'the assignee');
    },
  ),
  contractCase('load fails with not-found where there is no such contact', ['load'], async (adapter) => {
    await expectFailure(adapter.load(ID.missing, { signal: unaborted() }), 'not-found');
  }),
  contractCase('load finds nothing under the name of a member that every object has', ['load'], async (adapter) => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      await expectFailure(adapter.load(id, { signal: unaborted() }), 'not-found');
    }
  }),
  contractCase(
    'load finds contacts whose ids need care: slashes, spaces, percent signs, other scripts',
    ['load'],
    async (adapter) => {
      for (const id of AWKWARD_IDS) expectEqual((await read(adapter, id)).firstName, `Name of ${id}`, `the contact "${id}"`);
    },
    { contacts: AWKWARD_IDS.map((id) => ({ id, firstName: `Name of ${id}` })) },
  ),
  contractCase('load answers the same version again while nothing changes', ['load', 'versions'], async (adapter) => {
    const { version } = await read(adapter, ID.ana);
    expectThat(version !== undefined, 'expected a version: a source without versions must be declared to lack them');
    expectEqual((await read(adapter, ID.ana)).version, version, 'the version');
  }),
  contractCase(
    'load answers a contact of the caller’s own: changing it changes nothing for anybody',
    ['load'],
    async (adapter) => {
      const contact = await read(adapter, ID.ana);
      Reflect.set(contact, 'firstName', 'Mallory');
      Reflect.set(contact.tags?.[0] ?? {}, 'name', 'Mallory');
      const { firstName, tags } = await read(adapter, ID.ana);
      expectEqual([firstName, tags?.[0]?.name], ['Ana', 'VIP'], 'the contact read again');
    },
  ),
  contractCase('load can be aborted before and after it began, which is no failure', ['load'], async (adapter) => {
    await expectSilence(adapter.load(ID.ana, { signal: AbortSignal.abort() }));
    const controller = new AbortController();
    const loading = adapter.load(ID.ana, { signal: controller.signal });
    controller.abort();
    await expectSilence(loading);
    expectEqual((await read(adapter, ID.ana)).id, ID.ana, 'the contact read afterwards');
  }),
];
