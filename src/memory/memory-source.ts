import type { ContactSnapshot, DuplicateContact, DuplicateReason, MergeChoices, TagReference } from '../core/adapter.js';
import { displayName } from '../core/display-name.js';
import { getValue, PRIMARY_KEYS } from '../core/contact.js';
import type { Contact, ContactPatch, EntryList, FieldValues, Person, Tag } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import { visibleContact } from '../core/field-definition.js';
import { withEntry, withPrimaries } from '../core/entries.js';
import type { EntryPatch } from '../core/entries.js';
import type { FieldDefinition, Option } from '../core/field-definition.js';
import { foldText } from '../core/fold-text.js';
import { cleanAddress, isBlank } from '../core/invisible-text.js';
import { mayChoose, mergedContact } from '../core/merged-contact.js';
import { fromPatch, isSameValue, withValues } from '../core/merge-patch.js';
import { ownValue } from '../core/own-value.js';
import type { Permissions } from '../core/permissions.js';
import { entryErrors, isText, PATCH_LIMITS, patchErrors } from '../core/patch-errors.js';

/** What a `memoryAdapter` knows at first. It is copied: the seed itself never changes. */
export interface MemorySeed {
  readonly contacts: readonly Contact[];
  readonly fields?: readonly FieldDefinition[];
  /** What the one who asks may do. Enforced: without `can.delete` nothing is deleted, without `can.block` nobody blocked, and so on. */
  readonly can?: Permissions;
  /** Who asks. */
  readonly me?: Person;
  /** Who is noted as the last to edit what is saved: `me` by default. Without either, nothing is noted. */
  readonly editor?: Person;
  /** The known tags; those on the contacts need not be listed here. */
  readonly tags?: readonly Tag[];
  /** What `suggestOptions` finds, by field key; for other persons those of `assignee`, else the options of the definition. */
  readonly options?: Readonly<Record<string, readonly Option[]>>;
}

interface RememberedWrite {
  readonly payload: string;
  readonly answer: unknown;
}

/** How many successful writes are remembered by their idempotency key. */
const REMEMBERED_WRITES = 1_000;

/** Of how many uses of tags the most frequent ones are suggested first. */
const LATE_USES = 200;

/** The far side of a `memoryAdapter`: contacts, tags and the rules of a source, each call done in one go. */
export class MemorySource {
  readonly #seed: MemorySeed;
  readonly #contacts: Map<string, Contact>;
  /** The ids of contacts that are gone, and of those that each was merged into. */
  readonly #gone = new Map<string, string | undefined>();
  readonly #tags: Map<string, Tag>;
  /** The ids of tags in the order in which they were put on contacts. */
  readonly #uses: string[];
  readonly #writes = new Map<string, RememberedWrite>();
  readonly #watchers = new Map<string, Set<(contact: Contact) => void>>();
  #lastVersion: number;

  constructor(seed: MemorySeed) {
    this.#seed = copy(seed);
    const { contacts, tags = [] } = this.#seed;
    this.#contacts = new Map(contacts.map((contact) => [contact.id, { version: '1', ...contact }]));
    this.#tags = new Map([...tags, ...contacts.flatMap((contact) => contact.tags ?? [])].map((tag) => [tag.id, tag]));
    this.#uses = contacts.flatMap((contact) => (contact.tags ?? []).map(({ id }) => id));
    // Starts beyond every version of the seed that is a number, so that no version comes back.
    this.#lastVersion = Math.max(1, ...contacts.map(({ version }) => Number(version)).filter(Number.isSafeInteger));
  }

