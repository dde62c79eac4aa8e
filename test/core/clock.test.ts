import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactStore } from '../../src/store/contact-store.js';
import { handAdapter } from '../support/hand-adapter.js';
import { FakeClock, settle } from '../store/support/clock.js';
import { edited, keyOf, MAYA } from '../store/support/editing.js';

test('a read that is never answered fails after ten seconds, and is given up', async () => {
  const hand = handAdapter();
  const clock = new FakeClock();
  const store = new ContactStore(hand.adapter, 'c1', { clock: clock.after });
  void store.load();
  const read = await hand.next('load');
  clock.advance(9_999);
  await settle();
  assert.equal(store.state.phase, 'loading');
  clock.advance(1);
  await settle();
  assert.deepEqual([store.state.phase, store.state.loadError?.code], ['failed', 'timeout']);
  assert.ok(read.signal.aborted);
});

for (const [operation, act] of [
  ['save', 'edit'],
  ['addTag', 'add a tag'],
  ['removeTag', 'remove a tag'],
  ['delete', 'delete'],
] as const) {
  test(`a write that is never answered fails after fifteen seconds, and can be tried again: ${act}`, async () => {
    const { hand, clock, store, edits } = await edited();
    if (operation === 'save') edits.edit({ firstName: 'Maia' });
    if (operation === 'addTag') edits.addTag({ name: 'new' });
    if (operation === 'removeTag') edits.removeTag({ name: 'VIP' });
    if (operation === 'delete') edits.delete();
    const write = await hand.next(operation);
    clock.advance(14_999);
    await settle();
    const failure = () => store.state.deletion?.error ?? store.state.changes[0]?.retryState?.error;
    assert.equal(failure(), undefined);
    clock.advance(1);
    await settle();
    assert.equal(failure()?.code, 'timeout');
    assert.ok(write.signal.aborted);
    if (operation === 'delete') edits.delete();
    else edits.retry(String(keyOf(write)));
    await hand.next(operation);
  });
}

test('an answer after the limit changes nothing, and no timer is left behind', async () => {
  const { hand, clock, store, edits } = await edited();
  edits.edit({ firstName: 'Maia' });
  const save = await hand.next('save');
  clock.advance(15_000);
  await settle();
  save.resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  await settle();
  assert.equal(store.state.changes[0]?.status, 'waiting');
  edits.discard('key1');
  assert.equal(clock.running, 1, 'the limit of the read that says what the source has');
});

test('a call that is answered leaves no timer behind', async () => {
  const { clock } = await edited();
  assert.equal(clock.running, 0);
});

test("the limits are the host's to choose", async () => {
  const hand = handAdapter();
  const clock = new FakeClock();
  const store = new ContactStore(hand.adapter, 'c1', { clock: clock.after, readLimit: 500 });
  void store.load();
  await hand.next('load');
  clock.advance(500);
  await settle();
  assert.equal(store.state.loadError?.code, 'timeout');
});
