import type { FieldValue } from 'contact-details';

/** Somebody who uses the demo; the switch in the top bar signs in as one of them. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** `owner`, `manager`, `agent` or anything else, which may only look. */
  readonly role: string;
  readonly restrictions: readonly string[];
  readonly workspace: string;
  readonly avatarUrl?: string;
}

export interface Session {
  readonly user: User;
  readonly people: readonly User[];
}

/** A row of the inbox: one contact's conversation. */
export interface Conversation {
  readonly id: string;
  readonly contactId: string;
  readonly name: string;
  readonly avatarUrl?: string | null;
  readonly channel: { readonly type: string; readonly name?: string | null };
  readonly preview: string;
  /** How many messages nobody has read. */
  readonly unread: number;
  /** Nobody can write to the contact. */
  readonly isBlocked?: boolean;
  /** ISO 8601 date-time of the latest message. */
  readonly updatedAt: string;
  readonly status: string;
  readonly assignee?: { readonly name: string } | null;
}

export interface Message {
  readonly id: string;
  /** `in`: from the contact; `out`: to the contact. */
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** ISO 8601 date-time. */
  readonly sentAt: string;
  readonly author?: string | { readonly name: string } | null;
}

/** A row of the contacts table. */
export interface ContactRow {
  readonly id: string;
  readonly version?: string;
  readonly name: string;
  readonly avatarUrl?: string | null;
  readonly country?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly channels: readonly { readonly type: string; readonly name?: string | null; readonly state: string }[];
  readonly tags: readonly { readonly id: string; readonly name: string; readonly emoji?: string | null }[];
  readonly assignee?: { readonly name: string } | null;
  readonly status?: string | null;
  /** ISO 8601 date-time of the latest message. */
  readonly lastMessageAt?: string | null;
}

interface Counted {
  /** How many contacts there would be. */
  readonly count: number;
}

/** What the contacts table can be narrowed to. What one may not see is not among it. */
export interface FilterChoices {
  readonly tags: readonly (Counted & { readonly id: string; readonly name: string; readonly emoji?: string })[];
  readonly statuses: readonly (Counted & { readonly value: string; readonly label: string })[];
  readonly assignees: readonly (Counted & { readonly id: string; readonly name: string; readonly avatarUrl?: string })[];
  /** Contacts that nobody has. */
  readonly unassigned: number;
}

/** A tag, and on how many contacts it is. */
export interface CountedTag {
  readonly id: string;
  readonly name: string;
  readonly emoji?: string;
  /** A name of the palette, or `#rrggbb`. */
  readonly color?: string;
  readonly count: number;
}

/** A field that a column of a file can be read into. */
export interface ImportField {
  readonly key: string;
  readonly label?: string;
}

/** A row of a file, by its place from 1. */
export interface ImportRow {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Email addresses beside the one among the values. */
  readonly emails?: readonly string[];
  /** Phone numbers beside the one among the values. */
  readonly phones?: readonly string[];
}

/** What became of a row, or would; rows that share a key are the same contact. */
export interface ImportOutcome {
  readonly row: number;
  readonly outcome: 'added' | 'duplicate' | 'invalid';
  readonly reason?: string;
  readonly keys: readonly string[];
}

/** A page of the contacts table. */
export interface ContactsPage extends Page {
  readonly contacts: readonly ContactRow[];
  readonly can: { readonly delete?: boolean; readonly manageTags?: boolean; readonly import?: boolean };
  readonly choices: FilterChoices;
}

/** A masked value, and what its field is called. */
export interface RevealedValue {
  readonly label: string;
  readonly value: FieldValue;
}

/** What a colleague has changed a field to. */
export interface ColleagueEdit {
  readonly name: string;
  readonly value: string | null;
}

/** A page of something, and how much of it there is in all. */
export interface Page {
  readonly total: number;
}

type Query = Readonly<Record<string, string | number | readonly string[]>>;

