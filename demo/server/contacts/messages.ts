import { ContactError, permissionsFor } from 'contact-details/server.js';
import type { Channel, Contact } from 'contact-details/server.js';
import type { Database, Queryable } from '../database/database.js';
import { announceChange } from './contact-changes.js';
import { findContact, lockContact, updateChannels } from './contact-rows.js';
import type { ContactKey } from './contact-rows.js';
import { absence } from './contact-writes.js';
import { loadFields, nameFor, redactText } from './field-access.js';
import type { Member } from './member.js';
import { isText } from './text.js';

/** One line of a conversation: `in` comes from the contact, `out` goes to the contact. */
export interface Message {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly sentAt: Date;
  readonly author: string;
}

const MAX_LENGTH = 10_000;
const PREVIEW_LENGTH = 200;
/** By which contacts without any channel are written to. */
const WEB_CHAT = { type: 'webchat', name: 'Web chat' };

/**
 * All messages of a contact, or those of one of their channels, oldest first, as their reader may see them: what the contact wrote is by whoever the contact is
 * called today, and tells no value that is masked. Fails like `load`, and with `forbidden` where messages may not be seen.
 */
export async function listMessages(
  database: Queryable,
  member: Member,
  contactId: string,
  channelType: string | null = null,
): Promise<readonly Message[]> {
  const key = { workspaceId: member.workspaceId, id: contactId };
  const contact = await findContact(database, key);
  if (!contact) throw await absence(database, key);
  if (!permissionsFor(member).viewMessages) throw new ContactError('forbidden');
  const fields = await loadFields(database, member);
  const name = nameFor(contact, fields) || 'Unnamed contact';
  const messages = await database.query<Message>(
    `SELECT m.id, m.direction, m.text, m.sent_at AS "sentAt", m.author
     FROM messages m JOIN conversations v ON v.workspace_id = m.workspace_id AND v.id = m.conversation_id
     WHERE v.workspace_id = $1 AND v.contact_id = $2 AND v.channel_type = coalesce($3, v.channel_type)
     ORDER BY m.sent_at, m.id`,
    [member.workspaceId, contactId, channelType],
  );
  return messages.map(({ text, author, ...message }) => ({
    ...message,
    text: redactText(text, contact, fields),
    author: message.direction === 'in' ? name : author,
  }));
}

/**
 * Answers a contact in its newest conversation, on any channel or on one that is named, or starts one there: the channel is active
 * from then on. Whoever may start conversations may answer, too; nobody may write to a contact that is blocked.
 */
export function sendMessage(
  database: Database,
  member: Member,
  contactId: string,
  { text, channelType = null }: { readonly text: unknown; readonly channelType?: unknown },
): Promise<Message> {
  const key = { workspaceId: member.workspaceId, id: contactId };
  return database.transaction(async (transaction) => {
    const contact = await lockContact(transaction, key);
    if (!contact) throw await absence(transaction, key);
    if (!permissionsFor(member).startConversations || contact.isBlocked) throw new ContactError('forbidden');
    if (!isText(text, MAX_LENGTH) || !text.trim()) {
      throw new ContactError('invalid', {
        fields: [{ pointer: '/text', detail: `must be a text of 1 to ${MAX_LENGTH} characters` }],
      });
    }
    const channel = channelType === null ? undefined : demandChannel(contact, channelType);
    const conversationId =
      (await newestConversation(transaction, key, channel ? [channel] : contact.channels)) ??
      (await startConversation(transaction, contact, key, channel));
    return insertMessage(transaction, member, conversationId, text);
  });
}

/** The channel of that type, by which the contact can be written to. */
function demandChannel({ channels = [] }: Contact, channelType: unknown): Channel {
  const channel = channels.find(({ type, state }) => type === channelType && state !== 'unavailable');
  if (channel) return channel;
  throw new ContactError('invalid', { fields: [{ pointer: '/channel', detail: 'must be a channel that can be used' }] });
}

/** The newest conversation on one of these channels: what was had by a channel that has been removed is over. */
async function newestConversation(
  transaction: Queryable,
  { workspaceId, id }: ContactKey,
  channels: readonly Channel[] = [],
): Promise<string | undefined> {
  const types = channels.length ? channels.map(({ type }) => type) : [WEB_CHAT.type];
  const [conversation] = await transaction.query<{ id: string }>(
    `SELECT id FROM conversations WHERE workspace_id = $1 AND contact_id = $2 AND channel_type = ANY (SELECT jsonb_array_elements_text($3::text::jsonb))
     ORDER BY updated_at DESC LIMIT 1`,
    [workspaceId, id, JSON.stringify(types)],
  );
  return conversation?.id;
}

async function startConversation(
  transaction: Queryable,
  { channels = [] }: Contact,
  key: ContactKey,
  channel = channels[0],
): Promise<string> {
  const { workspaceId, id } = key;
  const conversationId = `v_${crypto.randomUUID()}`;
  const { type, name } = channel ?? WEB_CHAT;
  await transaction.query(
    `INSERT INTO conversations (workspace_id, id, contact_id, channel_type, channel_name, updated_at)
     VALUES ($1, $2, $3, $4, $5, now())`,
    [workspaceId, conversationId, id, type, name ?? type],
  );
  if (channel?.state === 'inactive') await activateChannel(transaction, key, channels, channel);
  return conversationId;
}

async function activateChannel(
  transaction: Queryable,
  key: ContactKey,
  channels: readonly Channel[],
  channel: Channel,
): Promise<void> {
  const active = { ...channel, state: 'active' as const, connectedAt: new Date().toISOString() };
  const changed = channels.map((each) => (each === channel ? active : each));
  await updateChannels(transaction, key, changed);
  await announceChange(transaction, key);
}

async function insertMessage(transaction: Queryable, member: Member, conversationId: string, text: string): Promise<Message> {
  const { workspaceId, name } = member;
  const message = { id: `m_${crypto.randomUUID()}`, direction: 'out' as const, text, author: name };
  const [sent] = await transaction.query<{ sentAt: Date }>(
    `INSERT INTO messages (workspace_id, id, conversation_id, direction, text, author, sent_at)
     VALUES ($1, $2, $3, 'out', $4, $5, now()) RETURNING sent_at AS "sentAt"`,
    [workspaceId, message.id, conversationId, text, name],
  );
  await transaction.query(
    'UPDATE conversations SET preview = left($3, $4), unread = 0, updated_at = now() WHERE workspace_id = $1 AND id = $2',
    [workspaceId, conversationId, text, PREVIEW_LENGTH],
  );
  if (!sent) throw new Error('A message was inserted but not returned');
  return { ...message, sentAt: sent.sentAt };
}
