import type { Contact } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import type { ErrorCode } from '../core/error.js';

/** Header values by name. */
export type HttpHeaders = Readonly<Record<string, string>>;

/** What a request has besides its method and its path. */
export interface Message {
  readonly signal: AbortSignal;
  readonly headers?: HttpHeaders;
  readonly body?: string | undefined;
  /** With its question mark. */
  readonly query?: string;
}

/** Takes the result out of a successful answer. */
export type Read<T> = (response: Response) => T | Promise<T>;

/** Sends one request to the path that these names make, and reads its answer; fails with `ContactError` or the abort. */
export type Send = <T>(method: string, names: readonly string[], message: Message, read: Read<T>) => Promise<T>;

/** Media type of a patch (RFC 7396). */
export const MERGE_PATCH = 'application/merge-patch+json';

/** How many contacts one stream reports at most. */
export const STREAM_CONTACTS = 100;

/** The HTTP status that carries each error code. `offline` never travels: whoever could be told of it is not offline. */
export const STATUS_BY_CODE: Readonly<Record<Exclude<ErrorCode, 'offline'>, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  duplicate: 409,
  gone: 410,
  conflict: 412,
  invalid: 422,
  'rate-limited': 429,
  unknown: 500,
  'invalid-data': 502,
  unavailable: 503,
  timeout: 504,
};

/** The error code of a failed answer: the one its problem type (RFC 9457) ends in, otherwise the one its status suggests. */
export function codeOf(status: number, type: unknown): ErrorCode {
  const codes = Object.keys(STATUS_BY_CODE) as (keyof typeof STATUS_BY_CODE)[];
  const named = codes.find((code) => code === /[a-z-]*$/.exec(String(type))?.[0]);
  const usual = codes.find((code) => STATUS_BY_CODE[code] === status && status !== 502);
  return named ?? usual ?? (status === 408 ? 'timeout' : status < 500 ? 'invalid' : 'unavailable');
}

/** What was thrown on the way, as a `ContactError`: no answer at all is `offline`, one that is no JSON `invalid-data`. */
export function asContactError(thrown: unknown): ContactError {
  if (thrown instanceof TypeError) return new ContactError('offline', { cause: thrown });
  if (thrown instanceof SyntaxError) return new ContactError('invalid-data', { cause: thrown });
  return ContactError.from(thrown);
}

/**
 * The path below the base that these names lead to. A name that no path can carry fails as `invalid`: URLs fold `.` and
 * `..` away even when encoded, so that a tag called `..` would address, and delete, the contact itself.
 */
export function pathOf(names: readonly string[]): string {
  return names
    .map((name) => {
      if (/^\.{0,2}$/.test(name) || !isEncodable(name)) throw new ContactError('invalid');
      return `/${encodeURIComponent(name)}`;
    })
    .join('');
}

/** Whether this can be percent-encoded: half of a character cannot. */
export function isEncodable(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** A version as an entity tag: percent-encoded, because a header cannot carry every character. */
export function toETag(version: string): string {
  return `"${encodeURIComponent(version)}"`;
}

/** The event id in a stream of one contact: its version, `undefined` where it has none that a header could carry. */
export function versionId({ version }: Contact): string | undefined {
  return version !== undefined && isEncodable(version) ? encodeURIComponent(version) : undefined;
}

/** The event id in a stream of several contacts. A client joins those of all its contacts with `&` when it comes back. */
export function positionId(contact: Contact): string | undefined {
  const version = versionId(contact);
  return version === undefined ? undefined : `${encodeURIComponent(contact.id)}=${version}`;
}
