import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isPending } from '../../store/change.js';
import type { Change, FieldChange } from '../../store/change.js';
import { entryAt, getValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { isSameValue } from '../../core/merge-patch.js';
import { ownValue } from '../../core/own-value.js';
import type { Draft } from '../../store/contact-state.js';
import { isolate } from '../../i18n/isolate.js';
import type { Undoable } from '../../store/undo.js';
import { describeTheirs, describeUndone, describeValues, editorOf, labelsOf, reasonOf, subjectOf } from '../announcements.js';
import { definitionOf, labelOf } from '../definitions.js';
import { onPress } from '../panel.js';
import type { View } from '../view.js';
import type { RefusedChoice } from './refused-choices.js';
import type { SuggestedValue } from './suggested-values.js';

/** What a person can do about an edit that is not saved. */
export interface NoticeHandlers {
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
  readonly onEdit: (() => void) | undefined;
  /** Asks for the contact that has the value already. */
  readonly onOpen: (contactId: string) => void;
  /** Asks to make one contact of that one and this one. */
  readonly onMerge: (contactId: string) => void;
}

/**
 * Beside what it is about: an edit that failed, or that somebody else's edit stands against, or that is being tried again,
 * with its ways out.
 */
export function renderNotice(change: Change, view: View, handlers: NoticeHandlers): TemplateResult {
  if (isPending(change)) return renderPostponed(change, view, handlers);
  return change.kind === 'fields' && change.status === 'conflict'
    ? renderConflict(change, view, handlers)
    : renderFailed(change, view, handlers);
}

function renderFailed(change: Change, view: View, handlers: NoticeHandlers): TemplateResult {
  const { messages, state } = view;
  const { onRetry, onDiscard, onEdit } = handlers;
  const of = subjectOf(change, view);
  const button = (text: string, onClick: () => void) => renderButton(text, onClick, { name: messages.buttonOf(text, of) });
  // The same value would be refused again.
  const isTaken = change.error?.code === 'duplicate';
  const isGone = state.phase === 'deleted';
  const text = describeUnsaved(change, view);
  return html`<div class="notice" part="notice" role="group" aria-label=${text}>
    <p><strong>${text}</strong> ${reasonOf(change, view)}</p>
    <div class="buttons">
      ${isTaken ? renderOwner(change, view, handlers) : nothing}
      ${isGone || isTaken ? nothing : button(messages.tryAgain, onRetry)}
      ${onEdit && !isGone ? button(messages.keepEditing, onEdit) : nothing} ${button(messages.discard, onDiscard)}
    </div>
  </div>`;
}

function renderOwner({ error }: Change, { abilities, lang, messages }: View, handlers: NoticeHandlers): unknown {
  const { existing } = error ?? {};
  if (!existing) return nothing;
  const { id } = existing;
  const name = isolate(existing.name || id, lang);
  const merge = abilities.merge ? renderButton(messages.mergeWith(name), () => handlers.onMerge(id)) : nothing;
  return html`${renderButton(messages.openContact(name), () => handlers.onOpen(id))} ${merge}`;
}

function renderPostponed(change: Change, view: View, { onRetry, onDiscard }: NoticeHandlers): TemplateResult {
  const { messages, state } = view;
  const isOffline = state.changes.some(({ retryState }) => retryState?.error.code === 'offline');
  const text = describeUnsaved(change, view);
  const nameOf = (button: string) => messages.buttonOf(button, subjectOf(change, view));
  const isDisabled = change.status === 'sending';
  return html`<div class="notice is-quiet" part="notice" role="group" aria-label=${text}>
    <p><strong>${text}</strong> ${isOffline ? messages.waitingForConnection : messages.tryingAgain}</p>
    <div class="buttons">
      ${renderButton(messages.tryAgain, onRetry, { name: nameOf(messages.tryAgain) })}
      ${renderButton(messages.discard, onDiscard, { name: nameOf(messages.discard), isDisabled })}
    </div>
  </div>`;
}

function renderConflict(change: FieldChange, view: View, { onRetry, onDiscard }: NoticeHandlers): TemplateResult {
  const { lang, messages } = view;
  const keys = Object.keys(change.values);
  const mine = isolate(describeValues(keys, change.values, view), lang);
  const text = messages.conflict(describeTheirs(keys, view), editorOf(keys, view));
  return html`<div class="notice" part="notice" role="group" aria-label=${text}>
    <p>${text}</p>
    <div class="buttons">
      ${renderButton(messages.keepMine(mine), onRetry)}
      ${renderButton(messages.useTheirs, onDiscard, { name: messages.buttonOf(messages.useTheirs, labelsOf(keys, view)) })}
    </div>
  </div>`;
}

/** Beside a field: what another field says of it, to be taken or not. */
export function renderSuggestion(
  { key, value, from }: SuggestedValue,
  view: View,
  onAnswer: (isWanted: boolean) => void,
): TemplateResult {
  const { lang, messages } = view;
  const said = isolate(describeValues([key], { [key]: value }, view), lang);
  const isCountry = from === 'phone' && key === 'country';
  const label = labelOf(definitionOf(key, view), view);
  const text = isCountry ? messages.numberIsFrom(said) : messages.suggests(labelsOf([from], view), said);
  return html`<div class="notice is-quiet" part="notice" role="group" aria-label=${text}>
    <p>${text}</p>
    <div class="buttons">
      ${renderButton(messages.set(label), () => onAnswer(true))}
      ${renderButton(messages.ignore, () => onAnswer(false), { name: messages.buttonOf(messages.ignore, label) })}
    </div>
  </div>`;
}

/** That the page has refused a value that was chosen by one press, and why, with its ways out. */
export function renderRefusal(
  definition: FieldDefinition,
  { reason, value }: RefusedChoice,
  view: View,
  { onRetry, onDiscard }: Pick<NoticeHandlers, 'onRetry' | 'onDiscard'>,
): TemplateResult {
  const { lang, messages } = view;
  const label = labelOf(definition, view);
  const said = isolate(describeValues([definition.key], { [definition.key]: value }, view), lang);
  const text = messages.fieldNotSaved(label, said);
  return html`<div class="notice" part="notice" role="group" aria-label=${text}>
    <p><strong>${text}</strong> ${reason}</p>
    <div class="buttons">
      ${renderButton(messages.tryAgain, onRetry, { name: messages.buttonOf(messages.tryAgain, label) })}
      ${renderButton(messages.discard, onDiscard, { name: messages.buttonOf(messages.discard, label) })}
    </div>
  </div>`;
}

/** Over the end of what was saved, where it moves nothing: the way back, for some seconds. Of a tag it says which. */
export function renderUndo(record: Undoable, view: View, onUndo: () => void): TemplateResult {
  const { lang, messages } = view;
  const isTag = record.kind === 'tag-removal';
  const isEntry = record.kind === 'entry';
  const what = isTag ? record.tag.name : isEntry ? record.value : labelsOf(Object.keys(record.before), view);
  const done = isEntry && !entryAt(view.contact, record) ? messages.removedShort : messages.savedShort;
  const name = messages.undo(isolate(what, lang));
  return html`<span class="saved"
    >${isTag ? nothing : html`<span>${done}</span>`}<button
      type="button"
      class=${isTag ? 'undo icon icon-undo' : 'undo'}
      part="undo-button"
      aria-label=${isTag ? nothing : name}
      @click=${onPress(onUndo)}
    >
      <span>${isTag ? name : messages.undoShort}</span>
    </button></span
  >`;
}

/** What stands in the field at the source now, and who wrote it, where that is not what its editor was opened with. */
export function describeNews({ key }: FieldDefinition, { baseValues, values }: Draft, view: View): string | undefined {
  const { base } = view.state;
  const theirs = base ? getValue(base, key) : null;
  if (!base || [baseValues, values].some((own) => isSameValue(theirs, ownValue(own, key)))) return undefined;
  return view.messages.conflict(describeTheirs([key], view), editorOf([key], view));
}

/** What a button of a notice is, beside its text. */
interface ButtonOptions {
  /** Its accessible name, where the text alone does not tell it from others. */
  readonly name?: string;
  readonly isDisabled?: boolean;
}

/** A button of a notice. */
export function renderButton(
  text: string,
  onClick: () => void,
  { name, isDisabled = false }: ButtonOptions = {},
): TemplateResult {
  // "Try again" may turn into "Keep mine" under the pointer: the second click of a double click means neither.
  const onPress = ({ detail }: MouseEvent) => !isDisabled && detail < 2 && onClick();
  // A button that is disabled for a moment keeps the focus.
  return html`<button
    type="button"
    class="button"
    part="button"
    aria-label=${name ?? nothing}
    aria-disabled=${isDisabled ? 'true' : nothing}
    @click=${onPress}
  >
    ${text}
  </button>`;
}

/** That an edit is not saved, or not yet, and of what; what was typed is said as a whole, to be read and copied. */
export function describeUnsaved(change: Change, view: View): string {
  const { lang, messages } = view;
  const isWaiting = isPending(change);
  const subject = subjectOf(change, view);
  if (change.kind !== 'fields') return describeUndone(change, view, isWaiting);
  if (isWaiting) return messages.fieldNotSavedYet(subject);
  return messages.fieldNotSaved(subject, isolate(describeValues(Object.keys(change.values), change.values, view), lang));
}
