import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Call, Fault } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { failure, seed, writing } from '../http/support.js';

const signal = new AbortController().signal;

async function firstNameIn(adapter: ReturnType<typeof memoryAdapter>): Promise<string | undefined> {
  return (await adapter.load('c_1', { signal })).contact.firstName;
}

describe('faults', () => {
  const faulty = (fault: Fault) =>
    memoryAdapter(seed, { faults: ({ operation, count }) => (operation === 'save' && count === 1 ? fault : undefined) });

  test('an error is what the call fails with, unapplied, and the next call is spared', async () => {
    const adapter = faulty(new ContactError('rate-limited', { retryAfter: 5 }));
    const error = await failure(adapter.save('c_1', { firstName: 'Anna' }, writing()), 'rate-limited');
    assert.equal(error.retryAfter, 5);
    assert.equal(await firstNameIn(adapter), 'Ana');
    assert.equal((await adapter.save('c_1', { firstName: 'Anna' }, writing())).firstName, 'Anna');
  });

  test('a lost response was applied, and a retry under its key does it no second time', async () => {
    const adapter = faulty('lose-response');
    const write = writing({ version: '7' });
    await failure(adapter.save('c_1', { firstName: 'Anna' }, write), 'offline');
    assert.equal(await firstNameIn(adapter), 'Anna');
    assert.equal((await adapter.save('c_1', { firstName: 'Anna' }, write)).version, '8');
  });

  test('a call that is never answered is not applied, and ends with the abort', async () => {
    const adapter = faulty('never');
    const controller = new AbortController();
    const saving = adapter.save('c_1', { firstName: 'Anna' }, writing({ signal: controller.signal }));
    controller.abort(new Error('nobody waits'));
    await assert.rejects(saving, { message: 'nobody waits' });
    assert.equal(await firstNameIn(adapter), 'Ana');
  });

  test('the switch sees what each call does, to which contact, and which of its kind it is', async () => {
    const calls: Call[] = [];
    const adapter = memoryAdapter(seed, { faults: (call) => void calls.push(call) });
    await adapter.load('c_1', { signal });
    await adapter.load('c_2', { signal });
    await adapter.addTag('c_1', { name: 'x' }, writing());
    await adapter.removeTag('c_1', 't_1', writing());
    await adapter.suggestTags('', { limit: 1, signal });
    await adapter.suggestOptions('assignee', '', { limit: 1, signal });
    await adapter.delete('c_1', writing());
    assert.deepEqual(calls, [
      { operation: 'load', id: 'c_1', count: 1 },
      { operation: 'load', id: 'c_2', count: 2 },
      { operation: 'addTag', id: 'c_1', count: 1 },
      { operation: 'removeTag', id: 'c_1', count: 1 },
      { operation: 'suggestTags', count: 1 },
      { operation: 'suggestOptions', count: 1 },
      { operation: 'delete', id: 'c_1', count: 1 },
    ]);
  });
});

describe('latency', () => {
  test('an answer takes that long, fixed or asked for each time, and is worked out only then', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    for (const latency of [300, () => 300]) {
      const adapter = memoryAdapter(seed, { latency });
      let isAnswered = false;
      const loading = adapter.load('c_1', { signal }).then(() => {
        isAnswered = true;
      });
      t.mock.timers.tick(299);
      await Promise.resolve();
      assert.equal(isAnswered, false);
      t.mock.timers.tick(1);
      await loading;
      assert.equal(isAnswered, true);
    }
  });

  test('an abort in the meantime ends it, and nothing is applied', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const adapter = memoryAdapter(seed, { latency: 300 });
    const controller = new AbortController();
    const saving = adapter.save('c_1', { firstName: 'Anna' }, writing({ signal: controller.signal }));
    controller.abort();
    await assert.rejects(saving, { name: 'AbortError' });
    const loading = firstNameIn(adapter);
    t.mock.timers.tick(600);
    assert.equal(await loading, 'Ana');
  });
});

