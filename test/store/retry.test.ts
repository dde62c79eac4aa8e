import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import { retryDelay, retryStateAfter } from '../../src/core/retry.js';
import type { RetryState } from '../../src/core/retry.js';
import { edited, keyOf, MAYA, settle } from './support/editing.js';
import type { Edited } from './support/editing.js';

/** Every code: whether a write that failed with it is tried again by itself. */
const IS_RETRIED: Readonly<Record<ErrorCode, boolean>> = {
  offline: true,
  timeout: true,
  unavailable: true,
  'rate-limited': true,
  unknown: false,
  'invalid-data': false,
  conflict: false,
  invalid: false,
  duplicate: false,
  forbidden: false,
  unauthenticated: false,
  'not-found': false,
  gone: false,
};

/** Attempts that failed, and between which milliseconds the next one comes. */
const WAITS: readonly (readonly [attempts: number, least: number, most: number])[] = [
  [1, 500, 1_000],
  [2, 500, 2_000],
  [3, 500, 4_000],
  [4, 500, 8_000],
  [5, 500, 16_000],
  [6, 500, 30_000],
  [7, 500, 30_000],
  [2_000, 500, 30_000],
];

async function failing({ hand, edits }: Edited, error: ContactError): Promise<void> {
  edits.edit({ firstName: 'Maia' });
  (await hand.next('save')).reject(error);
  await settle();
}

for (const [code, isRetried] of Object.entries(IS_RETRIED) as [ErrorCode, boolean][]) {
  test(`a write that failed with ${code} is ${isRetried ? '' : 'not '}tried again by itself`, async () => {
    const world = await edited();
    await failing(world, new ContactError(code, code === 'conflict' ? { current: { ...MAYA, firstName: 'Mira' } } : {}));
    world.clock.advance(600_000);
    await settle();
    assert.equal(world.hand.calls.save.length, isRetried ? 2 : 1);
    if (isRetried) assert.equal(keyOf(world.hand.calls.save[1] ?? assert.fail()), 'key1');
  });
}

test('the wait is anything from half a second to a limit that doubles up to thirty seconds', () => {
  for (const [attempts, least, most] of WAITS) {
    const retryState: RetryState = { failureCount: attempts, error: new ContactError('unavailable') };
    assert.deepEqual([retryDelay(retryState, () => 0), retryDelay(retryState, () => 1)], [least, most]);
    assert.equal(
      retryDelay(retryState, () => 0.5),
      (least + most) / 2,
    );
  }
});

test('the wait comes after the time that the source asked for', () => {
  const retryState: RetryState = { failureCount: 1, error: new ContactError('rate-limited', { retryAfter: 7_000 }) };
  assert.deepEqual([retryDelay(retryState, () => 0), retryDelay(retryState, () => 1)], [7_500, 8_000]);
});

test('a time that makes no sense is none', () => {
  for (const retryAfter of [-1, NaN, -Infinity, '5' as unknown as number]) {
    const error = new ContactError('unavailable', { retryAfter });
    assert.equal(
      retryDelay({ failureCount: 1, error }, () => 0),
      500,
    );
  }
});

test('a source that wants to be left alone for more than five minutes is left to the person', () => {
  assert.ok(retryStateAfter(undefined, new ContactError('rate-limited', { retryAfter: 300_000 })));
  for (const retryAfter of [300_001, Infinity])
    assert.equal(retryStateAfter(undefined, new ContactError('rate-limited', { retryAfter })), undefined);
});

test('an edit that is tried again is shown and unsaved meanwhile, and says why', async () => {
  const world = await edited();
  await failing(world, new ContactError('unavailable'));
  const { store } = world;
  const [change] = store.state.changes;
  assert.deepEqual([change?.status, change?.retryState?.failureCount, change?.error], ['waiting', 1, undefined]);
  assert.equal(change?.retryState?.error.code, 'unavailable');
  assert.equal(store.contact?.firstName, 'Maia');
  assert.equal(store.hasUnsavedEdits, true);
});

test('the sixth failure in a row leaves it to the person, who has as many attempts again', async () => {
  const world = await edited();
  world.edits.edit({ firstName: 'Maia' });
  for (let round = 0; round < 2; round++) {
    for (let attempt = 1; attempt <= 6; attempt++) {
      (await world.hand.next('save')).reject(new ContactError('unavailable'));
      await settle();
      assert.equal(world.store.state.changes[0]?.status, attempt < 6 ? 'waiting' : 'failed');
      world.clock.advance(500);
    }
    world.edits.retry('key1');
  }
  assert.equal(world.clock.running, 1, 'the limit of the write that the person asked for');
});

test('without a connection it is tried until there is one, and the attempts that follow count anew', async () => {
  const { hand, clock, edits, store } = await edited();
  edits.edit({ firstName: 'Maia' });
  for (let attempt = 0; attempt < 20; attempt++) {
    (await hand.next('save')).reject(new ContactError('offline'));
    await settle();
    clock.advance(500);
  }
  (await hand.next('save')).reject(new ContactError('timeout'));
  await settle();
  assert.deepEqual([store.state.changes[0]?.status, store.state.changes[0]?.retryState?.failureCount], ['waiting', 1]);
});

