import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { ContactStore } from '../../src/store/contact-store.js';
import { handAdapter } from '../support/hand-adapter.js';
import { settle } from './support/clock.js';
import { edited, MAYA } from './support/editing.js';

test('a contact is loading, then there', async () => {
  const hand = handAdapter();
  const store = new ContactStore(hand.adapter, 'c1');
  const reading = store.load();
  assert.deepEqual([store.state.phase, store.state.isLoading, store.contact], ['loading', true, undefined]);
  (await hand.next('load')).resolve({ contact: MAYA, can: { edit: true } });
  await reading;
  assert.deepEqual([store.state.phase, store.state.isLoading, store.contact], ['ready', false, MAYA]);
  assert.deepEqual(store.state.can, { edit: true });
});

test('who is looking is whom the last answer named, nobody where it named nobody', async () => {
  const hand = handAdapter();
  const store = new ContactStore(hand.adapter, 'c1');
  const me = { id: 'u1', name: 'Olga' };
  for (const answered of [{ me }, {}, { me }]) {
    const reading = store.load();
    (await hand.next('load')).resolve({ contact: MAYA, ...answered });
    await reading;
    assert.deepEqual('me' in store.state ? { me: store.state.me } : {}, answered);
  }
});

test('a newer read gives up the older one, and a late answer to that is ignored', async () => {
  const hand = handAdapter();
  const store = new ContactStore(hand.adapter, 'c1');
  void store.load();
  const older = await hand.next('load');
  void store.load();
  (await hand.next('load')).resolve({ contact: { ...MAYA, version: 'v2' } });
  await settle();
  older.resolve({ contact: MAYA });
  await settle();
  assert.ok(older.signal.aborted);
  assert.equal(store.contact?.version, 'v2');
});

test('a read that fails keeps what was shown, and says why it may be old', async () => {
  const { hand, store } = await edited();
  const reading = store.load();
  (await hand.next('load')).reject(new ContactError('offline'));
  await reading;
  assert.deepEqual([store.state.phase, store.state.loadError?.code, store.contact], ['ready', 'offline', MAYA]);
});

test('a contact that has become part of another one still says of which when it cannot be read again', async () => {
  const { hand, store } = await edited();
  for (const error of [new ContactError('gone', { mergedInto: 'c2' }), new ContactError('offline')]) {
    const reading = store.load();
    (await hand.next('load')).reject(error);
    await reading;
    assert.deepEqual([store.state.phase, store.state.loadError?.mergedInto], ['deleted', 'c2']);
  }
  assert.equal(store.state.isLoading, false);
});

for (const code of ['unauthenticated', 'forbidden'] as const) {
  test(`a read that is answered by "${code}" hides the contact, and what waits is kept with the reason`, async () => {
    const { hand, store, edits } = await edited();
    edits.edit({ firstName: 'Maia' });
    edits.edit({ email: 'm@example.org' });
    void store.load();
    (await hand.next('load')).reject(new ContactError(code));
    await settle();
    assert.deepEqual([store.state.phase, store.contact], ['failed', undefined]);
    assert.deepEqual(store.state.changes.at(-1)?.error?.code, code);
  });
}

test('an answer that began before a save does not undo it: the contact is read again', async () => {
  const { hand, store, edits } = await edited();
  void store.load();
  const read = await hand.next('load');
  edits.edit({ firstName: 'Maia' });
  (await hand.next('save')).resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  await settle();
  read.resolve({ contact: MAYA });
  await settle();
  assert.equal(store.contact?.firstName, 'Maia');
  assert.equal(hand.calls.load.length, 3);
});

test('news of a version that is not known is read', async () => {
  const { hand, store } = await edited();
  const stop = store.watch();
  hand.announce({ ...MAYA, version: 'v2', firstName: 'may be old by now' });
  (await hand.next('load')).resolve({ contact: { ...MAYA, version: 'v3', firstName: 'Maia' } });
  await store.whenSettled();
  assert.equal(store.contact?.firstName, 'Maia');
  stop();
  assert.deepEqual(hand.watched(), []);
});

test('news of the version that is shown asks for nothing', async () => {
  const { hand, store } = await edited();
  store.watch();
  hand.announce(MAYA);
  await settle();
  assert.equal(hand.calls.load.length, 1);
});

test('news that comes while a contact that seemed to be gone is read again is read too', async () => {
  const { hand, store, edits } = await edited();
  store.watch();
  edits.edit({ firstName: 'Maia' });
  (await hand.next('save')).reject(new ContactError('not-found'));
  await settle();
  assert.equal(store.state.phase, 'deleted');
  void store.load();
  const read = await hand.next('load');
  hand.announce({ ...MAYA, version: 'v2' });
  read.resolve({ contact: MAYA });
  (await hand.next('load')).resolve({ contact: { ...MAYA, version: 'v2' } });
  await store.whenSettled();
  assert.equal(store.contact?.version, 'v2');
});

test('an answer that the host hands over is taken like one that was asked for', () => {
  const hand = handAdapter();
  const store = new ContactStore(hand.adapter, 'c1');
  store.provide({ contact: MAYA });
  assert.deepEqual([store.state.phase, store.contact], ['ready', MAYA]);
  assert.equal(hand.calls.load.length, 0);
});
