import { isOfSame } from './change.js';
import type { Change, EntryEdit, NamedTag } from './change.js';
import { getValues } from '../core/contact.js';
import type { Contact, FieldValues } from '../core/contact.js';
import { isSameValue } from '../core/merge-patch.js';
import { ownValue } from '../core/own-value.js';

/**
 * An edit that the source has confirmed and that can be undone: fields with their values before and after, a tag that was
 * removed, or what takes back a change of an email address or a phone number.
 */
export type Undoable =
  | {
      readonly id: string;
      readonly kind: 'fields';
      readonly editor?: string;
      readonly before: FieldValues;
      readonly after: FieldValues;
    }
  | { readonly id: string; readonly kind: 'tag-removal'; readonly tag: NamedTag }
  | ({ readonly id: string; readonly kind: 'entry' } & EntryEdit);

/**
 * What can be undone after the source has confirmed a change; `undefined` for what is undone in another way, was an undo
 * itself, or may have been saved before others wrote to the same fields.
 */
export function undoableAfter(change: Change, contact: Contact): Undoable | undefined {
  const { id } = change;
  if (change.isUncertain) return undefined;
  if (change.kind === 'entry') return change.inverse && { id, kind: 'entry', ...change.inverse };
  if (change.kind === 'tag-removal') return { id, kind: 'tag-removal', tag: change.tag };
  if (change.kind !== 'fields') return undefined;
  const { editor, baseValues, values } = change;
  const keys = Object.keys(values);
  const after = getValues(contact, keys);
  if (change.isUndo || keys.every((key) => isSameValue(ownValue(baseValues, key), ownValue(after, key)))) return undefined;
  const before = Object.fromEntries(keys.map((key) => [key, ownValue(baseValues, key) ?? null]));
  return { id, kind: 'fields', before, after, ...(editor === undefined ? {} : { editor }) };
}

/** What can still be undone after another change: nothing of the same field, tag or entry. */
export function withoutOverwritten(undoable: readonly Undoable[], change: Change): readonly Undoable[] {
  return undoable.filter((record) =>
    record.kind === 'fields'
      ? change.kind !== 'fields' || !Object.keys(change.values).some((key) => Object.hasOwn(record.before, key))
      : change.kind === 'fields' || !isOfSame(change, record),
  );
}
