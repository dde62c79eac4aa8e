import { permissionsFor } from 'contact-details/server.js';
import type { Contact, FieldDefinition, Person, Tag } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { canImport } from './contact-import.js';
import { conditionFor, demandVisible } from './contact-filter.js';
import type { Condition, ContactFilter } from './contact-filter.js';
import { CONTACT_COLUMNS, CONTACTS, toContact } from './contact-rows.js';
import type { ContactRow } from './contact-rows.js';
import { canSeeNames, loadFields, nameFor, redact, redactText } from './field-access.js';
import { filterChoices } from './filter-choices.js';
import type { FilterChoices } from './filter-choices.js';
import type { Member } from './member.js';
import { canManageTags } from './tag-administration.js';

/** Which part of a list is asked for. */
export interface ListQuery extends ContactFilter {
  readonly offset: number;
  readonly limit: number;
}

/** A row of the inbox. */
export interface ConversationItem {
  readonly id: string;
  readonly contactId: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly channel: { readonly type: string; readonly name: string };
  readonly preview: string;
  readonly unread: number;
  readonly updatedAt: Date;
  readonly status: string | null;
  readonly assignee: Person | null;
}

/** A row of the contacts table. */
export interface ContactItem {
  readonly id: string;
  readonly version: string | undefined;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly country: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channels: readonly { readonly type: string; readonly name: string; readonly state: string }[];
  readonly tags: readonly Tag[];
  readonly assignee: Person | null;
  readonly status: string | null;
  readonly lastMessageAt: Date | null;
}

/** What the contacts table shows. */
export interface ContactsPage {
  readonly contacts: readonly ContactItem[];
  readonly total: number;
  readonly can: { readonly delete: boolean; readonly manageTags: boolean; readonly import: boolean };
  readonly choices: FilterChoices;
}

const LAST_MESSAGE = `(SELECT max(v.updated_at) FROM conversations v WHERE v.workspace_id = c.workspace_id AND v.contact_id = c.id)`;

/** What contacts may be sorted by. Those without the value come last, whichever way it goes. */
const ORDERS = {
  name: `c.sort_name = '', c.sort_name COLLATE "C"`,
  '-name': `c.sort_name = '', c.sort_name COLLATE "C" DESC`,
  country: 'c.country NULLS LAST',
  '-country': 'c.country DESC NULLS LAST',
  lastMessageAt: `${LAST_MESSAGE} NULLS LAST`,
  '-lastMessageAt': `${LAST_MESSAGE} DESC NULLS LAST`,
  status: 'c.status DESC NULLS LAST',
} as const;

export type ContactOrder = keyof typeof ORDERS;

/** The order as SQL. Whoever may not see names is not shown how they are sorted. */
function orderFor(fields: readonly FieldDefinition[], order: ContactOrder): string {
  const isOfNames = order === 'name' || order === '-name';
  return isOfNames && !canSeeNames(fields) ? 'c.id' : ORDERS[order];
}

/** Whether a text names an order of the contacts table. */
export function isContactOrder(text: string): text is ContactOrder {
  return Object.hasOwn(ORDERS, text);
}

/** One page of the member's inbox, newest first, and how many conversations there are in all. */
export async function listConversations(
  database: Queryable,
  member: Member,
  part: ListQuery,
): Promise<{ readonly conversations: readonly ConversationItem[]; readonly total: number }> {
  type Row = ContactRow &
    Pick<ConversationItem, 'preview' | 'unread' | 'updatedAt'> & {
      conversationId: string;
      channel: ConversationItem['channel'];
    };
  const fields = await loadFields(database, member);
  const condition = conditionFor(member, fields, part);
  const from = `${CONTACTS} JOIN conversations v ON v.workspace_id = c.workspace_id AND v.contact_id = c.id`;
  const rows = await database.query<Row>(
    `SELECT ${CONTACT_COLUMNS}, v.id AS "conversationId", v.preview, v.unread, v.updated_at AS "updatedAt",
       jsonb_build_object('type', v.channel_type, 'name', v.channel_name) AS channel
     FROM ${from} WHERE ${condition.where} ORDER BY v.updated_at DESC, v.id LIMIT $7 OFFSET $8`,
    [...condition.parameters, part.limit, part.offset],
  );
  const conversations = rows.map(({ conversationId, preview, unread, updatedAt, channel, ...row }) => {
    const contact = toContact(row);
    return {
      ...shownInLists(contact, fields),
      id: conversationId,
      contactId: contact.id,
      channel,
      preview: redactText(preview, contact, fields),
      unread,
      updatedAt,
    };
  });
  return { conversations, total: await count(database, from, condition) };
}

/** One page of the member's contacts, how many there are in all, and what they can be narrowed to. */
export async function listContacts(
  database: Queryable,
  member: Member,
  part: ListQuery & { readonly order: ContactOrder },
): Promise<ContactsPage> {
  const fields = await loadFields(database, member);
  for (const key of ['country', 'status']) if (part.order.endsWith(key)) demandVisible(fields, key);
  const condition = conditionFor(member, fields, part);
  const rows = await database.query<ContactRow & { lastMessageAt: Date | null }>(
    `SELECT ${CONTACT_COLUMNS}, ${LAST_MESSAGE} AS "lastMessageAt"
     FROM ${CONTACTS} WHERE ${condition.where} ORDER BY ${orderFor(fields, part.order)}, c.id LIMIT $7 OFFSET $8`,
    [...condition.parameters, part.limit, part.offset],
  );
  const contacts = rows.map(({ lastMessageAt, ...row }): ContactItem => {
    const contact = toContact(row);
    const { id, version, country = null, email = null, phone = null, channels = [], tags = [] } = redact(contact, fields);
    const reduced = channels.map(({ type, name = type, state }) => ({ type, name, state }));
    return { ...shownInLists(contact, fields), id, version, country, email, phone, channels: reduced, tags, lastMessageAt };
  });
  const { delete: canDelete } = permissionsFor(member);
  return {
    contacts,
    total: await count(database, CONTACTS, condition),
    can: { delete: canDelete, manageTags: canManageTags(member), import: canImport(member) },
    choices: await filterChoices(database, member, fields, part),
  };
}

async function count(database: Queryable, from: string, { where, parameters }: Condition): Promise<number> {
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
    parameters,
  );
  return row?.total ?? 0;
}

/** What both lists show of a contact, as its reader may see it. */
function shownInLists(
  contact: Contact,
  fields: readonly FieldDefinition[],
): Pick<ContactItem, 'name' | 'avatarUrl' | 'status' | 'assignee'> {
  const { avatarUrl = null, status = null, assignee = null } = redact(contact, fields);
  return { name: nameFor(contact, fields) || 'Unnamed contact', avatarUrl, status, assignee };
}
