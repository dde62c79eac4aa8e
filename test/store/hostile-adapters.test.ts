import assert from 'node:assert/strict';
import test from 'node:test';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { EditQueue } from '../../src/store/edit-queue.js';
import { ContactError } from '../../src/core/error.js';
import { ContactStore } from '../../src/store/contact-store.js';
import { FakeClock, settle } from './support/clock.js';
import { MAYA } from './support/editing.js';

const good: Required<ContactAdapter> = {
  load: () => Promise.resolve({ contact: MAYA }),
  save: () => Promise.resolve({ ...MAYA, version: 'v2', firstName: 'Maia' }),
  saveEntry: () => Promise.resolve(MAYA),
  removeEntry: () => Promise.resolve(MAYA),
  addTag: () => Promise.resolve(MAYA),
  removeTag: () => Promise.resolve({ ...MAYA, tags: [] }),
  removeChannel: () => Promise.resolve({ ...MAYA, channels: [] }),
  setBlocked: () => Promise.resolve({ ...MAYA, isBlocked: true }),
  delete: () => Promise.resolve(),
  suggestDuplicates: () => Promise.resolve([]),
  merge: () => Promise.resolve(MAYA),
  suggestTags: () => Promise.resolve([]),
  suggestOptions: () => Promise.resolve([]),
  watch: () => () => undefined,
};

interface Opened {
  readonly clock: FakeClock;
  readonly store: ContactStore;
  readonly edits: EditQueue;
}

async function open(adapter: ContactAdapter): Promise<Opened> {
  const clock = new FakeClock();
  const store = new ContactStore(adapter, 'c1', { clock: clock.after });
  await store.load();
  return { clock, store, edits: store.edits };
}

const THROWN: readonly (readonly [name: string, thrown: unknown])[] = [
  ['a text', 'no'],
  ['nothing', undefined],
  ['an object without a prototype', Object.create(null)],
  ['an error of its own', new TypeError('x is not a function')],
  ['a frozen error', Object.freeze(new Error('frozen'))],
];

for (const [name, thrown] of THROWN) {
  test(`throws ${name} at once: the read has failed, and can be tried again`, async () => {
    let isBroken = true;
    const { clock, store } = await open({
      load: (...args) => {
        if (isBroken) throw thrown;
        return good.load(...args);
      },
    });
    assert.deepEqual([store.state.phase, store.state.loadError?.code], ['failed', 'unknown']);
    assert.equal(store.state.loadError?.cause, thrown);
    assert.equal(clock.running, 0);
    isBroken = false;
    await store.load();
    assert.equal(store.state.phase, 'ready');
  });

  for (const method of ['save', 'addTag', 'removeTag', 'delete'] as const) {
    test(`throws ${name} at once from ${method}(): it has failed, and is kept`, async () => {
      const broken = (): never => {
        throw thrown;
      };
      const { store, edits } = await open({ ...good, [method]: broken });
      if (method === 'save') edits.edit({ firstName: 'Maia' });
      if (method === 'addTag') edits.addTag({ name: 'new' });
      if (method === 'removeTag') edits.removeTag({ name: 'VIP' });
      if (method === 'delete') edits.delete();
      await store.whenSettled();
      const error = store.state.deletion?.error ?? store.state.changes[0]?.error;
      assert.equal(error?.code, 'unknown');
    });
  }
}

test('an error of another copy of this package keeps its code', async () => {
  const foreign = Object.assign(new Error('gone'), { name: 'ContactError', code: 'forbidden' });
  const { store } = await open({ load: () => Promise.reject(foreign) });
  assert.ok(store.state.loadError instanceof ContactError);
  assert.equal(store.state.loadError.code, 'forbidden');
});

test('settles twice: the first answer counts', async () => {
  const { store } = await open({
    load: () =>
      new Promise((resolve, reject) => {
        resolve({ contact: MAYA });
        reject(new Error('late'));
        resolve({ contact: { ...MAYA, firstName: 'late' } });
      }),
  });
  assert.deepEqual([store.state.phase, store.contact?.firstName], ['ready', 'Maya']);
});

