import { expectEqual, expectFailure, expectThat } from './expect.js';
import { contractCase, read, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { ID } from './seed.js';

/** What is true of writes that meet other people's writes, or themselves. */
export const versions: readonly ContractCase[] = [
  contractCase(
    'a change gives the contact another version, in the answer and in the next read',
    ['save', 'versions'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      const saved = await adapter.save(ID.ana, { firstName: 'Anna' }, writing(version));
      expectThat(saved.version !== undefined && saved.version !== version, 'expected another version after the change');
      expectEqual((await read(adapter, ID.ana)).version, saved.version, 'the version read again');
    },
  ),
  contractCase('a change of one contact leaves the version of another', ['save', 'versions'], async (adapter) => {
    const { version } = await read(adapter, ID.bo);
    await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
    expectEqual((await read(adapter, ID.bo)).version, version, 'the version of the other contact');
  }),
  contractCase('save over an outdated version is a conflict and changes nothing', ['save', 'versions'], async (adapter) => {
    const { version } = await read(adapter, ID.ana);
    await adapter.save(ID.ana, { firstName: 'Anna' }, writing(version));
    await expectFailure(adapter.save(ID.ana, { firstName: 'Anne' }, writing(version)), 'conflict');
    expectEqual((await read(adapter, ID.ana)).firstName, 'Anna', 'the name');
  }),
  contractCase('a conflict carries the contact as the source has it now', ['save', 'versions'], async (adapter) => {
    const { version } = await read(adapter, ID.ana);
    const saved = await adapter.save(ID.ana, { firstName: 'Anna' }, writing(version));
    const { current } = await expectFailure(adapter.save(ID.ana, { lastName: 'S' }, writing(version)), 'conflict');
    expectEqual([current?.firstName, current?.version], ['Anna', saved.version], 'the name and version it carries');
  }),
  contractCase('save without a version is not checked for conflicts', ['save'], async (adapter) => {
    await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
    expectEqual((await adapter.save(ID.ana, { lastName: 'S' }, writing())).firstName, 'Anna', 'the name');
  }),
  contractCase(
    'of two saves over the same version, one is done and one is a conflict',
    ['save', 'versions'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      const saves = ['Anna', 'Anne'].map((firstName) => adapter.save(ID.ana, { firstName }, writing(version)));
      const results = await Promise.allSettled(saves);
      const refused = saves.filter((_, at) => results[at]?.status === 'rejected');
      expectEqual(refused.length, 1, 'how many saves were refused');
      for (const save of refused) await expectFailure(save, 'conflict');
    },
  ),
  contractCase(
    'a save repeated under its key is done once, though the contact has changed since',
    ['save', 'idempotency'],
    async (adapter) => {
      const write = writing((await read(adapter, ID.ana)).version);
      const first = await adapter.save(ID.ana, { firstName: 'Anna' }, write);
      const second = await adapter.save(ID.ana, { firstName: 'Anne' }, writing(first.version));
      const repeated = await adapter.save(ID.ana, { firstName: 'Anna' }, write);
      // Where writes answer nothing, this is the contact as it is now.
      const known = [first, second].find(({ version }) => version === repeated.version);
      expectEqual(repeated.firstName, known?.firstName, 'the answer to the repetition');
      const { firstName, version } = await read(adapter, ID.ana);
      expectEqual([firstName, version], ['Anne', second.version], 'the contact afterwards');
    },
  ),
  contractCase('two saves under one key at the same time are one', ['save', 'idempotency', 'versions'], async (adapter) => {
    const write = writing((await read(adapter, ID.ana)).version);
    const save = (): Promise<unknown> => adapter.save(ID.ana, { firstName: 'Anna' }, write);
    const [one, other] = await Promise.all([save(), save()]);
    expectEqual(one, other, 'the two answers');
  }),
  contractCase('a key that was used for something else is refused as invalid', ['save', 'idempotency'], async (adapter) => {
    const write = writing();
    await adapter.save(ID.ana, { firstName: 'Anna' }, write);
    await expectFailure(adapter.save(ID.ana, { firstName: 'Anne' }, write), 'invalid');
    await expectFailure(adapter.save(ID.bo, { firstName: 'Anna' }, write), 'invalid');
    expectEqual((await read(adapter, ID.ana)).firstName, 'Anna', 'the name');
    expectEqual((await read(adapter, ID.bo)).firstName, 'Bo', 'the name of the other contact');
  }),
  contractCase(
    'a write that was refused may be tried again under its key',
    ['save', 'idempotency', 'versions'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      const current = await adapter.save(ID.ana, { firstName: 'Anna' }, writing(version));
      const { key } = writing();
      await expectFailure(adapter.save(ID.ana, { lastName: 'S' }, writing(version, key)), 'conflict');
      expectEqual(
        (await adapter.save(ID.ana, { lastName: 'S' }, writing(current.version, key))).lastName,
        'S',
        'the last name',
      );
    },
  ),
];
