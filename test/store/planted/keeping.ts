import { ContactError } from '../../../src/core/error.js';
import type { KeptRecord, Persistence } from '../../../src/store/saved-edits-format.js';
import { handAdapter } from '../../support/hand-adapter.js';
import type { Core } from '../sched/core.js';
import { Violation } from '../sched/violation.js';
import { FakeClock, settle } from '../support/clock.js';
import { keyOf, MAYA } from '../support/editing.js';
import type { Race } from './races.js';

const IDS = ['c1', 'c2'] as const;

/** What could go wrong with what is kept across reloads. */
export const KEEPING_RACES: readonly Race[] = [
  {
    name: 'what was typed is kept under the wrong contact',
    file: 'saved-edits.ts',
    find: 'this.#persistence.save(this.#contactId, kept)',
    replace: 'this.#persistence.save((Keeper.first ??= this.#contactId), kept)',
  },
  {
    name: 'what is typed is kept only once it is confirmed',
    file: 'saved-edits.ts',
    find: 'else this.#stopTimer ??= this.#after(DRAFT_DELAY, () => this.#save());',
    replace: '',
  },
  {
    name: 'what was kept goes again with a new key',
    file: 'saved-edits-format.ts',
    find: "const id = text(source['id']);",
    replace: "const id = `${text(source['id'])}+`;",
  },
  {
    name: 'an edit that was kept is sent to a contact that is deleted',
    file: 'reduce-edit.ts',
    find: "if (phase === 'ready' || phase === 'loading') return state;",
    replace:
      "if (phase === 'deleted' && state.base) return { ...state, phase: 'ready' };\n  if (phase !== 'failed') return state;",
  },
];

/** Types into two contacts and edits one, loses the page, and opens both again. Answers which promise was broken. */
export async function keepAndReturn(core: Core): Promise<string | undefined> {
  const place = new Map<string, KeptRecord>();
  const persistence: Persistence = {
    save: async (id, edits) => void (edits ? place.set(id, structuredClone(edits)) : place.delete(id)),
    adopt: async (id, take) => void (place.has(id) && (await take(place.get(id)))),
    clear: async () => place.clear(),
  };
  const before = await openPage(core, persistence);
  for (const id of IDS) before.edits(id).draft('email', { email: `typed in ${id}` });
  before.edits('c1').edit({ firstName: 'Maia' });
  const first = await before.hand.next('save');
  before.clock.advance(300);
  await settle();
  const after = await openPage(core, persistence);
  try {
    for (const id of IDS) {
      const typed = after.store(id).state.drafts.get('email')?.values['email'];
      if (typed !== `typed in ${id}`) throw new Violation('R10', `${id} has ${String(typed)} in its editor`);
    }
    const [again] = after.hand.calls.save;
    if (!again || keyOf(again) !== keyOf(first)) throw new Violation('R5', 'the edit did not go again with its key');
    again.reject(new ContactError('gone'));
    await settle();
    after.edits('c1').retry('key1');
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
async function openPage({ storeFor, EditQueue }: Core, persistence: Persistence) {
  const hand = handAdapter();
  const clock = new FakeClock();
  let keys = 0;
  const options = { after: clock.after, random: () => 0, createId: () => `key${++keys}`, persistence };
  const store = (id: string) => storeFor(hand.adapter, id, options);
  const edits = (id: string) => EditQueue.of(store(id));
  for (const id of IDS) {
    edits(id);
    await settle();
    void store(id).load();
    (await hand.next('load')).resolve({ contact: { ...MAYA, id } });
    await settle();
  }
  return { hand, clock, store, edits };
}
