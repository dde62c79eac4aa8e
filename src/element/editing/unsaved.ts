import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { isPending } from '../../store/change.js';
import type { Change } from '../../store/change.js';
import { explainUnsaved, listOf, subjectOf } from '../announcements.js';
import type { View } from '../view.js';
import { describeUnsaved, renderButton } from './notices.js';

/** What a person can do about all edits that wait. */
export interface UnsavedHandlers {
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** Whether an edit that is not saved asks nothing of the person: what was refused, or contested, has its notice in its place. */
export function isQuiet({ error, status }: Change): boolean {
  return status !== 'conflict' && error?.code !== 'invalid' && error?.code !== 'duplicate';
}

/** One line for all quiet edits of the panel: of what they are, what becomes of them, and what can be done. */
export function renderSummary(changes: readonly Change[], view: View, { onRetry, onDiscard }: UnsavedHandlers): TemplateResult {
  const { messages } = view;
  const isDiscardable = changes.some(({ status }) => status !== 'sending');
  const text = describeAll(changes, view);
  return html`<div class="summary" part="notice" role="group" aria-label=${text}>
    <p>${text}</p>
    <div class="buttons">
      ${renderButton(messages.tryAgain, onRetry)}
      ${renderButton(changes.length > 1 ? messages.discardAll : messages.discard, onDiscard, { isDisabled: !isDiscardable })}
    </div>
  </div>`;
}

/** In the place of quiet edits: a mark that says which they are, and their notices, which show when somebody goes there. */
export function renderMark(
  changes: readonly Change[],
  view: View,
  renderOne: (change: Change) => TemplateResult,
): TemplateResult {
  const text = changes.map((change) => describeUnsaved(change, view)).join(' ');
  const icon = changes.every(isPending) ? 'waiting' : 'failed';
  return html`<span class="unsaved">
    <button type="button" class="quiet mark icon icon-${icon}" part="unsaved-mark" aria-label=${text} title=${text}></button>
    <span class="details">${changes.map(renderOne)}</span>
  </span>`;
}

function describeAll(changes: readonly Change[], view: View): string {
  const { messages, state } = view;
  const { length } = changes;
  const [only] = changes;
  if (only && length === 1) return explainUnsaved(only, view);
  const isWaiting = changes.every(isPending);
  const isOffline = state.changes.some(({ retryState }) => retryState?.error.code === 'offline');
  if (isWaiting && isOffline) return messages.unsavedOffline(length);
  const subjects = changes.map((change) => subjectOf(change, view));
  const text = messages.unsaved(length, listOf(subjects, view));
  return isWaiting ? `${text} ${messages.tryingAgain}` : text;
}
