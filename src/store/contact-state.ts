import type { ContactSnapshot } from '../core/adapter.js';
import type { Change } from './change.js';
import type { Contact, FieldValues, Person } from '../core/contact.js';
import type { ContactError } from '../core/error.js';
import type { FieldDefinition } from '../core/field-definition.js';
import type { Permissions } from '../core/permissions.js';
import type { Undoable } from './undo.js';

/** What a person has typed into an open editor and not committed. */
export interface Draft {
  readonly values: FieldValues;
  /** What the fields held when the editor was opened. */
  readonly baseValues: FieldValues;
  /** Other values of these fields that the person had seen or written by then. */
  readonly seenValues: readonly FieldValues[];
}

/** The one delete of a contact: asked for, on its way, or refused. */
export interface Deletion {
  /** Idempotency key. */
  readonly id: string;
  readonly status: 'requested' | 'sending' | 'failed';
  readonly error?: ContactError;
}

/** Everything known about one contact: what the source confirmed (`base`) and what the person did since (`changes`). */
export interface ContactState {
  readonly id: string;
  readonly phase: 'loading' | 'ready' | 'failed' | 'deleted';
  readonly base?: Contact;
  readonly fields: readonly FieldDefinition[];
  readonly can: Permissions;
  /** Who is looking, as the source knows them. */
  readonly me?: Person;
  /** Why the last read failed. With `ready`, the contact shown is the last one that could be read. */
  readonly loadError?: ContactError;
  readonly isLoading: boolean;
  /** Counts the replacements of `base`: a read that began at an older revision brings nothing newer. */
  readonly revision: number;
  /** Versions that the source was heard to have and that have not been read yet; `undefined` where it did not say which. */
  readonly unread: readonly (string | undefined)[];
  readonly changes: readonly Change[];
  /** Open editors, by editor key. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly deletion?: Deletion;
  /** Saved edits that can be undone, for some seconds. */
  readonly undoable: readonly Undoable[];
}

/** What can happen to a contact that is only read, in the past tense. */
export type LoadAction =
  | { readonly type: 'load-started'; readonly isRetry?: boolean }
  | { readonly type: 'loaded'; readonly snapshot: ContactSnapshot; readonly revision: number }
  | { readonly type: 'load-failed'; readonly error: ContactError; readonly isRetry?: boolean }
  | { readonly type: 'received'; readonly contact: Contact };

/** A contact nobody has read yet. */
export function initialState(id: string): ContactState {
  return {
    id,
    phase: 'loading',
    fields: [],
    can: {},
    isLoading: false,
    revision: 0,
    unread: [],
    changes: [],
    drafts: new Map(),
    undoable: [],
  };
}

/** The reading half of the one reducer: pure, total, and ignorant of time, network and screen. */
export function reduceLoad(state: ContactState, action: LoadAction): ContactState {
  switch (action.type) {
    case 'load-started':
      // What is tried again by itself leaves on the screen what is there.
      return { ...state, isLoading: true, unread: [], phase: state.base || action.isRetry ? state.phase : 'loading' };
    case 'loaded':
      return onLoaded(state, action.snapshot, action.revision);
    case 'load-failed':
      return onLoadFailed(state, action);
    case 'received':
      return state.isLoading || (state.base && state.phase !== 'deleted') ? hear(state, action.contact.version) : state;
    default:
      return action satisfies never;
  }
}

/** Whether the change still counts on being applied, and so is shown as if it were. */
export function isPending({ status }: Change): boolean {
  return status === 'queued' || status === 'sending' || status === 'waiting';
}

/** Whether a write is on its way to the source. */
export function isWriting({ deletion, changes }: ContactState): boolean {
  return deletion?.status === 'sending' || changes.some((change) => change.status === 'sending');
}

/** Whether there is news of the contact to be read, and nothing under way that must end first. */
export function mustRead({ phase, unread, changes, ...state }: ContactState): boolean {
  // Edits that wait may wait for long; the ones behind them wait with them.
  return (
    phase === 'ready' && unread.length > 0 && isIdle(state) && (changes.find(isPending)?.status ?? 'waiting') === 'waiting'
  );
}

/** Whether nothing is under way and nothing is waiting to be sent or read. */
export function isSettled(state: ContactState): boolean {
  return isIdle(state) && !state.changes.some(isPending) && !mustRead(state);
}

function isIdle({ isLoading, deletion }: Pick<ContactState, 'isLoading' | 'deletion'>): boolean {
  return !isLoading && (!deletion || deletion.status === 'failed');
}

/** The state with another confirmed contact. */
export function withBase(state: ContactState, base: Contact): ContactState {
  const unread = state.unread.filter((version) => version === undefined || version !== base.version);
  return { ...state, base, unread, revision: state.revision + 1 };
}

/** News may have been overtaken by an answer: it says that there is something to read, and reading says what. */
export function hear(state: ContactState, version?: string): ContactState {
  const isKnown = version !== undefined && version === state.base?.version;
  return isKnown ? state : { ...state, unread: [...state.unread, version] };
}

/** The state after an error, which may say that there is no such contact any more. */
export function whenGone(state: ContactState, { code }: ContactError): ContactState {
  return code === 'not-found' || code === 'gone' ? { ...state, phase: 'deleted', revision: state.revision + 1 } : state;
}

function onLoaded(
  state: ContactState,
  { contact, fields = [], can = {}, me }: ContactSnapshot,
  revision: number,
): ContactState {
  const isOutdated = state.base !== undefined && (isWriting(state) || revision !== state.revision);
  if (isOutdated && state.phase === 'deleted') return { ...state, isLoading: false };
  const { loadError: _, me: _me, ...rest } = state;
  const known: ContactState = { ...rest, phase: 'ready', isLoading: false, fields, can, ...(me && { me }) };
  return isOutdated ? hear(known, contact.version) : withBase(known, contact);
}

function onLoadFailed(state: ContactState, { error, isRetry }: LoadAction & { readonly type: 'load-failed' }): ContactState {
  const isSame = isRetry && state.loadError?.code === error.code;
  const failing: ContactState = { ...state, isLoading: false, loadError: isSame ? state.loadError : error };
  if (!state.base) return { ...failing, phase: 'failed' };
  if (error.code !== 'unauthenticated' && error.code !== 'forbidden') {
    // An answer to a write may have come first: there is something to show.
    return whenGone({ ...failing, phase: state.phase === 'loading' ? 'ready' : state.phase }, error);
  }
  const { base: _, ...hidden } = failing;
  return { ...hidden, phase: 'failed' };
}
