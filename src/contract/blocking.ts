import { contractCase, read, unaborted, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { expectEqual, expectFailure, expectThat } from './expect.js';
import { ID } from './seed.js';

/** What is true of blocking a contact. */
export const blocking: readonly ContractCase[] = [
  contractCase('setBlocked blocks that contact, and no other, until it unblocks them', ['setBlocked'], async (adapter) => {
    const blocked = await adapter.setBlocked(ID.ana, true, writing());
    expectEqual(blocked.isBlocked, true, 'whether the contact of the answer is blocked');
    expectEqual((await read(adapter, ID.ana)).isBlocked, true, 'whether the contact read again is blocked');
    expectThat(!(await read(adapter, ID.bo)).isBlocked, 'expected the other contact not to be blocked');
    const unblocked = await adapter.setBlocked(ID.ana, false, writing());
    expectThat(!unblocked.isBlocked, 'expected the contact of the answer not to be blocked any more');
    expectThat(!(await read(adapter, ID.ana)).isBlocked, 'expected the contact read again not to be blocked any more');
  }),
  contractCase('blocking changes nothing else of the contact', ['setBlocked'], async (adapter) => {
    const { version: _, isBlocked: __, ...before } = await read(adapter, ID.ana);
    const { version: ___, isBlocked: ____, ...after } = await adapter.setBlocked(ID.ana, true, writing());
    expectEqual(after, before, 'the contact');
  }),
  contractCase('blocking who is blocked, or unblocking who is not, changes nothing', ['setBlocked'], async (adapter) => {
    const before = await read(adapter, ID.ana);
    await adapter.setBlocked(ID.ana, false, writing());
    expectEqual((await read(adapter, ID.ana)).version, before.version, 'the version of who was not blocked');
    const { version } = await adapter.setBlocked(ID.ana, true, writing());
    await adapter.setBlocked(ID.ana, true, writing());
    expectEqual((await read(adapter, ID.ana)).version, version, 'the version of who was blocked');
  }),
  contractCase('a block repeated under its key is done once', ['setBlocked', 'idempotency'], async (adapter) => {
    const write = writing();
    await adapter.setBlocked(ID.ana, true, write);
    await adapter.setBlocked(ID.ana, false, writing());
    await adapter.setBlocked(ID.ana, true, write);
    expectThat(!(await read(adapter, ID.ana)).isBlocked, 'expected the contact to be unblocked still');
  }),
  contractCase(
    'a contact is blocked over an outdated version: that never conflicts',
    ['setBlocked', 'save'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      await adapter.save(ID.ana, { firstName: 'Anna' }, writing(version));
      const { firstName, isBlocked } = await adapter.setBlocked(ID.ana, true, writing(version));
      expectEqual([firstName, isBlocked], ['Anna', true], 'name and blocking');
    },
  ),
  contractCase('a block gives the contact another version', ['setBlocked', 'versions'], async (adapter) => {
    const { version } = await read(adapter, ID.ana);
    const blocked = await adapter.setBlocked(ID.ana, true, writing());
    expectThat(blocked.version !== version, 'expected another version after a block');
  }),
  contractCase('setBlocked fails with not-found or gone where there is no such contact', ['setBlocked'], async (adapter) => {
    await expectFailure(adapter.setBlocked(ID.missing, true, writing()), 'not-found', 'gone');
  }),
  contractCase('setBlocked does not bring a deleted contact back', ['setBlocked', 'delete'], async (adapter) => {
    await adapter.delete(ID.ana, writing());
    await expectFailure(adapter.setBlocked(ID.ana, true, writing()), 'not-found', 'gone');
    await expectFailure(adapter.load(ID.ana, { signal: unaborted() }), 'not-found', 'gone');
  }),
];
