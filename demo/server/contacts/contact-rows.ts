import { displayName, entriesOf, fold } from 'contact-details/server.js';
import type { Channel, Contact, Provenance, Tag } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';

/** Which contact: ids are unique in their workspace, and every statement names the workspace. */
export interface ContactKey {
  readonly workspaceId: string;
  readonly id: string;
}

/** One text for each contact of all workspaces. */
export function addressOf({ workspaceId, id }: ContactKey): string {
  return JSON.stringify([workspaceId, id]);
}

/** The columns of a contact as the members of `Contact`, for a `SELECT … FROM ${CONTACTS}`. */
export const CONTACT_COLUMNS = `
  c.id, c.version::text AS version, c.display_name AS "displayName", c.avatar_url AS "avatarUrl",
  c.first_name AS "firstName", c.last_name AS "lastName", c.country, c.language, c.email, c.phone, c.status,
  c.channels, c.custom, nullif(c.emails, '[]') AS emails, nullif(c.phones, '[]') AS phones,
  nullif(c.is_blocked, false) AS "isBlocked",
  CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name, 'avatarUrl', u.avatar_url) END AS assignee,
  (SELECT coalesce(jsonb_agg(
      jsonb_build_object('id', t.id, 'name', t.name, 'emoji', t.emoji, 'color', t.color, 'description', t.description)
      ORDER BY ct.position), '[]'::jsonb)
    FROM contact_tags ct JOIN tags t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
    WHERE ct.workspace_id = c.workspace_id AND ct.contact_id = c.id) AS tags,
  (SELECT jsonb_strip_nulls(jsonb_object_agg(origin.key, jsonb_build_object('source', origin.value -> 'source',
      'by', coalesce(o.name, origin.value ->> 'by'), 'at', origin.value -> 'at')))
    FROM jsonb_each(c.provenance) origin
    LEFT JOIN users o ON o.workspace_id = c.workspace_id AND o.id = origin.value ->> 'userId') AS provenance,
  (SELECT count(*)::int FROM conversations v WHERE v.workspace_id = c.workspace_id AND v.contact_id = c.id) AS "conversationCount",
  (SELECT count(*)::int FROM conversations v JOIN messages m ON m.workspace_id = v.workspace_id AND m.conversation_id = v.id
    WHERE v.workspace_id = c.workspace_id AND v.contact_id = c.id) AS "messageCount"`;

export const CONTACTS = 'contacts c LEFT JOIN users u ON u.workspace_id = c.workspace_id AND u.id = c.assignee_id';

/** A contact as it lies in the database, columns without a value being `null`. */
export type ContactRow = { readonly [Key in keyof Contact]: Contact[Key] | null } & Pick<Contact, 'id'>;

/** The contact, `undefined` where there is none. */
export async function findContact(database: Queryable, { workspaceId, id }: ContactKey): Promise<Contact | undefined> {
  return (await findContacts(database, workspaceId, [id])).get(id);
}

