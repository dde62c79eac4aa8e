import { getValue, getValues } from '../core/contact.js';
import type { FieldValues } from '../core/contact.js';
import { displayName } from '../core/display-name.js';
import { fieldType } from '../core/field-type.js';
import { isSameValue } from '../core/merge-patch.js';
import { ownValue } from '../core/own-value.js';
import { isolate } from '../i18n/isolate.js';
import type { Messages } from '../i18n/messages.js';
import { perLanguage } from '../i18n/per-language.js';
import { isHeldUp, isPending } from '../store/change.js';
import type { Change, EntryChange, FieldChange } from '../store/change.js';
import type { ContactState } from '../store/contact-state.js';
import type { Action } from '../store/reduce.js';
import { definitionOf, labelOf } from './definitions.js';
import type { View } from './view.js';

/** The longest value that is read aloud, in UTF-16 code units. */
const LONGEST_VALUE = 100;

const listFormatIn = perLanguage((lang) => new Intl.ListFormat([lang, 'en']));

/**
 * What screen readers are told of an action: one text for each outcome, which names the field or the tag that it is about. What
 * others do to fields that nobody edits here is shown, and not announced.
 */
export function announcementsFor(action: Action, state: ContactState, previous: ContactState, view: View): readonly string[] {
  const before = new Map(previous.changes.map((change) => [change.id, change]));
  const outcomes = state.changes.flatMap((change) => outcomeOf(change, before.get(change.id), state, previous, view) ?? []);
  return [
    ...ended(action, before, state, view),
    ...outcomes,
    ...news(state, previous, view),
    ...revealed(action, previous, view),
  ];
}

/** In full sentences: that an edit is not saved, or not yet; of what, and why. */
export function explainUnsaved(change: Change, view: View): string {
  if (!isPending(change)) return `${describeUnsaved(change, view)} ${reasonOf(change, view)}`;
  const { messages, state } = view;
  const isOffline = state.changes.some(({ retryState }) => retryState?.error.code === 'offline');
  return `${describeUnsaved(change, view, 'yet')} ${isOffline ? messages.waitingForConnection : messages.tryingAgain}`;
}

/** Why an edit was not saved, and who has the value where the source says so. */
export function reasonOf({ error }: Change, { lang, messages, state }: View): string {
  if (!error) return '';
  if (error.code === 'gone' && state.loadError?.mergedInto) return messages.merged;
  const holder = error.code === 'duplicate' ? error.existing?.name : undefined;
  return holder ? messages.takenBy(isolate(holder, lang)) : messages.errors[error.code];
}

/** The values of these fields in words, one after the other; a masked one is not said. */
export function describeValues(keys: readonly string[], values: FieldValues, view: View): string {
  return textOf(keys, values, view) || view.messages.noValue;
}

/** What stands in these fields at the source, for a sentence; empty where that is nothing. */
export function describeTheirs(keys: readonly string[], view: View): string {
  const { base } = view.state;
  const text = base ? textOf(keys, getValues(base, keys), view) : '';
  return text && isolate(text, view.lang);
}

/** The labels of these fields, as a list in words. */
export function labelsOf(keys: readonly string[], view: View): string {
  return listOf(
    keys.map((key) => labelOf(definitionOf(key, view), view)),
    view,
  );
}

/** These texts as a list in words. */
export function listOf(texts: readonly string[], { textsLang }: View): string {
  return listFormatIn(textsLang).format(texts);
}

/** What a change is about: the labels of its fields, its tag, channel, email address or phone number, or the contact. */
export function subjectOf(change: Change, view: View): string {
  if (change.kind === 'fields') return labelsOf(Object.keys(change.values), view);
  if (change.kind === 'entry') return isolate(change.patch?.value ?? change.value, view.lang);
  if ('channel' in change) return isolate(change.channel.name ?? change.channel.type, view.lang);
  return 'tag' in change ? isolate(change.tag.name, view.lang) : nameOf(view);
}

/** That a tag, a channel, a block, an email address or a phone number is not what it was meant to be; or not yet. */
export function describeUndone(change: Exclude<Change, FieldChange>, view: View, isWaiting: boolean): string {
  const { messages } = view;
  const texts = {
    'tag-addition': [messages.notAdded, messages.notAddedYet],
    'tag-removal': [messages.notRemoved, messages.notRemovedYet],
    block: [messages.notBlocked, messages.notBlockedYet],
    unblock: [messages.notUnblocked, messages.notUnblockedYet],
    'channel-removal': [messages.channelNotRemoved, messages.channelNotRemovedYet],
    entry: isEntrySet(change)
      ? [(entry: string) => messages.fieldNotSaved(entry, ''), messages.fieldNotSavedYet]
      : [messages.entryNotRemoved, messages.entryNotRemovedYet],
  } as const;
  return texts[change.kind][isWaiting ? 1 : 0](subjectOf(change, view));
}

/** Whether a change adds or changes an email address or a phone number. */
function isEntrySet(change: Change): boolean {
  return change.kind === 'entry' && change.patch !== undefined;
}

/** What the contact is called, for a sentence. */
function nameOf({ contact, lang, messages }: View): string {
  return isolate(displayName(contact) || messages.unnamed, lang);
}

