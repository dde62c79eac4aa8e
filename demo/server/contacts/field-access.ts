import { getValue, withValues } from 'contact-details/server.js';
import type { Contact, FieldDefinition, FieldValue } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { withoutNothing } from './contact-rows.js';
import type { Member } from './member.js';

/** What stands in for a value that its reader may know of but not see. It has the same length for all values. */
export const MASK = '••••••';

/** Roles that may see a masked value one by one, where its field allows it. */
const REVEALERS = ['owner', 'manager', 'agent'];

/** The fields of the member's workspace in their order, each with the access that the member's role has to it. */
export async function loadFields(database: Queryable, member: Member): Promise<readonly FieldDefinition[]> {
  const rows = await database.query<{ key: string; definition: FieldDefinition; access: string | null }>(
    'SELECT key, definition, access ->> $2 AS access FROM field_definitions WHERE workspace_id = $1 ORDER BY position, key',
    [member.workspaceId, member.role],
  );
  return rows.map(({ key, definition: { revealable, ...definition }, access }) => {
    const isRevealed = access === 'mask' && revealable && REVEALERS.includes(member.role);
    return withoutNothing({ ...definition, key, access, revealable: isRevealed || null }) as FieldDefinition;
  });
}

/** The contact without what its reader may not see: hidden values are absent, masked ones a mask, wherever they occur. */
export function redact(contact: Contact, fields: readonly FieldDefinition[]): Contact {
  const closedKeys = fields.filter(({ access }) => isClosed(access)).map(({ key }) => key);
  const closed = fields.filter(({ key, access }) => isClosed(access) && getValue(contact, key) !== null);
  const stand = (access: FieldDefinition['access']): FieldValue => (access === 'mask' ? MASK : null);
  const redacted = withValues(
    contact,
    Object.fromEntries(closed.map(({ key, access }) => [key, key === 'assignee' ? null : stand(access)])),
  );
  const secrets = closed.map(({ key }) => getValue(contact, key)).filter((value) => typeof value === 'string');
  const mask = (text: string | undefined): string | undefined =>
    secrets.some((secret) => text && isSameAddress(text, secret)) ? MASK : text;
  return withoutNothing({
    ...redacted,
    displayName: mask(contact.displayName),
    lastEdits: contact.lastEdits && withoutKeys(contact.lastEdits, closedKeys),
    channels: contact.channels?.map((channel) =>
      withoutNothing({ ...channel, handle: mask(channel.handle), name: mask(channel.name) }),
    ),
  }) as Contact;
}

/** The contact without the values that its reader may not see, masks included: for what is made of them, such as its name. */
export function withoutClosed(contact: Contact, fields: readonly FieldDefinition[]): Contact {
  const closed = fields.filter(({ access }) => isClosed(access));
  return withValues(redact(contact, fields), Object.fromEntries(closed.map(({ key }) => [key, null])));
}

function withoutKeys<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** Whether the reader sees both phone and email, and may therefore search for them. */
export function canSearchAddresses(fields: readonly FieldDefinition[]): boolean {
  return !fields.some(({ key, access }) => (key === 'email' || key === 'phone') && isClosed(access));
}

/** Whether values of this access are not to be seen. */
export function isClosed(access: FieldDefinition['access']): boolean {
  return access === 'hide' || access === 'mask';
}

/** Whether two texts are the same address or number, however they are spaced. */
function isSameAddress(a: string, b: string): boolean {
  return bare(a) === bare(b) || (/\d{6}/.test(digits(b)) && digits(a) === digits(b));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/\s/g, '');
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
