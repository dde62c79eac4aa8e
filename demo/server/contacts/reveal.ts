import { allFields, ContactError, getValue } from 'contact-details/server.js';
import type { FieldValue } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { findContact } from './contact-rows.js';
import { absence } from './contact-writes.js';
import { isClosed, loadFields } from './field-access.js';
import type { Member } from './member.js';

/** A value, and what its field is called. */
export interface RevealedValue {
  readonly label: string;
  readonly value: FieldValue;
}

/**
 * One value that a member's panel shows as a mask. Fails like `load`, with `not-found` where there is no such field that
 * the member knows of, and with `forbidden` where its value is not for the member to see.
 */
export async function revealValue(database: Queryable, member: Member, contactId: string, key: string): Promise<RevealedValue> {
  const contactKey = { workspaceId: member.workspaceId, id: contactId };
  const contact = await findContact(database, contactKey);
  if (!contact) throw await absence(database, contactKey);
  const field = allFields(await loadFields(database, member)).find((candidate) => candidate.key === key);
  if (!field) throw new ContactError('not-found');
  if (isClosed(field.access) && !field.revealable) throw new ContactError('forbidden');
  return { label: field.label ?? key, value: getValue(contact, key) };
}
