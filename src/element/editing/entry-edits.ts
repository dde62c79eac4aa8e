import { entryAt, entryKey, isSameAddress, PRIMARY_KEYS } from '../../core/contact.js';
import type { Contact, EntryPlace, FieldValues } from '../../core/contact.js';
import type { EntryPatch } from '../../core/entries.js';
import { ownValue } from '../../core/own-value.js';
import { plainText } from '../../fields/text.js';
import type { EntryChange, EntryEdit } from '../../store/change.js';
import type { View } from '../view.js';

type ReversibleEdit = EntryEdit & Pick<EntryChange, 'inverse'>;

/**
 * What the editor of an email address or a phone number sets, with the way back; `undefined` where that is nothing: nothing new is
 * typed, or no value of one that is to be added. One whose value is taken away is removed.
 * @param also what is done to it beside what is typed
 */
export function entryEdit(place: EntryPlace, typed: FieldValues, also: EntryPatch, view: View): ReversibleEdit | undefined {
  const { list, value: was } = place;
  const { contact } = view;
  const before = entryAt(contact, place);
  const value = typedValue(place, typed);
  if (!value) return before && entryRemoval(place, contact);
  const label = keptLabel(plainText(ownValue(typed, entryKey(list, was, 'label'))), view);
  const patch = {
    ...(before && value !== before.value && { value }),
    ...(label !== (before?.label ?? '') && { label: label || null }),
    ...also,
  };
  if (before && !Object.keys(patch).length) return undefined;
  const back: EntryPatch = { value: was, label: before?.label ?? null };
  const primary = contact[PRIMARY_KEYS[list]];
  const inverse = also.isPrimary
    ? primary && { list, value: primary, patch: { isPrimary: true as const } }
    : before && { list, value, patch: back };
  return { list, value: before ? was : value, patch, ...(inverse && { inverse }) };
}

/** Removes an email address or a phone number, with the way back. */
export function entryRemoval({ list, value }: EntryPlace, contact: Contact): ReversibleEdit {
  const { isPrimary, label = null } = entryAt(contact, { list, value }) ?? {};
  return { list, value, inverse: { list, value, patch: { label, ...(isPrimary && { isPrimary }) } } };
}

/** The value that stands in the editor of one. */
export function typedValue({ list, value }: EntryPlace, typed: FieldValues): string {
  return plainText(ownValue(typed, entryKey(list, value)));
}

/** Whether the contact has this address or number already, as another entry than the one that is edited. */
export function isTaken(value: string, place: EntryPlace, contact: Contact): boolean {
  return value !== '' && !isSameAddress(value, place.value) && entryAt(contact, { ...place, value }) !== undefined;
}

/** The word that is kept for a label: those that the panel says in every language are kept as sources know them. */
function keptLabel(typed: string, { messages }: View): string {
  const text = typed.trim();
  return Object.entries(messages.entryLabels).find(([, said]) => said.toLowerCase() === text.toLowerCase())?.[0] ?? text;
}
