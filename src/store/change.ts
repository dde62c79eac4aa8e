import { getValue, isSameAddress } from '../core/contact.js';
import type { Channel, Contact, EntryList, FieldValues, Tag } from '../core/contact.js';
import { withEntry, withPrimaries } from '../core/entries.js';
import type { EntryPatch } from '../core/entries.js';
import type { ContactError } from '../core/error.js';
import { foldText } from '../core/fold-text.js';
import { isSameValue, withValues } from '../core/merge-patch.js';
import type { RetryState } from '../core/retry.js';

interface ChangeBase {
  /** Idempotency key of what the person asked for: the same on every retry. */
  readonly id: string;
  /**
   * `queued` and `sending` changes, and those `waiting` to be tried again, are shown as if done; `failed` and `conflict` ones
   * wait for the person.
   */
  readonly status: 'queued' | 'sending' | 'waiting' | 'failed' | 'conflict';
  /** Why it waits for the person. */
  readonly error?: ContactError;
  /** Why it is not saved yet, from the first attempt that failed for a passing reason on. */
  readonly retryState?: RetryState;
  /** Whether the source may have applied this change without our knowing. */
  readonly isUncertain?: boolean;
  /** Whether it takes back an earlier one. */
  readonly isUndo?: boolean;
}

/** New values of one or more fields, committed together. */
export interface FieldChange extends ChangeBase {
  readonly kind: 'fields';
  /** Key of the editor it was made in, so that what happens to it can be said there. */
  readonly editor?: string;
  readonly values: FieldValues;
  /** What the person saw when starting to edit: the change is over these values and no others. */
  readonly baseValues: FieldValues;
  /** Other values of these fields that the person has seen or written: replacing one of them overwrites nobody. */
  readonly seenValues: readonly FieldValues[];
  /** Whether it has been handed to the source: from then on its key stands for these values and no others. */
  readonly isSent?: boolean;
  /** The version that the last attempt was based on. It is sent again while the outcome of that attempt is unknown. */
  readonly sentVersion?: string;
}

/** A tag as the person names it: without `id` the source finds or makes one of that name. */
export type NamedTag = Omit<Tag, 'id'> & { readonly id?: string };

/** A tag to put on the contact. */
export interface TagAddition extends ChangeBase {
  readonly kind: 'tag-addition';
  readonly tag: NamedTag;
}

/** A tag to take off the contact. */
export interface TagRemoval extends ChangeBase {
  readonly kind: 'tag-removal';
  readonly tag: NamedTag;
}

/** That nobody is to hear of the contact any more, or that they may write again. */
export interface Blocking extends ChangeBase {
  readonly kind: 'block' | 'unblock';
}

/** A channel to remove from the contact. */
export interface ChannelRemoval extends ChangeBase {
  readonly kind: 'channel-removal';
  readonly channel: Pick<Channel, 'id' | 'type' | 'name'>;
}

/** What is set of an email address or a phone number; without a patch, it is removed. */
export interface EntryEdit {
  readonly list: EntryList;
  readonly value: string;
  readonly patch?: EntryPatch;
}

/** An email address or a phone number to add, change or remove. */
export interface EntryChange extends ChangeBase, EntryEdit {
  readonly kind: 'entry';
  /** What would take it back, where that is to be offered. */
  readonly inverse?: EntryEdit;
}

/** One thing the person did that the source has not confirmed yet. */
export type Change = FieldChange | TagAddition | TagRemoval | Blocking | ChannelRemoval | EntryChange;

/** Whether the change still counts on being applied, and so is shown as if it were. */
export function isPending({ status }: Change): boolean {
  return status === 'queued' || status === 'sending' || status === 'waiting';
}

/** The contact as the person should see it: the confirmed one with every pending change on top. */
export function overlay(base: Contact, changes: readonly Change[]): Contact {
  return changes.filter(isPending).reduce(withChange, base);
}

/** What a change sets, whatever has become of it. */
export type Effect =
  | Pick<FieldChange, 'kind' | 'values'>
  | Pick<TagAddition | TagRemoval, 'kind' | 'tag'>
  | (Pick<ChannelRemoval, 'kind'> & { readonly channel: Pick<Channel, 'id'> })
  | (Pick<EntryChange, 'kind'> & EntryEdit)
  | Pick<Blocking, 'kind'>;

/** The contact with one change done. */
export function withChange(contact: Contact, change: Effect): Contact {
  if ('values' in change) return withPrimaries(withValues(contact, change.values), contact);
  if ('list' in change) return withEntry(contact, change.list, change.value, change.patch);
  if ('channel' in change) return { ...contact, channels: (contact.channels ?? []).filter(isOther(change)) };
  if (!('tag' in change)) return { ...contact, isBlocked: change.kind === 'block' };
  const others = (contact.tags ?? []).filter((tag) => !isSameTag(tag, change.tag));
  if (change.kind === 'tag-removal') return { ...contact, tags: others };
  if (others.length < (contact.tags ?? []).length) return contact;
  return { ...contact, tags: [...others, { ...change.tag, id: change.tag.id ?? '' }] };
}

/** Whether two tags are one: by id where both have one, by folded name otherwise. */
export function isSameTag(a: { readonly id?: string; readonly name: string }, b: typeof a): boolean {
  return a.id && b.id ? a.id === b.id : foldText(a.name) === foldText(b.name);
}

/** A change, or what undoes one, of something that is no field. */
type Item = Exclude<Change, FieldChange> | Pick<TagRemoval, 'kind' | 'tag'> | ({ readonly kind: 'entry' } & EntryEdit);

