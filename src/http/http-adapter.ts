import type { ContactAdapter, ContactSnapshot } from '../core/adapter.js';
import type { Contact } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import type { ExistingContact, FieldError } from '../core/error.js';
import type { Clock } from '../core/clock.js';
import type { HttpEdits } from './http-edits.js';
import { codeOf, pathOf, readJson } from './transport.js';
import type { Read } from './transport.js';

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
  /**
   * Names who is asking, where one browser may have several of them at once: tabs share their live connection with others of
   * the same `base` and `session` only. Other tabs can read the name, so that it must not be a secret.
   */
  readonly session?: string;
  /** Times the reconnecting of `watch`: the platform's timer by default. */
  readonly after?: Clock;
}

/** What a request has besides its method and its path. */
export interface Message {
  readonly signal: AbortSignal;
  readonly headers?: HttpHeaders;
  readonly body?: string;
  /** With its question mark. */
  readonly query?: string;
}

/** Sends one request to the path that these names make, and reads its answer; fails with `ContactError` or the abort. */
export type Send = <T>(method: string, names: readonly string[], message: Message, read: Read<T>) => Promise<T>;

/**
 * Reaches contacts over the HTTP contract of `openapi.yaml`: what the `src` attribute makes. Fails with the `ContactError`
 * that the problem document or the status stands for, and with `offline` where no answer came; an abort stays an abort.
 */
export function httpAdapter({ base, headers, after, ...options }: HttpAdapterOptions): Required<ContactAdapter> {
  const send: Send = async (method, names, { signal, query = '', body = null, ...own }, read) => {
    try {
      const common = typeof headers === 'function' ? await headers() : headers;
      const url = base.replace(/\/$/, '') + pathOf(names) + query;
      const request = new Request(url, { method, signal, body, headers: { ...common, ...own.headers } });
      const response = await (options.fetch ?? fetch)(request);
      if (response.ok) return await read(response);
      throw toError(response, await response.json().catch(() => null));
    } catch (thrown) {
      signal.throwIfAborted();
      const code = thrown instanceof TypeError ? 'offline' : thrown instanceof SyntaxError && 'invalid-data';
      throw code ? new ContactError(code, { cause: thrown }) : ContactError.from(thrown);
    }
  };

  /** What showing a contact does not need is loaded when it is needed. */
  const edits = async (): Promise<HttpEdits> => {
    const { httpEdits } = await import('./http-edits.js').catch((cause: unknown) => {
      throw new ContactError('offline', { cause });
    });
    return httpEdits(send);
  };

  return {
    load: (id, { signal }) => send('GET', ['contacts', id], { signal }, readJson<ContactSnapshot>('contact')),
    async save(id, patch, write) {
      // Written down before anything is waited for: the patch may change in the caller's hands.
      const body = JSON.stringify(patch);
      return (await edits()).save(id, body, write);
    },
    async addTag(id, tag, write) {
      const reference = { ...tag };
      return (await edits()).addTag(id, reference, write);
    },
    removeTag: async (...call) => (await edits()).removeTag(...call),
    delete: async (...call) => (await edits()).delete(...call),
    suggestTags: async (...call) => (await edits()).suggestTags(...call),
    suggestOptions: async (...call) => (await edits()).suggestOptions(...call),
    watch(id, onChange) {
      const watching = new AbortController();
      import('./follow.js')
        .then(({ follow }) => follow({ send, base, after, ...options }, id, onChange, watching.signal))
        .catch(() => undefined);
      return () => watching.abort();
    },
  };
}

/** What may stand in a problem document (RFC 9457), and what we make of it. */
interface Problem {
  readonly type?: unknown;
  readonly errors?: unknown;
  readonly current?: Contact;
  readonly existing?: ExistingContact;
}

function toError({ status, headers }: Response, problem: unknown): ContactError {
  const { type, errors, current, existing } = Object(problem) as Problem;
  const wait = headers.get('retry-after') ?? '';
  const retryAfter = Math.max(0, /^\d+$/.test(wait) ? Number(wait) * 1000 : Date.parse(wait) - Date.now());
  const fields = Array.isArray(errors) ? errors.filter(isFieldError) : [];
  return new ContactError(codeOf(status, type), {
    fields,
    ...(current && { current }),
    ...(existing && { existing }),
    ...(retryAfter >= 0 && { retryAfter }),
  });
}

function isFieldError(error: Partial<FieldError> | null): error is FieldError {
  return typeof error?.pointer === 'string';
}
