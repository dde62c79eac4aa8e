import { contractCase, read, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { expectEqual, expectFailure, expectThat } from './expect.js';
import type { Contact, EntryList } from '../core/contact.js';
import { entriesOf } from '../core/contact.js';
import { ID } from './seed.js';

const ANA = 'ana@example.com';
const WORK = 'ana@work.example';

/** What is true of several email addresses and phone numbers. */
export const entries: readonly ContractCase[] = [
  contractCase('saveEntry adds an email address beside the primary one', ['saveEntry'], async (adapter) => {
    const answer = await adapter.saveEntry(ID.ana, 'emails', WORK, { label: 'work' }, writing());
    for (const contact of [answer, await read(adapter, ID.ana)]) {
      expectEqual(listed(contact, 'emails'), [`${ANA} primary`, `${WORK} work`], 'the email addresses');
      expectEqual(contact.email, ANA, 'the email address');
    }
  }),
  contractCase(
    'saveEntry adds a phone number, to a contact that has none as the primary one',
    ['saveEntry'],
    async (adapter) => {
      const bo = await adapter.saveEntry(ID.bo, 'phones', '+351912000001', {}, writing());
      expectEqual([bo.phone, listed(bo, 'phones')], ['+351912000001', ['+351912000001 primary']], 'the phone number');
      const ana = await adapter.saveEntry(ID.ana, 'phones', '+351912000002', { label: 'mobile' }, writing());
      expectEqual(listed(ana, 'phones'), ['+351912000002 mobile', '+351912345678 primary'], 'the phone numbers');
    },
  ),
  contractCase('saveEntry changes a value and its label, and leaves the others', ['saveEntry'], async (adapter) => {
    await adapter.saveEntry(ID.ana, 'emails', WORK, { label: 'work' }, writing());
    await adapter.saveEntry(ID.ana, 'emails', WORK, { value: 'ana@new.example' }, writing());
    const renamed = await read(adapter, ID.ana);
    expectEqual(listed(renamed, 'emails'), [`${ANA} primary`, 'ana@new.example work'], 'the email addresses');
    const cleared = await adapter.saveEntry(ID.ana, 'emails', 'ana@new.example', { label: null }, writing());
    expectEqual(listed(cleared, 'emails'), [`${ANA} primary`, 'ana@new.example'], 'the email addresses without a label');
  }),
  contractCase('saveEntry makes another one primary, and `email` follows', ['saveEntry'], async (adapter) => {
    await adapter.saveEntry(ID.ana, 'emails', WORK, {}, writing());
    const answer = await adapter.saveEntry(ID.ana, 'emails', WORK, { isPrimary: true }, writing());
    for (const contact of [answer, await read(adapter, ID.ana)]) {
      expectEqual([contact.email, listed(contact, 'emails')], [WORK, [ANA, `${WORK} primary`]], 'the email addresses');
    }
  }),
  contractCase('the value of the primary one changes with `email`, which is saved', ['save', 'saveEntry'], async (adapter) => {
    await adapter.saveEntry(ID.ana, 'emails', WORK, {}, writing());
    const { version } = await read(adapter, ID.ana);
    await adapter.save(ID.ana, { email: 'ana@third.example' }, writing(version));
    const saved = await read(adapter, ID.ana);
    expectEqual(listed(saved, 'emails'), ['ana@third.example primary', WORK], 'the email addresses');
  }),
  contractCase('an email address is there once, whatever its case', ['saveEntry'], async (adapter) => {
    await adapter.saveEntry(ID.ana, 'emails', WORK, { label: 'work' }, writing());
    const before = await read(adapter, ID.ana);
    await adapter.saveEntry(ID.ana, 'emails', WORK.toUpperCase(), {}, writing());
    const after = await read(adapter, ID.ana);
    expectEqual([listed(after, 'emails'), after.version], [listed(before, 'emails'), before.version], 'entries and version');
  }),
  contractCase('email addresses added at the same time are all there', ['saveEntry'], async (adapter) => {
    const added = ['a', 'b', 'c', 'd'].map((name) => `${name}@work.example`);
    await Promise.all(added.map((value) => adapter.saveEntry(ID.ana, 'emails', value, {}, writing())));
    expectEqual(listed(await read(adapter, ID.ana), 'emails'), [...added, `${ANA} primary`].sort(), 'the email addresses');
  }),
  contractCase(
    'adding and removing entries work over an outdated version, and leave what others added',
    ['saveEntry', 'removeEntry'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      await adapter.saveEntry(ID.ana, 'emails', 'ana@other.example', {}, writing());
      await adapter.saveEntry(ID.ana, 'emails', WORK, {}, writing(version));
      await adapter.removeEntry(ID.ana, 'emails', WORK, writing(version));
      expectEqual(
        listed(await read(adapter, ID.ana), 'emails'),
        [`${ANA} primary`, 'ana@other.example'],
        'the email addresses',
      );
    },
  ),
  contractCase(
    'an entry saved again under its key is saved once',
    ['saveEntry', 'removeEntry', 'idempotency'],
    async (adapter) => {
      const write = writing();
      await adapter.saveEntry(ID.ana, 'emails', WORK, {}, write);
      await adapter.removeEntry(ID.ana, 'emails', WORK, writing());
      await adapter.saveEntry(ID.ana, 'emails', WORK, {}, write);
      expectEqual(listed(await read(adapter, ID.ana), 'emails'), [`${ANA} primary`], 'the email addresses');
    },
  ),
  contractCase('after the primary one is removed, the next is primary', ['saveEntry', 'removeEntry'], async (adapter) => {
    await adapter.saveEntry(ID.ana, 'emails', WORK, {}, writing());
    await adapter.removeEntry(ID.ana, 'emails', ANA, writing());
    const left = await read(adapter, ID.ana);
    expectEqual([left.email, listed(left, 'emails')], [WORK, [`${WORK} primary`]], 'the email addresses');
    await adapter.removeEntry(ID.ana, 'emails', WORK, writing());
    expectEqual((await read(adapter, ID.ana)).email, undefined, 'the email address after the last one was removed');
  }),
  contractCase('removing an entry that is not there changes nothing', ['removeEntry'], async (adapter) => {
    const before = await read(adapter, ID.ana);
    for (const value of [WORK, '__proto__', 'constructor']) await adapter.removeEntry(ID.ana, 'emails', value, writing());
    const after = await read(adapter, ID.ana);
    expectEqual([after.email, after.version], [ANA, before.version], 'email address and version');
  }),
  contractCase('saveEntry refuses an empty value and a label of 256 characters as invalid', ['saveEntry'], async (adapter) => {
    await expectFailure(adapter.saveEntry(ID.ana, 'emails', WORK, { value: ' ' }, writing()), 'invalid');
    await expectFailure(adapter.saveEntry(ID.ana, 'emails', WORK, { label: 'x'.repeat(256) }, writing()), 'invalid');
    expectEqual(listed(await read(adapter, ID.ana), 'emails'), [`${ANA} primary`], 'the email addresses');
  }),
  contractCase(
    'what is another contact’s email address cannot be made primary: that is a duplicate',
    ['saveEntry', 'uniqueness'],
    async (adapter) => {
      await adapter.saveEntry(ID.ana, 'emails', 'BO@example.com', {}, writing());
      const taking = adapter.saveEntry(ID.ana, 'emails', 'bo@example.com', { isPrimary: true }, writing());
      await expectFailure(taking, 'duplicate');
      expectEqual((await read(adapter, ID.ana)).email, ANA, 'the email address');
    },
  ),
  contractCase(
    'saving and removing an entry fail with not-found or gone where there is no such contact',
    ['saveEntry', 'removeEntry'],
    async (adapter) => {
      await expectFailure(adapter.saveEntry(ID.missing, 'emails', WORK, {}, writing()), 'not-found', 'gone');
      await expectFailure(adapter.removeEntry(ID.missing, 'emails', WORK, writing()), 'not-found', 'gone');
    },
  ),
  contractCase('another email address gives the contact another version', ['saveEntry', 'versions'], async (adapter) => {
    const { version } = await read(adapter, ID.ana);
    const added = await adapter.saveEntry(ID.ana, 'emails', WORK, {}, writing());
    expectThat(added.version !== version, 'expected another version after an email address was added');
  }),
];

/** The entries of a list in words, sorted: their order is the source's own. */
function listed(contact: Contact, list: EntryList): readonly string[] {
  return entriesOf(contact, list)
    .map(({ value, label, isPrimary }) => [value, label, isPrimary && 'primary'].filter(Boolean).join(' '))
    .sort();
}