/** Whether both are of one thing: the same tag, channel, email address or phone number, or whether the contact is blocked. */
export function isOfSame(a: Item, b: Item): boolean {
  if ('tag' in a) return 'tag' in b && isSameTag(a.tag, b.tag);
  if ('channel' in a) return 'channel' in b && a.channel.id === b.channel.id;
  if ('list' in a) return 'list' in b && a.list === b.list && isSameAddress(a.value, b.value);
  return a.kind.endsWith('block') && b.kind.endsWith('block');
}

/** Whether a channel is another one than that which is to be removed. */
function isOther({ channel }: { readonly channel: Pick<Channel, 'id'> }): (other: Pick<Channel, 'id'>) => boolean {
  return ({ id }) => id !== channel.id;
}

/** Whether the change, or one that must be sent before it, is being tried again. */
export function isHeldUp(change: Change, changes: readonly Change[]): boolean {
  return isPending(change) && changes.some(({ retryState }, index) => retryState && index <= changes.indexOf(change));
}

/** The changed fields that somebody else has changed too, to something the person has neither seen nor written. */
export function contestedFields(change: FieldChange, base: Contact): readonly string[] {
  return Object.keys(change.values).filter((key) => {
    const current = getValue(base, key);
    return !ownValues(change).some((values) => Object.hasOwn(values, key) && isSameValue(values[key], current));
  });
}

/** What the person has seen in, or written to, these fields through changes that are still in the queue. */
export function seenValuesFrom(changes: readonly Change[], keys: readonly string[]): readonly FieldValues[] {
  return changes
    .filter((change) => change.kind === 'fields')
    .filter((change) => keys.some((key) => Object.hasOwn(change.values, key)))
    .flatMap(ownValues);
}

/**
 * The queue after one more change, without what that one replaces. A tag that is added and removed again before anything
 * was sent leaves no trace, nor does a contact that is blocked and unblocked; what is done to email addresses and phone numbers is
 * sent as it was done.
 */
export function enqueue(changes: readonly Change[], added: Change, base: Contact | undefined): readonly Change[] {
  if (added.kind === 'fields') {
    const seenValues = [...added.seenValues, ...seenValuesFrom(changes, Object.keys(added.values))];
    return withoutReplaced([...changes, { ...added, seenValues }]);
  }
  if (added.kind === 'entry') return withoutReplaced([...changes, added]);
  const last = changes.findLast((change) => change.kind !== 'fields' && isOfSame(change, added));
  if (last?.kind === added.kind && isPending(last)) return changes;
  const queue = withoutReplaced([...changes, added]);
  const others = queue.slice(0, -1);
  return base && !queue.at(-1)?.isUncertain && isDone(added, overlay(base, others)) ? others : queue;
}

/**
 * The queue in which each change has taken over from the older ones that are not on their way: their fields that it sets
 * too are taken out of them, of changes of one tag, or of whether the contact is blocked, only the newest is left, and what was
 * refused of an entry has been done over.
 */
export function withoutReplaced(changes: readonly Change[]): readonly Change[] {
  return changes.reduce<readonly Change[]>((older, newer) => {
    const left = older.flatMap((change) => remainder(change, newer));
    const replaced = older.filter((change) => !left.includes(change));
    const isUncertain = replaced.some((change) => change.isUncertain);
    const taker = isUncertain ? { ...newer, isUncertain } : newer;
    // A new value does not shorten the wait for the source.
    const retryState = replaced.find(({ status }) => status === 'waiting')?.retryState;
    return [...left, retryState && newer.status === 'queued' ? { ...taker, status: 'waiting', retryState } : taker];
  }, []);
}

function isDone(change: Exclude<Change, FieldChange>, { channels = [], isBlocked = false, tags = [] }: Contact): boolean {
  if ('channel' in change) return channels.every(isOther(change));
  if (!('tag' in change)) return isBlocked === (change.kind === 'block');
  return tags.some((other) => isSameTag(other, change.tag)) === (change.kind === 'tag-addition');
}

function remainder(change: Change, newer: Change): readonly Change[] {
  if (change.status === 'sending') return [change];
  if (change.kind === 'fields') return newer.kind === 'fields' ? withoutFields(change, newer) : [change];
  const isReplaced =
    newer.kind !== 'fields' && isOfSame(change, newer) && (change.kind !== 'entry' || isOutdone(change, newer));
  return isReplaced ? [] : [change];
}

/** Whether a change of an entry waits for the person, who has made another one that says at least as much. */
function isOutdone(change: EntryChange, newer: Change): boolean {
  const { patch } = newer as EntryChange;
  return !isPending(change) && (!patch || Object.keys(change.patch ?? { isRemoved: true }).every((key) => key in patch));
}

function withoutFields(change: FieldChange, newer: FieldChange): readonly Change[] {
  const values = without(change.values, newer.values);
  if (!Object.keys(values).length) return [];
  if (Object.keys(values).length === Object.keys(change.values).length) return [change];
  const { sentVersion: _, isSent, error, ...rest } = change;
  return [
    {
      ...rest,
      ...(change.status === 'failed' && error ? { error } : {}),
      id: isSent ? `${change.id}+` : change.id,
      // What is left may not be contested: that is checked when it is its turn.
      status: change.status === 'conflict' ? 'queued' : change.status,
      values,
      baseValues: without(change.baseValues, newer.values),
      seenValues: ownValues(change),
    },
  ];
}

/** The values that the person has seen or written by this change. */
function ownValues(change: FieldChange): readonly FieldValues[] {
  return [change.baseValues, change.values, ...change.seenValues];
}

function without(values: FieldValues, removed: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !Object.hasOwn(removed, key)));
}
