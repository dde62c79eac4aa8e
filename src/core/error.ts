import type { Contact } from './contact.js';

/** Every way an operation on a contact can fail. The list is closed: a new cause must find its place here. */
export const ERROR_CODES = [
  'not-found',
  'gone',
  'unauthenticated',
  'forbidden',
  'conflict',
  'invalid',
  'duplicate',
  'rate-limited',
  'offline',
  'timeout',
  'unavailable',
  'invalid-data',
  'unknown',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What went wrong with one value: `pointer` is an RFC 6901 JSON Pointer into the patch, `detail` says it to a developer. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** The other contact that has a value already, named as its name is shown. */
export interface ExistingContact {
  readonly id: string;
  readonly name: string;
}

export interface ContactErrorOptions {
  /** The error underneath, kept for debugging and never shown to a person. */
  readonly cause?: unknown;
  /** With `conflict`: the contact as the source has it now. */
  readonly current?: Contact;
  /** With `invalid` and `duplicate`: which values were refused. */
  readonly fields?: readonly FieldError[];
  /** With `duplicate`: whose the value is, where the one who asks may see that contact. */
  readonly existing?: ExistingContact;
  /** With `gone`: the id of the contact that this one was merged into, where the one who asks may see it. */
  readonly mergedInto?: string;
  /** With `rate-limited` and `unavailable`: how long to wait before trying again, in milliseconds. */
  readonly retryAfter?: number;
  /** For developers only: no personal data. A reader of the panel sees the text for `code` instead. */
  readonly message?: string;
}

/** The one error of this package: adapters throw it, the store keeps it, the panel turns its `code` into words. */
export class ContactError extends Error {
  override readonly name = 'ContactError';
  readonly code: ErrorCode;
  readonly current: Contact | undefined;
  readonly fields: readonly FieldError[];
  readonly existing: ExistingContact | undefined;
  readonly mergedInto: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, options: ContactErrorOptions = {}) {
    super(options.message ?? code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.current = options.current;
    this.fields = options.fields ?? [];
    this.existing = existingContact(options.existing);
    this.mergedInto = options.mergedInto;
    this.retryAfter = options.retryAfter;
  }

  /** Whatever was thrown, as a `ContactError`. An error of ours, from any copy of this package, keeps its code. */
  static from(thrown: unknown): ContactError {
    if (thrown instanceof ContactError) return thrown;
    if (thrown instanceof Error && thrown.name === 'ContactError' && 'code' in thrown) {
      return new ContactError(thrown.code as ErrorCode, thrown);
    }
    return new ContactError('unknown', { cause: thrown });
  }
}

/** The other contact, if these are the texts that it is shown by: they come from foreign code. */
function existingContact(input: unknown): ExistingContact | undefined {
  const { id, name } = Object(input) as Partial<Record<keyof ExistingContact, unknown>>;
  return typeof id === 'string' && id && typeof name === 'string' ? { id, name } : undefined;
}

/** Whether there is no such thing, or not any more. */
export function isGone({ code }: ContactError): boolean {
  return code === 'not-found' || code === 'gone';
}
