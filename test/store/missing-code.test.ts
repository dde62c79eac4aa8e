import assert from 'node:assert/strict';
import { register } from 'node:module';
import { test } from 'node:test';
import { ContactStore, loadSavedEdits } from '../../src/store/contact-store.js';
import type { Persistence } from '../../src/store/saved-edits-format.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';

const MAYA = { id: 'c1', version: '1', firstName: 'Maya' };

/** How often the code that sends edits cannot be had, as from a server that is down: once in each of two pages. */
const FAILURES = 2;
register(
  `data:text/javascript,${encodeURIComponent(`
    let left = ${FAILURES};
    export async function resolve(specifier, context, next) {
      if (specifier.endsWith('/sending.js') && left-- > 0) throw new TypeError('Failed to fetch');
      return next(specifier, context);
    }`)}`,
);

/** A place for the edits of one contact, which outlives pages. */
class Place implements Persistence {
  record: unknown;

  async save(_id: string, edits: unknown): Promise<void> {
    this.record = edits && JSON.parse(JSON.stringify(edits));
  }

  async restore(_id: string, take: Parameters<Persistence['restore']>[1]): Promise<void> {
    if (this.record !== undefined) await take(this.record);
  }

  async clear(): Promise<void> {
    this.record = undefined;
  }
}

/** A page that shows the contact, with the timers that it has started. */
async function open(persistence: Persistence) {
  await loadSavedEdits();
  const hand = handAdapter();
  const timers = new Set<() => void>();
  const clock = (_: number, callback: () => void) => {
    timers.add(callback);
    return () => timers.delete(callback);
  };
  const store = new ContactStore(hand.adapter, MAYA.id, { clock, random: () => 0, createId: () => 'key', persistence });
  store.subscribe(() => undefined);
  void store.load();
  (await hand.next('load')).resolve({ contact: MAYA });
  await until(() => store.state.phase === 'ready');
  return { hand, store, timers };
}

// No other test of this file's process may load what sends.
test('edits for which the code that sends them cannot be had count as offline, outlive the page, and are sent once', async () => {
  const place = new Place();
  const before = await open(place);
  before.store.edits.edit({ firstName: 'Maia' });
  const isOffline = ({ state }: ContactStore) => state.changes[0]?.retryState?.error.code === 'offline';
  await until(() => isOffline(before.store), 'the edit to wait for a connection');
  assert.equal(before.store.contact?.firstName, 'Maia');
  await until(() => place.record !== undefined, 'the edit to be saved');

  const { hand, store, timers } = await open(place);
  await until(() => isOffline(store), 'the restored edit to wait for a connection');
  assert.deepEqual([store.contact?.firstName, store.hasUnsavedEdits, hand.calls.save], ['Maia', true, []]);

  [...timers].forEach((callback) => callback());
  const save = await hand.next('save');
  assert.deepEqual(save.arguments[1], { firstName: 'Maia' });
  assert.equal(save.arguments[2].key, 'key');
  const saved = { ...MAYA, firstName: 'Maia', version: '2' };
  save.resolve(saved);
  // It might have been sent before: what has become of it is read.
  (await hand.next('load')).resolve({ contact: saved });
  await until(() => !store.hasUnsavedEdits, 'the edit to be saved');
  assert.deepEqual([store.state.base?.firstName, hand.calls.save.length, before.hand.calls.save.length], ['Maia', 1, 0]);
});
