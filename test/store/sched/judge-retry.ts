import type { ErrorCode } from '../../../src/core/error.js';
import type { ContactState } from '../../../src/store/contact-state.js';
import type { World } from './judge.js';
import { rootOf } from './memory.js';
import type { Network } from './network.js';
import { CONTACTS } from './person.js';
import { Violation } from './violation.js';

/** What passes by itself. */
export const PASSING: readonly (ErrorCode | undefined)[] = ['offline', 'timeout', 'unavailable', 'rate-limited'];
const SHORTEST_WAIT = 500;

type WriteCall = Network['writes'][number];

/** R7: what is tried again by itself may be, waits as long as it must, and stops when nobody wants it any more. */
export class RetryJudge {
  #judged = 0;

  check(world: World): void {
    const { writes } = world.network;
    for (; this.#judged < writes.length; this.#judged++) {
      const write = writes[this.#judged];
      if (write) checkWrite(write, this.#judged, world);
    }
    checkTimers(world);
  }
}

function checkWrite(write: WriteCall, index: number, { network, person }: World): void {
  const { contactId, key, operation } = write.request;
  const { memory } = person;
  const fields = operation === 'save' ? Object.keys({ ...write.request.patch, ...write.request.patch.custom }) : [];
  if (memory.discarded.has(rootOf(key)) || fields.some((field) => memory.isDiscarded(rootOf(key), field)))
    throw new Violation('R7', `${key} was sent after it was discarded`);
  const last = network.writes.slice(0, index).findLast(({ request }) => request.key === key);
  const isPressed = operation === 'delete' || (memory.presses.get(contactId) ?? 0) > network.writes.indexOf(last ?? write);
  if (!last || isPressed) return;
  const { code, retryAfter = 0 } = last.error ?? {};
  if (code !== undefined && code !== 'conflict' && !PASSING.includes(code))
    throw new Violation('R7', `${key} was sent again after ${code}`);
  const isTooSoon = PASSING.includes(code) && write.startedAt < (last.endedAt ?? Infinity) + SHORTEST_WAIT + retryAfter;
  if (isTooSoon && code !== 'offline') throw new Violation('R7', `${key} was sent again too soon after ${code}`);
}

/** A timer runs for every call, for every edit that waits, for everything that can be undone, and for a failed read of what is shown; and for nothing else. */
function checkTimers({ clock, network, person }: World): void {
  const states = CONTACTS.map((id) => person.store(id).state);
  const least = network.open.size + states.filter(isHeld).length + states.flatMap(({ undoable }) => undoable).length;
  const reads = states.filter((state) => person.isShowing(state.id) && state.loadError && !state.isLoading);
  if (clock.running < least) throw new Violation('R8', 'something waits, and nothing will wake it');
  if (network.hints.size > clock.running - network.open.size) throw new Violation('R7', 'somebody listens who does not wait');
  if (clock.running > least + reads.length) throw new Violation('R7', 'a timer runs that nobody waits for');
}

function isHeld({ changes, deletion, phase }: ContactState): boolean {
  const next = changes.find(({ status }) => status !== 'failed' && status !== 'conflict');
  return phase === 'ready' && next?.status === 'waiting' && deletion?.status !== 'sending';
}