describe('rules of the source', () => {
  test('what `can` denies is forbidden, and so is deleting where it says nothing', async () => {
    const adapter = memoryAdapter({ ...seed, can: { edit: false, editTags: false } });
    await failure(adapter.save('c_1', { firstName: 'Anna' }, writing()), 'forbidden');
    await failure(adapter.addTag('c_1', { id: 't_2' }, writing()), 'forbidden');
    await failure(adapter.removeTag('c_1', 't_1', writing()), 'forbidden');
    await failure(adapter.delete('c_1', writing()), 'forbidden');
  });

  test('who may not create tags may still use those that are known', async () => {
    const adapter = memoryAdapter({ ...seed, can: { createTags: false } });
    await failure(adapter.addTag('c_1', { name: 'New' }, writing()), 'forbidden');
    assert.equal((await adapter.addTag('c_1', { name: 'lead' }, writing())).tags?.length, 2);
  });

  test('email and phone are unique, whatever their case, and say which was refused', async () => {
    const adapter = memoryAdapter({ contacts: [...seed.contacts, { id: 'c_3', phone: '+49 (30) 1-2' }] });
    const error = await failure(adapter.save('c_2', { email: 'ANA@example.com', phone: '+49301.2' }, writing()), 'duplicate');
    assert.deepEqual(
      error.fields.map(({ pointer }) => pointer),
      ['/email', '/phone'],
    );
    assert.doesNotMatch(`${error.message}${JSON.stringify(error.fields)}`, /ana@|4930/i);
  });

  test('a duplicate names the contact that has the value, but not by a value that is masked', async () => {
    const contacts = [...seed.contacts, { id: 'c_3', phone: '+4930', email: 'three@example.com' }];
    const existing = async (fields: readonly FieldDefinition[]) =>
      (await failure(memoryAdapter({ contacts, fields }).save('c_2', { phone: '+49 30' }, writing()), 'duplicate')).existing;
    assert.deepEqual(await existing([]), { id: 'c_3', name: '+4930' });
    assert.deepEqual(await existing([{ key: 'phone', type: 'phone', access: 'mask' }]), {
      id: 'c_3',
      name: 'three@example.com',
    });
    const error = await failure(memoryAdapter(seed).save('c_2', { email: 'ana@example.com' }, writing()), 'duplicate');
    assert.deepEqual(error.existing, { id: 'c_1', name: 'Ana' });
  });

  test('says who asks, where the seed does', async () => {
    const me = { id: 'u_1', name: 'Olga', avatarUrl: '/olga.png' };
    assert.deepEqual((await memoryAdapter({ ...seed, me }).load('c_1', { signal })).me, me);
    assert.equal('me' in (await memoryAdapter(seed).load('c_1', { signal })), false);
  });

  test('persons of custom fields are those whom contacts are assigned to, unless the seed lists others', async () => {
    const options = {
      assignee: [
        { value: 'u_1', label: 'Jónas', avatarUrl: '/j.png' },
        { value: 'u_2', label: 'Joana' },
      ],
      mentor: [{ value: 'u_3', label: 'Jo' }],
    };
    const fields = ['advisor', 'mentor'].map((key) => ({ key, type: 'person' }));
    const adapter = memoryAdapter({ contacts: [], fields, options });
    assert.deepEqual(await adapter.suggestOptions('advisor', 'JON', { limit: 9, signal }), [options.assignee[0]]);
    assert.equal((await adapter.suggestOptions('advisor', 'jo', { limit: 1, signal })).length, 1);
    assert.deepEqual(await adapter.suggestOptions('mentor', 'jo', { limit: 9, signal }), options.mentor);
  });

  test('a change that changes nothing makes no new version and is no news', async () => {
    const adapter = memoryAdapter(seed);
    const reports: Contact[] = [];
    adapter.watch('c_1', (contact) => reports.push(contact));
    assert.equal((await adapter.save('c_1', { firstName: 'Ana', custom: {} }, writing())).custom, undefined);
    assert.equal((await adapter.removeTag('c_1', 't_9', writing())).version, '7');
    assert.deepEqual(reports, []);
  });

  test('who stops watching while others are told is not told any more', async () => {
    const adapter = memoryAdapter(seed);
    const reports: Contact[] = [];
    const heard = new Promise<void>((resolve) => {
      adapter.watch('c_1', () => (stop(), resolve()));
    });
    const stop = adapter.watch('c_1', (contact) => reports.push(contact));
    await adapter.save('c_1', { firstName: 'Anna' }, writing());
    await heard;
    assert.deepEqual(reports, []);
  });

  test('what was aborted before it began is not applied', async () => {
    const adapter = memoryAdapter(seed);
    const reason = new Error('nobody waits');
    await assert.rejects(adapter.save('c_1', { firstName: 'Anna' }, writing({ signal: AbortSignal.abort(reason) })), reason);
    assert.equal(await firstNameIn(adapter), 'Ana');
  });

  test('a version never comes back, whatever the seed counted', async () => {
    const adapter = memoryAdapter({
      contacts: [
        { id: 'c_1', version: '3' },
        { id: 'c_2', version: '9' },
        { id: 'c_3', version: 'x' },
      ],
    });
    assert.equal((await adapter.save('c_1', { firstName: 'A' }, writing())).version, '10');
  });

  test('the seed stays as it was, and the memory does not follow it', async () => {
    const contacts = seed.contacts.map((contact) => ({ ...contact }));
    const adapter = memoryAdapter({ ...seed, contacts });
    await adapter.save('c_1', { firstName: 'Anna' }, writing());
    assert.deepEqual(contacts, seed.contacts);
    for (const contact of contacts) contact.firstName = 'Mallory';
    assert.equal(await firstNameIn(adapter), 'Anna');
  });

  test('deleted contacts are gone, contacts never heard of are not found', async () => {
    const adapter = memoryAdapter(seed);
    await adapter.delete('c_1', writing());
    await failure(adapter.load('c_1', { signal }), 'gone');
    await failure(adapter.load('c_9', { signal }), 'not-found');
  });

  test('choices come from the definition of a field where the seed lists none', async () => {
    const options = [
      { value: 'a', label: 'Alpha' },
      { value: 'b', label: 'Beta' },
    ];
    const adapter = memoryAdapter({ contacts: [], fields: [{ key: 'plan', type: 'list', options }] });
    assert.deepEqual(await adapter.suggestOptions('plan', 'be', { limit: 9, signal }), [options[1]]);
  });

  test('a thousand writes later, the oldest key is forgotten', async () => {
    const adapter = memoryAdapter(seed);
    const first = writing();
    await adapter.save('c_1', { firstName: 'First' }, first);
    for (let count = 0; count < 1_000; count++) await adapter.save('c_2', { firstName: `${count}` }, writing());
    await adapter.save('c_1', { firstName: 'Again' }, first);
    assert.equal(await firstNameIn(adapter), 'Again');
  });
});