test('answers by something that only looks like a promise', async () => {
  const thenable = { then: (take: (answer: unknown) => void) => (take({ contact: MAYA }), take({ contact: {} })) };
  const { store } = await open({ load: () => thenable as unknown as ReturnType<ContactAdapter['load']> });
  assert.equal(store.contact?.firstName, 'Maya');
});

test('rejects once nobody waits any more: nothing happens, not even an unhandled rejection', async (t) => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  t.after(() => process.off('unhandledRejection', listen));
  const rejects: ((reason: unknown) => void)[] = [];
  const store = new ContactStore({ load: () => new Promise((_, reject) => rejects.push(reject)) }, 'c1');
  void store.load();
  const reading = store.load();
  await settle();
  for (const reject of rejects) reject(new ContactError('offline'));
  await reading;
  await settle();
  assert.deepEqual([unhandled, store.state.loadError?.code, rejects.length], [[], 'offline', 2]);
});

test('mutates what it is given: the edit is still what the person typed', async () => {
  const sent: unknown[] = [];
  const adapter: ContactAdapter = {
    ...good,
    save: (_id, patch) => {
      sent.push(structuredClone(patch));
      Object.assign(patch, { firstName: 'vandalised' });
      (patch.custom?.['list'] as string[]).push('vandalised');
      return Promise.reject(new ContactError('invalid-data'));
    },
  };
  const { store, edits } = await open(adapter);
  edits.edit({ firstName: 'Maia', list: ['a'] });
  await store.whenSettled();
  edits.retry(store.state.changes[0]?.id ?? '');
  await store.whenSettled();
  assert.deepEqual(sent, [
    { firstName: 'Maia', custom: { list: ['a'] } },
    { firstName: 'Maia', custom: { list: ['a'] } },
  ]);
});

test('mutates what it has answered: what is shown stays as it was', async () => {
  const answer = { contact: { ...MAYA, tags: [{ id: 't1', name: 'VIP' }], custom: { list: ['a'] } } };
  const { store } = await open({ load: () => Promise.resolve(answer) });
  answer.contact.firstName = 'vandalised';
  answer.contact.tags.push({ id: 't2', name: 'vandalised' });
  answer.contact.custom.list.push('vandalised');
  assert.deepEqual([store.contact?.firstName, store.contact?.tags?.length], ['Maya', 1]);
  assert.deepEqual(store.contact?.custom, { list: ['a'] });
});

test('answers with frozen objects: they can be edited', async () => {
  const contact = Object.freeze({ ...MAYA, tags: Object.freeze([Object.freeze({ id: 't1', name: 'VIP' })]) });
  const { store, edits } = await open({ ...good, load: () => Promise.resolve(Object.freeze({ contact })) });
  edits.edit({ firstName: 'Maia' });
  edits.removeTag({ name: 'VIP' });
  assert.deepEqual([store.contact?.firstName, store.contact?.tags], ['Maia', []]);
  await store.whenSettled();
  assert.equal(store.hasUnsavedEdits, false);
});

test('answers with proxies: what is shown is a plain copy', async () => {
  const revocable = Proxy.revocable({ ...MAYA }, {});
  const { store } = await open({ load: () => Promise.resolve({ contact: revocable.proxy }) });
  revocable.revoke();
  assert.deepEqual(store.contact, MAYA);
});

test('answers with a getter that throws: the read has failed', async () => {
  const contact = Object.defineProperty({ id: 'c1' }, 'firstName', { enumerable: true, get: () => assert.fail('hostile') });
  const { store } = await open({ load: () => Promise.resolve({ contact }) });
  assert.equal(store.state.phase, 'failed');
});

