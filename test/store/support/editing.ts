import type { Contact } from '../../../src/core/contact.js';
import type { EditQueue } from '../../../src/store/edit-queue.js';
import { ContactStore } from '../../../src/store/contact-store.js';
import { handAdapter } from '../../support/hand-adapter.js';
import type { HandAdapter } from '../../support/hand-adapter.js';
import { FakeClock, settle } from './clock.js';

/** A contact that has been read and is being edited; the test answers for the source. */
export interface Edited {
  readonly hand: HandAdapter;
  readonly clock: FakeClock;
  readonly store: ContactStore;
  readonly edits: EditQueue;
}

export const MAYA: Contact = {
  id: 'c1',
  version: 'v1',
  firstName: 'Maya',
  lastName: 'Oduya',
  email: 'maya@example.org',
  tags: [{ id: 't1', name: 'VIP' }],
};

/** Reads a contact and begins to edit it. Idempotency keys are `key1`, `key2`, … */
export async function edited(contact: Contact = MAYA): Promise<Edited> {
  const hand = handAdapter();
  const clock = new FakeClock();
  let ids = 0;
  const store = new ContactStore(hand.adapter, contact.id, {
    clock: clock.after,
    random: () => 0,
    createId: () => `key${++ids}`,
  });
  const reading = store.load();
  (await hand.next('load')).resolve({ contact });
  await reading;
  return { hand, clock, store, edits: store.edits };
}

/** What a call handed over with a write. */
export function keyOf({ arguments: [, , write] }: { readonly arguments: readonly unknown[] }): unknown {
  return (write as { readonly key: string }).key;
}

export { settle };
