import { cleanAddress, ContactError } from 'contact-details/server.js';
import type { ContactPatch, ExistingContact, FieldDefinition } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { UniqueViolation } from '../database/database.js';
import { findContact } from './contact-rows.js';
import type { ContactKey } from './contact-rows.js';
import { loadFields, nameFor } from './field-access.js';
import type { Member } from './member.js';

/** What is unique in a workspace: the index that refuses it twice, and how the index compares it. */
const UNIQUE_VALUES = [
  { key: 'email', index: 'contacts_email', compared: (text: string) => `lower(${text})` },
  { key: 'phone', index: 'contacts_phone_key', compared: (text: string) => `phone_key(${text})` },
] as const;

/**
 * What to tell of a save that failed: where an index refused a value, a `duplicate` that names every value of the patch
 * that is another contact's and, as far as the member may see it, that contact. Asked after the transaction is over.
 */
export async function asDuplicate(
  thrown: unknown,
  { database, member, id, patch }: { database: Queryable; member: Member; id: string; patch: ContactPatch },
): Promise<unknown> {
  const refused = UNIQUE_VALUES.find(({ index }) => thrown instanceof UniqueViolation && thrown.index === index);
  if (!refused) return thrown;
  const owners = await Promise.all(
    UNIQUE_VALUES.map(async ({ key, compared }) => ({
      key,
      ownerId: await findOwner(
        database,
        { workspaceId: member.workspaceId, id },
        key,
        patch[key] == null ? null : cleanAddress(patch[key]),
        compared,
      ),
    })),
  );
  const taken = owners.filter(({ key, ownerId }) => ownerId !== undefined || key === refused.key);
  const ownerId = taken.find((owner) => owner.ownerId !== undefined)?.ownerId;
  const existing = ownerId === undefined ? undefined : await named(database, member, ownerId);
  return new ContactError('duplicate', {
    cause: thrown,
    fields: taken.map(({ key }) => ({ pointer: `/${key}`, detail: 'belongs to another contact' })),
    ...(existing && { existing }),
  });
}

async function findOwner(
  database: Queryable,
  { workspaceId, id }: ContactKey,
  column: 'email' | 'phone',
  value: string | null,
  compared: (text: string) => string,
): Promise<string | undefined> {
  const [owner] = await database.query<{ id: string }>(
    `SELECT id FROM contacts WHERE workspace_id = $1 AND id <> $2 AND ${compared(column)} = ${compared('$3')}`,
    [workspaceId, id, value],
  );
  return owner?.id;
}

/** The contact as the member's panel would call it. */
async function named(database: Queryable, member: Member, id: string): Promise<ExistingContact | undefined> {
  const fields: readonly FieldDefinition[] = await loadFields(database, member);
  const contact = await findContact(database, { workspaceId: member.workspaceId, id });
  return contact && { id, name: nameFor(contact, fields) };
}
