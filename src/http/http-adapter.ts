import type { ContactAdapter, ContactSnapshot, DuplicateContact, WriteOptions } from '../core/adapter.js';
import type { Clock } from '../core/clock.js';
import type { Contact, Tag } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import type { ExistingContact, FieldError } from '../core/error.js';
import type { Option } from '../core/field-definition.js';
import { ownValue } from '../core/own-value.js';
import { nameSource } from '../core/same-source.js';
import type { LiveContacts } from './live.js';
import { asContactError, codeOf, MERGE_PATCH, pathOf, toETag } from './transport.js';
import type { HttpHeaders, Message, Read, Send } from './transport.js';

export type { HttpHeaders } from './transport.js';

/** Where the HTTP contract is spoken, and how to get there. */
export interface HttpAdapterOptions {
  /** URL below which `/contacts/{id}` lies, with or without a final slash; relative to the page where there is one. */
  readonly base: string;
  /** Sends the requests: the platform's `fetch` by default. A `contactHandler` will do as well. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Further headers of every request, such as `Authorization`; a function is asked again for each request. */
  readonly headers?: HttpHeaders | (() => HttpHeaders | Promise<HttpHeaders>);
  /**
   * Names who is asking, where one browser may have several of them at once: tabs share their live connection with others of
   * the same `base` and `session` only. Other tabs can read the name, so that it must not be a secret.
   */
  readonly session?: string;
  /** Times the reconnecting of `watch`: the platform's timer by default. */
  readonly clock?: Clock;
}

/**
 * Reaches contacts over the HTTP contract of `openapi.yaml`: what the `src` attribute makes. Fails with the `ContactError`
 * that the problem document or the status stands for, and with `offline` where no answer came; an abort stays an abort. A write
 * that is answered with status 204 answers nothing: then the contact is to be read.
 */
export function httpAdapter(options: HttpAdapterOptions): Required<ContactAdapter> {
  const send = sendTo(options);
  let live: Promise<LiveContacts> | undefined;

  /** Loads what follows contacts, once; a load that failed is tried again by the next `watch`. */
  const loadLive = (): Promise<LiveContacts> => {
    live ??= import('./live.js').then(
      ({ LiveContacts }) => new LiveContacts(send, { clock: options.clock, sharedName: sharedNameOf(options) }),
    );
    live.catch(() => (live = undefined));
    return live;
  };

  const adapter: Required<ContactAdapter> = {
    load: (id, { signal }) => send('GET', ['contacts', id], { signal }, readJson<ContactSnapshot>('contact')),
    async save(id, patch, write) {
      const headers = { 'content-type': MERGE_PATCH, ...ifMatch(write) };
      return send('PATCH', ['contacts', id], messageOf(write, patch, headers), readContact);
    },
    async saveEntry(id, list, value, patch, write) {
      const headers = { 'content-type': MERGE_PATCH };
      return send('PATCH', ['contacts', id, list, value], messageOf(write, patch, headers), readContact);
    },
    removeEntry: (id, list, value, write) => send('DELETE', ['contacts', id, list, value], messageOf(write), readContact),
    async addTag(id, tag, write) {
      if ('id' in tag) return send('PUT', ['contacts', id, 'tags', tag.id], messageOf(write), readContact);
      return send('POST', ['contacts', id, 'tags'], messageOf(write, { name: tag.name }), readContact);
    },
    removeTag: (id, tagId, write) => send('DELETE', ['contacts', id, 'tags', tagId], messageOf(write), readContact),
    setBlocked: (id, isBlocked, write) =>
      send(isBlocked ? 'PUT' : 'DELETE', ['contacts', id, 'block'], messageOf(write), readContact),
    removeChannel: (id, channelId, write) =>
      send('DELETE', ['contacts', id, 'channels', channelId], messageOf(write), readContact),
    async delete(id, write) {
      return send('DELETE', ['contacts', id], messageOf(write, undefined, ifMatch(write)), () => undefined);
    },
    suggestDuplicates: (id, { query, ...search }) =>
      send(
        'GET',
        ['contacts', id, 'duplicates'],
        searchFor(query, search),
        readMember<readonly DuplicateContact[]>('duplicates'),
      ),
    async merge(id, otherId, choices, { otherVersion, ...write }) {
      const body = { other: otherId, otherVersion, choices };
      return send('POST', ['contacts', id, 'merge'], messageOf(write, body, ifMatch(write)), readContact);
    },
    suggestTags: (query, search) => send('GET', ['tags'], searchFor(query, search), readMember<readonly Tag[]>('tags')),
    suggestOptions: (fieldKey, query, search) =>
      send('GET', ['fields', fieldKey, 'options'], searchFor(query, search), readMember<readonly Option[]>('options')),
    watch(id, onChange) {
      let isStopped = false;
      let stop: (() => void) | undefined;
      loadLive()
        .then((contacts) => {
          if (!isStopped) stop = contacts.watch(id, onChange);
        })
        .catch(() => undefined);
      return () => {
        isStopped = true;
        stop?.();
      };
    },
  };
  return nameSource(adapter, `${trimmed(options.base)} ${options.session}`);
}

