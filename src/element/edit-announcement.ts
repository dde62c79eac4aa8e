import type { Change } from '../store/change.js';
import type { ContactState } from '../store/contact-state.js';
import type { Action } from '../store/reduce.js';
import { isolate } from '../i18n/isolate.js';
import type { EditView } from './edit-view.js';
import { describeHeldUp, labelsOf } from './notices.js';

/** What screen readers are told of what became of an edit; `undefined` where it is nothing new. */
export function editAnnouncement(
  action: Action,
  state: ContactState,
  previous: ContactState,
  view: EditView,
): string | undefined {
  const { type } = action;
  if (type !== 'change-saved' && type !== 'change-failed' && type !== 'change-refused' && type !== 'change-postponed')
    return undefined;
  const { messages } = view;
  const before = previous.changes.find(({ id }) => id === action.id);
  const after = state.changes.find(({ id }) => id === action.id);
  if (before && type === 'change-saved') {
    const canUndo = state.undoable.some(({ id }) => id === action.id);
    return describeSaved(before, view) + (canUndo ? ` ${messages.canUndo}` : '');
  }
  if (after?.error) return messages.errors[after.error.code];
  // How often it is tried is of no interest.
  return after?.retryState && !before?.retryState ? describeHeldUp(after, view) : undefined;
}

function describeSaved(change: Change, view: EditView): string {
  const { lang, messages } = view;
  if (change.kind === 'tag-addition') return messages.tagAdded(isolate(change.tag.name, lang));
  if (change.kind === 'tag-removal') return messages.tagRemoved(isolate(change.tag.name, lang));
  return messages.saved(labelsOf(Object.keys(change.values), view));
}
