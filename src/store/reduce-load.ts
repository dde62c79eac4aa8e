import type { ContactSnapshot } from '../core/adapter.js';
import type { Contact } from '../core/contact.js';
import type { ContactError } from '../core/error.js';
import { hear, isWriting, whenGone, withBase } from './contact-state.js';
import type { ContactState } from './contact-state.js';

/** What can happen when a contact is read, in the past tense. */
export type LoadAction =
  | { readonly type: 'load-started'; readonly isRetry?: boolean }
  | { readonly type: 'loaded'; readonly snapshot: ContactSnapshot; readonly revision: number }
  | { readonly type: 'load-failed'; readonly error: ContactError; readonly isRetry?: boolean }
  | { readonly type: 'received'; readonly contact: Contact };

/** The part of `reduce` for reads. */
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