test('announces nonsense: the contact is read', async () => {
  let announce: (contact: never) => void = () => undefined;
  let reads = 0;
  const adapter: ContactAdapter = {
    load: () => (reads++, good.load('c1', { signal: new AbortController().signal })),
    watch: (_id, onChange) => {
      announce = onChange;
      return () => undefined;
    },
  };
  const { store } = await open(adapter);
  store.watch();
  announce('<html>' as never);
  await store.whenSettled();
  assert.equal(reads, 2);
});

test('announces after it was told to stop: nothing happens', async () => {
  let announce: (contact: typeof MAYA) => void = () => undefined;
  const { store } = await open({ ...good, watch: (_id, onChange) => ((announce = onChange), () => undefined) });
  const stop = store.watch();
  stop();
  const before = store.state;
  announce({ ...MAYA, version: 'v9' });
  assert.equal(store.state, before);
});

test('can do nothing but load: an edit fails as forbidden', async () => {
  const { store, edits } = await open({ load: good.load });
  edits.edit({ firstName: 'Maia' });
  await store.whenSettled();
  assert.equal(store.state.changes[0]?.error?.code, 'forbidden');
});

for (const nothing of [undefined, null, '']) {
  test(`answers nothing to a write (${JSON.stringify(nothing)}), as with status 204: it is saved, and what it led to is read`, async () => {
    let contact = MAYA;
    const write = (change: Partial<typeof MAYA>) => (
      (contact = { ...contact, ...change }),
      Promise.resolve(nothing as undefined)
    );
    const { store, edits } = await open({
      ...good,
      load: () => Promise.resolve({ contact }),
      save: () => write({ firstName: 'Maia', version: 'v2' }),
      addTag: () => write({ tags: [{ id: 't9', name: 'new' }], version: 'v3' }),
    });
    edits.edit({ firstName: 'Maia' });
    edits.addTag({ name: 'new' });
    await store.whenSettled();
    assert.deepEqual([store.hasUnsavedEdits, store.state.base], [false, contact]);
    assert.deepEqual([contact.firstName, contact.tags?.length], ['Maia', 1]);
  });
}

test('answers nothing to a write, and does not say what it led to: the edit is kept, and the panel reads again', async () => {
  let isSaved = false;
  const loads: boolean[] = [];
  const { store, edits } = await open({
    ...good,
    load: (...asked) => (loads.push(isSaved), isSaved ? Promise.reject(new ContactError('forbidden')) : good.load(...asked)),
    save: () => ((isSaved = true), Promise.resolve()),
  });
  edits.edit({ firstName: 'Maia' });
  await store.whenSettled();
  const [change] = store.state.changes;
  assert.deepEqual([change?.status, change?.error?.code, change?.isUncertain], ['failed', 'unknown', true]);
  assert.deepEqual([loads, store.state.loadError?.code], [[false, true, true], 'forbidden']);
});

test('answers nothing to a write: what is read after it may be another person’s, which a newer edit does not replace unseen', async () => {
  let contact = { ...MAYA, phone: '+1', version: 'v1' };
  const saved: unknown[] = [];
  const { store, edits } = await open({
    ...good,
    load: () => Promise.resolve({ contact }),
    save: (_, patch) => {
      saved.push(patch);
      contact = { ...contact, phone: 'theirs', version: 'v3' };
      return Promise.resolve();
    },
  });
  edits.edit({ phone: '+2' });
  edits.edit({ phone: '+3' });
  await store.whenSettled();
  assert.deepEqual(saved, [{ phone: '+2' }]);
  assert.deepEqual([store.state.changes[0]?.status, store.state.undoable], ['conflict', []]);
});

test('answers {contact} to a write: it is not taken for the contact, and the edit is kept', async () => {
  const { store, edits } = await open({ ...good, save: () => Promise.resolve({ contact: MAYA } as never) });
  edits.edit({ firstName: 'Maia' });
  await store.whenSettled();
  const [change] = store.state.changes;
  assert.deepEqual(
    [change?.status, change?.error?.code, change?.error?.message],
    ['failed', 'invalid-data', 'Not understood: contact.id'],
  );
});
