import type { ContactAdapter, ContactSnapshot, WriteOptions } from '../core/adapter.js';
import type { Contact, Tag } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import type { Option } from '../core/fields.js';
import type { After } from '../core/time-limit.js';
import { codeOf, MERGE_PATCH, pathOf, toETag } from './wire.js';

/** Header values by name. */
export type HttpHeaders = Readonly<Record<string, string>>;

/** Where the HTTP contract is spoken, and how to get there. */
export interface HttpAdapterOptions {
  /** URL below which `/contacts/{id}` lies, with or without a final slash; relative to the page where there is one. */
  readonly base: string;
  /** Sends the requests: the platform's `fetch` by default. A `contactHandler` will do as well. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Further headers of every request, such as `Authorization`; a function is asked again for each request. */
  readonly headers?: HttpHeaders | (() => HttpHeaders | Promise<HttpHeaders>);
  /** Times the reconnecting of `watch`: the platform's timer by default. */
  readonly after?: After;
}

interface Message {
  readonly signal: AbortSignal;
  readonly headers?: HttpHeaders;
  readonly body?: object | undefined;
}

/** Takes the result out of a successful answer. */
type Read<T> = (response: Response) => T | Promise<T>;

/**
 * Reaches contacts over the HTTP contract of `openapi.yaml`: what the `src` attribute makes. Fails with the `ContactError`
 * that the problem document or the status stands for, and with `offline` where no answer came; an abort stays an abort.
 */
export function httpAdapter({ base, headers, after, ...options }: HttpAdapterOptions): Required<ContactAdapter> {
  const send = async <T>(
    read: Read<T>,
    method: string,
    names: readonly string[],
    { signal, body, ...own }: Message,
    query = '',
  ): Promise<T> => {
    try {
      const common = typeof headers === 'function' ? await headers() : headers;
      const request = new Request(base.replace(/\/$/, '') + pathOf(names) + query, {
        method,
        signal,
        headers: { ...common, ...own.headers },
        body: body ? JSON.stringify(body) : null,
      });
      const response = await (options.fetch ?? fetch)(request);
      if (response.ok) return await read(response);
      throw toError(response, await response.json().catch(() => null));
    } catch (thrown) {
      signal.throwIfAborted();
      const code = thrown instanceof TypeError ? 'offline' : thrown instanceof SyntaxError && 'invalid-data';
      throw code ? new ContactError(code, { cause: thrown }) : ContactError.from(thrown);
    }
  };

  const search = <T>(member: string, names: readonly string[], q: string, limit: number, signal: AbortSignal): Promise<T> =>
    send(
      async (response) => (await readJson<Record<string, T>>(member)(response))[member] as T,
      'GET',
      names,
      { signal },
      `?q=${encodeURIComponent(q)}&limit=${limit}`,
    );

  return {
    load: (id, { signal }) => send(readJson<ContactSnapshot>('contact'), 'GET', ['contacts', id], { signal }),
    save: (id, patch, write) => send(readContact, 'PATCH', ['contacts', id], conditional(write, patch)),
    addTag: (id, tag, write) =>
      'id' in tag
        ? send(readContact, 'PUT', ['contacts', id, 'tags', tag.id], keyed(write))
        : send(readContact, 'POST', ['contacts', id, 'tags'], keyed(write, { name: tag.name })),
    removeTag: (id, tagId, write) => send(readContact, 'DELETE', ['contacts', id, 'tags', tagId], keyed(write)),
    delete: (id, write) => send(() => undefined, 'DELETE', ['contacts', id], conditional(write)),
    suggestTags: (query, { limit, signal }) => search<readonly Tag[]>('tags', ['tags'], query, limit, signal),
    suggestOptions: (fieldKey, query, { limit, signal }) =>
      search<readonly Option[]>('options', ['fields', fieldKey, 'options'], query, limit, signal),
    watch(id, onChange) {
      const watching = new AbortController();
      const { signal } = watching;
      const connect = (lastEvent: HttpHeaders): Promise<Response> => {
        const accept = { accept: 'text/event-stream', ...lastEvent };
        return send((response) => response, 'GET', ['contacts', id, 'events'], { signal, headers: accept });
      };
      import('./event-stream.js').then(({ follow }) => follow(connect, onChange, signal, after)).catch(() => undefined);
      return () => watching.abort();
    },
  };
}

/** Reads JSON that must have this member to be the answer. */
function readJson<T>(member: string): Read<T> {
  return async (response) => {
    const answer: unknown = await response.json();
    if (Object(answer)[member]) return answer as T;
    throw new SyntaxError(`No "${member}"`);
  };
}

const readContact = readJson<Contact>('id');

function keyed({ key, signal }: WriteOptions, body?: object): Message {
  return { signal, body, headers: { 'idempotency-key': key, ...(body && { 'content-type': 'application/json' }) } };
}

function conditional(write: WriteOptions, patch?: object): Message {
  const { headers, ...message } = keyed(write, patch);
  const ifMatch = write.version === undefined ? '*' : toETag(write.version);
  return { ...message, headers: { ...headers, 'if-match': ifMatch, ...(patch && { 'content-type': MERGE_PATCH }) } };
}

function toError({ status, headers }: Response, problem: unknown): ContactError {
  const { type, errors, current } = Object(problem);
  const wait = headers.get('retry-after') ?? '';
  const retryAfter = Math.max(0, Number(wait || NaN) * 1000 || Date.parse(wait) - Date.now());
  const fields = Array.isArray(errors) ? errors.filter((error) => typeof error?.pointer === 'string') : [];
  return new ContactError(codeOf(status, type), { current, fields, ...(retryAfter >= 0 && { retryAfter }) });
}