  /** Does a write once per idempotency key; only successes are remembered, since a refused write had no effect. */
  once<T>(key: string, payload: unknown, work: () => T): T {
    const sent = canonical(payload);
    const remembered = this.#writes.get(key);
    if (remembered && remembered.payload !== sent) {
      throw new ContactError('invalid', { message: 'The idempotency key was used for something else' });
    }
    if (remembered) return copy(remembered.answer as T);
    const answer = copy(work());
    this.#writes.set(key, { payload: sent, answer });
    for (const [oldest] of this.#writes) {
      if (this.#writes.size <= REMEMBERED_WRITES) break;
      this.#writes.delete(oldest);
    }
    return answer;
  }

  snapshot(id: string): ContactSnapshot {
    const { fields = [], can = {}, me } = this.#seed;
    return { contact: this.#find(id), fields, can, ...(me && { me }) };
  }

  save(id: string, patch: ContactPatch, version: string | undefined): Contact {
    this.#demand(this.#seed.can?.edit !== false);
    const contact = this.#findUnchanged(id, version);
    const errors = patchErrors(patch);
    if (errors.length) throw new ContactError('invalid', { fields: errors });
    this.#demandUnique(id, patch);
    const values = fromPatch(patch);
    const saved = withPrimaries(withValues(contact, values), contact);
    return this.#replace(contact, { ...saved, ...this.#provenance(contact, values) });
  }

  /** Adds, changes or, without a patch, removes an email address or a phone number. */
  setEntry(id: string, list: EntryList, value: string, patch?: EntryPatch): Contact {
    const { can } = this.#seed;
    this.#demand(can?.edit !== false && can?.editEntries !== false);
    const contact = this.#find(id);
    const errors = patch ? entryErrors(value, patch) : [];
    if (errors.length) throw new ContactError('invalid', { fields: errors });
    const changed = withEntry(contact, list, value, patch);
    const key = PRIMARY_KEYS[list];
    const values = { [key]: changed[key] ?? null };
    this.#demandUnique(id, values);
    return this.#replace(contact, { ...changed, ...this.#provenance(contact, values) });
  }

  addTag(id: string, reference: TagReference): Contact {
    this.#demand(this.#seed.can?.editTags !== false);
    const contact = this.#find(id);
    const tag = 'id' in reference ? this.#tags.get(reference.id) : this.#tagNamed(reference.name);
    if (!tag) throw new ContactError('invalid', { message: 'There is no such tag' });
    const tags = contact.tags ?? [];
    if (tags.some((other) => other.id === tag.id)) return contact;
    this.#uses.push(tag.id);
    return this.#replace(contact, { ...contact, tags: [...tags, tag] });
  }

  removeTag(id: string, tagId: string): Contact {
    this.#demand(this.#seed.can?.editTags !== false);
    const contact = this.#find(id);
    const tags = contact.tags?.filter((tag) => tag.id !== tagId);
    return tags ? this.#replace(contact, { ...contact, tags }) : contact;
  }

  setBlocked(id: string, isBlocked: boolean): Contact {
    this.#demand(this.#seed.can?.block === true);
    const contact = this.#find(id);
    return (contact.isBlocked ?? false) === isBlocked ? contact : this.#replace(contact, { ...contact, isBlocked });
  }

  removeChannel(id: string, channelId: string): Contact {
    this.#demand(this.#seed.can?.removeChannels === true);
    const contact = this.#find(id);
    const channels = contact.channels?.filter((channel) => channel.id !== channelId);
    return channels ? this.#replace(contact, { ...contact, channels }) : contact;
  }

  delete(id: string, version: string | undefined): void {
    this.#demand(this.#seed.can?.delete === true);
    this.#findUnchanged(id, version);
    this.#contacts.delete(id);
    this.#goInto(undefined, id);
  }

  /** The contacts that have a name, an address or a number in common with this one; or those that a text finds. */
  findDuplicates(id: string, query: string, limit: number): readonly DuplicateContact[] {
    this.#demand(this.#seed.can?.merge === true);
    const { fields = [] } = this.#seed;
    const contact = visibleContact(this.#find(id), fields);
    const others = [...this.#contacts.values()].filter((other) => other.id !== id);
    const known = others.map((other) => ({ contact: other, reasons: reasonsFor(contact, visibleContact(other, fields)) }));
    const textOf = ({ contact: other }: DuplicateContact) => {
      const { email = '', phone = '', ...named } = visibleContact(other, fields);
      return [displayName(named), email, phone].join(' ');
    };
    if (foldText(query)) return matches(known, textOf, query, limit);
    return known.filter(({ reasons }) => reasons.length).slice(0, limit);
  }

  merge(
    id: string,
    otherId: string,
    choices: MergeChoices,
    { version, otherVersion }: { readonly version: string | undefined; readonly otherVersion: string | undefined },
  ): Contact {
    this.#demand(this.#seed.can?.merge === true);
    const contact = this.#find(id);
    this.#demand(mayChoose(choices, this.#seed.fields ?? []));
    const other = id === otherId ? undefined : this.#contacts.get(otherId);
    if (!other) throw new ContactError('invalid', { fields: [{ pointer: '/other', detail: 'must be another contact' }] });
    this.#findUnchanged(id, version);
    if (otherVersion !== undefined && otherVersion !== other.version) {
      throw new ContactError('conflict', { current: copy(contact) });
    }
    this.#contacts.delete(otherId);
    this.#goInto(id, otherId);
    this.#tell({ id: otherId, version: String(++this.#lastVersion) });
    return this.#replace(contact, mergedContact(contact, other, choices));
  }

  /** The tags of such a name; where nothing is asked for, those first that were put on most often of late. */
  findTags(query: string, limit: number): readonly Tag[] {
    const tags = [...this.#tags.values()];
    return matches(foldText(query) ? tags : this.#oftenUsedFirst(tags), (tag) => tag.name, query, limit);
  }

  #oftenUsedFirst(tags: readonly Tag[]): readonly Tag[] {
    const uses = new Map<string, { times: number; last: number }>();
    this.#uses.slice(-LATE_USES).forEach((id, last) => uses.set(id, { times: (uses.get(id)?.times ?? 0) + 1, last }));
    const used = (tag: Tag) => uses.get(tag.id) ?? { times: 0, last: -1 };
    return [...tags].sort((a, b) => used(b).times - used(a).times || used(b).last - used(a).last);
  }

  findOptions(fieldKey: string, query: string, limit: number): readonly Option[] {
    const { options = {}, fields = [] } = this.#seed;
    const field = fields.find(({ key }) => key === fieldKey);
    const listed = ownValue(options, fieldKey) ?? field?.options;
    const known = listed ?? (field?.type === 'person' ? options['assignee'] : undefined) ?? [];
    return matches(known, (option) => option.label, query, limit);
  }

  watch(id: string, onChange: (contact: Contact) => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, watchers);
    // Wrapped, because the same callback may be given twice and stopped once.
    const watcher = (contact: Contact): void => onChange(contact);
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }

  #find(id: string): Contact {
    const contact = this.#contacts.get(id);
    if (contact) return contact;
    const mergedInto = this.#gone.get(id);
    throw new ContactError(this.#gone.has(id) ? 'gone' : 'not-found', mergedInto === undefined ? {} : { mergedInto });
  }

  /** Notes where a contact has gone, and with it all that were merged into it. */
  #goInto(target: string | undefined, id: string): void {
    this.#gone.set(id, target);
    for (const [gone, into] of this.#gone) if (into === id) this.#gone.set(gone, target);
  }

  #findUnchanged(id: string, version: string | undefined): Contact {
    const contact = this.#find(id);
    if (version === undefined || version === contact.version) return contact;
    throw new ContactError('conflict', { current: copy(contact) });
  }

  /** Where the values come from once these are saved: those that change, from whoever saves them. */
  #provenance(contact: Contact, values: FieldValues): Pick<Contact, 'provenance'> {
    const { me, editor = me } = this.#seed;
    const changed = Object.entries(values).filter(([key, value]) => !isSameValue(value, getValue(contact, key)));
    if (!contact.provenance && !(editor && changed.length)) return {};
    const edit = { source: 'person' as const, ...(editor && { by: editor.name }), at: new Date().toISOString() };
    return { provenance: { ...contact.provenance, ...Object.fromEntries(changed.map(([key]) => [key, edit])) } };
  }

  #demand(isAllowed: boolean): void {
    if (!isAllowed) throw new ContactError('forbidden');
  }

  #demandUnique(id: string, patch: ContactPatch): void {
    const others = [...this.#contacts.values()].filter((contact) => contact.id !== id);
    const taken = (['email', 'phone'] as const).flatMap((key) => {
      const owner = others.find((other) => isSameAddress(key, other[key], patch[key]));
      return owner ? [{ pointer: `/${key}`, owner }] : [];
    });
    const [first] = taken;
    if (!first) return;
    throw new ContactError('duplicate', {
      fields: taken.map(({ pointer }) => ({ pointer, detail: 'belongs to another contact' })),
      existing: { id: first.owner.id, name: displayName(visibleContact(first.owner, this.#seed.fields ?? [])) },
    });
  }

  #tagNamed(name: string): Tag {
    const known = [...this.#tags.values()].find((tag) => foldText(tag.name) === foldText(name));
    if (known) return known;
    this.#demand(this.#seed.can?.createTags !== false);
    if (!isText(name, PATCH_LIMITS.name) || isBlank(name)) {
      throw new ContactError('invalid', { fields: [{ pointer: '/name', detail: 'must be a text of 1 to 255 characters' }] });
    }
    let id = `tag-${this.#tags.size + 1}`;
    while (this.#tags.has(id)) id += '+';
    const tag = { id, name };
    this.#tags.set(id, tag);
    return tag;
  }

  #replace(before: Contact, after: Contact): Contact {
    if (canonical(before) === canonical(after)) return before;
    const contact = { ...after, version: String(++this.#lastVersion) };
    this.#contacts.set(contact.id, contact);
    this.#tell(contact);
    return contact;
  }

  #tell(contact: Contact): void {
    const watchers = this.#watchers.get(contact.id) ?? new Set();
    for (const watcher of watchers) {
      queueMicrotask(() => {
        if (watchers.has(watcher)) watcher(copy(contact));
      });
    }
  }
}

/** A copy as a wire would make it: plain JSON, with every key, `__proto__` included. */
export function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

/** One text for all values that mean the same: the order of members does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The items whose text matches what was typed, folded, those that begin with it first; at most `limit` of them. */
export function matches<T>(items: readonly T[], textOf: (item: T) => string, query: string, limit: number): readonly T[] {
  const wanted = foldText(query);
  const found = items.map((item) => ({ item, at: foldText(textOf(item)).indexOf(wanted) })).filter(({ at }) => at >= 0);
  const first = found.filter(({ at }) => at === 0);
  return [...first, ...found.filter(({ at }) => at > 0)].slice(0, limit).map(({ item }) => item);
}

/** What two contacts have in common that makes one think of the same person. */
function reasonsFor(contact: Contact, other: Contact): readonly DuplicateReason[] {
  const nameOf = ({ id, firstName = '', lastName = '' }: Contact) => foldText(displayName({ firstName, lastName })) || id;
  const isSameName = nameOf(contact) === nameOf(other);
  const addresses = (['email', 'phone'] as const).filter((key) => isSameAddress(key, contact[key], other[key]));
  return isSameName ? [...addresses, 'name'] : addresses;
}

/** Whether two addresses are the same: in email, case and what cannot be seen do not count; in phone, what stands between the digits does not. */
function isSameAddress(key: 'email' | 'phone', a: string | undefined, b: string | null | undefined): boolean {
  const bare = (text = '') => (key === 'email' ? cleanAddress(text).toLowerCase() : text.replace(/[^\d+]/g, ''));
  return bare(a) !== '' && bare(a) === bare(b ?? '');
}
