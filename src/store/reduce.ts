import type { ContactSnapshot } from '../core/adapter.js';
import { getValue, getValues } from '../core/contact.js';
import type { Contact } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import { isSameValue } from '../core/merge-patch.js';
import { retryStateAfter } from '../core/retry.js';
import type { RetryState } from '../core/retry.js';
import { contestedFields, enqueue, isPending, withoutReplaced } from './change.js';
import type { Change } from './change.js';
import { hear, isWriting, whenGone, withBase } from './contact-state.js';
import type { ContactState, Deletion, Draft } from './contact-state.js';
import type { UnsavedEdits } from './saved-edits-format.js';
import { undoableAfter, withoutOverwritten } from './undo.js';

/** What can happen when a contact is read. */
export type LoadAction =
  | { readonly type: 'load-started'; readonly isRetry?: boolean }
  | { readonly type: 'loaded'; readonly snapshot: ContactSnapshot; readonly revision: number }
  | { readonly type: 'load-failed'; readonly error: ContactError; readonly isRetry?: boolean }
  | { readonly type: 'received'; readonly contact: Contact };

/** What can happen when a contact is edited. */
export type EditAction =
  | { readonly type: 'draft-changed'; readonly key: string; readonly draft: Draft }
  | { readonly type: 'draft-closed'; readonly key: string }
  | { readonly type: 'change-made'; readonly change: Change }
  | { readonly type: 'change-sent'; readonly id: string; readonly version?: string | undefined }
  /** `isRead`: the source has answered nothing, and the contact was read after it; others may have written meanwhile. */
  | { readonly type: 'change-saved'; readonly id: string; readonly contact: Contact; readonly isRead?: boolean }
  | { readonly type: 'change-refused'; readonly id: string; readonly current: Contact; readonly error: ContactError }
  | { readonly type: 'change-failed'; readonly id: string; readonly error: ContactError }
  | { readonly type: 'change-postponed'; readonly id: string; readonly retryState: RetryState }
  | { readonly type: 'changes-resumed' }
  | { readonly type: 'change-retried'; readonly id: string }
  | { readonly type: 'change-discarded'; readonly id: string }
  | { readonly type: 'undo-expired'; readonly id: string }
  | { readonly type: 'edits-restored'; readonly edits: UnsavedEdits }
  | { readonly type: 'delete-requested'; readonly id: string }
  | { readonly type: 'delete-sent' }
  | { readonly type: 'deleted' }
  | { readonly type: 'delete-failed'; readonly error: ContactError }
  | { readonly type: 'delete-withdrawn' };

/** Everything that can happen to a contact, in the past tense. */
export type Action = LoadAction | EditAction;

/** The state that an action leads to: pure, total, and ignorant of time, network and screen. */
export function reduce(state: ContactState, action: Action): ContactState {
  return failUnlessOpen(reduceOpen(state, action));
}

function reduceOpen(state: ContactState, action: Action): ContactState {
  switch (action.type) {
    case 'load-started':
      // A retry leaves the screen as it is.
      return { ...state, isLoading: true, unread: [], phase: state.base || action.isRetry ? state.phase : 'loading' };
    case 'loaded':
      return onLoaded(state, action.snapshot, action.revision);
    case 'load-failed':
      return onLoadFailed(state, action);
    case 'received':
      return state.isLoading || (state.base && state.phase !== 'deleted') ? hear(state, action.contact.version) : state;
    case 'draft-changed':
      return { ...state, drafts: new Map(state.drafts).set(action.key, action.draft) };
    case 'draft-closed':
      return closeDraft(state, action.key);
    case 'change-made': {
      const { change } = action;
      const rest = change.kind === 'fields' && change.editor !== undefined ? closeDraft(state, change.editor) : state;
      const undoable = withoutOverwritten(state.undoable, change);
      return { ...rest, undoable, changes: enqueue(state.changes, change, state.base) };
    }
    case 'change-sent':
      return mapChange(state, action.id, (change) => onSent(change, action.version));
    case 'change-saved':
      return onSaved(state, action.id, action.contact, action.isRead);
    case 'change-refused':
      return comeBack(withBase(state, action.current), action.id, (change) => onRefused(change, action.current, action.error));
    case 'change-failed':
      return whenGone(
        comeBack(state, action.id, (change) => failed(change, action.error)),
        action.error,
      );
    case 'change-postponed':
      return comeBack(state, action.id, (change) => postponed(change, action.retryState));
    case 'changes-resumed':
      return resume(state);
    case 'change-retried': {
      const isPostponed = state.changes.some((change) => change.id === action.id && isPending(change));
      return isPostponed ? resume(state) : mapChange(state, action.id, (change) => requeue(change, state.base));
    }
    case 'change-discarded':
      return onDiscarded(state, action.id);
    case 'undo-expired':
      return { ...state, undoable: state.undoable.filter(({ id }) => id !== action.id) };
    case 'edits-restored':
      return onRestored(state, action.edits);
    case 'delete-requested':
      return state.phase === 'ready' && (!state.deletion || state.deletion.status === 'failed')
        ? { ...state, deletion: { id: action.id, status: 'requested' } }
        : state;
    case 'delete-sent':
      return state.deletion ? { ...state, deletion: { id: state.deletion.id, status: 'sending' } } : state;
    case 'deleted':
      return {
        ...withoutDeletion(state),
        phase: 'deleted',
        revision: state.revision + 1,
        changes: [],
        drafts: new Map(),
        undoable: [],
      };
    case 'delete-failed': {
      // It is known already that the contact is gone, but where to may be news.
      if (state.phase === 'deleted') return withoutDeletion(whenGone(state, action.error));
      if (!state.deletion) return state;
      const deletion: Deletion = { ...state.deletion, status: 'failed', error: action.error };
      return whenGone({ ...(action.error.code === 'conflict' ? hear(state) : state), deletion }, action.error);
    }
    case 'delete-withdrawn': {
      if (state.deletion?.status !== 'failed') return state;
      const { error } = state.deletion;
      return withoutDeletion(error && isOutcomeUnknown(error) ? hear(state) : state);
    }
    default:
      return action satisfies never;
  }
}

