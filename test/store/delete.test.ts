import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { edited, keyOf, MAYA, settle } from './support/editing.js';

test('pressing "delete" twice asks once', async () => {
  const { hand, edits } = await edited();
  edits.delete();
  edits.delete();
  await settle();
  assert.equal(hand.calls.delete.length, 1);
});

test('a delete waits for the save under way, and goes before the edits that wait', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  edits.edit({ email: 'm@example.org' });
  edits.delete();
  await settle();
  assert.equal(hand.calls.delete.length, 0);
  (await hand.next('save')).resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  const remove = await hand.next('delete');
  assert.equal(remove.arguments[1].version, 'v2');
  remove.resolve(undefined);
  await store.whenSettled();
  assert.deepEqual([store.state.phase, store.state.changes, hand.calls.save.length], ['deleted', [], 1]);
});

for (const code of ['not-found', 'gone'] as const) {
  test(`a delete that is answered by "${code}" is done`, async () => {
    const { hand, store, edits } = await edited();
    edits.delete();
    (await hand.next('delete')).reject(new ContactError(code));
    await store.whenSettled();
    assert.deepEqual([store.state.phase, store.state.deletion], ['deleted', undefined]);
  });
}

test('a delete of a contact that has become part of another one is not done, and says of which', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  edits.delete();
  (await hand.next('save')).reject(new ContactError('invalid'));
  (await hand.next('delete')).reject(new ContactError('gone', { mergedInto: 'c2' }));
  await store.whenSettled();
  const { phase, loadError, deletion, changes } = store.state;
  assert.deepEqual([phase, loadError?.mergedInto, deletion], ['deleted', 'c2', undefined]);
  assert.equal(changes.length, 1, 'the edit that was not saved is kept');
});

test('a delete that failed says so, keeps the contact, and is tried again with the same key', async () => {
  const { hand, store, edits } = await edited();
  edits.delete();
  const first = await hand.next('delete');
  first.reject(new ContactError('offline'));
  await store.whenSettled();
  assert.deepEqual([store.state.phase, store.state.deletion?.error?.code], ['ready', 'offline']);
  edits.delete();
  const { key } = (await hand.next('delete')).arguments[1];
  assert.equal(key, first.arguments[1].key);
});

test('withdrawing a delete that may have been done reads what the source has', async () => {
  const { hand, store, edits } = await edited();
  edits.delete();
  (await hand.next('delete')).reject(new ContactError('timeout'));
  await settle();
  edits.withdrawDelete();
  (await hand.next('load')).reject(new ContactError('not-found'));
  await store.whenSettled();
  assert.equal(store.state.phase, 'deleted');
});

test('a read that began before the delete does not bring the contact back', async () => {
  const { hand, store, edits } = await edited();
  void store.load();
  const read = await hand.next('load');
  edits.delete();
  (await hand.next('delete')).resolve(undefined);
  await settle();
  read.resolve({ contact: { id: 'c1', version: 'v1' } });
  await settle();
  assert.equal(store.state.phase, 'deleted');
});

test('an edit of a contact that is gone is kept, with the reason', async () => {
  const { hand, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  edits.edit({ email: 'm@example.org' });
  const save = await hand.next('save');
  assert.equal(keyOf(save), 'key1');
  save.reject(new ContactError('gone'));
  await store.whenSettled();
  assert.deepEqual(
    store.state.changes.map(({ status, error }) => [status, error?.code]),
    [
      ['failed', 'gone'],
      ['failed', 'gone'],
    ],
  );
});

test('where a contact has gone is told by the answer to its delete, though it is known to be gone', async () => {
  const { hand, store, edits } = await edited();
  edits.delete();
  const deleting = await hand.next('delete');
  void store.load();
  (await hand.next('load')).reject(new ContactError('gone'));
  await settle();
  deleting.reject(new ContactError('gone', { mergedInto: 'c2' }));
  await settle();
  const { deletion, loadError, phase } = store.state;
  assert.deepEqual([phase, loadError?.mergedInto, deletion], ['deleted', 'c2', undefined]);
});

for (const [whatItIs, error, phase] of [
  ['gone', new ContactError('gone'), 'deleted'],
  ['part of another one', new ContactError('gone', { mergedInto: 'c2' }), 'deleted'],
  ['hidden', new ContactError('forbidden'), 'failed'],
] as const)
  test(`a tag is not taken off a contact that has turned out to be ${whatItIs} meanwhile`, async () => {
    const { hand, clock, store, edits } = await edited();
    const late = { id: 't9', name: 'Late' };
    edits.addTag({ name: late.name });
    const adding = await hand.next('addTag');
    edits.removeTag({ name: late.name });
    adding.reject(new ContactError('timeout'));
    await settle();
    clock.advance(500);
    const current = await hand.next('load');
    void store.load();
    (await hand.next('load')).reject(error);
    await settle();
    current.resolve({ contact: { ...MAYA, tags: [late] } });
    await store.whenSettled();
    assert.equal(hand.calls.removeTag.length, 0);
    assert.equal(store.state.phase, phase);
    assert.equal(store.state.loadError, error);
    assert.ok(store.state.changes.every(({ status }) => status === 'failed'));
  });
