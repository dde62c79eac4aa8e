import { joinedByKey, mergedContact, takenKeys } from 'contact-details/server.js';
import type { Contact, MergeChoices } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { updateContact } from './contact-rows.js';
import type { Origin } from './contact-rows.js';
import { forgetAnswers } from './idempotency.js';

/** Two contacts of one workspace, one of which is to become part of the other. */
export interface MergedPair {
  readonly workspaceId: string;
  readonly contact: Contact;
  readonly other: Contact;
}

/**
 * Makes one contact of two, within a transaction that has locked both: the tags and conversations of the other one move, and its
 * id says from then on where it has gone.
 */
export async function mergeContacts(
  transaction: Queryable,
  { workspaceId, contact, other }: MergedPair,
  choices: MergeChoices,
): Promise<void> {
  const origins = await readOrigins(transaction, workspaceId, [contact.id, other.id]);
  const [toHere, there] = [
    [workspaceId, contact.id, other.id],
    [workspaceId, other.id],
  ];
  await transaction.query('UPDATE conversations SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = $3', toHere);
  await transaction.query(
    `UPDATE contact_tags SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = $3
       AND tag_id NOT IN (SELECT tag_id FROM contact_tags WHERE workspace_id = $1 AND contact_id = $2)`,
    toHere,
  );
  // Addresses are unique: the one contact can have them when the other one is gone.
  await transaction.query('DELETE FROM contacts WHERE workspace_id = $1 AND id = $2', there);
  await transaction.query('UPDATE deleted_contacts SET merged_into = $2 WHERE workspace_id = $1 AND merged_into = $3', toHere);
  await transaction.query('INSERT INTO deleted_contacts (workspace_id, merged_into, id) VALUES ($1, $2, $3)', toHere);
  await forgetAnswers(transaction, workspaceId, other.id);
  const merged = mergedContact(contact, other, choices, true);
  const taken = takenKeys(contact, other, choices);
  await updateContact(transaction, workspaceId, merged, {});
  await updateFace(transaction, workspaceId, merged, joinedByKey(origins.get(contact.id), origins.get(other.id), taken) ?? {});
}

type Origins = Readonly<Record<string, Origin>>;

/** Where the values of contacts come from, as it is kept. */
async function readOrigins(
  transaction: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Origins>> {
  const rows = await transaction.query<{ id: string; provenance: Origins }>(
    `SELECT id, provenance FROM contacts
     WHERE workspace_id = $1 AND id IN (SELECT jsonb_array_elements_text($2::text::jsonb))`,
    [workspaceId, JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, provenance }) => [id, provenance]));
}

/** Writes what no edit of a field changes: what a channel says of the contact, its channels, whether it is blocked, and where its values come from. */
async function updateFace(
  transaction: Queryable,
  workspaceId: string,
  { id, displayName, avatarUrl, channels = [], isBlocked = false }: Contact,
  origins: Origins,
): Promise<void> {
  await transaction.query(
    `UPDATE contacts SET display_name = $3, avatar_url = $4, channels = $5::text::jsonb, provenance = $6::text::jsonb, is_blocked = $7
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, displayName ?? null, avatarUrl ?? null, JSON.stringify(channels), JSON.stringify(origins), isBlocked],
  );
}
