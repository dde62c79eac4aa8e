import { displayName, entriesOf, getValue, isBlank, permissionsFor, PRIMARY_KEYS, withValues } from 'contact-details/server.js';
import type { Contact, EntryList, FieldDefinition, FieldValue, Provenance } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { withoutNothing } from './contact-rows.js';
import type { Member } from './member.js';

/** What stands in for a value that its reader may know of but not see. It has the same length for all values. */
export const MASK = '••••••';

/** Types whose values are the same words in many contacts and texts: they are no secret outside their field. */
const CHOSEN: readonly string[] = ['list', 'multilist', 'country', 'language', 'checkbox', 'time'];

/** The lists of which a contact may have several entries: of a field that is closed, none of them is told. */
const LISTS = Object.keys(PRIMARY_KEYS) as EntryList[];

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
  const closedLists = LISTS.filter((list) => closedKeys.includes(PRIMARY_KEYS[list])).map((list) => [list, null] as const);
  // That the country is the one of the phone number tells something of that.
  const isUntold = (key: string, { source }: Provenance) =>
    closedKeys.includes(key) || (source === 'phone' && closedKeys.includes('phone'));
  const mask = (text: string | undefined): string | undefined => text && redactText(text, contact, fields);
  return withoutNothing({
    ...redacted,
    ...Object.fromEntries(closedLists),
    displayName: mask(contact.displayName),
    provenance: contact.provenance && without(contact.provenance, isUntold),
    channels: contact.channels?.map((channel) =>
      withoutNothing({ ...channel, handle: mask(channel.handle), name: mask(channel.name), reason: mask(channel.reason) }),
    ),
  }) as Contact;
}

/** The contact as a member may see it: redacted, and without how many messages there are for whoever may not see them. */
export function asSeenBy(member: Member, contact: Contact, fields: readonly FieldDefinition[]): Contact {
  const redacted = redact(contact, fields);
  const { conversationCount: _, messageCount: __, ...uncounted } = redacted;
  return permissionsFor(member).viewMessages ? redacted : uncounted;
}

/** A text about a contact, such as a message, with a mask for each value of the contact that its reader may not see. */
export function redactText(text: string, contact: Contact, fields: readonly FieldDefinition[]): string {
  const secrets = fields
    .filter(({ access, type }) => isClosed(access) && !CHOSEN.includes(type))
    .flatMap(({ key }) => valuesOf(contact, key))
    .filter((value) => typeof value === 'string' && !isBlank(value)) as readonly string[];
  return secrets.reduce((rest, secret) => (mayTell(rest, secret) ? rest.replace(occurrences(secret), MASK) : rest), text);
}

/** The values of a field: all email addresses, all phone numbers, else the one that it has. */
function valuesOf(contact: Contact, key: string): readonly FieldValue[] {
  const list = LISTS.find((each) => PRIMARY_KEYS[each] === key);
  return list ? entriesOf(contact, list).map(({ value }) => value) : [getValue(contact, key)];
}

/** What a contact is called before its reader, empty where that is nothing: a value that is masked is no name. */
export function nameFor(contact: Contact, fields: readonly FieldDefinition[]): string {
  const closed = fields.filter(({ access }) => isClosed(access));
  return displayName(withValues(redact(contact, fields), Object.fromEntries(closed.map(({ key }) => [key, null]))));
}

function without<T>(
  record: Readonly<Record<string, T>>,
  isUnwanted: (key: string, member: T) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key, member]) => !isUnwanted(key, member)));
}

/** Whether the reader sees both phone and email, and may therefore search for them. */
export function canSearchAddresses(fields: readonly FieldDefinition[]): boolean {
  return !fields.some(({ key, access }) => (key === 'email' || key === 'phone') && isClosed(access));
}

/** Whether the reader sees the names of contacts, and may therefore search and sort by them. */
export function canSeeNames(fields: readonly FieldDefinition[]): boolean {
  return !fields.some(({ key, access }) => (key === 'firstName' || key === 'lastName') && isClosed(access));
}

/** Whether values of this access are not to be seen. */
export function isClosed(access: FieldDefinition['access']): boolean {
  return access === 'hide' || access === 'mask';
}

/** Whether a value may occur in a text: quickly, because most texts tell nothing. */
function mayTell(text: string, secret: string): boolean {
  const digits = secret.replace(/\D/g, '');
  return bare(text).includes(bare(secret)) || (digits.length >= 6 && text.replace(/\D/g, '').includes(digits));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/\s/g, '');
}

/** Finds a value in a text, whatever its case and spacing; a number with six digits or more however it is grouped. */
function occurrences(secret: string): RegExp {
  const digits = secret.replace(/\D/g, '');
  const isNumber = digits.length >= 6 && /^[\d\s+().\-/]+$/.test(secret);
  const escaped = [...(isNumber ? digits : secret.replace(/\s/g, ''))].map((letter) =>
    letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
  );
  const [before, after] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  return new RegExp(before + (isNumber ? '\\+?' : '') + escaped.join(isNumber ? '[\\s().\\-/]*' : '\\s*') + after, 'giu');
}