test('a source that knows who asks notes from whom the values come that change, and no others', async () => {
  const person = { id: 'u_1', name: 'Olga' };
  const adapter = memoryAdapter({ ...seed, me: person });
  const before = Date.now();
  const { provenance } = await adapter.save('c_1', { firstName: 'Anna', email: 'ana@example.com' }, writing());
  assert.deepEqual(Object.keys(provenance ?? {}), ['firstName']);
  const { source, by, at = '' } = provenance?.['firstName'] ?? {};
  assert.deepEqual([source, by], ['person', 'Olga']);
  assert.ok(Date.parse(at) >= before);
  assert.equal((await memoryAdapter(seed).save('c_1', { firstName: 'Anna' }, writing())).provenance, undefined);
});

test('where nothing is typed, tags that are put on often and of late are suggested first', async () => {
  const tags = ['Old', 'Rare', 'Often', 'Late'].map((name) => ({ id: name, name }));
  const contacts = ['c_1', 'c_2', 'c_3'].map((id) => ({ id, tags: [] }));
  const adapter = memoryAdapter({ contacts, tags });
  for (const [contact, tag] of [
    ['c_1', 'Often'],
    ['c_2', 'Often'],
    ['c_1', 'Rare'],
    ['c_1', 'Late'],
  ] as const)
    await adapter.addTag?.(contact, { id: tag }, writing());
  const names = async (query: string) =>
    (await adapter.suggestTags?.(query, { limit: 9, signal: new AbortController().signal }))?.map(({ name }) => name);
  assert.deepEqual(await names(''), ['Often', 'Late', 'Rare', 'Old']);
  assert.deepEqual(await names('r'), ['Rare']);
});
