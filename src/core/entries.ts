import { entriesOf, entryAt, isSameAddress, PRIMARY_KEYS } from './contact.js';
import type { Contact, ContactEntry, EntryList } from './contact.js';

/** What is changed of an entry, as a JSON merge patch (RFC 7396): one that is not there is added. */
export interface EntryPatch {
  readonly value?: string;
  readonly label?: string | null;
  /** Makes it the primary one, in place of the one before. */
  readonly isPrimary?: true;
}

/** The contact with these entries, one of them primary: the one that says so, else the one that the field has, else the first. */
export function withEntries(
  contact: Contact,
  list: EntryList,
  entries: readonly ContactEntry[],
  primary = entries.find(({ isPrimary }) => isPrimary) ??
    entries.find(({ value }) => isSameAddress(value, contact[PRIMARY_KEYS[list]] ?? '')) ??
    entries[0],
): Contact {
  const { [PRIMARY_KEYS[list]]: _, ...rest } = contact;
  return {
    ...rest,
    ...(primary && { [PRIMARY_KEYS[list]]: primary.value }),
    [list]: entries.map((entry) => ({ ...entry, isPrimary: entry === primary })),
  };
}

/** The contact with an entry added or changed; without a patch, with that entry removed. */
export function withEntry(contact: Contact, list: EntryList, value: string, patch: EntryPatch | undefined): Contact {
  const before = entryAt(contact, { list, value });
  const { label, ...changed } = { value, ...before, ...patch };
  const after = patch && { ...changed, ...(label && { label }) };
  if (!before && !after) return contact;
  const entries = entriesOf(contact, list).flatMap((entry) =>
    entry === before ? (after ?? []) : after && isSameAddress(entry.value, after.value) ? [] : entry,
  );
  const all = before || !after ? entries : [...entries, after];
  return withEntries(contact, list, all, patch?.isPrimary && after);
}

/** The contact after a change of `email` or `phone`, whose lists follow it. */
export function withPrimaries(contact: Contact, before: Contact): Contact {
  return (Object.keys(PRIMARY_KEYS) as EntryList[]).reduce((all, list) => {
    const { [PRIMARY_KEYS[list]]: value, [list]: entries } = all;
    const was = before[PRIMARY_KEYS[list]] ?? '';
    return !entries || value === was ? all : withEntry(all, list, was, value ? { value } : undefined);
  }, contact);
}
