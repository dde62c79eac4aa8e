import type { ContactAdapter, TagReference, WriteOptions } from '../core/adapter.js';
import type { Contact, Tag } from '../core/contact.js';
import type { Option } from '../core/field-definition.js';
import type { HttpHeaders, Message, Send } from './http-adapter.js';
import { readJson } from './transport.js';
import { MERGE_PATCH, toETag } from './wire-edits.js';

/** What an `httpAdapter` can do besides showing a contact. */
export interface HttpEdits extends Required<Omit<ContactAdapter, 'load' | 'save' | 'watch'>> {
  /** Like `ContactAdapter.save`, of a patch that is JSON already. */
  readonly save: (id: string, patch: string, write: WriteOptions) => Promise<Contact>;
}

/** The part of `httpAdapter` that is loaded with the first edit. */
export function httpEdits(send: Send): HttpEdits {
  return {
    save: (id, patch, write) =>
      send('PATCH', ['contacts', id], message(write, { 'content-type': MERGE_PATCH, ...ifMatch(write) }, patch), readContact),
    addTag: (id, tag, write) =>
      'id' in tag
        ? send('PUT', ['contacts', id, 'tags', tag.id], message(write), readContact)
        : send('POST', ['contacts', id, 'tags'], named(tag, write), readContact),
    removeTag: (id, tagId, write) => send('DELETE', ['contacts', id, 'tags', tagId], message(write), readContact),
    delete: (id, write) => send('DELETE', ['contacts', id], message(write, ifMatch(write)), () => undefined),
    suggestTags: (query, options) => send('GET', ['tags'], search(query, options), readMember<readonly Tag[]>('tags')),
    suggestOptions: (fieldKey, query, options) =>
      send('GET', ['fields', fieldKey, 'options'], search(query, options), readMember<readonly Option[]>('options')),
  };
}

const readContact = readJson<Contact>('id');

function readMember<T>(member: string): (response: Response) => Promise<T> {
  const read = readJson<Readonly<Record<string, T>>>(member);
  return async (response) => (await read(response))[member] as T;
}

function message({ key, signal }: WriteOptions, headers: HttpHeaders = {}, body?: string): Message {
  return { signal, headers: { 'idempotency-key': key, ...headers }, ...(body === undefined ? {} : { body }) };
}

function named({ name }: Extract<TagReference, { name: string }>, write: WriteOptions): Message {
  return message(write, { 'content-type': 'application/json' }, JSON.stringify({ name }));
}

function ifMatch({ version }: WriteOptions): HttpHeaders {
  return { 'if-match': version === undefined ? '*' : toETag(version) };
}

function search(q: string, { limit, signal }: { readonly limit: number; readonly signal: AbortSignal }): Message {
  return { signal, query: `?${new URLSearchParams({ q, limit: String(limit) })}` };
}