/**
 * Fails the edits that wait for a contact which is gone or hidden, with the reason. A delete of what is gone is forgotten.
 */
function failUnlessOpen(state: ContactState): ContactState {
  const { phase, deletion, loadError } = state;
  if (phase === 'ready' || phase === 'loading') return state;
  // Edits from before a reload wait for a contact that cannot be read yet.
  if (phase === 'failed' && loadError && retryStateAfter(undefined, loadError)) return state;
  const error = phase === 'failed' && loadError ? loadError : new ContactError('gone');
  const changes = state.changes.map((change) =>
    change.status === 'queued' || change.status === 'waiting'
      ? ({ ...withoutRetryState(change), status: 'failed', error } as const)
      : change,
  );
  if (!deletion || deletion.status === 'sending') return { ...state, changes };
  return phase === 'deleted'
    ? withoutDeletion({ ...state, changes })
    : { ...state, changes, deletion: { ...deletion, status: 'failed', error } };
}

function onLoaded(
  state: ContactState,
  { contact, fields = [], can = {}, odd = [], me }: ContactSnapshot,
  revision: number,
): ContactState {
  const isOutdated = state.base !== undefined && (isWriting(state) || revision !== state.revision);
  if (isOutdated && state.phase === 'deleted') return { ...state, isLoading: false };
  const { loadError: _, me: _me, ...rest } = state;
  const known: ContactState = { ...rest, phase: 'ready', isLoading: false, fields, can, odd, ...(me && { me }) };
  return isOutdated ? hear(known, contact.version) : withBase(known, contact);
}

function onLoadFailed(state: ContactState, { error, isRetry }: LoadAction & { readonly type: 'load-failed' }): ContactState {
  const { base, loadError } = state;
  // Where a contact has gone is not forgotten when it cannot be read again.
  const isKept = (base && loadError?.mergedInto) || (isRetry && loadError?.code === error.code);
  const failing: ContactState = { ...state, isLoading: false, loadError: isKept ? loadError : error };
  if (!base) return { ...failing, phase: 'failed' };
  if (error.code !== 'unauthenticated' && error.code !== 'forbidden') {
    // The answer to a write may have come first: then there is something to show.
    return whenGone({ ...failing, phase: state.phase === 'loading' ? 'ready' : state.phase }, error);
  }
  const { base: _, ...hidden } = failing;
  return { ...hidden, phase: 'failed' };
}

function onSent(change: Change, version: string | undefined): Change {
  const sending = withoutAttempt({ ...change, status: 'sending' });
  if (sending.kind !== 'fields') return sending;
  return { ...sending, isSent: true, ...(version === undefined ? {} : { sentVersion: version }) };
}

/** Queues a write over an outdated version again, unless somebody else has changed the same field: that is a conflict. */
function onRefused(change: Change, current: Contact, error: ContactError): Change {
  const queued = withoutRetryState(withoutAttempt({ ...change, status: 'queued' }));
  const isContested = queued.kind === 'fields' && contestedFields(queued, current).length > 0;
  return isContested ? { ...queued, status: 'conflict', error } : queued;
}

/** Whether a contact has the values of a change. */
function isAsSent(change: Change, contact: Contact): boolean {
  return (
    change.kind !== 'fields' ||
    Object.entries(change.values).every(([key, value]) => isSameValue(value, getValue(contact, key)))
  );
}

