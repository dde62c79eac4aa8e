import type { MergeChoices } from './adapter.js';
import { entriesOf, getValue, getValues, isSameAddress, PRIMARY_KEYS, STANDARD_KEYS } from './contact.js';
import type { Channel, Contact, EntryList, Tag } from './contact.js';
import { withEntries } from './entries.js';
import { allFields } from './field-definition.js';
import type { FieldDefinition } from './field-definition.js';
import { isSameValue, withValues } from './merge-patch.js';
import { ownValue } from './own-value.js';

/** What is chosen beside the values of fields. */
const FACE = ['displayName', 'avatarUrl'] as const;

/**
 * The contact that two become by these choices: the values that are kept, and the tags, channels and messages of both. It is blocked
 * where either was. A source that `knowsSeveral` email addresses and phone numbers keeps those of both: primary is the one chosen.
 */
export function mergedContact(contact: Contact, other: Contact, choices: MergeChoices, knowsSeveral = false): Contact {
  const taken = takenKeys(contact, other, choices);
  const face = FACE.map((key) => [key, (isOfOther(key, Boolean(contact[key]), choices) ? other : contact)[key]] as const);
  const joined = {
    ...contact,
    ...Object.fromEntries(face),
    ...((contact.isBlocked || other.isBlocked) && { isBlocked: true }),
    channels: joinedChannels(contact, other),
    tags: joinedTags(contact, other),
    messageCount: sum(contact.messageCount, other.messageCount),
    conversationCount: sum(contact.conversationCount, other.conversationCount),
  };
  const provenance = joinedByKey(contact.provenance, other.provenance, taken);
  const merged = { ...withValues(joined as Contact, getValues(other, taken)), ...(provenance && { provenance }) };
  return (Object.keys(PRIMARY_KEYS) as EntryList[]).reduce<Contact>(
    (all, list) => (knowsSeveral || contact[list] || other[list] ? withEntriesOfBoth(all, contact, other, list) : all),
    merged,
  );
}

/** The keys of the fields whose values are the other contact's, by these choices. */
export function takenKeys(contact: Contact, other: Contact, choices: MergeChoices): readonly string[] {
  const keys = [...STANDARD_KEYS, ...Object.keys({ ...contact.custom, ...other.custom })];
  return keys.filter((key) => isOfOther(key, !isSameValue(getValue(contact, key), null), choices));
}

/** What is known of fields of one contact, with what is known of those that are taken from another one. */
export function joinedByKey<T>(
  own: Readonly<Record<string, T>> | undefined,
  others: Readonly<Record<string, T>> | undefined,
  taken: readonly string[],
): Readonly<Record<string, T>> | undefined {
  const kept = Object.entries(own ?? {}).filter(([key]) => !taken.includes(key));
  const added = Object.entries(others ?? {}).filter(([key]) => taken.includes(key));
  return own || others ? Object.fromEntries([...kept, ...added]) : undefined;
}

/** Whether somebody who has these fields may make these choices: only about what they may see and edit. */
export function mayChoose(choices: MergeChoices, definitions: readonly FieldDefinition[]): boolean {
  return Object.keys(choices).every((key) => isChoosable(key, definitions));
}

/** Whether it is for somebody who has these fields to choose whose value is kept. */
export function isChoosable(key: string, definitions: readonly FieldDefinition[]): boolean {
  if (key === 'avatarUrl') return true;
  // The name that a channel gives may tell those that are not to be seen.
  if (key === 'displayName') return ['firstName', 'lastName'].every((name) => isChoosable(name, definitions));
  return allFields(definitions).some((field) => field.key === key && !field.readonly && (field.access ?? 'edit') === 'edit');
}

function isOfOther(key: string, hasOwn: boolean, choices: MergeChoices): boolean {
  return (ownValue(choices, key) ?? (hasOwn ? 'this' : 'other')) === 'other';
}

/** The channels of both; of one that both have, the one that is connected. */
function joinedChannels({ channels }: Contact, { channels: others }: Contact): readonly Channel[] | undefined {
  const isSame = (a: Channel, b: Channel) =>
    a.id === b.id || (a.type === b.type && a.handle !== undefined && a.handle === b.handle);
  const both = [...(channels ?? []), ...(others ?? [])];
  const kept = both.filter((channel, at) => {
    const rivals = both.filter((rival) => rival !== channel && isSame(rival, channel));
    const isActive = channel.state === 'active';
    return !rivals.some((rival) => ((rival.state === 'active') === isActive ? both.indexOf(rival) < at : !isActive));
  });
  return channels || others ? kept : undefined;
}

/** The merged contact with the entries of both, each once. Where no value is to be kept, those turned down are none of them. */
function withEntriesOfBoth(merged: Contact, contact: Contact, other: Contact, list: EntryList): Contact {
  const key = PRIMARY_KEYS[list];
  const turnedDown = merged[key] ? [] : [contact[key] ?? '', other[key] ?? ''];
  const both = [...entriesOf(contact, list), ...entriesOf(other, list)];
  const entries = both.flatMap(({ isPrimary: _, ...entry }, at) => {
    const isSame = ({ value }: { readonly value: string }) => isSameAddress(value, entry.value);
    if (both.findIndex(isSame) < at || turnedDown.some((value) => isSame({ value }))) return [];
    const label = entry.label ?? both.findLast(isSame)?.label;
    return { ...entry, ...(label && { label }) };
  });
  return entries.length > 1 || contact[list] || other[list] ? withEntries(merged, list, entries) : merged;
}

function joinedTags({ tags }: Contact, { tags: others }: Contact): readonly Tag[] | undefined {
  const added = others?.filter(({ id }) => !tags?.some((tag) => tag.id === id));
  return tags || added ? [...(tags ?? []), ...(added ?? [])] : undefined;
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
}
