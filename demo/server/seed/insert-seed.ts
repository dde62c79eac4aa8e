import type { Queryable } from '../database/database.js';
import { searchText, sortName } from '../contacts/contact-rows.js';
import { fold } from 'contact-details/server.js';
import type { ContactSeed, ConversationSeed, WorkspaceSeed } from './rows.js';

/** Writes one workspace, each table in one statement. */
export async function insertWorkspace(transaction: Queryable, seed: WorkspaceSeed): Promise<void> {
  const { id: workspaceId, name, users, fields, tags, contacts, conversations } = seed;
  const insert = (table: string, columns: string, rows: readonly object[]) =>
    insertRows(
      transaction,
      table,
      columns,
      rows.map((row) => ({ workspace_id: workspaceId, ...row })),
    );

  await insertRows(transaction, 'workspaces', 'id, name', [{ id: workspaceId, name }]);
  await insert(
    'users',
    'workspace_id, id, name, avatar_url, role, restrictions',
    users.map(({ avatarUrl, restrictions = [], ...user }) => ({ ...user, avatar_url: avatarUrl, restrictions })),
  );
  await insert(
    'field_definitions',
    'workspace_id, key, position, definition, access',
    fields.map(({ key, accessByRole = {}, ...definition }, position) => ({ key, position, definition, access: accessByRole })),
  );
  await insert(
    'tags',
    'workspace_id, id, name, folded_name, emoji, color, description',
    tags.map((tag) => ({ ...tag, folded_name: fold(tag.name) })),
  );
  await insert(
    'contacts',
    `workspace_id, id, version, display_name, avatar_url, first_name, last_name, country, language, email, phone, assignee_id,
     status, channels, custom, provenance, sort_name, search_text`,
    contacts.map(contactRow),
  );
  await insert(
    'contact_tags',
    'workspace_id, contact_id, tag_id',
    contacts.flatMap(({ id, tagIds = [] }) => tagIds.map((tagId) => ({ contact_id: id, tag_id: tagId }))),
  );
  await insert(
    'conversations',
    'workspace_id, id, contact_id, channel_type, channel_name, unread, preview, updated_at',
    conversations.map(conversationRow),
  );
  await insert(
    'messages',
    'workspace_id, id, conversation_id, direction, text, author, sent_at',
    conversations.flatMap(messageRows),
  );
}

/** Inserts any number of rows in one statement; members that are not columns are left out. */
async function insertRows(transaction: Queryable, table: string, columns: string, rows: readonly object[]): Promise<void> {
  await transaction.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::text::jsonb)`,
    [JSON.stringify(rows)],
  );
}

function contactRow(contact: ContactSeed): object {
  const {
    firstName,
    lastName,
    displayName,
    avatarUrl,
    assigneeId,
    channels = [],
    custom = {},
    provenance = {},
    version = '1',
    ...same
  } = contact;
  return {
    ...{ ...same, version, channels, custom, provenance },
    ...{
      first_name: firstName,
      last_name: lastName,
      display_name: displayName,
      avatar_url: avatarUrl,
      assignee_id: assigneeId,
    },
    ...{ sort_name: sortName(contact), search_text: searchText(contact) },
  };
}

function conversationRow({ id, contactId, channelType, channelName, unread, messages }: ConversationSeed): object {
  const last = messages.at(-1);
  return {
    ...{ id, unread, contact_id: contactId, channel_type: channelType, channel_name: channelName },
    ...{ preview: last?.text, updated_at: last?.sentAt },
  };
}

function messageRows({ id, messages }: ConversationSeed): readonly object[] {
  return messages.map(({ direction, text, author, sentAt }, index) => ({
    ...{ id: `m_${id.slice(2)}_${index}`, conversation_id: id, direction, text, author, sent_at: sentAt },
  }));
}
