import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { ContactStore } from '../../src/store/contact-store.js';
import { handAdapter } from '../support/hand-adapter.js';
import { FakeClock, settle } from './support/clock.js';
import { keyOf, MAYA } from './support/editing.js';

const OFFLINE = new ContactError('offline');

/** A contact with edits that wait for a connection; `say` is the page's sign that there is one. */
async function offline(code: 'offline' | 'unavailable' = 'offline') {
  const hand = handAdapter();
  const clock = new FakeClock();
  const listeners = new Set<() => void>();
  let ids = 0;
  const store = new ContactStore(hand.adapter, MAYA.id, {
    clock: clock.after,
    random: () => 1,
    createId: () => `key${++ids}`,
    whenOnline: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  });
  void store.load();
  (await hand.next('load')).resolve({ contact: MAYA });
  await settle();
  const edits = store.edits;
  edits.edit({ firstName: 'Maia' });
  edits.addTag({ name: 'new' });
  edits.edit({ email: 'maia@example.org' });
  (await hand.next('save')).reject(new ContactError(code));
  await settle();
  const say = () => [...listeners].forEach((listener) => listener());
  return { hand, clock, store, edits, listeners, say };
}

test('edits without a connection are shown and wait; once there is one they go out in their order', async () => {
  const { hand, clock, store } = await offline();
  assert.deepEqual([store.contact?.firstName, store.contact?.email], ['Maia', 'maia@example.org']);
  clock.advance(1_000);
  const first = await hand.next('save');
  assert.equal(keyOf(first), 'key1');
  let contact = { ...MAYA, version: 'v2', firstName: 'Maia' };
  first.resolve(contact);
  (await hand.next('load')).resolve({ contact });
  const second = await hand.next('addTag');
  contact = { ...contact, version: 'v3', tags: [...(MAYA.tags ?? []), { id: 't2', name: 'new' }] };
  second.resolve(contact);
  const third = await hand.next('save');
  assert.deepEqual(third.arguments[1], { email: 'maia@example.org' });
  third.resolve({ ...contact, version: 'v4', email: 'maia@example.org' });
  await store.whenSettled();
  assert.equal(store.hasUnsavedEdits, false);
});

test('the page saying that it is online ends the wait, and nobody listens any longer', async () => {
  const { hand, listeners, say } = await offline();
  assert.equal(listeners.size, 1);
  say();
  await settle();
  assert.deepEqual([hand.calls.save.length, listeners.size], [2, 0]);
});

test('the page saying that it is online does not end a wait for anything else', async () => {
  const { hand, listeners, say } = await offline('unavailable');
  say();
  await settle();
  assert.deepEqual([hand.calls.save.length, listeners.size], [1, 0]);
});

test('a contact that can be read says that there is a connection', async () => {
  const { hand, store } = await offline();
  void store.load();
  (await hand.next('load')).resolve({ contact: MAYA });
  await settle();
  assert.equal(hand.calls.save.length, 2);
});

test('a connection is looked for again and again, without anybody saying anything', async () => {
  const { hand, clock } = await offline();
  for (const wait of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    clock.advance(wait - 1);
    const before = hand.calls.save.length;
    clock.advance(1);
    await settle();
    assert.equal(hand.calls.save.length, before + 1);
    hand.calls.save.at(-1)?.reject(OFFLINE);
    await settle();
  }
});

test('a delete without a connection fails at once, and is never tried again by itself', async () => {
  const { hand, clock, store, edits, say } = await offline();
  edits.delete();
  (await hand.next('delete')).reject(OFFLINE);
  await settle();
  assert.deepEqual([store.state.deletion?.status, store.state.deletion?.error?.code], ['failed', 'offline']);
  say();
  await settle();
  clock.advance(600_000);
  await settle();
  assert.equal(hand.calls.delete.length, 1);
});

test('an edit that is being tried again still says that there was no connection', async () => {
  const { hand, clock, store } = await offline();
  clock.advance(1_000);
  await hand.next('save');
  assert.deepEqual([store.state.changes[0]?.status, store.state.changes[0]?.retryState?.error.code], ['sending', 'offline']);
});
