import type { FieldValues } from '../core/contact.js';
import { ContactError, ERROR_CODES } from '../core/error.js';
import type { ErrorCode } from '../core/error.js';
import type { EntryPatch } from '../core/entries.js';
import { fieldValue } from '../core/parse.js';
import { byKey, flag, isRecord, list, object, oneOf, refuse, text } from '../core/parser.js';
import type { Parser, Parsers } from '../core/parser.js';
import type { Change, ChannelRemoval, EntryEdit, FieldChange, NamedTag } from './change.js';
import type { Draft } from './contact-state.js';
import type { UnsavedEdits } from './saved-edits-format.js';

/**
 * Reads what `toRecord` has written. What was on its way, or waited, is queued again under its old key, and may have been saved by
 * the source already. Throws for anything else: a database is no place to trust.
 */
export function parseRecord(input: unknown): UnsavedEdits {
  return record(input, 'record') ?? refuse('record');
}

/** Unlike in an answer of the source, `null` is a value here: the person has cleared the field. */
const values: Parser<FieldValues> = byKey((input, path) => (input === null ? null : fieldValue(input, path)));

const draftMembers: Parsers<Draft> = { values, baseValues: values, seenValues: list(values) };

const draft = object<Draft>(draftMembers, ['values', 'baseValues', 'seenValues']);

const draftEntry: Parser<UnsavedEdits['drafts'][number]> = (input, path) => {
  const [key, value] = Array.isArray(input) ? (input as readonly unknown[]) : refuse(path);
  return [text(key, path) ?? refuse(path), draft(value, path) ?? refuse(path)];
};

/** A label that is `null` was cleared. */
const entryPatch: Parser<EntryPatch> = (input, path) => {
  const patch = object<EntryPatch>({ value: text, label: text, isPrimary: (is) => (is === true ? is : undefined) })(
    input,
    path,
  );
  return patch && { ...patch, ...(isRecord(input) && input['label'] === null && { label: null }) };
};

const entryMembers: Parsers<EntryEdit> = { list: oneOf(['emails', 'phones']), value: text, patch: entryPatch };

/** All kinds of change: the compiler asks for one that is missing. */
const KINDS: Readonly<Record<Change['kind'], true>> = {
  fields: true,
  'tag-addition': true,
  'tag-removal': true,
  block: true,
  unblock: true,
  'channel-removal': true,
  entry: true,
};

/** A change of any kind, as it was saved. */
interface SavedChange
  extends Partial<Draft>,
    Partial<EntryEdit>,
    Pick<FieldChange, 'id' | 'editor' | 'isUndo' | 'sentVersion'> {
  readonly kind: Change['kind'];
  readonly status: Change['status'];
  readonly error?: { readonly code: ErrorCode };
  readonly tag?: NamedTag;
  readonly channel?: ChannelRemoval['channel'];
  readonly inverse?: EntryEdit;
}

const savedChange = object<SavedChange>(
  {
    id: text,
    kind: oneOf(Object.keys(KINDS) as Change['kind'][]),
    status: oneOf(['queued', 'sending', 'waiting', 'failed', 'conflict']),
    error: object({ code: oneOf(ERROR_CODES, 'unknown') }, ['code']),
    tag: object<NamedTag>({ id: text, name: text, emoji: text, color: text, description: text }, ['name']),
    channel: object<ChannelRemoval['channel']>({ id: text, type: text, name: text }, ['id', 'type']),
    editor: text,
    isUndo: flag,
    sentVersion: text,
    inverse: object(entryMembers, ['list', 'value']),
    ...entryMembers,
    ...draftMembers,
  },
  ['id', 'kind', 'status'],
);

const change: Parser<Change> = (input, path) => {
  const {
    kind,
    status,
    error,
    tag,
    channel,
    values,
    baseValues,
    seenValues,
    list: entries,
    value,
    patch,
    inverse,
    ...rest
  } = savedChange(input, path) ?? refuse(path);
  // A conflict may be over: that is checked when it is the change's turn.
  const attempt =
    status === 'failed'
      ? ({ status, error: new ContactError(error?.code ?? refuse(path)) } as const)
      : ({ status: 'queued' } as const);
  const intent = { ...rest, ...attempt, isUncertain: true };
  if (kind === 'channel-removal') return { ...intent, kind, channel: channel ?? refuse(path) };
  if (kind === 'block' || kind === 'unblock') return { ...intent, kind };
  if (kind === 'entry') {
    const edit = {
      list: entries ?? refuse(path),
      value: value ?? refuse(path),
      ...(patch && { patch }),
      ...(inverse && { inverse }),
    };
    return { ...intent, kind, ...edit };
  }
  if (kind === 'tag-addition' || kind === 'tag-removal') return { ...intent, kind, tag: tag ?? refuse(path) };
  return values && baseValues && seenValues ? { ...intent, kind, values, baseValues, seenValues, isSent: true } : refuse(path);
};

const record = object<UnsavedEdits>({ changes: list(change), drafts: list(draftEntry) }, ['changes', 'drafts']);
