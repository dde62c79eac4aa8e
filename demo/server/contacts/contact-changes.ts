import type { Database, Queryable } from '../database/database.js';
import { addressOf } from './contact-rows.js';
import type { ContactKey } from './contact-rows.js';

const CHANNEL = 'contact_changes';

/** Tells who is interested that a contact changed, whichever server process changed it. */
export interface ContactChanges {
  /** Calls back after each change, and when changes may have been missed. The returned function ends it. */
  subscribe(contact: ContactKey, onChange: () => void): () => void;
  close(): Promise<void>;
}

/** Announces a change, once the transaction is committed and not before. */
export async function announceChange(transaction: Queryable, key: ContactKey): Promise<void> {
  await transaction.query('SELECT pg_notify($1, $2)', [CHANNEL, addressOf(key)]);
}

/** Announces changes of any number of contacts of one workspace, in one statement. */
export async function announceChanges(transaction: Queryable, workspaceId: string, ids: readonly string[]): Promise<void> {
  await transaction.query(
    'SELECT pg_notify($1, address) FROM jsonb_array_elements_text($2::text::jsonb) AS addresses (address)',
    [CHANNEL, JSON.stringify(ids.map((id) => addressOf({ workspaceId, id })))],
  );
}

/** Listens once for the whole process and hands each announcement to those who subscribed to that contact. */
export async function contactChanges(database: Database): Promise<ContactChanges> {
  const subscribers = new Map<string, Set<() => void>>();
  const stop = await database.listen(CHANNEL, {
    onNotification: (address) => subscribers.get(address)?.forEach((onChange) => onChange()),
    onGap: () => subscribers.forEach((interested) => interested.forEach((onChange) => onChange())),
  });
  return {
    subscribe: (contact, onChange) => {
      const address = addressOf(contact);
      const interested = subscribers.get(address) ?? new Set();
      subscribers.set(address, interested);
      const subscriber = () => onChange();
      interested.add(subscriber);
      return () => {
        interested.delete(subscriber);
        if (!interested.size && subscribers.get(address) === interested) subscribers.delete(address);
      };
    },
    close: stop,
  };
}
