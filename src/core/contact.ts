/** A person who can be assigned a contact. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl?: string;
}

/**
 * A value of a field, as it travels: dates are `YYYY-MM-DD`, times `HH:MM`, date-times ISO 8601, countries
 * ISO 3166-1 alpha-2, languages BCP 47, phone numbers E.164 (or as typed), several choices an array of option values.
 * `null` is "no value".
 */
export type FieldValue = string | number | boolean | readonly string[] | Person | null;

/** Values by field key: a standard field's key, or the key of a custom field. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** One way to reach the contact. `type` is an open list (`whatsapp`, `email`, …). */
export interface Channel {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly handle?: string;
  /** `active`: connected; `inactive`: could be started; `unavailable`: cannot. */
  readonly state: 'active' | 'inactive' | 'unavailable';
  /** ISO 8601 date-time since when the channel is connected. */
  readonly connectedAt?: string;
  /** Why the channel is unavailable, in a few words for the reader. */
  readonly reason?: string;
}

/** A label on a contact. `color` is a palette name or `#rrggbb`. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly emoji?: string;
  readonly color?: string;
  readonly description?: string;
}

/** One of several email addresses or phone numbers of a contact. */
export interface ContactEntry {
  readonly value: string;
  /** What it is for: `work`, `home`, `mobile` and `other` are said in the reader's language, any other word as it is. */
  readonly label?: string;
  /** Whether it is the one that `email` or `phone` has. One of a list is. */
  readonly isPrimary?: boolean;
}

/** Where a field has the value from that it has, or who cleared it, as far as the source knows. */
export interface Provenance {
  /**
   * `channel`: the contact's profile there, or a message; `phone`: read off the phone number; `person`: set by hand; `import`: a file;
   * `api`: another program; `ai`: suggested by a language model, which the panel marks.
   */
  readonly source: 'channel' | 'phone' | 'person' | 'import' | 'api' | 'ai';
  /** What the channel, the person, the program or the model is called. */
  readonly by?: string;
  /** ISO 8601 date-time. */
  readonly at?: string;
}

/** A contact as the source knows it. */
export interface Contact {
  readonly id: string;
  /** Opaque; changes with every change of the contact. Absent: the source cannot detect conflicts. */
  readonly version?: string;
  readonly displayName?: string;
  readonly avatarUrl?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly country?: string;
  readonly language?: string;
  readonly email?: string;
  readonly phone?: string;
  /** All email addresses, where the source knows more than one: `email` is the primary one of them. */
  readonly emails?: readonly ContactEntry[];
  /** All phone numbers, where the source knows more than one: `phone` is the primary one of them. */
  readonly phones?: readonly ContactEntry[];
  readonly assignee?: Person | null;
  readonly status?: string;
  /** Whether new messages from them are not delivered, and nobody can write to them. */
  readonly isBlocked?: boolean;
  readonly channels?: readonly Channel[];
  readonly tags?: readonly Tag[];
  readonly custom?: FieldValues;
  /** How many messages, and conversations, are deleted with the contact; only for whoever may see messages. */
  readonly messageCount?: number;
  readonly conversationCount?: number;
  /** Where the value of each field comes from, by field key, where the source keeps it. */
  readonly provenance?: Readonly<Record<string, Provenance>>;
}

/** A JSON merge patch (RFC 7396) of the changed keys only; `null` removes a value. */
export interface ContactPatch {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly country?: string | null;
  readonly language?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly assignee?: Person | null;
  readonly status?: string | null;
  readonly custom?: FieldValues;
}

/** The lists of a contact, and the field that has the primary entry of each. */
export const PRIMARY_KEYS = { emails: 'email', phones: 'phone' } as const;

/** A list of which a contact may have several entries. */
export type EntryList = keyof typeof PRIMARY_KEYS;

/** The keys of the standard fields, in the order in which they are shown. */
export const STANDARD_KEYS = ['firstName', 'lastName', 'country', 'language', 'email', 'phone', 'assignee', 'status'] as const;

export type StandardKey = (typeof STANDARD_KEYS)[number];

/** Whether `key` names a standard field; every other key lives in `contact.custom`. */
export function isStandardKey(key: string): key is StandardKey {
  return (STANDARD_KEYS as readonly string[]).includes(key);
}

/** The values of these fields, `null` where the contact has none. */
export function getValues(contact: Contact, keys: readonly string[]): FieldValues {
  return Object.fromEntries(keys.map((key) => [key, getValue(contact, key)]));
}

/** The value of a field, `null` where the contact has none. Safe for any key, `__proto__` included. */
export function getValue(contact: Contact, key: string): FieldValue {
  if (isStandardKey(key)) return contact[key] ?? null;
  const place = entryPlaceOf(key);
  if (place) return entryAt(contact, place)?.[place.member] ?? null;
  return contact.custom && Object.hasOwn(contact.custom, key) ? (contact.custom[key] ?? null) : null;
}

/** Which member of which entry a key names, as if it were a field: no field of a source has such a key. */
export interface EntryPlace {
  readonly list: EntryList;
  readonly member: 'value' | 'label';
  /** The value of the entry; empty for one that is about to be added. */
  readonly value: string;
}

/** The key by which a member of an entry is edited and shown like a field. */
export function entryKey(list: EntryList, value: string, member: EntryPlace['member'] = 'value'): string {
  return `#${list}.${member} ${value}`;
}

/** What such a key names; `undefined` for the key of a field. */
export function entryPlaceOf(key: string): EntryPlace | undefined {
  const [, list, member, value] = /^#(\w+)\.(\w+) (.*)/s.exec(key) ?? [];
  return list ? ({ list, member, value } as EntryPlace) : undefined;
}

/** The entries of a list: where the source knows one value only, that one. */
export function entriesOf(contact: Contact, list: EntryList): readonly ContactEntry[] {
  const { [list]: entries, [PRIMARY_KEYS[list]]: value } = contact;
  return entries?.length || !value ? (entries ?? []) : [{ value, isPrimary: true }];
}

/** The entry of that value. */
export function entryAt(contact: Contact, { list, value }: Pick<EntryPlace, 'list' | 'value'>): ContactEntry | undefined {
  return entriesOf(contact, list).find((entry) => isSameAddress(entry.value, value));
}

/** Whether two are the same: in addresses, case and what cannot be seen do not count; in numbers, what stands between digits. */
export function isSameAddress(a: string, b: string): boolean {
  return foldAddress(a) === foldAddress(b);
}

function foldAddress(address: string): string {
  return address.replace(address.includes('@') ? /[\s\p{DI}]/gu : /[^\p{L}\p{N}+]/gu, '').toLowerCase();
}
