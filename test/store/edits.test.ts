import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { edited, keyOf, MAYA, settle } from './support/editing.js';

test('a tag that is put back after a removal which failed, and may have been done, is sent', async () => {
  const vip = { id: 't1', name: 'VIP' };
  const { hand, store, edits } = await edited({ ...MAYA, tags: [vip] });
  edits.removeTag(vip);
  (await hand.next('removeTag')).reject(new ContactError('unknown'));
  await settle();
  edits.addTag(vip);
  const addition = await hand.next('addTag');
  assert.deepEqual(addition.arguments[1], { id: vip.id });
  assert.deepEqual(
    store.state.changes.map(({ kind }) => kind),
    ['tag-addition'],
  );
});

test('an edit is shown at once, and saved as a patch of what changed', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia', lastName: 'Oduya' });
  assert.equal(store.contact?.firstName, 'Maia');
  const save = await hand.next('save');
  assert.deepEqual(save.arguments.slice(0, 2), ['c1', { firstName: 'Maia' }]);
  assert.equal(save.arguments[2].version, 'v1');
  save.resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  await store.whenSettled();
  assert.equal(store.contact?.version, 'v2');
  assert.equal(store.hasUnsavedEdits, false);
});

test('edits go one at a time, in the order in which they were made', async () => {
  const { hand, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  edits.edit({ email: 'maia@example.org' });
  const first = await hand.next('save');
  await settle();
  assert.equal(hand.calls.save.length, 1);
  first.resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  const second = await hand.next('save');
  assert.deepEqual(second.arguments[1], { email: 'maia@example.org' });
  assert.equal(second.arguments[2].version, 'v2');
});

test('the failure of one edit undoes its own field and no other', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  edits.edit({ email: 'maia@example.org' });
  (await hand.next('save')).reject(new ContactError('invalid'));
  await hand.next('save');
  assert.equal(store.contact?.firstName, 'Maya');
  assert.equal(store.contact?.email, 'maia@example.org');
  assert.deepEqual(
    store.state.changes.map(({ status, error }) => [status, error?.code]),
    [
      ['failed', 'invalid'],
      ['sending', undefined],
    ],
  );
});

test('trying again sends the same key, so that nothing is done twice', async () => {
  const { hand, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  (await hand.next('save')).reject(new ContactError('invalid-data'));
  await settle();
  edits.retry('key1');
  assert.equal(keyOf(await hand.next('save')), 'key1');
});

test('pressing "try again" twice sends once', async () => {
  const { hand, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  (await hand.next('save')).reject(new ContactError('invalid-data'));
  await settle();
  edits.retry('key1');
  edits.retry('key1');
  await settle();
  assert.equal(hand.calls.save.length, 2);
});

test('what is left of a refused edit after a newer one is sent under a key of its own', async () => {
  const { hand, edits } = await edited();
  edits.edit({ firstName: 'Maia', lastName: 'Odu' });
  const first = await hand.next('save');
  edits.edit({ firstName: 'May' });
  first.reject(new ContactError('conflict', { current: { ...MAYA, version: 'v2', email: 'new@example.org' } }));
  const second = await hand.next('save');
  assert.deepEqual(second.arguments[1], { lastName: 'Odu' });
  assert.notEqual(keyOf(second), keyOf(first));
});

test('a refused edit is no conflict when a newer one has replaced the field that somebody else changed', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia', lastName: 'Odu' });
  const first = await hand.next('save');
  edits.edit({ firstName: 'May' });
  first.reject(new ContactError('conflict', { current: { ...MAYA, version: 'v2', firstName: 'theirs' } }));
  assert.deepEqual((await hand.next('save')).arguments[1], { lastName: 'Odu' });
  assert.deepEqual(
    store.state.changes.map((change) => [change.kind === 'fields' && change.values, change.status]),
    [
      [{ lastName: 'Odu' }, 'sending'],
      [{ firstName: 'May' }, 'queued'],
    ],
  );
});

test('an edit that is refused when the contact is known to be gone fails instead of waiting for ever', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  const save = await hand.next('save');
  void store.load();
  (await hand.next('load')).reject(new ContactError('not-found'));
  await settle();
  save.reject(new ContactError('conflict', { current: { ...MAYA, version: 'v2' } }));
  await settle();
  assert.equal(store.state.changes[0]?.status, 'failed');
});

test('another person changing another field is no conflict', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  const current = { ...MAYA, version: 'v2', email: 'new@example.org' };
  (await hand.next('save')).reject(new ContactError('conflict', { current }));
  const again = await hand.next('save');
  assert.equal(again.arguments[2].version, 'v2');
  assert.equal(keyOf(again), 'key1');
  assert.equal(store.contact?.email, 'new@example.org');
});

test('another person changing the same field is a conflict, and "keep mine" overwrites what has now been seen', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  const current = { ...MAYA, version: 'v2', firstName: 'Mira' };
  (await hand.next('save')).reject(new ContactError('conflict', { current }));
  await store.whenSettled();
  assert.equal(store.state.changes[0]?.status, 'conflict');
  assert.equal(store.contact?.firstName, 'Mira');
  edits.retry('key1');
  const again = await hand.next('save');
  assert.deepEqual([again.arguments[1], again.arguments[2].version], [{ firstName: 'Maia' }, 'v2']);
});

test('"use theirs" drops the edit', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  const current = { ...MAYA, version: 'v2', firstName: 'Mira' };
  (await hand.next('save')).reject(new ContactError('conflict', { current }));
  await store.whenSettled();
  edits.discard('key1');
  assert.deepEqual([store.contact?.firstName, store.hasUnsavedEdits], ['Mira', false]);
  assert.equal(hand.calls.save.length, 1);
});

test('a source that answers nothing but "conflict" is given up', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  for (let attempt = 0; attempt < 6; attempt++) {
    (await hand.next('save')).reject(new ContactError('conflict', { current: MAYA }));
  }
  await store.whenSettled();
  assert.equal(store.state.changes[0]?.error?.code, 'conflict');
});

test('confirming an editor twice saves once', async () => {
  const { hand, edits } = await edited();
  edits.draft('email', { email: 'm@example.org' });
  edits.commit('email', { email: 'm@example.org' });
  edits.commit('email', { email: 'm@example.org' });
  await settle();
  assert.equal(hand.calls.save.length, 1);
});

test('a tag that is there is not added, and one that is added and removed before it was sent leaves no trace', async () => {
  const { hand, store, edits } = await edited();
  edits.addTag({ name: 'víp' });
  edits.edit({ firstName: 'Maia' });
  edits.addTag({ name: 'new' });
  edits.removeTag({ name: 'New' });
  await hand.next('save');
  assert.deepEqual(
    store.state.changes.map(({ kind }) => kind),
    ['fields'],
  );
});

test('a key that holds a place in every object is a custom field like any other', async () => {
  const { hand, edits } = await edited();
  edits.edit(
    Object.fromEntries([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]),
  );
  const [, patch] = (await hand.next('save')).arguments;
  assert.deepEqual(Object.entries(patch.custom ?? {}), [
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
});

test('an answer that is older than what has been read since is not gone back to', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  const save = await hand.next('save');
  void store.load();
  (await hand.next('load')).reject(new ContactError('forbidden'));
  await settle();
  const newest = { ...MAYA, version: 'v3', firstName: 'Mira' };
  void store.load();
  (await hand.next('load')).resolve({ contact: newest });
  await settle();
  save.resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  (await hand.next('load')).resolve({ contact: newest });
  await store.whenSettled();
  assert.deepEqual(store.state.base, newest);
});
