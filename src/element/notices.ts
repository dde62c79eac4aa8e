import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Change, FieldChange } from '../store/change.js';
import { getValue } from '../core/contact.js';
import type { Contact, FieldValues } from '../core/contact.js';
import { fieldType } from '../core/field-type.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { isSameValue } from '../core/merge-patch.js';
import { isPending } from '../store/change.js';
import type { Draft } from '../store/contact-state.js';
import { isolate } from '../i18n/isolate.js';
import type { Undoable } from '../store/undo.js';
import { definitionOf, labelOf } from './definitions.js';
import { renderEditIcon } from './edit-icons.js';
import type { EditView } from './edit-view.js';
import type { Implied } from './implied-value.js';

/** What a person can do about an edit that is not saved. */
export interface NoticeHandlers {
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
  readonly onEdit: (() => void) | undefined;
  /** Asks for the contact that has the value already. */
  readonly onOpen: (contactId: string) => void;
}

/**
 * Beside what it is about: an edit that failed, or that somebody else's edit stands against, or that is being tried again,
 * with its ways out.
 */
export function renderNotice(change: Change, view: EditView, handlers: NoticeHandlers): TemplateResult {
  if (isPending(change)) return renderHeldUp(change, view, handlers);
  return change.kind === 'fields' && change.status === 'conflict'
    ? renderConflict(change, view, handlers)
    : renderFailed(change, view, handlers);
}

function renderFailed(change: Change, view: EditView, handlers: NoticeHandlers): TemplateResult {
  const { messages, state } = view;
  const { onRetry, onDiscard, onEdit } = handlers;
  const reason = change.error ? messages.errors[change.error.code] : '';
  // The same value would be refused again.
  const isTaken = change.error?.code === 'duplicate';
  const isGone = state.phase === 'deleted';
  return html`<div class="notice" part="notice" role="group" aria-label=${describe(change, view)}>
    <p><strong>${describe(change, view)}</strong> ${reason}</p>
    <div class="buttons">
      ${isTaken ? renderOpen(change, view, handlers) : nothing}
      ${isGone || isTaken ? nothing : renderButton(messages.tryAgain, onRetry)}
      ${onEdit && !isGone ? renderButton(isTaken ? messages.keepEditing : messages.editAgain, onEdit) : nothing}
      ${renderButton(messages.discard, onDiscard)}
    </div>
  </div>`;
}

function renderOpen({ error }: Change, { lang, messages }: EditView, { onOpen }: NoticeHandlers): unknown {
  const { existing } = error ?? {};
  if (!existing) return nothing;
  return renderButton(messages.openContact(isolate(existing.name || existing.id, lang)), () => onOpen(existing.id));
}

function renderHeldUp(change: Change, view: EditView, { onRetry, onDiscard }: NoticeHandlers): TemplateResult {
  const { messages, state } = view;
  const isOffline = state.changes.some(({ retryState: setback }) => setback?.error.code === 'offline');
  const text = describeHeldUp(change, view);
  return html`<div class="notice is-quiet" part="notice" role="group" aria-label=${text}>
    <p><strong>${text}</strong> ${isOffline ? messages.waitingForConnection : nothing}</p>
    <div class="buttons">
      ${renderButton(messages.tryAgain, onRetry)} ${renderButton(messages.discard, onDiscard, change.status === 'sending')}
    </div>
  </div>`;
}

function renderConflict(change: FieldChange, view: EditView, { onRetry, onDiscard }: NoticeHandlers): TemplateResult {
  const { lang, messages, state } = view;
  const keys = Object.keys(change.values);
  const mine = isolate(textOf(keys, change.values, view), lang);
  const theirs = isolate(state.base ? textOf(keys, valuesOf(keys, state.base), view) : '', lang);
  const by = keys.map((key) => editorOf(key, view)).find((name) => name !== undefined);
  const text = messages.conflict(theirs, by);
  return html`<div class="notice" part="notice" role="group" aria-label=${text}>
    <p>${text}</p>
    <div class="buttons">${renderButton(messages.keepMine(mine), onRetry)} ${renderButton(messages.useTheirs, onDiscard)}</div>
  </div>`;
}