function onSaved(state: ContactState, id: string, contact: Contact, isRead = false): ContactState {
  const sent = state.changes.find((change) => change.id === id);
  const changes = state.changes.filter((change) => change !== sent);
  const saved = isRead && sent && !isAsSent(sent, contact) ? { ...sent, isUncertain: true } : sent;
  const record = saved && undoableAfter(saved, contact);
  // Undo is not offered for what a newer edit of the same field is about to replace.
  const undoable = changes.reduce(withoutOverwritten, record ? [...state.undoable, record] : state.undoable);
  if (saved?.kind !== 'fields') return withBase({ ...state, changes, undoable }, contact);
  const own = [saved.values, ...(saved.isUncertain ? [] : [getValues(contact, Object.keys(saved.values))])];
  const withOwn = <T extends Draft>(draft: T): T => ({ ...draft, seenValues: [...draft.seenValues, ...own] });
  return withBase(
    {
      ...state,
      undoable,
      changes: changes.map((change) => (change.kind === 'fields' ? withOwn(change) : change)),
      drafts: new Map([...state.drafts].map(([key, draft]) => [key, withOwn(draft)])),
    },
    contact,
  );
}

/** Puts restored changes before those made since, and restored drafts where no editor is open. */
function onRestored(state: ContactState, { changes, drafts }: UnsavedEdits): ContactState {
  const older = changes.filter(({ id }) => !state.changes.some((change) => change.id === id));
  return {
    ...state,
    changes: withoutReplaced([...older, ...state.changes]),
    drafts: new Map([...drafts, ...state.drafts]),
  };
}

/** Drops a change that is not on its way; where the source may have it all the same, the contact is to be read. */
function onDiscarded(state: ContactState, id: string): ContactState {
  const discarded = state.changes.find((change) => change.id === id && change.status !== 'sending');
  const changes = state.changes.filter((change) => change !== discarded);
  return discarded?.isUncertain ? hear({ ...state, changes }) : { ...state, changes };
}

/** Updates a change that comes back unsaved, without what newer ones have replaced meanwhile. */
function comeBack(state: ContactState, id: string, update: (change: Change) => Change): ContactState {
  const back = mapChange(state, id, update);
  return { ...back, changes: withoutReplaced(back.changes) };
}

/** The change after a failure that is for the person to look at. */
function failed(change: Change, error: ContactError): Change {
  return { ...withoutRetryState(change), status: 'failed', error, isUncertain: isUncertainAfter(change, error) };
}

/** The change after a failure that passes by itself. */
function postponed(change: Change, retryState: RetryState): Change {
  return { ...change, status: 'waiting', retryState, isUncertain: isUncertainAfter(change, retryState.error) };
}

function resume(state: ContactState): ContactState {
  const changes = state.changes.map((change) =>
    change.status === 'waiting' ? ({ ...change, status: 'queued' } as const) : change,
  );
  return { ...state, changes };
}

function isUncertainAfter(change: Change, error: ContactError): boolean {
  return change.isUncertain === true || isOutcomeUnknown(error);
}

/** Whether a write that failed like this may have been applied by the source. */
export function isOutcomeUnknown({ code }: ContactError): boolean {
  return ['timeout', 'offline', 'unavailable', 'invalid-data', 'unknown'].includes(code);
}

/** What follows from a failed attempt at a change: it is tried again by itself, or waits for the person. */
export function afterFailure(id: string, before: RetryState | undefined, error: ContactError): EditAction {
  const retryState = retryStateAfter(before, error);
  return retryState ? { type: 'change-postponed', id, retryState } : { type: 'change-failed', id, error };
}

/** Queues a change again because the person says so: after a conflict, over the other value, which they have seen. */
function requeue(change: Change, base: Contact | undefined): Change {
  const { error: _, ...queued }: Change = { ...change, status: 'queued' };
  if (queued.kind !== 'fields' || change.status !== 'conflict' || !base) return queued;
  // A source that has done the write once does not do it again for the same key.
  const id = queued.isUncertain ? `${queued.id}+` : queued.id;
  return { ...queued, id, baseValues: getValues(base, Object.keys(queued.values)) };
}

function withoutAttempt(change: Change): Change {
  const { error: _, ...rest } = change;
  if (rest.kind !== 'fields') return rest;
  const { sentVersion: __, ...fields } = rest;
  return fields;
}

function withoutRetryState({ retryState: _, ...change }: Change): Change {
  return change;
}

function closeDraft(state: ContactState, key: string): ContactState {
  const drafts = new Map(state.drafts);
  drafts.delete(key);
  return { ...state, drafts };
}

function withoutDeletion({ deletion: _, ...state }: ContactState): ContactState {
  return state;
}

function mapChange(state: ContactState, id: string, update: (change: Change) => Change): ContactState {
  return { ...state, changes: state.changes.map((change) => (change.id === id ? update(change) : change)) };
}
