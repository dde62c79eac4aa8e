import type { Persistence } from './saved-edits-format.js';
import { retryStateAfter } from '../core/retry.js';
import type { ContactStore, StoreOptions } from './contact-store.js';
import { startTimer } from '../core/clock.js';

/** A page that is only being reloaded takes up its own edits before others do, in milliseconds. */
const RELOAD_TIME = 3_000;

/** Each place is followed once, for the source that is first edited with it. */
const followed = new WeakSet<Persistence>();

/** Has the edits sent that pages which are gone have left, of contacts that nobody opens here too. */
export function followLeftovers(
  { persistence, clock: after = startTimer }: StoreOptions,
  take: (contactId: string) => void,
): void {
  if (!persistence?.onLeft || followed.has(persistence)) return;
  followed.add(persistence);
  try {
    persistence.onLeft((contactId) => void after(RELOAD_TIME, () => take(contactId)));
  } catch {
    // Foreign code: what is left then waits for somebody who opens its contact.
  }
}

/** Reads a contact that nobody looks at, as often as it takes. */
export async function readUnseen(store: ContactStore): Promise<void> {
  if (store.state.base) return;
  const stop = store.watch();
  if (!store.state.isLoading) void store.load();
  await store.when(({ base, isLoading, loadError }) => {
    return !isLoading && (base !== undefined || (loadError !== undefined && !retryStateAfter(undefined, loadError)));
  });
  stop();
}
