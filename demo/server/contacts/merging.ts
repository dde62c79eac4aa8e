import { mergedContact } from 'contact-details/server.js';
import type { Contact, MergeChoices } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { updateContact } from './contact-rows.js';
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
  memberId: string,
): Promise<void> {
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
  const merged = mergedContact(contact, other, choices);
  await updateContact(transaction, workspaceId, merged, { by: memberId, keys: [] });
  await updateFace(transaction, workspaceId, merged);
}

/** Writes what no edit changes: what a channel says of the contact, its channels, and who edited what. */
async function updateFace(transaction: Queryable, workspaceId: string, contact: Contact): Promise<void> {
  const { id, displayName, avatarUrl, channels = [], lastEdits = {} } = contact;
  const edits = Object.entries(lastEdits).map(([key, { by, at }]) => [key, { by: by?.id, at }] as const);
  await transaction.query(
    `UPDATE contacts SET display_name = $3, avatar_url = $4, channels = $5::text::jsonb, last_edits = $6::text::jsonb
     WHERE workspace_id = $1 AND id = $2`,
    [
      ...[workspaceId, id, displayName ?? null, avatarUrl ?? null],
      ...[JSON.stringify(channels), JSON.stringify(Object.fromEntries(edits))],
    ],
  );
}
