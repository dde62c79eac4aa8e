import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { parseRecord } from '../../src/store/saved-edits-parser.js';
import type { Persistence, SavedRecord } from '../../src/store/saved-edits-format.js';
import { ContactStore, loadSavedEdits } from '../../src/store/contact-store.js';
import { storeFor } from '../../src/store/store-registry.js';
import { handAdapter } from '../support/hand-adapter.js';
import { FakeClock, settle } from './support/clock.js';
import { keyOf, MAYA } from './support/editing.js';

/** A place for one record, which counts how often it was written. */
class Place implements Persistence {
  record: unknown;
  /** What was left for the next who asks. */
  left: SavedRecord | undefined;
  /** Says that a page has gone that had saved edits of the contact. */
  found: (contactId: string) => void = () => assert.fail('nobody wants to know');
  writes = 0;
  isFull = false;

  save(_id: string, edits: SavedRecord | undefined): Promise<void> {
    this.writes++;
    if (this.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    this.record = edits && JSON.parse(JSON.stringify(edits));
    return Promise.resolve();
  }

  async restore(_id: string, take: Parameters<Persistence['restore']>[1]): Promise<void> {
    const { record } = this;
    if (record !== undefined) this.left = await take(record);
  }

  onPageGone(found: (contactId: string) => void): void {
    this.found = found;
  }

  clear(): Promise<void> {
    this.record = undefined;
    return Promise.resolve();
  }
}

/** A page that opens the contact, like after a reload. */
async function open(persistence: Persistence, prefix = 'key') {
  await loadSavedEdits();
  const hand = handAdapter();
  const clock = new FakeClock();
  let ids = 0;
  const createId = () => `${prefix}${++ids}`;
  const store = new ContactStore(hand.adapter, MAYA.id, { clock: clock.after, random: () => 0, createId, persistence });
  const { edits } = store;
  store.subscribe(() => undefined);
  void store.load();
  (await hand.next('load')).resolve({ contact: MAYA });
  await settle();
  return { hand, clock, store, edits };
}

// The first test: later ones find the code loaded.
test('what is typed before the code that saves it is there is saved when it is', async () => {
  const place = new Place();
  const clock = new FakeClock();
  const store = new ContactStore(handAdapter().adapter, MAYA.id, { clock: clock.after, persistence: place });
  void store.load();
  store.edits.draft('email', { email: 'm' });
  assert.equal(store.canRestoreEdits, false);
  await loadSavedEdits();
  await settle();
  clock.advance(300);
  assert.deepEqual([place.writes, store.canRestoreEdits], [1, true]);
});

test('an edit that was on its way when the page went is sent again with its old key', async () => {
  const place = new Place();
  const before = await open(place);
  before.edits.edit({ firstName: 'Maia' });
  const first = await before.hand.next('save');
  const { hand, store } = await open(place, 'other');
  assert.equal(store.contact?.firstName, 'Maia');
  const again = await hand.next('save');
  assert.deepEqual([keyOf(again), again.arguments[1]], [keyOf(first), { firstName: 'Maia' }]);
  const contact = { ...MAYA, version: 'v2', firstName: 'Maia' };
  again.resolve(contact);
  (await hand.next('load')).resolve({ contact });
  await store.whenSettled();
  assert.equal(place.record, undefined, 'what is with the source is there no longer');
});

test('edits that waited go in their order, tags among them, and what somebody changed meanwhile is a conflict', async () => {
  const place = new Place();
  const before = await open(place);
  before.edits.edit({ firstName: 'Maia' });
  before.edits.addTag({ name: 'new' });
  (await before.hand.next('save')).reject(new ContactError('offline'));
  await settle();
  const { hand, store } = await open(place, 'other');
  const current = { ...MAYA, version: 'v2', firstName: 'Mira' };
  (await hand.next('save')).reject(new ContactError('conflict', { current }));
  assert.deepEqual((await hand.next('addTag')).arguments[1], { name: 'new' });
  assert.equal(store.state.changes[0]?.status, 'conflict');
});

test('an edit that had failed is still there, with the reason', async () => {
  const place = new Place();
  const before = await open(place);
  before.edits.edit({ firstName: 'Maia' });
  (await before.hand.next('save')).reject(new ContactError('duplicate'));
  await settle();
  const { hand, store } = await open(place, 'other');
  assert.deepEqual([store.state.changes[0]?.status, store.state.changes[0]?.error?.code], ['failed', 'duplicate']);
  assert.equal(hand.calls.save.length, 0);
});

test('what is typed is saved within 300 milliseconds, once for many letters, and opens again', async () => {
  const place = new Place();
  const { clock, edits } = await open(place);
  for (const letters of ['m', 'ma', 'mai']) edits.draft('email', { email: letters });
  assert.equal(place.writes, 0);
  clock.advance(300);
  assert.equal(place.writes, 1);
  const { store } = await open(place, 'other');
  assert.deepEqual(store.state.drafts.get('email')?.values, { email: 'mai' });
  assert.equal(store.hasUnsavedEdits, true);
});

test('what is thrown away is not there any more, at once', async () => {
  const place = new Place();
  const { clock, store } = await open(place);
  store.edits.draft('email', { email: 'mai' });
  clock.advance(300);
  assert.ok(place.record);
  store.edits.cancelDraft('email');
  assert.equal(place.record, undefined);
});

test('an editor that was only opened is not saved', async () => {
  const place = new Place();
  const { clock, edits } = await open(place);
  edits.draft('email', { email: MAYA.email ?? null });
  clock.advance(300);
  assert.equal(place.writes, 0);
});

test('an editor that is open is not replaced by one from before', async () => {
  const place = new Place();
  place.record = { changes: [], drafts: [['email', { values: { email: 'old' }, baseValues: { email: '' }, seenValues: [] }]] };
  const hand = handAdapter();
  const store = new ContactStore(hand.adapter, MAYA.id, { clock: new FakeClock().after, persistence: place });
  store.subscribe(() => undefined);
  void store.load();
  store.edits.draft('email', { email: 'new' });
  await settle();
  assert.deepEqual(store.state.drafts.get('email')?.values, { email: 'new' });
});

test('edits from before wait while the contact cannot be read for want of a connection', async () => {
  const place = new Place();
  const before = await open(place);
  before.edits.edit({ firstName: 'Maia' });
  const hand = handAdapter();
  const store = new ContactStore(hand.adapter, MAYA.id, { clock: new FakeClock().after, persistence: place });
  void store.load();
  (await hand.next('load')).reject(new ContactError('offline'));
  await settle();
  assert.equal(store.state.changes[0]?.status, 'queued');
  void store.load();
  (await hand.next('load')).resolve({ contact: MAYA });
  assert.equal(keyOf(await hand.next('save')), 'key1');
});

const QUEUED = {
  kind: 'fields',
  id: 'old',
  status: 'queued',
  values: { firstName: 'Maia' },
  baseValues: { firstName: 'Maya' },
  seenValues: [],
};
const TYPED = ['email', { values: { email: 'typed' }, baseValues: { email: MAYA.email }, seenValues: [] }];

/** A page that shows a contact while another page goes that had edited one of its own. */
async function outlive(contactId: string) {
  const hand = handAdapter();
  const clock = new FakeClock();
  const place = new Place();
  const options = { clock: clock.after, random: () => 0, persistence: place };
  const shown = storeFor(hand.adapter, 'c2', options);
  void shown.load();
  (await hand.next('load')).resolve({ contact: { ...MAYA, id: 'c2' } });
  await settle();
  place.record = { changes: [QUEUED], drafts: [TYPED] };
  place.found(contactId);
  return { hand, clock, place, store: storeFor(hand.adapter, contactId, options) };
}

test('edits of a page that is gone are sent by another one that has not opened their contact', async () => {
  const { hand, clock, store } = await outlive(MAYA.id);
  clock.advance(3_000);
  (await hand.next('load')).resolve({ contact: MAYA });
  const save = await hand.next('save');
  assert.deepEqual([save.arguments[0], save.arguments[1], keyOf(save)], [MAYA.id, { firstName: 'Maia' }, 'old']);
  assert.equal(store.isObserved, false);
});

test('a page that is being reloaded has three seconds to restore its own edits', async () => {
  const { hand, clock } = await outlive(MAYA.id);
  clock.advance(2_999);
  await settle();
  assert.equal(hand.calls.load.length, 1);
});

test('what was only typed is left for whoever opens the contact', async () => {
  const { clock, place, store } = await outlive('c2');
  clock.advance(3_000);
  await settle();
  assert.deepEqual([store.state.changes[0]?.id, store.state.drafts.size], ['old', 0]);
  assert.deepEqual(place.left, { changes: [], drafts: [TYPED] });
});

test('a contact of which edits were restored is read again until it can be, or is refused', async () => {
  const { hand, clock, store } = await outlive(MAYA.id);
  clock.advance(3_000);
  (await hand.next('load')).reject(new ContactError('offline'));
  await settle();
  clock.advance(1_000);
  (await hand.next('load')).reject(new ContactError('forbidden'));
  await settle();
  clock.advance(600_000);
  await settle();
  assert.equal(hand.calls.load.length, 3);
  assert.deepEqual([store.state.changes[0]?.status, hand.watched()], ['failed', []]);
});

test('a place that is full, or throws at once, changes nothing but that edits are not restored after a reload', async () => {
  const place = new Place();
  place.isFull = true;
  const { hand, store, edits } = await open(place);
  edits.edit({ firstName: 'Maia' });
  await settle();
  assert.equal(store.canRestoreEdits, false);
  (await hand.next('save')).resolve({ ...MAYA, version: 'v2', firstName: 'Maia' });
  await store.whenSettled();
  assert.equal(store.contact?.firstName, 'Maia');
  const throwing: Persistence = {
    save: () => assert.fail('save'),
    restore: () => assert.fail('restore'),
    onPageGone: () => assert.fail('onPageGone'),
    clear: () => assert.fail('clear'),
  };
  const other = await open(throwing);
  other.edits.edit({ firstName: 'Maia' });
  assert.ok(await other.hand.next('save'));
});

test('what this package has not written is not taken', () => {
  const draft = { values: { a: 'b' }, baseValues: { a: null }, seenValues: [] };
  const change = { kind: 'fields', id: 'k', status: 'queued', ...draft };
  assert.equal(parseRecord({ changes: [change], drafts: [['a', draft]] }).changes.length, 1);
  const garbage: readonly unknown[] = [
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { changes: {}, drafts: [] },
    { changes: [null], drafts: [] },
    { changes: [], drafts: [['a']] },
    { changes: [{ ...change, kind: 'deletion' }], drafts: [] },
    { changes: [{ ...change, status: 'saved' }], drafts: [] },
    { changes: [{ ...change, status: 'failed' }], drafts: [] },
    { changes: [{ ...change, values: { a: { nested: {} } } }], drafts: [] },
    { changes: [{ ...change, values: { a: NaN } }], drafts: [] },
    { changes: [{ ...change, seenValues: 'all' }], drafts: [] },
    { changes: [{ kind: 'tag-addition', id: 'k', status: 'queued', tag: 'VIP' }], drafts: [] },
  ];
  for (const input of garbage) assert.throws(() => parseRecord(input), ContactError, JSON.stringify(input));
});

test('keys that every object has are restored like any other', () => {
  const values = JSON.parse('{"__proto__": "a", "constructor": "b"}') as object;
  const { drafts } = parseRecord({ changes: [], drafts: [['x', { values, baseValues: {}, seenValues: [] }]] });
  assert.deepEqual(Object.entries(drafts[0]?.[1].values ?? {}), [
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
});

test('a change of an email address is restored with what takes it back, a label that was cleared and a removal among them', () => {
  const entries = [
    { list: 'emails', value: 'ana@work.example', patch: { value: 'ana@new.example', label: null, isPrimary: true } },
    { list: 'phones', value: '+351912345678', inverse: { list: 'phones', value: '+351912345678', patch: { label: 'work' } } },
  ] as const;
  const changes = entries.map((entry, index) => ({ kind: 'entry', id: `k${index}`, status: 'waiting', ...entry }) as const);
  assert.deepEqual(
    parseRecord(structuredClone({ changes, drafts: [] })).changes,
    changes.map((change) => ({ ...change, status: 'queued', isUncertain: true })),
  );
});
