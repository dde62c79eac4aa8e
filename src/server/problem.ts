import { ContactError } from '../core/error.js';
import type { FieldError } from '../core/error.js';
import { parseContact } from '../core/parse.js';
import { STATUS_BY_CODE } from '../http/transport.js';

type ProblemCode = keyof typeof STATUS_BY_CODE;

interface RefusalOptions {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly code?: ProblemCode;
}

/** A request that is turned away for its form, before any adapter is asked to do it. `message` is told to the client. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, { errors = [], headers = {}, code = 'invalid' }: RefusalOptions = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }
}

const TITLES: Readonly<Record<ProblemCode, string>> = {
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  duplicate: 'The value belongs to another contact',
  gone: 'The contact was deleted, or merged into another one',
  conflict: 'The contact was changed in the meantime',
  invalid: 'The request cannot be accepted',
  'rate-limited': 'Too many requests',
  unknown: 'Something went wrong',
  'invalid-data': 'The source answered something that cannot be understood',
  unavailable: 'The source cannot be reached',
  timeout: 'The source took too long',
};

/**
 * Makes the problem document (RFC 9457) for whatever was thrown. It tells nothing of foreign errors; of a `ContactError` it
 * tells the code, the refused values, whose they are, where the contact went, when to try again and, after a conflict about the contact of this id,
 * that contact as it is now.
 */
export function problemFor(thrown: unknown, id?: string): Response {
  if (thrown instanceof Refusal) {
    const { status, code, message, errors, headers } = thrown;
    return respond(status, code, { detail: message, ...(errors.length ? { errors } : {}) }, headers);
  }
  try {
    return problemOf(ContactError.from(thrown), id);
  } catch {
    // What was thrown only looks like a `ContactError`, or carries a contact that is none.
    return respond(500, 'unknown');
  }
}

function problemOf(
  { code, fields, current, existing, mergedInto, retryAfter }: ContactError,
  id: string | undefined,
): Response {
  const told = code === 'offline' ? 'unavailable' : Object.hasOwn(STATUS_BY_CODE, code) ? code : 'unknown';
  const details = {
    ...(fields.length ? { errors: fields.map(({ pointer, detail }) => ({ pointer, detail })) } : {}),
    ...(code === 'duplicate' && existing ? { existing } : {}),
    ...(code === 'gone' && mergedInto ? { mergedInto } : {}),
    ...(code === 'conflict' && current && id !== undefined ? { current: parseContact(current, id) } : {}),
  };
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter / 1_000)) };
  return respond(STATUS_BY_CODE[told], told, details, wait);
}

function respond(status: number, code: ProblemCode, details: object = {}, headers: RefusalOptions['headers'] = {}): Response {
  const problem = { type: `urn:contact-details:${code}`, title: TITLES[code], status, ...details };
  return new Response(JSON.stringify(problem), { status, headers: { ...headers, 'content-type': 'application/problem+json' } });
}