/** Those of the contacts that there are, by id, in one query. */
export async function findContacts(
  database: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Contact>> {
  const rows = await database.query<ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM ${CONTACTS}
     WHERE c.workspace_id = $1 AND c.id = ANY (SELECT jsonb_array_elements_text($2::text::jsonb))`,
    [workspaceId, JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, toContact(row)]));
}

/**
 * The contact, kept, with some others, from everybody else's writes until the transaction ends. Two statements, because the second one then
 * sees what others committed, tags included, while the first was waiting.
 */
export async function lockContact(
  transaction: Queryable,
  key: ContactKey,
  others: readonly string[] = [],
): Promise<Contact | undefined> {
  const ids = [key.id, ...others];
  // In one order, so that two who want the same contacts do not wait for each other.
  await transaction.query(
    `SELECT 1 FROM contacts WHERE workspace_id = $1 AND id IN (SELECT jsonb_array_elements_text($2::text::jsonb))
     ORDER BY id FOR UPDATE`,
    [key.workspaceId, JSON.stringify(ids)],
  );
  return findContact(transaction, key);
}

/** What became of a contact that there was: it was deleted, or merged into another one. `undefined` where there was none. */
export async function findGone(
  database: Queryable,
  { workspaceId, id }: ContactKey,
): Promise<{ readonly mergedInto?: string } | undefined> {
  const [gone] = await database.query<{ mergedInto: string | null }>(
    'SELECT merged_into AS "mergedInto" FROM deleted_contacts WHERE workspace_id = $1 AND id = $2',
    [workspaceId, id],
  );
  return gone && withoutNothing(gone as { mergedInto?: string });
}

/** Where a value comes from, as it is kept: `userId` where it was a member, `by` where it was something else that has a name. */
export interface Origin extends Provenance {
  readonly userId?: string;
}

/** Writes every value that a person may change, and where those come from that have changed. */
export async function updateContact(
  transaction: Queryable,
  workspaceId: string,
  contact: Contact,
  origins: Readonly<Record<string, Origin>>,
): Promise<void> {
  const { firstName, lastName, country, language, email, phone, assignee, status, custom = {} } = contact;
  const { emails = [], phones = [] } = contact;
  const texts = [firstName, lastName, country, language, email, phone, assignee?.id, status];
  await transaction.query(
    `UPDATE contacts SET version = version + 1, first_name = $3, last_name = $4, country = $5, language = $6, email = $7,
       phone = $8, assignee_id = $9, status = $10, custom = $11::text::jsonb, sort_name = $12, search_text = $13,
       provenance = provenance || $14::text::jsonb, emails = $15::text::jsonb, phones = $16::text::jsonb
     WHERE workspace_id = $1 AND id = $2`,
    [
      ...[workspaceId, contact.id],
      ...texts.map((value) => value ?? null),
      ...[JSON.stringify(custom), sortName(contact), searchText(contact), JSON.stringify(origins)],
      ...[emails, phones].map((entries) => JSON.stringify(entries)),
    ],
  );
}

/** Blocks the contact, or lets them write again. */
export async function updateBlocked(
  transaction: Queryable,
  { workspaceId, id }: ContactKey,
  isBlocked: boolean,
): Promise<void> {
  await transaction.query('UPDATE contacts SET version = version + 1, is_blocked = $3 WHERE workspace_id = $1 AND id = $2', [
    workspaceId,
    id,
    isBlocked,
  ]);
}

/** Writes the channels of the contact. */
export async function updateChannels(
  transaction: Queryable,
  { workspaceId, id }: ContactKey,
  channels: readonly Channel[],
): Promise<void> {
  await transaction.query(
    'UPDATE contacts SET version = version + 1, channels = $3::text::jsonb WHERE workspace_id = $1 AND id = $2',
    [workspaceId, id, JSON.stringify(channels)],
  );
}

/** Makes the contact's version a new one: something outside its own row changed, such as its tags. */
export async function touchContact(transaction: Queryable, { workspaceId, id }: ContactKey): Promise<void> {
  await transaction.query('UPDATE contacts SET version = version + 1 WHERE workspace_id = $1 AND id = $2', [workspaceId, id]);
}

/** The text that contacts are sorted by: the folded name, without its fallback on phone and email. */
export function sortName({ id, firstName, lastName, displayName: shown, language }: Contact): string {
  const named = { firstName, lastName, displayName: shown, language };
  return fold(displayName(withoutNothing({ id, ...named }) as unknown as Contact));
}

/** All email addresses or phone numbers of a contact, as a set of texts in SQL, in the column `value`. */
export function addressesIn(contact: 'c' | 'me', key: 'email' | 'phone'): string {
  const further = `jsonb_path_query_array(${contact}.${key}s, '$[*].value')`;
  return `jsonb_array_elements_text(${further} || jsonb_build_array(${contact}.${key}))`;
}

/** The folded text in which contacts are searched by those who may see all of it. */
export function searchText(contact: Contact): string {
  const { firstName, lastName, displayName: shown } = contact;
  const emails = entriesOf(contact, 'emails').map(({ value }) => value);
  const phones = entriesOf(contact, 'phones').flatMap(({ value }) => [value, value.replace(/[^0-9+]/g, '')]);
  const texts = [firstName, lastName, shown, ...emails, ...phones];
  return fold(texts.filter(Boolean).join(' '));
}

/** The row as the contact it is: what has no value is absent. */
export function toContact(row: ContactRow): Contact {
  const contact = { ...row, assignee: row.assignee && withoutNothing(row.assignee), tags: row.tags?.map(withoutNothing<Tag>) };
  return withoutNothing(contact) as unknown as Contact;
}

/** The same without members that hold nothing. */
export function withoutNothing<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined)) as T;
}
