import type { Change } from '../../../src/store/change.js';
import type { ContactState } from '../../../src/store/contact-state.js';
import type { FakeClock } from '../support/clock.js';
import { checkBase, checkShown, checkPermissions } from './judge-shown.js';
import { EffectJudge } from './judge-effects.js';
import { FateJudge } from './judge-fate.js';
import { PASSING, RetryJudge } from './judge-retry.js';
import { rootOf } from './memory.js';
import type { Network } from './network.js';
import { CONTACTS, READ_LIMIT, WRITE_LIMIT } from './person.js';
import type { Person } from './person.js';
import { versionOf } from './server.js';
import { Violation } from './violation.js';

/** Everything there is to judge by. */
export interface World {
  readonly person: Person;
  readonly network: Network;
  readonly clock: FakeClock;
}

/** What was true after the step before, by contact. */
export interface Before {
  readonly state: ContactState;
  readonly version: number;
}

/** Holds the core to its promises after every single step. */
export class Judge {
  readonly #world: World;
  readonly #before = new Map<string, Before>();
  readonly #fates = new FateJudge();
  readonly #retries = new RetryJudge();
  readonly #effects = new EffectJudge();
  #judgedKeys = 0;

  constructor(world: World) {
    this.#world = world;
  }

  check(): void {
    this.#effects.check(this.#world.network.server.log, this.#world.person.memory);
    this.#checkSent();
    this.#retries.check(this.#world);
    for (const id of CONTACTS) {
      const store = this.#world.person.store(id);
      const { state } = store;
      if (state.id !== id) throw new Violation('R2', `contact ${state.id} stands under ${id}`);
      this.#checkWaiting(state);
      this.#checkCurrent(state);
      const before = this.#before.get(id);
      if (before?.state === state) continue;
      const version = checkBase(state, before, this.#world);
      if (before?.state.phase === 'deleted' && state.phase === 'ready' && state.base === before.state.base)
        throw new Violation('R2', `${id} is back without having been read`);
      checkPermissions(state);
      this.#checkAbsence(state);
      checkShown(state, store.contact, this.#world);
      this.#fates.check(state, before?.state, this.#world);
      this.#before.set(id, { state, version });
    }
  }

  /**
   * R15: a contact that has become part of another one says of which, and a deleted one does not; what an answer has told before is put
   * right by the read that is under way.
   */
  #checkAbsence({ id, isLoading, phase, loadError }: ContactState): void {
    const told = this.#world.network.absences.get(id)?.mergedInto;
    const isAsking = isLoading && loadError !== undefined;
    if (phase === 'deleted' && !isAsking && loadError?.mergedInto !== told)
      throw new Violation('R15', `${id} is part of ${told ?? 'none'}, and ${loadError?.mergedInto ?? 'none'} is said`);
  }

  /** R6: one write at a time for a contact, oldest first; none for a contact that is not there. */
  #checkSent(): void {
    const { network, person } = this.#world;
    for (; this.#judgedKeys < network.writes.length; this.#judgedKeys++) {
      const key = network.writes[this.#judgedKeys]?.request.key ?? '';
      const asked = person.memory.fieldIntents.get(rootOf(key))?.[0] ?? person.memory.tagIntents.get(rootOf(key));
      if (!asked && network.writes[this.#judgedKeys]?.request.operation !== 'delete')
        throw new Violation('R5', `nobody asked for ${key}`);
      if (!asked) continue;
      const { changes, phase } = person.store(asked.contactId).state;
      const wasUnderWay = this.#before
        .get(asked.contactId)
        ?.state.changes.some((change) => change.id === key && isSending(change));
      const index = wasUnderWay ? 0 : changes.findIndex((change) => change.id === key);
      const older = changes.slice(0, Math.max(index, 0));
      const overtaken = older.find(({ status }) => status === 'queued' || status === 'waiting');
      if (overtaken) throw new Violation('R6', `${key} was sent before ${overtaken.id}`);
      if (phase !== 'ready') throw new Violation('R6', `${key} was sent to a contact that is ${phase}`);
    }
  }

  /** R6, R8: whatever waits, waits for something that ends; and for nothing of another contact's. */
  #checkWaiting({ id, base, phase, changes, deletion, isLoading, loadError }: ContactState): void {
    const { clock, network } = this.#world;
    const calls = [...network.open].filter(({ request }) => request.contactId === id);
    const writes = calls.filter(({ request }) => request.operation !== 'load');
    if (writes.length > 1) throw new Violation('R6', `${writes.length} writes of ${id} at once`);
    for (const { request, startedAt } of calls) {
      const limit = request.operation === 'load' ? READ_LIMIT : WRITE_LIMIT;
      if (clock.now - startedAt > limit) throw new Violation('R8', `${request.operation} of ${id} waits beyond its limit`);
    }
    const isWriting = deletion?.status === 'sending' || changes.some(isSending);
    const next = changes.find(({ status }) => status !== 'failed' && status !== 'conflict');
    const isWaiting = deletion?.status === 'requested' || next?.status === 'queued';
    if (base && phase === 'loading' && !isLoading) throw new Violation('R8', `${id} waits for a read that nobody has begun`);
    if (!isLoading && !isWriting && calls.length) throw new Violation('R8', `${id} is being read and does not show it`);
    if (isLoading && calls.length === writes.length) throw new Violation('R8', `${id} is loading for ever`);
    if (isWriting && !calls.length) throw new Violation('R8', `${id} is saving for ever`);
    // The panel says that the contact cannot be read, and the read is tried again.
    const isUnread = phase === 'failed' && PASSING.includes(loadError?.code);
    if (isWaiting && !isWriting && !isUnread && !(isLoading && phase === 'loading'))
      throw new Violation('R8', `${id} waits for nothing (${phase})`);
  }

  /** R13: when nothing is on its way and no news was lost, what is confirmed is what the source has. */
  #checkCurrent({ id, base, phase, changes, deletion, isLoading, loadError }: ContactState): void {
    const { network } = this.#world;
    const isOnItsWay = network.messages.some(
      (message) => id === (message.type === 'push' ? message.contact.id : message.call.request.contactId),
    );
    const isWriting = changes.some(isSending) || (deletion !== undefined && deletion.status !== 'failed');
    const isQuiet = phase === 'ready' && !isLoading && !loadError && !isWriting && !isOnItsWay;
    const current = network.server.find(id);
    if (!isQuiet || !base || !current || versionOf(base) < (network.missed.get(id) ?? 0)) return;
    if (base.version !== current.version) throw new Violation('R13', `${id} misses version ${versionOf(current)}`);
  }
}

function isSending(change: Change): boolean {
  return change.status === 'sending';
}
