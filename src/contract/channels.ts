import { contractCase, read, unaborted, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import type { Contact } from '../core/contact.js';
import type { MemorySeed } from '../memory/memory-source.js';
import { expectEqual, expectFailure, expectThat } from './expect.js';
import { ID, SEED } from './seed.js';

const CHANNELS = [
  { id: ID.line, type: 'line', state: 'active' },
  { id: 'ch_sms', type: 'sms', state: 'inactive' },
] as const;

/** The usual contacts, one of them with channels. */
const CONNECTED: MemorySeed = {
  ...SEED,
  contacts: SEED.contacts.map((contact) => (contact.id === ID.ana ? { ...contact, channels: CHANNELS } : contact)),
};

/** What is true of removing channels. */
export const channels: readonly ContractCase[] = [
  contractCase(
    'removeChannel removes that channel and no other',
    ['removeChannel'],
    async (adapter) => {
      const answer = await adapter.removeChannel(ID.ana, ID.line, writing());
      expectEqual(idsOf(answer), ['ch_sms'], 'the channels of the answer');
      expectEqual(idsOf(await read(adapter, ID.ana)), ['ch_sms'], 'the channels read again');
    },
    CONNECTED,
  ),
  contractCase(
    'removing a channel that is not there, or that nobody knows, changes nothing',
    ['removeChannel'],
    async (adapter) => {
      const before = await read(adapter, ID.ana);
      for (const id of ['ch_missing', '__proto__']) await adapter.removeChannel(ID.ana, id, writing());
      await adapter.removeChannel(ID.bo, ID.line, writing());
      const after = await read(adapter, ID.ana);
      expectEqual([idsOf(after), after.version], [[ID.line, 'ch_sms'], before.version], 'channels and version');
    },
    CONNECTED,
  ),
  contractCase(
    'a channel that is removed again under the same key is removed once',
    ['removeChannel', 'idempotency'],
    async (adapter) => {
      const write = writing();
      await adapter.removeChannel(ID.ana, ID.line, write);
      const { version } = await read(adapter, ID.ana);
      await adapter.removeChannel(ID.ana, ID.line, write);
      expectEqual((await read(adapter, ID.ana)).version, version, 'the version');
    },
    CONNECTED,
  ),
  contractCase(
    'a channel is removed over an outdated version: that never conflicts',
    ['removeChannel', 'save'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      await adapter.save(ID.ana, { firstName: 'Anna' }, writing(version));
      const answer = await adapter.removeChannel(ID.ana, ID.line, writing(version));
      expectEqual([answer.firstName, idsOf(answer)], ['Anna', ['ch_sms']], 'name and channels');
    },
    CONNECTED,
  ),
  contractCase(
    'a channel that is removed gives the contact another version',
    ['removeChannel', 'versions'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      const answer = await adapter.removeChannel(ID.ana, ID.line, writing());
      expectThat(answer.version !== version, 'expected another version after a channel was removed');
    },
    CONNECTED,
  ),
  contractCase(
    'removeChannel fails with not-found or gone where there is no such contact',
    ['removeChannel'],
    async (adapter) => {
      await expectFailure(adapter.removeChannel(ID.missing, ID.line, writing()), 'not-found', 'gone');
    },
    CONNECTED,
  ),
  contractCase(
    'removeChannel does not bring a deleted contact back',
    ['removeChannel', 'delete'],
    async (adapter) => {
      await adapter.delete(ID.ana, writing());
      await expectFailure(adapter.removeChannel(ID.ana, ID.line, writing()), 'not-found', 'gone');
      await expectFailure(adapter.load(ID.ana, { signal: unaborted() }), 'not-found', 'gone');
    },
    CONNECTED,
  ),
];

function idsOf({ channels: found = [] }: Contact): readonly string[] {
  return found.map(({ id }) => id);
}
