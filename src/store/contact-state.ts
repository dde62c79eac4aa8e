import { isPending } from './change.js';
import type { Change } from './change.js';
import type { Contact, FieldValues, Person } from '../core/contact.js';
import type { ContactError } from '../core/error.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { changedKeys } from '../core/merge-patch.js';
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
  /** Paths of what the source says that could not be understood, and is shown only. */
  readonly odd: readonly string[];
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
  /** Edits that the source has confirmed and that can be undone, for some seconds. */
  readonly undoable: readonly Undoable[];
}

/** The state of a contact that nobody has read yet. */
export function initialState(id: string): ContactState {
  return {
    id,
    phase: 'loading',
    fields: [],
    can: {},
    odd: [],
    isLoading: false,
    revision: 0,
    unread: [],
    changes: [],
    drafts: new Map(),
    undoable: [],
  };
}

/** Whether a write is on its way to the source. */
export function isWriting({ deletion, changes }: ContactState): boolean {
  return deletion?.status === 'sending' || changes.some((change) => change.status === 'sending');
}

/** Whether there is news of the contact to be read, and nothing under way that must end first. */
export function mustRead({ phase, unread, changes, ...state }: ContactState): boolean {
  // An edit that is tried again may wait for long, with all behind it: the contact is read meanwhile.
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

/** The state after news of a version. News may be older than the last answer: it only says that there is something to read. */
export function hear(state: ContactState, version?: string): ContactState {
  const isKnown = version !== undefined && version === state.base?.version;
  return isKnown ? state : { ...state, unread: [...state.unread, version] };
}

/** The state after an error, which may say that there is no such contact any more. */
export function whenGone(state: ContactState, { code }: ContactError): ContactState {
  return code === 'not-found' || code === 'gone' ? { ...state, phase: 'deleted', revision: state.revision + 1 } : state;
}

/** Whether anything the person typed or committed is not with the source yet. */
export function hasUnsavedEdits({ changes, drafts }: ContactState): boolean {
  return changes.length > 0 || [...drafts.values()].some((draft) => changedKeys(draft).length > 0);
}