/** Who changed the first of these fields last, as far as the source says. */
export function editorOf(keys: readonly string[], { lang, state }: View): string | undefined {
  const provenance = state.base?.provenance ?? {};
  const names = keys.map((key) => ownValue(provenance, key)?.by);
  const name = names.find((one) => one !== undefined);
  return name === undefined ? undefined : isolate(name, lang);
}

/** What a change has come to that is not saved: it failed, stands against another, or waits; each is said once. */
function outcomeOf(
  change: Change,
  before: Change | undefined,
  state: ContactState,
  previous: ContactState,
  view: View,
): string | undefined {
  // A change that restored itself from before a reload is no news.
  const isTried = before?.error === undefined || before.error !== change.error;
  if (change.status === 'conflict' && change.kind === 'fields' && isTried) return describeConflict(change, view);
  if (change.status === 'failed' && before && isTried) return explainUnsaved(change, view);
  const wasHeldUp = before !== undefined && isHeldUp(before, previous.changes);
  return isHeldUp(change, state.changes) && !wasHeldUp ? explainUnsaved(change, view) : undefined;
}

/** What has become of the change that an action ends. */
function ended(action: Action, before: ReadonlyMap<string, Change>, state: ContactState, view: View): readonly string[] {
  const { messages } = view;
  if (action.type !== 'change-saved' && action.type !== 'change-discarded') return [];
  const change = before.get(action.id);
  if (!change || state.changes.some(({ id }) => id === action.id)) return [];
  if (action.type === 'change-discarded') return [messages.discarded(subjectOf(change, view))];
  const canUndo = state.undoable.some(({ id }) => id === action.id);
  return [canUndo ? `${describeSaved(change, view)} ${messages.canUndo}` : describeSaved(change, view)];
}

/** What somebody else has written to fields whose editors are open. */
function news(state: ContactState, previous: ContactState, view: View): readonly string[] {
  const { base } = state;
  const { base: known } = previous;
  if (!base || !known || base === known) return [];
  const drafted = [...state.drafts.values()].flatMap(({ baseValues, values }) =>
    Object.keys(values).filter((key) => {
      const theirs = getValue(base, key);
      const isOwn = [ownValue(baseValues, key), ownValue(values, key), getValue(known, key)].some((own) =>
        isSameValue(own, theirs),
      );
      return !isOwn && view.definitions.some((definition) => definition.key === key);
    }),
  );
  return drafted.map((key) =>
    view.messages.fieldConflict(labelsOf([key], view), describeTheirs([key], view), editorOf([key], view)),
  );
}

/** The fields that were masked and are not any more. */
function revealed(action: Action, { fields }: ContactState, view: View): readonly string[] {
  if (action.type !== 'loaded') return [];
  const masked = fields.filter(({ access }) => access === 'mask').map(({ key }) => key);
  const shown = view.definitions.filter(({ access, key }) => access !== 'mask' && masked.includes(key));
  return shown.map((definition) => view.messages.revealed(labelOf(definition, view)));
}

function describeSaved(change: Change, view: View): string {
  const { messages } = view;
  if (change.isUndo) return messages.undone(subjectOf(change, view));
  const { channelRemoved, contactBlocked, contactUnblocked, saved, tagAdded, tagRemoved } = messages;
  const told = {
    fields: saved,
    'tag-addition': tagAdded,
    'tag-removal': tagRemoved,
    block: contactBlocked,
    unblock: contactUnblocked,
    'channel-removal': channelRemoved,
    entry: change.kind === 'entry' ? savedEntry(change, messages) : saved,
  };
  return told[change.kind](subjectOf(change, view));
}

/** What is said of an email address or a phone number that was added, changed, made primary or removed. */
function savedEntry({ inverse, patch }: EntryChange, messages: Messages): (entry: string) => string {
  if (!patch) return messages.entryRemoved;
  if (patch.isPrimary) return messages.entryIsPrimary;
  return inverse ? messages.saved : messages.entryAdded;
}

function describeConflict({ values }: FieldChange, view: View): string {
  const keys = Object.keys(values);
  const { fieldConflict, changeNotSaved } = view.messages;
  return `${fieldConflict(labelsOf(keys, view), describeTheirs(keys, view), editorOf(keys, view))} ${changeNotSaved}`;
}

function describeUnsaved(change: Change, view: View, yet?: 'yet'): string {
  const { lang, messages } = view;
  if (change.kind !== 'fields') return describeUndone(change, view, yet !== undefined);
  if (yet) return messages.fieldNotSavedYet(subjectOf(change, view));
  const value = textOf(Object.keys(change.values), change.values, view);
  return messages.fieldNotSaved(subjectOf(change, view), value && value.length <= LONGEST_VALUE ? isolate(value, lang) : '');
}

function textOf(keys: readonly string[], values: FieldValues, view: View): string {
  const texts = keys.map((key) => {
    const definition = definitionOf(key, view);
    const value = ownValue(values, key) ?? null;
    if (definition.access === 'mask') return view.messages.hidden;
    return fieldType(definition.type).text(value, { definition, lang: view.lang, words: view.messages });
  });
  return texts.filter(Boolean).join(' ');
}
