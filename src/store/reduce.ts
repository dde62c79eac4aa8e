import { ContactError } from '../core/error.js';
import { retryStateAfter } from '../core/retry.js';
import type { ContactState } from './contact-state.js';
import { reduceEdit, withoutDeletion, withoutRetryState } from './reduce-edit.js';
import type { EditAction } from './reduce-edit.js';
import { reduceLoad } from './reduce-load.js';
import type { LoadAction } from './reduce-load.js';

/** Everything that can happen to a contact. */
export type Action = LoadAction | EditAction;

/** The state that an action leads to: pure, total, and ignorant of time, network and screen. */
export function reduce(state: ContactState, action: Action): ContactState {
  switch (action.type) {
    case 'load-started':
    case 'loaded':
    case 'load-failed':
    case 'received':
      return failUnlessOpen(reduceLoad(state, action));
    default:
      return failUnlessOpen(reduceEdit(state, action));
  }
}

/**
 * The state in which nothing waits in vain: a contact that is gone or hidden takes no edits. They are kept, with the
 * reason; a delete of what is gone is forgotten.
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
