import { expectEqual, expectFailure } from './expect.js';
import { contractCase, read, unaborted, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { ID } from './seed.js';

/** What is true of deleting a contact. */
export const deleting: readonly ContractCase[] = [
  contractCase('a deleted contact cannot be read any more, and others can', ['delete'], async (adapter) => {
    await adapter.delete(ID.ana, writing((await read(adapter, ID.ana)).version));
    await expectFailure(adapter.load(ID.ana, { signal: unaborted() }), 'not-found', 'gone');
    expectEqual((await read(adapter, ID.bo)).firstName, 'Bo', 'the other contact');
  }),
  contractCase(
    'a delete repeated under its key is done once and succeeds again',
    ['delete', 'idempotency'],
    async (adapter) => {
      const write = writing((await read(adapter, ID.ana)).version);
      await adapter.delete(ID.ana, write);
      await adapter.delete(ID.ana, write);
      expectEqual((await read(adapter, ID.bo)).firstName, 'Bo', 'the other contact');
    },
  ),
  contractCase('a second delete under another key fails with not-found or gone', ['delete'], async (adapter) => {
    await adapter.delete(ID.ana, writing());
    await expectFailure(adapter.delete(ID.ana, writing()), 'not-found', 'gone');
  }),
  contractCase('delete fails with not-found or gone where there was never such a contact', ['delete'], async (adapter) => {
    await expectFailure(adapter.delete(ID.missing, writing()), 'not-found', 'gone');
  }),
  contractCase(
    'delete over an outdated version is a conflict and deletes nothing',
    ['delete', 'save', 'versions'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      await adapter.save(ID.ana, { firstName: 'Anna' }, writing(version));
      const { current } = await expectFailure(adapter.delete(ID.ana, writing(version)), 'conflict');
      expectEqual(current?.firstName, 'Anna', 'the contact that the conflict carries');
      expectEqual((await read(adapter, ID.ana)).firstName, 'Anna', 'the contact read again');
    },
  ),
  contractCase('save does not bring a deleted contact back', ['delete', 'save'], async (adapter) => {
    const { version } = await read(adapter, ID.ana);
    await adapter.delete(ID.ana, writing(version));
    await expectFailure(adapter.save(ID.ana, { firstName: 'Anna' }, writing(version)), 'not-found', 'gone');
    await expectFailure(adapter.load(ID.ana, { signal: unaborted() }), 'not-found', 'gone');
  }),
  contractCase('addTag does not bring a deleted contact back', ['delete', 'addTag'], async (adapter) => {
    await adapter.delete(ID.ana, writing());
    await expectFailure(adapter.addTag(ID.ana, { id: ID.lead }, writing()), 'not-found', 'gone');
    await expectFailure(adapter.load(ID.ana, { signal: unaborted() }), 'not-found', 'gone');
  }),
];
