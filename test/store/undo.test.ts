import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { edited, MAYA, settle } from './support/editing.js';

const SAVED = { ...MAYA, version: 'v2', email: 'maia@example.org' };

async function saved() {
  const world = await edited();
  world.edits.edit({ email: 'maia@example.org' });
  (await world.hand.next('save')).resolve(SAVED);
  await settle();
  return world;
}

test('a saved edit can be undone: an edit back to the value before, over the one that was saved', async () => {
  const { hand, store, edits } = await saved();
  edits.undo('key1');
  assert.equal(store.contact?.email, 'maya@example.org');
  const save = await hand.next('save');
  assert.deepEqual([save.arguments[1], save.arguments[2].version], [{ email: 'maya@example.org' }, 'v2']);
  save.resolve({ ...MAYA, version: 'v3' });
  await store.whenSettled();
  assert.deepEqual(store.state.undoable, [], 'an undo is not undone');
});

test('what can be undone expires after eight seconds', async () => {
  const { hand, clock, store, edits } = await saved();
  clock.advance(7_999);
  assert.equal(store.state.undoable.length, 1);
  clock.advance(1);
  assert.deepEqual([store.state.undoable, clock.running], [[], 0]);
  edits.undo('key1');
  await settle();
  assert.equal(hand.calls.save.length, 1);
});

test('the time in which an edit can be undone stands still while somebody attends to it, and goes on then', async () => {
  const { clock, store, edits } = await saved();
  let isHeld = false;
  edits.holdUndo(() => isHeld);
  clock.advance(5_000);
  isHeld = true;
  clock.advance(60_000);
  assert.equal(store.state.undoable.length, 1);
  isHeld = false;
  clock.advance(2_999);
  assert.equal(store.state.undoable.length, 1);
  clock.advance(1);
  assert.deepEqual([store.state.undoable, clock.running], [[], 0]);
});

test('who held what has been undone is not asked about later edits', async () => {
  const { hand, clock, store, edits } = await saved();
  edits.holdUndo(() => true);
  edits.undo('key1');
  (await hand.next('save')).resolve({ ...MAYA, version: 'v3' });
  await store.whenSettled();
  edits.edit({ email: 'again@example.org' });
  (await hand.next('save')).resolve({ ...SAVED, version: 'v4', email: 'again@example.org' });
  await store.whenSettled();
  assert.equal(store.state.undoable.length, 1);
  clock.advance(8_000);
  assert.deepEqual(store.state.undoable, []);
});

test('undoing twice undoes once', async () => {
  const { hand, edits } = await saved();
  edits.undo('key1');
  edits.undo('key1');
  await settle();
  assert.equal(hand.calls.save.length, 2);
});

test('what somebody else has changed since is a conflict, and not overwritten', async () => {
  const { hand, store, edits } = await saved();
  edits.undo('key1');
  const theirs = { ...SAVED, version: 'v3', email: 'theirs@example.org' };
  (await hand.next('save')).reject(new ContactError('conflict', { current: theirs }));
  await store.whenSettled();
  assert.deepEqual([store.state.changes[0]?.status, store.contact?.email], ['conflict', 'theirs@example.org']);
});

test('another edit of the field is what can be undone then; one of another field leaves it as it is', async () => {
  const { hand, store, edits } = await saved();
  edits.edit({ lastName: 'Odu' });
  assert.equal(store.state.undoable.length, 1);
  edits.edit({ email: 'third@example.org' });
  assert.equal(store.state.undoable.length, 0);
  (await hand.next('save')).resolve({ ...SAVED, version: 'v3', lastName: 'Odu' });
  (await hand.next('save')).resolve({ ...SAVED, version: 'v4', lastName: 'Odu', email: 'third@example.org' });
  await store.whenSettled();
  assert.deepEqual(
    store.state.undoable.map((record) => record.kind === 'fields' && record.before),
    [{ lastName: 'Oduya' }, { email: 'maia@example.org' }],
  );
});

test('what is being typed is not closed by undoing', async () => {
  const { hand, store, edits } = await edited();
  edits.draft('email', { email: 'maia@example.org' });
  edits.commit('email', { email: 'maia@example.org' });
  (await hand.next('save')).resolve(SAVED);
  await settle();
  edits.draft('email', { email: 'typing' });
  edits.undo('key1');
  assert.deepEqual(store.state.drafts.get('email')?.values, { email: 'typing' });
});

test('a tag that was removed can be put back', async () => {
  const { hand, store, edits } = await edited();
  edits.removeTag({ id: 't1', name: 'VIP' });
  (await hand.next('removeTag')).resolve({ ...MAYA, version: 'v2', tags: [] });
  await settle();
  edits.undo('key1');
  assert.deepEqual((await hand.next('addTag')).arguments[1], { id: 't1' });
  assert.equal(store.state.undoable.length, 0);
});

test('a tag that was added, and what may have been saved before others wrote, cannot be undone', async () => {
  const { hand, clock, store, edits } = await edited();
  edits.addTag({ name: 'new' });
  (await hand.next('addTag')).resolve({ ...MAYA, version: 'v2' });
  edits.edit({ email: 'maia@example.org' });
  (await hand.next('save')).reject(new ContactError('timeout'));
  await settle();
  clock.advance(500);
  (await hand.next('save')).resolve(SAVED);
  (await hand.next('load')).resolve({ contact: SAVED });
  await store.whenSettled();
  assert.deepEqual(store.state.undoable, []);
});