/** The demo server refused, failed, or could not be reached (`status` 0). */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;
  /** What has the name already that was to be given. */
  readonly existing: { readonly id: string; readonly name: string } | undefined;

  constructor(status: number, { cause, existing }: { cause?: unknown; existing?: RequestError['existing'] } = {}) {
    super(`Request failed with status ${status}`, { cause });
    this.status = status;
    this.existing = existing;
  }
}

/** Who is signed in, and who else could be. */
export function loadSession(): Promise<Session> {
  return request('/app/session');
}

/** Signs in as somebody else. */
export function useAs(userId: string): Promise<Session> {
  return request('/app/session', { body: { userId } });
}

/** One page of the inbox, newest first. */
export function loadConversations(query: Query, signal: AbortSignal): Promise<Page & { conversations: Conversation[] }> {
  return request('/app/conversations', { query, signal });
}

/** All messages of a contact, or those of one type of channel, oldest first. */
export async function loadMessages(contactId: string, channel: string, signal: AbortSignal): Promise<readonly Message[]> {
  const answer = await request<{ messages: Message[] }>(messagesPath(contactId), { query: { channel }, signal });
  return answer.messages;
}

/** Sends an answer to a contact, on a type of channel if one is named; the first one there starts a conversation. */
export function sendMessage(contactId: string, channel: string, text: string): Promise<Message> {
  return request(messagesPath(contactId), { body: channel ? { text, channel } : { text } });
}

/** One page of the contacts table. */
export function loadContacts(query: Query, signal: AbortSignal): Promise<ContactsPage> {
  return request('/app/contacts', { query, signal });
}

/** All tags of the workspace, for those who may manage them. */
export async function loadTags(): Promise<readonly CountedTag[]> {
  return (await request<{ tags: CountedTag[] }>('/app/tags')).tags;
}

/** Gives a tag another name or colour. */
export function changeTag(id: string, change: { readonly name: string; readonly color: string | null }): Promise<void> {
  return request(tagPath(id), { method: 'PATCH', body: change });
}

/** Puts another tag on all contacts of this one, which is gone then. */
export function mergeTags(id: string, into: string): Promise<void> {
  return request(`${tagPath(id)}/merge`, { body: { into } });
}

/** Deletes a tag that is on that many contacts. */
export function deleteTag(id: string, count: number): Promise<void> {
  return request(`${tagPath(id)}/delete`, { body: { count } });
}

/** The fields that the columns of a file can be read into. */
export async function loadImportFields(): Promise<readonly ImportField[]> {
  return (await request<{ fields: ImportField[] }>('/app/import')).fields;
}

/** Brings some rows into the workspace; a dry run says what would become of them. */
export async function importRows(
  importId: string,
  rows: readonly ImportRow[],
  isDryRun: boolean,
  signal: AbortSignal,
): Promise<readonly ImportOutcome[]> {
  const answer = await request<{ outcomes: ImportOutcome[] }>('/app/import', { body: { importId, rows, isDryRun }, signal });
  return answer.outcomes;
}

/** One value that the panel shows as a mask. */
export function revealValue(contactId: string, key: string): Promise<RevealedValue> {
  return request(`${contactPath(contactId)}/fields/${encodeURIComponent(key)}/reveal`, { body: {} });
}

/** Has a colleague change a field of a contact. */
export function editAsColleague(contactId: string, field: string): Promise<ColleagueEdit> {
  return request(`${contactPath(contactId)}/colleague-edit`, { body: { field } });
}

function messagesPath(contactId: string): string {
  return `${contactPath(contactId)}/messages`;
}

function contactPath(contactId: string): string {
  return `/app/contacts/${encodeURIComponent(contactId)}`;
}

function tagPath(id: string): string {
  return `/app/tags/${encodeURIComponent(id)}`;
}

async function request<T>(
  path: string,
  { query = {}, body, method = 'POST', signal }: { query?: Query; body?: unknown; method?: string; signal?: AbortSignal } = {},
): Promise<T> {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== '') url.searchParams.append(name, String(one));
  }
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method, body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new RequestError(0, { cause });
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) {
    const { existing } = Object(answer) as Pick<RequestError, 'existing'>;
    throw new RequestError(response.status, { existing });
  }
  return answer as T;
}