/** Beside a field: what another field says of it, to be taken or not. */
export function renderSuggestion(
  { key, value, from }: Implied,
  view: EditView,
  onAnswer: (isWanted: boolean) => void,
): TemplateResult {
  const { lang, messages } = view;
  const text = messages.suggests(labelsOf([from], view), isolate(textOf([key], { [key]: value }, view), lang));
  return html`<div class="notice is-quiet" part="notice" role="group" aria-label=${text}>
    <p>${text}</p>
    <div class="buttons">
      ${renderButton(messages.useIt, () => onAnswer(true))} ${renderButton(messages.ignore, () => onAnswer(false))}
    </div>
  </div>`;
}

/** Beside what was saved: the way back, for some seconds. */
export function renderUndo(record: Undoable, view: EditView, onUndo: () => void): TemplateResult {
  const { lang, messages } = view;
  const what = record.kind === 'fields' ? labelsOf(Object.keys(record.before), view) : record.tag.name;
  return html`<button type="button" class="undo" part="undo-button" @click=${onUndo}>
    ${renderEditIcon('undo')}<span>${messages.undo(isolate(what, lang))}</span>
  </button>`;
}

/** What stands in the field at the source now, and who wrote it, where that is not what its editor was opened with. */
export function describeNews(
  { key }: FieldDefinition,
  { baseValues: over, values }: Draft,
  view: EditView,
): string | undefined {
  const { base } = view.state;
  const theirs = base ? getValue(base, key) : null;
  if (!base || isSameValue(theirs, over[key]) || isSameValue(theirs, values[key])) return undefined;
  return view.messages.conflict(isolate(textOf([key], { [key]: theirs }, view), view.lang), editorOf(key, view));
}

/** Who changed the field last, as the source says. */
function editorOf(key: string, { lang, state }: EditView): string | undefined {
  const edits = state.base?.lastEdits ?? {};
  const name = Object.hasOwn(edits, key) ? edits[key]?.by?.name : undefined;
  return name === undefined ? undefined : isolate(name, lang);
}

/** The labels of these fields, as a list in words. */
export function labelsOf(keys: readonly string[], view: EditView): string {
  return new Intl.ListFormat(view.lang).format(keys.map((key) => labelOf(definitionOf(key, view), view)));
}

function renderButton(text: string, onClick: () => void, isDisabled = false): TemplateResult {
  // "Try again" may turn into "Keep mine" under the pointer: the second click of a double click means neither.
  const onPress = ({ detail }: MouseEvent) => !isDisabled && detail < 2 && onClick();
  // A button that is disabled for a moment keeps the focus.
  return html`<button
    type="button"
    class="button"
    part="button"
    aria-disabled=${isDisabled ? 'true' : nothing}
    @click=${onPress}
  >
    ${text}
  </button>`;
}

/** That an edit is not saved yet, and which. */
export function describeHeldUp(change: Change, view: EditView): string {
  return view.messages.notSavedYet(isolate(whatOf(change, view), view.lang));
}

function whatOf(change: Change, view: EditView): string {
  return change.kind === 'fields' ? textOf(Object.keys(change.values), change.values, view) : change.tag.name;
}

function describe(change: Change, view: EditView): string {
  const { lang, messages } = view;
  if (change.kind === 'tag-addition') return messages.notAdded(isolate(change.tag.name, lang));
  if (change.kind === 'tag-removal') return messages.notRemoved(isolate(change.tag.name, lang));
  return messages.notSaved(isolate(whatOf(change, view), lang));
}

function textOf(keys: readonly string[], values: FieldValues, view: EditView): string {
  const texts = keys.map((key) => {
    const definition = definitionOf(key, view);
    return fieldType(definition.type).text(values[key] ?? null, { definition, lang: view.lang, words: view.messages });
  });
  return texts.filter(Boolean).join(' ') || view.messages.noValue;
}

function valuesOf(keys: readonly string[], contact: Contact): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, getValue(contact, key)]));
}
