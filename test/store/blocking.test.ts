import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { parseRecord } from '../../src/store/saved-edits-parser.js';
import { toRecord } from '../../src/store/saved-edits-format.js';
import { edited, keyOf, MAYA, settle } from './support/editing.js';

test('a block is shown at once, and sent once', async () => {
  const { hand, store, edits } = await edited();
  edits.setBlocked(true);
  edits.setBlocked(true);
  assert.equal(store.contact?.isBlocked, true);
  const block = await hand.next('setBlocked');
  assert.deepEqual(block.arguments.slice(0, 2), ['c1', true]);
  block.resolve({ ...MAYA, version: 'v2', isBlocked: true });
  await store.whenSettled();
  assert.equal(store.contact.version, 'v2');
  assert.equal(hand.calls.setBlocked.length, 1);
});

test('what was asked for last counts: a block that is on its way is followed by the unblocking', async () => {
  const { hand, store, edits } = await edited();
  edits.setBlocked(true);
  const block = await hand.next('setBlocked');
  edits.setBlocked(false);
  assert.equal(store.contact?.isBlocked, false);
  block.resolve({ ...MAYA, version: 'v2', isBlocked: true });
  assert.equal(store.contact.isBlocked, false);
  const unblock = await hand.next('setBlocked');
  assert.equal(unblock.arguments[1], false);
  assert.notEqual(keyOf(unblock), keyOf(block));
  unblock.resolve({ ...MAYA, version: 'v3', isBlocked: false });
  await store.whenSettled();
  assert.equal(store.contact.isBlocked, false);
});

test('a block that is taken back before it was sent leaves no trace', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  const save = await hand.next('save');
  edits.setBlocked(true);
  edits.setBlocked(false);
  save.resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  await store.whenSettled();
  assert.equal(hand.calls.setBlocked.length, 0);
});

test('a contact that is blocked already is not blocked again', async () => {
  const { hand, store, edits } = await edited({ ...MAYA, isBlocked: true });
  edits.setBlocked(true);
  await settle();
  assert.equal(hand.calls.setBlocked.length, 0);
  assert.equal(store.contact?.isBlocked, true);
});

test('a block that is refused is undone and kept, and sent again under its key', async () => {
  const { hand, store, edits } = await edited();
  edits.setBlocked(true);
  const refused = await hand.next('setBlocked');
  refused.reject(new ContactError('forbidden'));
  await settle();
  assert.equal(store.contact?.isBlocked, undefined);
  const [change] = store.state.changes;
  assert.deepEqual([change?.kind, change?.status, change?.error?.code], ['block', 'failed', 'forbidden']);
  edits.retry(change?.id ?? '');
  assert.equal(keyOf(await hand.next('setBlocked')), keyOf(refused));
});

test('a block that fails for a passing reason stays shown, and is tried again by itself', async () => {
  const { clock, hand, store, edits } = await edited();
  edits.setBlocked(true);
  (await hand.next('setBlocked')).reject(new ContactError('unavailable'));
  await settle();
  assert.equal(store.contact?.isBlocked, true);
  clock.advance(500);
  const blocked = { ...MAYA, version: 'v2', isBlocked: true };
  (await hand.next('setBlocked')).resolve(blocked);
  // The first attempt may have been done: what the source has now is read.
  (await hand.next('load')).resolve({ contact: blocked });
  await store.whenSettled();
  assert.equal(store.hasUnsavedEdits, false);
});

test('the unblocking takes the place of a block that has failed', async () => {
  const { hand, store, edits } = await edited();
  edits.setBlocked(true);
  (await hand.next('setBlocked')).reject(new ContactError('forbidden'));
  await settle();
  edits.setBlocked(false);
  await settle();
  assert.equal(store.state.changes.length, 0);
  assert.equal(hand.calls.setBlocked.length, 1);
});

test('a block is no tag: neither takes the place of the other', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  await hand.next('save');
  edits.removeTag({ id: 't1', name: 'VIP' });
  edits.setBlocked(true);
  edits.addTag({ name: 'New' });
  assert.deepEqual(
    store.state.changes.map(({ kind }) => kind),
    ['fields', 'tag-removal', 'block', 'tag-addition'],
  );
});

test('a block that is not with the source yet survives a reload', async () => {
  const { hand, store, edits } = await edited();
  edits.setBlocked(true);
  await hand.next('setBlocked');
  const { changes } = parseRecord(JSON.parse(JSON.stringify(toRecord({ changes: store.state.changes, drafts: [] }))));
  assert.deepEqual(
    changes.map(({ id, kind, status }) => [id, kind, status]),
    [['key1', 'block', 'queued']],
  );
});
