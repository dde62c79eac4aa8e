import type { AnsweringAdapter, ContactAdapter, WriteOptions } from '../core/adapter.js';
import type { Contact } from '../core/contact.js';
import type { MemorySeed } from '../memory/memory-source.js';
import { SEED } from './seed.js';

const TRAITS = ['versions', 'idempotency', 'uniqueness', 'custom-fields'] as const;

/**
 * Something a source may do without: `versions` (it cannot tell that somebody else changed a contact), `idempotency` (it
 * forgets the keys of writes), `uniqueness` (contacts may share an email address), `custom-fields` (it has none).
 */
export type Trait = (typeof TRAITS)[number];

/** An adapter made for one case, over a source that holds the seed and nothing else. */
export interface AdapterUnderTest {
  readonly adapter: ContactAdapter;
  /** What the source does not have: the cases about it do not apply. */
  readonly lacks?: readonly Trait[];
  /** Called after the case, whatever came of it: closes connections, drops the data. */
  readonly close?: () => void | Promise<void>;
}

/**
 * Makes the adapter for one case. The source behind it must hold exactly the seed: contacts, known tags, fields and
 * options, with their ids (versions may be the source's own); and it must let the asker do what `can` says.
 */
export type MakeAdapter = (seed: MemorySeed) => AdapterUnderTest | Promise<AdapterUnderTest>;

/** What came of a case that did not fail. `missing`: it does not apply, for want of these methods and traits. */
export type ContractOutcome = { readonly passed: true } | { readonly passed: false; readonly missing: readonly string[] };

/** One sentence that is true of every adapter, and the check of it. */
export interface ContractCase {
  readonly name: string;
  /** The methods and traits without which the case does not apply. */
  readonly needs: readonly string[];
  /** Rejects with an error that says what was expected and what was found. */
  readonly run: (makeAdapter: MakeAdapter) => Promise<ContractOutcome>;
}

type Method = keyof ContactAdapter;
type Able<K extends Method> = Required<Pick<AnsweringAdapter, K | 'load'>>;

/** Makes a case of a sentence and a check, which gets an adapter that has what the case needs. */
export function contractCase<K extends Method>(
  name: string,
  needs: readonly (K | Trait)[],
  check: (adapter: Able<K>) => Promise<void>,
  seed: MemorySeed = SEED,
): ContractCase {
  const run = async (makeAdapter: MakeAdapter): Promise<ContractOutcome> => {
    const { adapter, lacks = [], close } = await makeAdapter(seed);
    const isMissing = (need: K | Trait): boolean => (isTrait(need) ? lacks.includes(need) : adapter[need] === undefined);
    const answering = answeringAdapter(adapter);
    const isAble = (given: AnsweringAdapter): given is AnsweringAdapter & Able<K> =>
      !needs.some(isMissing) && given === answering;
    try {
      if (!isAble(answering)) return { passed: false, missing: needs.filter(isMissing) };
      await check(answering);
      return { passed: true };
    } finally {
      await close?.();
    }
  };
  return { name, needs, run };
}

/** The adapter, whose writes may answer nothing: the contact is read then, as a panel does. */
function answeringAdapter(adapter: ContactAdapter): AnsweringAdapter {
  const { save, saveEntry, removeEntry, addTag, removeTag, setBlocked, removeChannel, merge } = adapter;
  const orRead = async (answer: Contact | void, id: string) => answer || read(adapter, id);
  return {
    load: (...args) => adapter.load(...args),
    ...(save && { save: async (id, ...args) => orRead(await save.call(adapter, id, ...args), id) }),
    ...(saveEntry && { saveEntry: async (id, ...args) => orRead(await saveEntry.call(adapter, id, ...args), id) }),
    ...(removeEntry && { removeEntry: async (id, ...args) => orRead(await removeEntry.call(adapter, id, ...args), id) }),
    ...(addTag && { addTag: async (id, ...args) => orRead(await addTag.call(adapter, id, ...args), id) }),
    ...(removeTag && { removeTag: async (id, ...args) => orRead(await removeTag.call(adapter, id, ...args), id) }),
    ...(setBlocked && { setBlocked: async (id, ...args) => orRead(await setBlocked.call(adapter, id, ...args), id) }),
    ...(removeChannel && {
      removeChannel: async (id, ...args) => orRead(await removeChannel.call(adapter, id, ...args), id),
    }),
    ...(merge && { merge: async (id, ...args) => orRead(await merge.call(adapter, id, ...args), id) }),
    ...bound(adapter, 'delete'),
    ...bound(adapter, 'suggestDuplicates'),
    ...bound(adapter, 'suggestTags'),
    ...bound(adapter, 'suggestOptions'),
    ...bound(adapter, 'watch'),
  };
}

/** A method that stays what it is, where the adapter has it. */
function bound<K extends 'delete' | 'suggestDuplicates' | 'suggestTags' | 'suggestOptions' | 'watch'>(
  adapter: ContactAdapter,
  name: K,
): Pick<ContactAdapter, K> {
  const method = adapter[name];
  return (method ? { [name]: method.bind(adapter) } : {}) as Pick<ContactAdapter, K>;
}

function isTrait(need: string): need is Trait {
  return TRAITS.some((trait) => trait === need);
}

/** A signal that is never aborted. */
export const unaborted = (): AbortSignal => new AbortController().signal;

let keys = 0;

/** The options of one write: a key of its own, unless it is given one. */
export function writing(version?: string, key = `contract-${Date.now().toString(36)}-${++keys}`): WriteOptions {
  return { key, signal: unaborted(), ...(version === undefined ? {} : { version }) };
}

/** The contact as the source has it now. */
export async function read(adapter: Pick<ContactAdapter, 'load'>, id: string): Promise<Contact> {
  return (await adapter.load(id, { signal: unaborted() })).contact;
}

/** The names of the tags on a contact, sorted: their order is the source's own. */
export function tagNames(contact: Contact): readonly string[] {
  return (contact.tags ?? []).map((tag) => tag.name).sort();
}
