import type { Change, FieldChange } from '../../../src/store/change.js';
import { getValue } from '../../../src/core/contact.js';
import type { Contact } from '../../../src/core/contact.js';
import type { ContactState } from '../../../src/store/contact-state.js';
import { rootOf } from './memory.js';
import type { FieldIntent, Memory, TagIntent } from './memory.js';
import { normalise, versionOf } from './server.js';
import type { Effect, Server } from './server.js';
import { Violation } from './violation.js';

/** What it takes to tell what has become of an edit. */
export interface Evidence {
  readonly person: { readonly memory: Memory };
  readonly network: {
    readonly server: Pick<Server, 'doneAt' | 'hasBeen'> & { readonly log: readonly Effect[] };
    readonly writes: readonly { readonly request: { readonly key: string } }[];
  };
}

/** R1: each edit is exactly one of pending, saved, replaced by a newer one, failed and kept, or in conflict. */
export class FateJudge {
  readonly #settled = new Set<FieldIntent | TagIntent>();

  check(state: ContactState, before: ContactState | undefined, world: Evidence): void {
    const { fieldIntents, tagIntents } = world.person.memory;
    const fields = [...fieldIntents.values()].flat().filter(({ contactId }) => contactId === state.id);
    const tags = [...tagIntents.values()].filter(({ contactId }) => contactId === state.id);
    this.#settle(fields, (intent) => isFieldSettled(intent, fields, state, world));
    this.#settle(tags, (intent) => isTagSettled(intent, tags, state, world));
    for (const change of state.changes) checkKept(change, before, state.base, world);
  }

  #settle<T extends FieldIntent | TagIntent>(intents: readonly T[], isSettled: (intent: T) => boolean): void {
    for (const intent of intents) if (!this.#settled.has(intent) && isSettled(intent)) this.#settled.add(intent);
  }
}

/** Whether the queue has nothing more to do with this edit of a field, and rightly so. */
function isFieldSettled(
  intent: FieldIntent,
  intents: readonly FieldIntent[],
  state: ContactState,
  { network, person }: Evidence,
): boolean {
  const { root, field, order } = intent;
  const isIn = (change: Change) =>
    change.kind === 'fields' && rootOf(change.id) === root && Object.hasOwn(change.values, field);
  const kept = state.changes.filter(isIn);
  const newer = intents.filter((other) => other.field === field && other.order > order);
  const isReplaced = newer.length > 0;
  const isOutdated = newer.some((other) => !person.memory.isAbandoned(other.root, field));
  if (kept.length > 1) throw new Violation('R1', `${field} of ${root} is kept twice`);
  if (kept[0] && isOutdated && kept[0].status !== 'sending')
    throw new Violation('R1', `${field} of ${root} outlives a newer edit`);
  if (kept.length) return false;
  if (isReplaced || person.memory.isDiscarded(root, field)) return true;
  if (isDeleted(state, person.memory)) return true;
  const saved = network.server.log.findLast(
    (effect) => effect.key !== undefined && rootOf(effect.key) === root && Object.hasOwn(effect.values, field),
  );
  if (!saved) throw new Violation('R1', `${field} of ${root} is lost`);
  if (state.base && versionOf(state.base) < saved.version)
    throw new Violation('R3', `${field} of ${root} is saved and not shown`);
  return true;
}

function isTagSettled(
  intent: TagIntent,
  intents: readonly TagIntent[],
  state: ContactState,
  { network, person }: Evidence,
): boolean {
  const { contactId, root, tag, isThere, since } = intent;
  const sameTag = intents.filter((other) => other.tag === tag);
  // A wish that comes back to one that is still on its way is that one.
  const carriers = sameTag.filter((other) => other.isThere === isThere).map((other) => other.root);
  if (state.changes.some((change) => carriers.includes(rootOf(change.id)))) return false;
  if (sameTag.at(-1) !== intent || carriers.some((carrier) => person.memory.discarded.has(carrier))) return true;
  if (isDeleted(state, person.memory)) return true;
  const { server, writes } = network;
  const opposites = sameTag.filter((other) => other.isThere !== isThere);
  // What it was before the person's own opposite wish was done is no fulfilment of this one.
  const kept = opposites.filter((other) => !person.memory.discarded.has(other.root));
  const from = Math.max(since, ...kept.map((other) => server.doneAt(other.root) ?? 0));
  if (server.doneAt(root) !== undefined || server.hasBeen(contactId, tag, isThere, from)) return true;
  const previous = sameTag.at(-2);
  const wasNeverSent = opposites.every((other) => !writes.some(({ request }) => request.key === other.root));
  if (previous && previous.isThere !== isThere && wasNeverSent) return true;
  throw new Violation('R1', `${isThere ? 'adding' : 'removing'} tag ${tag} by ${root} is lost`);
}

/** Whether the contact is gone because the person wanted that: its edits are gone with it. */
function isDeleted({ id, loadError, phase }: ContactState, { deletions }: Memory): boolean {
  return phase === 'deleted' && deletions.has(id) && !loadError?.mergedInto;
}

/** What is kept says why; a conflict needs somebody else who changed the same field unseen. */
function checkKept(change: Change, before: ContactState | undefined, base: Contact | undefined, world: Evidence): void {
  const isStuck = change.status === 'failed' || change.status === 'conflict';
  if (isStuck !== (change.error !== undefined)) throw new Violation('R1', `${change.id} is ${change.status} without a word`);
  if (change.status === 'waiting' && !change.retryState) throw new Violation('R7', `${change.id} waits without a reason`);
  if (isStuck && change.retryState) throw new Violation('R7', `${change.id} is ${change.status} and still tried again`);
  const was = before?.changes.find(({ id }) => id === change.id);
  if (change.kind !== 'fields' || change.status !== 'conflict' || was?.status === 'conflict' || !base) return;
  if (!isContested(change, base, world)) throw new Violation('R4', `${change.id} is in conflict with nobody`);
}

function isContested(change: FieldChange, base: Contact, { network, person }: Evidence): boolean {
  const intents = person.memory.fieldIntents.get(rootOf(change.id)) ?? [];
  return intents.some(({ contactId, field, shown }) => {
    const current = getValue(base, field);
    if (!Object.hasOwn(change.values, field) || current === shown) return false;
    const writer = network.server.log.findLast(
      (effect) => effect.contactId === contactId && effect.version <= versionOf(base) && Object.hasOwn(effect.values, field),
    );
    if (writer?.key === undefined || person.memory.isAbandoned(writer.key, field)) return true;
    // What the source has made of an earlier value that was never confirmed cannot be told from somebody else's.
    return rootOf(writer.key) !== rootOf(change.id) && normalise(field, writer.values[field] ?? null) !== writer.values[field];
  });
}