/** The name under which tabs share their live connection. A `fetch` of one's own leads anywhere unless a session is named. */
function sharedNameOf({ base, fetch: ownFetch, session }: HttpAdapterOptions): string | undefined {
  if (ownFetch && session === undefined) return undefined;
  return `contact-details:2:${new Request(`${trimmed(base)}/events`).url}:${session ?? ''}`;
}

function trimmed(base: string): string {
  return base.replace(/\/$/, '');
}

function sendTo({ base, headers, fetch: ownFetch }: HttpAdapterOptions): Send {
  return async (method, names, { signal, query = '', body = null, ...own }, read) => {
    try {
      const common = typeof headers === 'function' ? await headers() : headers;
      const url = trimmed(base) + pathOf(names) + query;
      const request = new Request(url, { method, signal, body, headers: { ...common, ...own.headers } });
      const response = await (ownFetch ?? fetch)(request);
      if (response.ok) return await read(response);
      throw errorOf(response, await response.json().catch(() => null));
    } catch (thrown) {
      signal.throwIfAborted();
      throw asContactError(thrown);
    }
  };
}

/** A write, with a body that is JSON unless the headers say what else it is. */
function messageOf({ key, signal }: WriteOptions, body?: object, headers?: HttpHeaders): Message {
  const type = body && { 'content-type': 'application/json' };
  return { signal, headers: { 'idempotency-key': key, ...type, ...headers }, body: body && JSON.stringify(body) };
}

function ifMatch({ version }: WriteOptions): HttpHeaders {
  return { 'if-match': version === undefined ? '*' : toETag(version) };
}

function searchFor(q: string, { limit, signal }: { readonly limit: number; readonly signal: AbortSignal }): Message {
  return { signal, query: `?${new URLSearchParams({ q, limit: String(limit) })}` };
}

/** Reads JSON, which must have this member to be the answer. */
function readJson<T>(member: string): Read<T> {
  return async (response) => {
    const answer: unknown = await response.json();
    if (ownValue(Object(answer) as Readonly<Record<string, unknown>>, member)) return answer as T;
    throw new SyntaxError(`No "${member}"`);
  };
}

/** Reads the contact that a write has led to; nothing, where the server says that there is nothing to read. */
const readContact: Read<Contact | void> = async (response) => {
  if (response.status !== 204) return readJson<Contact>('id')(response);
};

function readMember<T>(member: string): Read<T> {
  const read = readJson<Readonly<Record<string, T>>>(member);
  return async (response) => ownValue(await read(response), member) as T;
}

/** What may stand in a problem document (RFC 9457), and what we make of it. */
interface Problem {
  readonly type?: unknown;
  readonly errors?: unknown;
  readonly current?: Contact;
  readonly existing?: ExistingContact;
  readonly mergedInto?: unknown;
}

function errorOf({ status, headers }: Response, problem: unknown): ContactError {
  const { type, errors, current, existing, mergedInto } = Object(problem) as Problem;
  const wait = headers.get('retry-after') ?? '';
  const retryAfter = Math.max(0, /^\d+$/.test(wait) ? Number(wait) * 1000 : Date.parse(wait) - Date.now());
  const fields = Array.isArray(errors) ? errors.filter(isFieldError) : [];
  return new ContactError(codeOf(status, type), {
    fields,
    ...(current && { current }),
    ...(existing && { existing }),
    ...(typeof mergedInto === 'string' && { mergedInto }),
    ...(retryAfter >= 0 && { retryAfter }),
  });
}

function isFieldError(error: Partial<FieldError> | null): error is FieldError {
  return typeof error?.pointer === 'string';
}
