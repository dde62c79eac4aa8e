import { ContactError } from '../../../src/core/error.js';
import { reduce } from '../../../src/store/reduce.js';
import type { Persistence, SavedRecord } from '../../../src/store/saved-edits-format.js';
import { loadSavedEdits } from '../../../src/store/contact-store.js';
import { handAdapter } from '../../support/hand-adapter.js';
import { Violation } from '../sched/violation.js';
import { FakeClock, settle } from '../support/clock.js';
import { keyOf, MAYA } from '../support/editing.js';
import { storesMadeBy, withOptions, withReducer } from './planted-stores.js';
import type { MakeStore, Race } from './planted-stores.js';

const IDS = ['c1', 'c2'] as const;

/** What could go wrong with what is saved across reloads. */
export const SAVING_RACES: readonly Race[] = [
  {
    name: 'what was typed is saved under the wrong contact',
    makeStore: withPersistence((persistence) => ({ ...persistence, save: (_, edits) => persistence.save(IDS[0], edits) })),
  },
  {
    name: 'what is typed is saved only once it is confirmed',
    makeStore: withPersistence((persistence) => ({
      ...persistence,
      save: async (id, edits) => (edits && !edits.changes.length ? undefined : persistence.save(id, edits)),
    })),
  },
  {
    name: 'what was saved goes again with a new key',
    makeStore: withReducer((state, action) => {
      if (action.type !== 'edits-restored') return reduce(state, action);
      const changes = action.edits.changes.map((change) => ({ ...change, id: `${change.id}+` }));
      return reduce(state, { ...action, edits: { ...action.edits, changes } });
    }),
  },
  {
    name: 'an edit that was restored is sent to a contact that is deleted',
    makeStore: withReducer((state, action) => {
      const after = reduce(state, action);
      return after.phase === 'deleted' && after.base ? { ...after, phase: 'ready' } : after;
    }),
  },
];

function withPersistence(change: (persistence: Persistence) => Persistence): MakeStore {
  return withOptions(({ persistence, ...options }) => ({
    ...options,
    ...(persistence && { persistence: change(persistence) }),
  }));
}

/** Types into two contacts and edits one, loses the page, and opens both again. Answers which promise was broken. */
export async function saveAndReturn(make: MakeStore): Promise<string | undefined> {
  const place = new Map<string, SavedRecord>();
  const persistence: Persistence = {
    save: async (id, edits) => void (edits ? place.set(id, structuredClone(edits)) : place.delete(id)),
    restore: async (id, take) => void (place.has(id) && (await take(place.get(id)))),
    clear: async () => place.clear(),
  };
  const before = await openPage(make, persistence);
  for (const id of IDS) before.store(id).edits.draft('email', { email: `typed in ${id}` });
  before.store('c1').edits.edit({ firstName: 'Maia' });
  const first = await before.hand.next('save');
  before.clock.advance(300);
  await settle();
  const after = await openPage(make, persistence);
  try {
    for (const id of IDS) {
      const typed = after.store(id).state.drafts.get('email')?.values['email'];
      if (typed !== `typed in ${id}`) throw new Violation('R10', `${id} has ${String(typed)} in its editor`);
    }
    const [again] = after.hand.calls.save;
    if (!again || keyOf(again) !== keyOf(first)) throw new Violation('R5', 'the edit did not go again with its key');
    again.reject(new ContactError('gone'));
    await settle();
    after.store('c1').edits.retry('key1');
    await settle();
    if (after.hand.calls.save.length > 1) throw new Violation('R11', 'a deleted contact was edited');
    if (after.store('c1').state.changes[0]?.status !== 'failed') throw new Violation('R1', 'the edit is lost');
    return undefined;
  } catch (error) {
    if (error instanceof Violation) return error.message;
    throw error;
  }
}

/** A page that shows both contacts. */
async function openPage(make: MakeStore, persistence: Persistence) {
  await loadSavedEdits();
  const hand = handAdapter();
  const clock = new FakeClock();
  let keys = 0;
  const options = { clock: clock.after, random: () => 0, createId: () => `key${++keys}`, persistence };
  const storeFor = storesMadeBy(make);
  const store = (id: string) => storeFor(hand.adapter, id, options);
  for (const id of IDS) {
    store(id).subscribe(() => undefined);
    void store(id).load();
    await settle();
    (await hand.next('load')).resolve({ contact: { ...MAYA, id } });
    await settle();
  }
  return { hand, clock, store };
}