test('"Try again" does not wait', async () => {
  const world = await edited();
  await failing(world, new ContactError('rate-limited', { retryAfter: 60_000 }));
  world.edits.retry('key1');
  assert.equal(keyOf(await world.hand.next('save')), 'key1');
  world.clock.advance(10_000);
  await settle();
  assert.equal(world.hand.calls.save.length, 2);
});

test('edits behind one that waits wait too, and go in their order', async () => {
  const world = await edited();
  const { hand, clock, edits } = world;
  await failing(world, new ContactError('unavailable'));
  edits.edit({ email: 'maia@example.org' });
  await settle();
  assert.equal(hand.calls.save.length, 1);
  clock.advance(500);
  const again = await hand.next('save');
  assert.equal(keyOf(again), 'key1');
  again.resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  (await hand.next('load')).resolve({ contact: { ...MAYA, version: 'v2', firstName: 'Maia' } });
  assert.deepEqual((await hand.next('save')).arguments[1], { email: 'maia@example.org' });
});

test('an edit that takes the place of one that waits does not make the source be asked sooner', async () => {
  const world = await edited();
  const { hand, clock, edits } = world;
  await failing(world, new ContactError('rate-limited', { retryAfter: 5_000 }));
  clock.advance(1_000);
  edits.edit({ firstName: 'May' });
  clock.advance(4_499);
  await settle();
  assert.equal(hand.calls.save.length, 1);
  clock.advance(1);
  assert.deepEqual((await hand.next('save')).arguments[1], { firstName: 'May' });
});

test('an edit that waits can be discarded, and is not sent any more', async () => {
  const world = await edited();
  await failing(world, new ContactError('rate-limited'));
  world.edits.discard('key1');
  world.clock.advance(60_000);
  await settle();
  assert.equal(world.hand.calls.save.length, 1);
  assert.deepEqual([world.store.contact?.firstName, world.clock.running], ['Maya', 0]);
});

test('news is read while an edit waits', async () => {
  const world = await edited();
  await failing(world, new ContactError('rate-limited'));
  world.store.receive({ ...MAYA, version: 'v2', email: 'new@example.org' });
  (await world.hand.next('load')).resolve({ contact: { ...MAYA, version: 'v2', email: 'new@example.org' } });
  await settle();
  assert.deepEqual([world.store.contact?.firstName, world.store.contact?.email], ['Maia', 'new@example.org']);
});

test('somebody else changing the same field while an edit waits is a conflict', async () => {
  const world = await edited();
  await failing(world, new ContactError('rate-limited'));
  world.store.receive({ ...MAYA, version: 'v2' });
  (await world.hand.next('load')).resolve({ contact: { ...MAYA, version: 'v2', firstName: 'Mira' } });
  await settle();
  world.clock.advance(500);
  await settle();
  const [change] = world.store.state.changes;
  assert.deepEqual([change?.status, change?.retryState, world.hand.calls.save.length], ['conflict', undefined, 1]);
});

test('an edit that waits for a contact that turns out to be gone is kept as failed', async () => {
  const world = await edited();
  await failing(world, new ContactError('unavailable'));
  void world.store.load();
  (await world.hand.next('load')).reject(new ContactError('gone'));
  await settle();
  const [change] = world.store.state.changes;
  assert.deepEqual([change?.status, change?.retryState, world.clock.running], ['failed', undefined, 0]);
});

test('a read that failed is tried again while the contact is watched, quietly, and no longer', async () => {
  const { hand, clock, store } = await edited();
  const stop = store.watch();
  void store.load();
  (await hand.next('load')).reject(new ContactError('unavailable'));
  await settle();
  const { loadError } = store.state;
  clock.advance(500);
  (await hand.next('load')).reject(new ContactError('unavailable'));
  await settle();
  assert.equal(store.state.loadError, loadError, 'the same failure is no news');
  clock.advance(500);
  (await hand.next('load')).resolve({ contact: { ...MAYA, version: 'v2' } });
  await settle();
  assert.deepEqual([store.state.loadError, store.contact?.version, clock.running], [undefined, 'v2', 0]);
  void store.load();
  (await hand.next('load')).reject(new ContactError('unavailable'));
  await settle();
  stop();
  assert.equal(clock.running, 0);
});

test('a read that was refused, or that nobody watches, is not tried again', async () => {
  const { hand, clock, store } = await edited();
  void store.load();
  (await hand.next('load')).reject(new ContactError('unavailable'));
  await settle();
  assert.equal(clock.running, 0);
  const stop = store.watch();
  void store.load();
  (await hand.next('load')).reject(new ContactError('unknown'));
  await settle();
  assert.equal(clock.running, 0);
  stop();
});

test('a first read that is tried again leaves its failure on the screen', async () => {
  const { hand, clock, store } = await edited();
  store.watch();
  void store.load();
  (await hand.next('load')).reject(new ContactError('unauthenticated'));
  await settle();
  void store.load();
  (await hand.next('load')).reject(new ContactError('timeout'));
  await settle();
  clock.advance(500);
  await hand.next('load');
  assert.deepEqual([store.state.phase, store.state.isLoading], ['failed', true]);
});
