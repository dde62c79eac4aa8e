import type { ContactAdapter } from '../../../src/core/adapter.js';
import type { Contact } from '../../../src/core/contact.js';
import { ContactError } from '../../../src/core/error.js';
import type { Database } from '../../../demo/server/database/database.js';
import { hasItem } from '../../store/sched/server.js';
import { CONTACTS, TAGS } from '../../store/sched/person.js';
import { Violation } from '../../store/sched/violation.js';

/** Failures after which a person presses the same button again: nobody knows whether the merge was done. */
const UNCERTAIN: readonly string[] = ['offline', 'timeout', 'unavailable', 'unknown', 'invalid-data', 'rate-limited'];
/** How often they do. */
const PRESSES = 40;

/** A contact, and another one that is to become part of it. */
interface MergedIds {
  readonly id: string;
  readonly otherId: string;
}

/** The two contacts of a schedule, where they become one. */
export const MERGED: MergedIds = { id: CONTACTS[0], otherId: CONTACTS[1] };

/**
 * Merges as the dialog of the panel does: reads both contacts, sends both versions, and asks again under the same key as long as nobody
 * knows what became of it. Anything but "done" is a violation: nobody else writes meanwhile. Answers the key.
 */
export async function mergeWithPatience(adapter: Required<ContactAdapter>, { id, otherId }: MergedIds): Promise<string> {
  const key = crypto.randomUUID();
  const [contact, other] = [await readWithPatience(adapter, id), await readWithPatience(adapter, otherId)];
  const versions = { version: contact.version ?? '', otherVersion: other.version ?? '' };
  const answer = await patiently(() =>
    adapter.merge(id, otherId, {}, { key, signal: new AbortController().signal, ...versions }),
  );
  const merged = answer ?? (await readWithPatience(adapter, id));
  const missing = TAGS.filter((tag) => [contact, other].some((one) => hasItem(one, tag)) && !hasItem(merged, tag));
  if (merged.id !== id || missing.length) throw new Violation('R1', `the merge has lost ${missing.join() || id}`);
  return key;
}

/** Holds a merge that was done to what it promises: one contact, which the other id leads to, by one write. */
export async function checkMerged(database: Database, { id, otherId }: MergedIds, key: string): Promise<void> {
  const [found] = await database.query(
    `SELECT (SELECT string_agg(id, ',') FROM contacts WHERE id IN ($1, $2)) AS ids,
       (SELECT string_agg(merged_into, ',') FROM deleted_contacts WHERE id = $2) AS target,
       (SELECT count(*)::int FROM recorded_answers WHERE key = $3) AS answers,
       (SELECT count(*)::int FROM conversations WHERE id IN ($1 || '-talk', $2 || '-talk') AND contact_id = $1) AS conversations`,
    [id, otherId, key],
  );
  const isWhole = JSON.stringify(found) === JSON.stringify({ ids: id, target: id, answers: 1, conversations: 2 });
  if (!isWhole) throw new Violation('R5', `the merge has led to ${JSON.stringify(found)}`);
}

async function readWithPatience(adapter: ContactAdapter, id: string): Promise<Contact> {
  return (await patiently(() => adapter.load(id, { signal: new AbortController().signal }))).contact;
}

async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let press = 0; press < PRESSES; press++) {
    try {
      return await ask();
    } catch (thrown) {
      const { code } = ContactError.from(thrown);
      if (!UNCERTAIN.includes(code)) throw new Violation('R15', `a merge that nobody was in the way of ended as ${code}`);
    }
  }
  throw new Violation('R8', `nothing has come of asking ${PRESSES} times`);
}
