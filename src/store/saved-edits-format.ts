import type { Change } from './change.js';
import type { FieldValue, FieldValues } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import type { ErrorCode } from '../core/error.js';
import type { Draft } from './contact-state.js';

/** What is kept of one contact across reloads: edits that are not saved, and what is being typed. */
export interface KeptEdits {
  readonly changes: readonly Change[];
  readonly drafts: readonly (readonly [key: string, draft: Draft])[];
}

/** The same as plain data, for a database or a text. */
export interface KeptRecord {
  readonly changes: readonly object[];
  readonly drafts: readonly object[];
}

/**
 * Where edits survive a reload or a crash, for one principal (whoever is signed in). What it hands back is parsed; how long it
 * keeps things is its own affair. Where it fails, everything works as without it.
 */
export interface Persistence {
  /** Keeps this page's edits of a contact, in place of those before; `undefined`: there are none any more. */
  save(contactId: string, edits: KeptRecord | undefined): Promise<void>;
  /**
   * Hands over what pages that are gone have left of this contact, each once and to one page only. It is this page's once `take`
   * has resolved, but for what that answers, which is left for the next; all of it stays if `take` fails.
   */
  adopt(contactId: string, take: (edits: unknown) => Promise<KeptRecord | undefined>): Promise<void>;
  /** Calls back with each contact of which a page that is gone has left something: now, and whenever one goes. */
  onLeft?(found: (contactId: string) => void): void;
  /** Forgets everything of this principal. */
  clear(): Promise<void>;
}

/** The form in which edits are kept: errors by their codes. */
export function toRecord({ changes, drafts }: KeptEdits): KeptRecord {
  const plain = changes.map(({ error, retryState: _, ...change }) => ({
    ...change,
    ...(error && { error: { code: error.code } }),
  }));
  return structuredClone({ changes: plain, drafts });
}

/**
 * Edits that were kept, ready to go on: whatever was on its way or waited goes again with its old key, and may have been saved
 * already. Throws for anything that this package would not have written: a database is no place to trust.
 */
export function parseKept(input: unknown): KeptEdits {
  const { changes, drafts } = record(input);
  return {
    changes: list(changes).map(parseChange),
    drafts: list(drafts).map((entry) => {
      const [key, draft] = list(entry);
      return [text(key), parseDraft(record(draft))] as const;
    }),
  };
}

/** Why an edit may wait for the person, and still do so after a reload. */
const CODES: readonly ErrorCode[] = [
  ...(['not-found', 'gone', 'unauthenticated', 'forbidden', 'conflict', 'invalid', 'duplicate'] as const),
  ...(['rate-limited', 'offline', 'timeout', 'unavailable', 'invalid-data'] as const),
];

function parseChange(input: unknown): Change {
  const source = record(input);
  const id = text(source['id']);
  const { kind, status } = source;
  if (!['queued', 'sending', 'waiting', 'failed', 'conflict'].includes(text(status))) refuse('status');
  const given = status === 'failed' ? text(record(source['error'])['code']) : undefined;
  const code = given === undefined ? undefined : (CODES.find((known) => known === given) ?? 'unknown');
  const intent = {
    id,
    isUncertain: true,
    // Whether there still is a conflict shows in its turn.
    ...(code === undefined ? ({ status: 'queued' } as const) : ({ status: 'failed', error: new ContactError(code) } as const)),
  };
  if (kind === 'tag-addition' || kind === 'tag-removal') {
    const tag = record(source['tag']);
    const tagIdentity = tag['id'] === undefined ? {} : { id: text(tag['id']) };
    return { ...intent, kind, tag: { name: text(tag['name']), ...tagIdentity } };
  }
  if (kind !== 'fields') return refuse('kind');
  const { editor, sentVersion } = source;
  return {
    ...intent,
    ...parseDraft(source),
    kind,
    isSent: true,
    ...(source['isUndo'] === true ? { isUndo: true } : {}),
    ...(editor === undefined ? {} : { editor: text(editor) }),
    ...(sentVersion === undefined ? {} : { sentVersion: text(sentVersion) }),
  };
}

function parseDraft(source: Readonly<Record<string, unknown>>): Draft {
  return {
    values: values(source['values']),
    baseValues: values(source['over']),
    seenValues: list(source['known']).map(values),
  };
}

function values(input: unknown): FieldValues {
  return Object.fromEntries(Object.entries(record(input)).map(([key, value]) => [key, fieldValue(value)]));
}

function fieldValue(input: unknown): FieldValue {
  if (input === null || typeof input === 'string' || typeof input === 'boolean') return input;
  if (typeof input === 'number' && Number.isFinite(input)) return input;
  if (Array.isArray(input)) return input.map(text);
  const { id, name, avatarUrl } = record(input);
  return { id: text(id), name: text(name), ...(avatarUrl === undefined ? {} : { avatarUrl: text(avatarUrl) }) };
}

function record(input: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof input === 'object' && input !== null && !Array.isArray(input);
  return isRecord ? (input as Readonly<Record<string, unknown>>) : refuse('record');
}

function list(input: unknown): readonly unknown[] {
  return Array.isArray(input) ? input : refuse('list');
}

function text(input: unknown): string {
  return typeof input === 'string' ? input : refuse('text');
}

function refuse(what: string): never {
  throw new ContactError('invalid-data', { message: `Not kept by this package: ${what}` });
}
