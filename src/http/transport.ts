import { ContactError } from '../core/error.js';
import type { ErrorCode } from '../core/error.js';

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

/**
 * The path below the base that these names lead to. A name that no path can carry fails as `invalid`: URLs fold `.` and
 * `..` away even when encoded, so that a tag called `..` would address, and delete, the contact itself.
 */
export function pathOf(names: readonly string[]): string {
  return names
    .map((name) => {
      if (/^\.{0,2}$|\p{Cs}/u.test(name)) throw new ContactError('invalid');
      return `/${encodeURIComponent(name)}`;
    })
    .join('');
}

/** Takes the result out of a successful answer. */
export type Read<T> = (response: Response) => T | Promise<T>;

/** Reads JSON, which must have this member to be the answer. */
export function readJson<T>(member: string): Read<T> {
  return async (response) => {
    const answer: unknown = await response.json();
    if ((Object(answer) as Readonly<Record<string, unknown>>)[member]) return answer as T;
    throw new SyntaxError(`No "${member}"`);
  };
}
