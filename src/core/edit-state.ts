import { contestedFields, enqueue } from './change.js';
import type { Change } from './change.js';
import { getValue } from './contact.js';
import type { Contact } from './contact.js';
import type { ContactError } from './error.js';
import { isSameValue } from './patch.js';
import { failed, whenGone, withBase } from './state.js';
import type { ContactState, Deletion, Draft } from './state.js';

/** What can happen to a contact that is edited, in the past tense. */
export type EditAction =
  | { readonly type: 'draft-changed'; readonly key: string; readonly draft: Draft }
  | { readonly type: 'draft-closed'; readonly key: string }
  | { readonly type: 'change-made'; readonly change: Change }
  | { readonly type: 'change-sent'; readonly id: string }
  | { readonly type: 'change-saved'; readonly id: string; readonly contact: Contact }
  | { readonly type: 'change-refused'; readonly id: string; readonly current: Contact; readonly error: ContactError }
  | { readonly type: 'change-failed'; readonly id: string; readonly error: ContactError }
  | { readonly type: 'change-retried'; readonly id: string }
  | { readonly type: 'change-discarded'; readonly id: string }
  | { readonly type: 'delete-requested'; readonly id: string }
  | { readonly type: 'delete-sent' }
  | { readonly type: 'deleted' }
  | { readonly type: 'delete-failed'; readonly error: ContactError }
  | { readonly type: 'delete-withdrawn' };

/** The editing half of the one reducer: pure, total, and ignorant of time, network and screen. */
export function reduceEdit(state: ContactState, action: EditAction): ContactState {
  switch (action.type) {
    case 'draft-changed':
      return { ...state, drafts: new Map(state.drafts).set(action.key, action.draft) };
    case 'draft-closed':
      return closeDraft(state, action.key);
    case 'change-made': {
      const { change } = action;
      const rest = change.kind === 'fields' && change.editor !== undefined ? closeDraft(state, change.editor) : state;
      return { ...rest, changes: enqueue(state.changes, change) };
    }
    case 'change-sent':
      return mapChange(state, action.id, (change) => withoutError({ ...change, status: 'sending' }));
    case 'change-saved':
      return onSaved(state, action.id, action.contact);
    case 'change-refused':
      return mapChange(withBase(state, action.current), action.id, (change) => {
        const isContested = change.kind === 'fields' && contestedFields(change, action.current).length > 0;
        return isContested ? { ...change, status: 'conflict', error: action.error } : { ...change, status: 'queued' };
      });
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

/** Whether anything the person typed or committed is not with the source yet. */
export function hasUnsavedEdits(state: ContactState): boolean {
  return state.changes.length > 0 || [...state.drafts.values()].some((draft) => changedKeys(draft).length > 0);
}

/** The fields of a draft that differ from what its editor was opened with. */
export function changedKeys({ values, over }: Draft): readonly string[] {
  return Object.keys(values).filter((key) => !isSameValue(values[key], over[key]));
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
  const queued = withoutError({ ...change, status: 'queued' });
  if (queued.kind !== 'fields' || change.status !== 'conflict' || !base) return queued;
  return { ...queued, over: Object.fromEntries(Object.keys(queued.values).map((key) => [key, getValue(base, key)])) };
}

function withoutError({ error: _, ...change }: Change): Change {
  return change;
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
