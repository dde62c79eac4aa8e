import { fieldType } from '../core/field-type.js';
import type { FieldValues } from '../core/contact.js';
import { isolate } from '../i18n/isolate.js';
import { perLanguage } from '../i18n/per-language.js';
import type { Change } from '../store/change.js';
import type { ContactState } from '../store/contact-state.js';
import type { Action } from '../store/reduce.js';
import { definitionOf, labelOf } from './definitions.js';
import type { View } from './view.js';

const listFormatIn = perLanguage((lang) => new Intl.ListFormat([lang, 'en']));

/** What screen readers are told of what has happened to a contact; `undefined` where it is nothing new. */
export function announcementFor(action: Action, state: ContactState, previous: ContactState, view: View): string | undefined {
  const { messages } = view;
  if (state.phase === 'deleted' && previous.phase !== 'deleted') return messages.deleted;
  switch (action.type) {
    case 'change-saved': {
      const change = previous.changes.find(({ id }) => id === action.id);
      const canUndo = state.undoable.some(({ id }) => id === action.id);
      return change && describeSaved(change, view) + (canUndo ? ` ${messages.canUndo}` : '');
    }
    case 'change-failed':
    case 'change-refused':
    case 'change-postponed': {
      const before = previous.changes.find(({ id }) => id === action.id);
      const after = state.changes.find(({ id }) => id === action.id);
      if (after?.error) return messages.errors[after.error.code];
      // How often it is tried is of no interest.
      return after?.retryState && !before?.retryState ? describePostponed(after, view) : undefined;
    }
    default:
      return undefined;
  }
}

/** That an edit is not saved yet, and which. */
export function describePostponed(change: Change, view: View): string {
  return view.messages.notSavedYet(isolate(describeChange(change, view), view.lang));
}

/** What an edit sets, in words: the values, or the name of the tag. */
export function describeChange(change: Change, view: View): string {
  return change.kind === 'fields' ? describeValues(Object.keys(change.values), change.values, view) : change.tag.name;
}

/** The values of these fields in words, one after the other. */
export function describeValues(keys: readonly string[], values: FieldValues, view: View): string {
  const texts = keys.map((key) => {
    const definition = definitionOf(key, view);
    const value = Object.hasOwn(values, key) ? (values[key] ?? null) : null;
    return fieldType(definition.type).text(value, { definition, lang: view.lang, words: view.messages });
  });
  return texts.filter(Boolean).join(' ') || view.messages.noValue;
}

/** The labels of these fields, as a list in words. */
export function labelsOf(keys: readonly string[], view: View): string {
  return listFormatIn(view.lang).format(keys.map((key) => labelOf(definitionOf(key, view), view)));
}

function describeSaved(change: Change, view: View): string {
  const { lang, messages } = view;
  if (change.isUndo)
    return messages.undone(
      change.kind === 'fields' ? labelsOf(Object.keys(change.values), view) : isolate(change.tag.name, lang),
    );
  if (change.kind === 'tag-addition') return messages.tagAdded(isolate(change.tag.name, lang));
  if (change.kind === 'tag-removal') return messages.tagRemoved(isolate(change.tag.name, lang));
  return messages.saved(labelsOf(Object.keys(change.values), view));
}
