import type { Contact } from '../core/contact.js';
import type { RetryState } from '../core/retry.js';
import { contestedFields, isPending } from './change.js';
import type { Change } from './change.js';
import { isWriting } from './contact-state.js';
import type { ContactState } from './contact-state.js';

/** What is to be done about the edits of a contact. */
export type Task =
  | SendingTask
  /** Somebody else has changed the same field: that can be told without asking the source. */
  | { readonly type: 'refuse'; readonly id: string; readonly current: Contact }
  | { readonly type: 'wait'; readonly retryState: RetryState };

/** What is to be sent, over that version. */
export type SendingTask =
  | { readonly type: 'send'; readonly change: Change; readonly version: string | undefined }
  | { readonly type: 'delete'; readonly id: string; readonly version: string | undefined };

/**
 * What is to be done next. At most one write at a time; the delete goes before any edit, and the edits in their order: behind one
 * that waits, the others wait too.
 */
export function nextTask(state: ContactState): Task | undefined {
  const { base, deletion, changes, phase } = state;
  if (!base || phase !== 'ready' || isWriting(state)) return undefined;
  if (deletion?.status === 'requested') return { type: 'delete', id: deletion.id, version: base.version };
  const change = changes.find(isPending);
  if (!change) return undefined;
  if (change.status === 'waiting' && change.retryState) return { type: 'wait', retryState: change.retryState };
  if (change.kind !== 'fields') return { type: 'send', change, version: base.version };
  // The write may have been done: the source knows by the key, and by the version if somebody was faster.
  const sentVersion = change.isUncertain ? change.sentVersion : undefined;
  if (sentVersion === undefined && contestedFields(change, base).length)
    return { type: 'refuse', id: change.id, current: base };
  return { type: 'send', change, version: sentVersion ?? base.version };
}
