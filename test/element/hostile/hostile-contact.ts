import type { ContactAdapter } from '../../../src/core/adapter.js';
import type { Contact, Person } from '../../../src/core/contact.js';
import { ContactError } from '../../../src/core/error.js';
import type { FieldDefinition, Option } from '../../../src/core/field-definition.js';
import type { MenuItem } from '../../../src/element/view.js';
import { builtInFieldTypes } from '../../../src/fields/built-in.js';
import type { Messages } from '../../../src/i18n/messages.js';
import { messages } from '../../../src/i18n/en.js';
import { memoryAdapter } from '../../../src/memory/memory-adapter.js';

/** The keys of a field of each type that is edited. */
export const TYPE_KEYS: readonly string[] = builtInFieldTypes.map(({ name }) => `a ${name}`);

/** The keys of fields for each thing that can become of an edit. */
export const OUTCOMES = ['saved', 'refused', 'taken', 'conflicted', 'postponed'] as const;

/** What a panel is given that shows one text wherever a text can stand. */
export interface HostilePanel {
  readonly adapter: ContactAdapter;
  readonly contactId: string;
  readonly actions: readonly MenuItem[];
  readonly messages: Partial<Messages>;
}

/** A contact, its definitions, its source, the menu and the words of the panel: each member that is a text is this one. */
export function hostilePanel(text: string): HostilePanel {
  const actions = [
    { id: text, label: text, icon: text },
    { id: `${text} 2`, label: text, icon: text, disabled: true, reason: text },
  ];
  return { adapter: adapterOf(text), contactId: text, actions, messages: saying(text, messages) };
}

function contactOf(text: string): Contact {
  const person = personOf(text);
  const valueOf = (key: string) => (key === 'a person' ? person : key === 'a multilist' ? [text, 'b'] : text);
  return {
    id: text,
    version: text,
    displayName: text,
    avatarUrl: text,
    firstName: text,
    lastName: text,
    country: text,
    language: text,
    email: text,
    phone: text,
    assignee: person,
    status: text,
    channels: (['active', 'inactive', 'unavailable'] as const).map((state) => ({
      ...{ id: `${state}${text}`, type: text, name: text, handle: text, state, connectedAt: text },
    })),
    tags: [
      { id: text, name: text, emoji: text, color: text, description: text },
      { id: 'other', name: `${text} 2`, emoji: text, color: text, description: text },
    ],
    custom: {
      [text]: text,
      ...Object.fromEntries(['shown', 'secret', 'strict', ...OUTCOMES, ...TYPE_KEYS].map((key) => [key, valueOf(key)])),
    },
    provenance: Object.fromEntries([text, ...OUTCOMES].map((key) => [key, { source: 'ai' as const, by: text, at: text }])),
  };
}

/** Another contact, some of whose values differ from this one's. */
function otherOf(contact: Contact, text: string): Contact {
  const differing = {
    country: `${text} 4`,
    language: `${text} 4`,
    email: `${text} 4`,
    phone: `${text} 4`,
    avatarUrl: `${text} 4`,
  };
  return { ...contact, ...differing, id: `${text} 4`, custom: { ...contact.custom, [text]: `${text} 4` } };
}

function personOf(text: string): Person {
  return { id: text, name: text, avatarUrl: text };
}

function fieldsOf(text: string): readonly FieldDefinition[] {
  const texts = { label: text, description: text, patternHint: text, group: text, linkText: text };
  const plain = { type: 'text', ...texts };
  return [
    { key: text, ...plain },
    { ...texts, key: 'shown', type: text, currency: text, readonly: true, readonlyReason: text },
    { key: 'secret', ...plain, access: 'mask', revealable: true },
    { key: 'strict', ...plain, pattern: 'never', required: true, min: text, max: text, maxLength: 9_999 },
    ...OUTCOMES.map((key) => ({ key, ...plain })),
    ...builtInFieldTypes.map(({ name: type }, index) => ({
      ...{ key: TYPE_KEYS[index] ?? type, type, ...texts, min: text, max: text },
      // Countries and languages have options of their own.
      ...(type.endsWith('list') && { options: optionsOf(text) }),
    })),
  ];
}

function optionsOf(text: string): readonly Option[] {
  const option = { label: text, description: text, avatarUrl: text, keywords: [text] };
  return [
    { value: text, ...option },
    { value: 'b', ...option },
    { value: `${text} 3`, ...option },
  ];
}

/**
 * A source in memory that does with each edit what the key of its field says, adds and removes no tag, and knows of one contact
 * that may be the same.
 */
function adapterOf(text: string): ContactAdapter {
  const contact = contactOf(text);
  const other = otherOf(contact, text);
  const memory = memoryAdapter({
    contacts: [contact, other],
    fields: fieldsOf(text),
    can: { delete: true, block: true, merge: true, removeChannels: true },
    me: { id: `${text} 3`, name: text, avatarUrl: text },
    options: { assignee: optionsOf(text), 'a person': optionsOf(text) },
    tags: [{ id: 'known', name: `${text} 3`, color: text, emoji: text, description: text }],
  });
  const theirs = { ...contact, version: `${text} 2`, custom: { ...contact.custom, conflicted: `${text} theirs` } };
  const details = { message: text, cause: new Error(text) };
  const refusals: Readonly<Record<string, () => ContactError>> = {
    refused: () => new ContactError('invalid', { ...details, fields: [{ pointer: '/custom/refused', detail: text }] }),
    taken: () => new ContactError('duplicate', { ...details, existing: { id: text, name: text } }),
    conflicted: () => new ContactError('conflict', { ...details, current: theirs }),
    postponed: () => new ContactError('offline', details),
  };
  const refuse = () => Promise.reject(new ContactError('invalid', details));
  return {
    ...memory,
    save: async (id, patch, options) => {
      const refusal = Object.keys(patch.custom ?? {}).find((key) => Object.hasOwn(refusals, key));
      if (refusal !== undefined) throw refusals[refusal]?.();
      return memory.save(id, patch, options);
    },
    // Some texts have nothing in them by which names could be compared.
    suggestDuplicates: async (_, { query }) => (query ? [] : [{ contact: other, reasons: ['email', 'phone', 'name'] }]),
    addTag: refuse,
    removeTag: refuse,
  };
}

/** The words of the panel, each of them this text, with what the panel puts into it. */
function saying(text: string, words: Messages): Messages {
  const say = (word: unknown): unknown => {
    if (typeof word === 'string') return text;
    if (typeof word === 'function') return (...inserted: readonly unknown[]) => [text, ...inserted].join(' ');
    return Object.fromEntries(Object.entries(word as object).map(([key, inner]) => [key, say(inner)]));
  };
  return { ...(say(words) as Messages), lang: words.lang };
}
