import { contestedFields, enqueue, failed, isPending, overlay } from './change.js';
import type { Change } from './change.js';
import { getValue, isSameValue } from './contact.js';
import type { Contact, FieldValues } from './contact.js';
import type { ContactSnapshot } from './adapter.js';
import type { ContactError } from './error.js';
import type { FieldDefinition } from './fields.js';
import type { Permissions } from './permissions.js';

/** What a person has typed into an open editor and not committed. */
export interface Draft {
  readonly values: FieldValues;
  /** What the fields held when the editor was opened. */
  readonly over: FieldValues;
  /** Other values of these fields that the person had seen or written by then. */
  readonly known: readonly FieldValues[];
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
  /** Why the last read failed. With `ready`, the contact shown is the last one that could be read. */
  readonly loadError?: ContactError;
  readonly isLoading: boolean;
  /** Counts the replacements of `base`: a read that began at an older revision brings nothing newer. */
  readonly revision: number;
  /** Whether news of the contact was left aside while a write was under way, so that it must be read again. */
  readonly isStale: boolean;
  readonly changes: readonly Change[];
  /** Open editors, by editor key. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly deletion?: Deletion;
}

/** All that can happen to a contact, in the past tense. */
export type Action =
  | { readonly type: 'load-started' }
  | { readonly type: 'loaded'; readonly snapshot: ContactSnapshot; readonly revision: number }
  | { readonly type: 'load-failed'; readonly error: ContactError }
  | { readonly type: 'received'; readonly contact: Contact }
  | { readonly type: 'draft-changed'; readonly key: string; readonly draft: Draft }
  | { readonly type: 'draft-closed'; readonly key: string }
  | { readonly type: 'change-made'; readonly change: Change; readonly draftKey?: string }
  | { readonly type: 'change-sent'; readonly id: string }
  | { readonly type: 'change-saved'; readonly id: string; readonly contact: Contact }
  | { readonly type: 'change-refused'; readonly id: string; readonly current: Contact; readonly error: ContactError }
  | { readonly type: 'change-contested'; readonly id: string; readonly error: ContactError }
  | { readonly type: 'change-failed'; readonly id: string; readonly error: ContactError }
  | { readonly type: 'change-retried'; readonly id: string }
  | { readonly type: 'change-discarded'; readonly id: string }
  | { readonly type: 'delete-requested'; readonly id: string }
  | { readonly type: 'delete-sent' }
  | { readonly type: 'deleted' }
  | { readonly type: 'delete-failed'; readonly error: ContactError }
  | { readonly type: 'delete-withdrawn' };

/** A contact nobody has read yet. */
export function initialState(id: string): ContactState {
  return {
    id,
    phase: 'loading',
    fields: [],
    can: {},
    isLoading: false,
    revision: 0,
    isStale: false,
    changes: [],
    drafts: new Map(),
  };
}

/** The one place where state changes: pure, total, and ignorant of time, network and screen. */
export function reduce(state: ContactState, action: Action): ContactState {
  switch (action.type) {
    case 'load-started':
      return { ...state, isLoading: true, isStale: false, phase: state.base ? state.phase : 'loading' };
    case 'loaded':
      return onLoaded(state, action.snapshot, action.revision);
    case 'load-failed':
      return onLoadFailed(state, action.error);
    case 'received':
      if (state.phase === 'deleted' || !state.base) return state;
      return isWriting(state) ? { ...state, isStale: true } : withBase(state, action.contact);
    case 'draft-changed':
      return { ...state, drafts: new Map(state.drafts).set(action.key, action.draft) };
    case 'draft-closed':
      return closeDraft(state, action.key);
    case 'change-made':
      return {
        ...(action.draftKey === undefined ? state : closeDraft(state, action.draftKey)),
        changes: enqueue(state.changes, action.change),
      };
    case 'change-sent':
      return mapChange(state, action.id, ({ error: _, ...change }) => ({ ...change, status: 'sending' }));
    case 'change-saved':
      return onSaved(state, action.id, action.contact);
    case 'change-refused':
      return mapChange(withBase(state, action.current), action.id, (change) => {
        const isContested = change.kind === 'fields' && contestedFields(change, action.current).length > 0;
        return isContested ? { ...change, status: 'conflict', error: action.error } : { ...change, status: 'queued' };
      });
    case 'change-contested':
      return mapChange(state, action.id, (change) => ({ ...change, status: 'conflict', error: action.error }));
    case 'change-failed':
      return whenGone(
        mapChange(state, action.id, (change) => failed(change, action.error)),
        action.error,
      );
    case 'change-retried':
      return mapChange(state, action.id, (change) => requeue(change, state.base));
    case 'change-discarded':
      return { ...state, changes: state.changes.filter((change) => change.id !== action.id) };
    case 'delete-requested':
      return { ...state, deletion: { id: action.id, status: 'requested' } };
    case 'delete-sent':
      return state.deletion ? { ...state, deletion: { id: state.deletion.id, status: 'sending' } } : state;
    case 'deleted':
      return { ...withoutDeletion(state), phase: 'deleted', revision: state.revision + 1, changes: [], drafts: new Map() };
    case 'delete-failed': {
      if (!state.deletion) return state;
      const deletion: Deletion = { id: state.deletion.id, status: 'failed', error: action.error };
      return { ...(action.error.current ? withBase(state, action.error.current) : state), deletion };
    }
    case 'delete-withdrawn':
      return state.deletion?.status === 'failed' ? withoutDeletion(state) : state;
    default:
      return action satisfies never;
  }
}

/** The contact as the person should see it, `undefined` before the first read. */
export function shownContact(state: ContactState): Contact | undefined {
  return state.base && overlay(state.base, state.changes);
}

/** Whether a write is on its way to the source. */
export function isWriting(state: ContactState): boolean {
  return state.deletion?.status === 'sending' || state.changes.some((change) => change.status === 'sending');
}

/** Whether nothing is under way and nothing is waiting to be sent. */
export function isSettled(state: ContactState): boolean {
  const isDeleting = state.deletion !== undefined && state.deletion.status !== 'failed';
  return !state.isLoading && !isDeleting && !state.changes.some(isPending);
}

/** Whether anything the person typed or committed is not with the source yet. */
export function hasUnsavedEdits(state: ContactState): boolean {
  return state.changes.length > 0 || [...state.drafts.values()].some(isDirty);
}

/** Whether a draft differs from what its editor was opened with. */
export function isDirty(draft: Draft): boolean {
  return Object.entries(draft.values).some(([key, value]) => !isSameValue(value, draft.over[key]));
}

function onLoaded(state: ContactState, { contact, fields, can }: ContactSnapshot, revision: number): ContactState {
  const isOutdated = state.base !== undefined && (isWriting(state) || revision !== state.revision);
  if (isOutdated && state.phase === 'deleted') return { ...state, isLoading: false };
  const { loadError: _, ...rest } = state;
  const known: ContactState = { ...rest, phase: 'ready', isLoading: false, fields: fields ?? [], can: can ?? {} };
  return isOutdated ? { ...known, isStale: true } : withBase(known, contact);
}

function onLoadFailed(state: ContactState, error: ContactError): ContactState {
  const failing: ContactState = { ...state, isLoading: false, loadError: error };
  if (!state.base) return { ...failing, phase: 'failed' };
  if (error.code !== 'unauthenticated' && error.code !== 'forbidden') return whenGone(failing, error);
  const { base: _, ...hidden } = failing;
  return { ...hidden, phase: 'failed', changes: failPending(state.changes, error) };
}

function onSaved(state: ContactState, id: string, contact: Contact): ContactState {
  const saved = state.changes.find((change) => change.id === id);
  const changes = state.changes.filter((change) => change !== saved);
  if (saved?.kind !== 'fields') return withBase({ ...state, changes }, contact);
  const confirmed = Object.fromEntries(Object.keys(saved.values).map((key) => [key, getValue(contact, key)]));
  return withBase(
    {
      ...state,
      changes: changes.map((change) =>
        change.kind === 'fields' ? { ...change, known: [...change.known, confirmed] } : change,
      ),
      drafts: new Map([...state.drafts].map(([key, draft]) => [key, { ...draft, known: [...draft.known, confirmed] }])),
    },
    contact,
  );
}

/** A retry is the person's word: after a conflict they have seen the other value and want theirs. */
function requeue(change: Change, base: Contact | undefined): Change {
  const { error: _, ...queued } = { ...change, status: 'queued' as const };
  if (queued.kind !== 'fields' || change.status !== 'conflict' || !base) return queued;
  return { ...queued, over: Object.fromEntries(Object.keys(queued.values).map((key) => [key, getValue(base, key)])) };
}

/** After "there is no such contact", nothing that waits can be saved any more: it is kept, and shown as failed. */
function whenGone(state: ContactState, error: ContactError): ContactState {
  if (error.code !== 'not-found' && error.code !== 'gone') return state;
  return { ...state, phase: 'deleted', revision: state.revision + 1, changes: failPending(state.changes, error) };
}

function failPending(changes: readonly Change[], error: ContactError): readonly Change[] {
  return changes.map((change) => (change.status === 'queued' ? failed(change, error) : change));
}

function withBase(state: ContactState, base: Contact): ContactState {
  return { ...state, base, revision: state.revision + 1 };
}

function withoutDeletion({ deletion: _, ...state }: ContactState): ContactState {
  return state;
}

function closeDraft(state: ContactState, key: string): ContactState {
  const drafts = new Map(state.drafts);
  drafts.delete(key);
  return { ...state, drafts };
}

function mapChange(state: ContactState, id: string, update: (change: Change) => Change): ContactState {
  return { ...state, changes: state.changes.map((change) => (change.id === id ? update(change) : change)) };
}
