import type { ContactSnapshot } from './adapter.js';
import type { Channel, Contact, FieldEdit, FieldValue, Person, Tag } from './contact.js';
import type { FieldDefinition, Option } from './field-definition.js';
import { byKey, flag, isNothing, list, number, object, oneOf, refuse, text, withDefaults } from './parser.js';
import type { Parser, Parsers } from './parser.js';
import type { Permissions } from './permissions.js';

/**
 * A contact, made of whatever a source answered: plain strings become tags, channels and persons, numbers become texts,
 * `null` becomes "absent". Throws `ContactError` of code `invalid-data` naming the path of what cannot be understood, or
 * when the answer is about another contact than the one asked for.
 */
export function parseContact(input: unknown, id: string): Contact {
  const parsed = object(contact, ['id'])(input, 'contact');
  return parsed?.id === id ? parsed : refuse('contact.id');
}

/** What `load` answered, parsed like `parseContact`. */
export function parseSnapshot(input: unknown, id: string): ContactSnapshot {
  const { contact, ...rest } = object(snapshot)(input, 'answer') ?? refuse('answer');
  return { ...rest, contact: parseContact(contact, id) };
}

/** A list of tags, as `suggestTags` answers it. */
export function parseTags(input: unknown): readonly Tag[] {
  return list(tag)(input, 'tags') ?? [];
}

/** A list of choices, as `suggestOptions` answers it. */
export function parseOptions(input: unknown): readonly Option[] {
  return list(option)(input, 'options') ?? [];
}

const limit: Parser<number | string> = (input, path) => (typeof input === 'number' ? input : text(input, path));

const person = withDefaults(
  object<Person>({ id: text, name: text, avatarUrl: text }, ['id'], (id) => ({ id })),
  ({ id }) => ({ name: id }),
);

const tag = withDefaults(
  object<Tag>({ id: text, name: text, emoji: text, color: text, description: text }, ['name'], (name) => ({ name })),
  ({ name }) => ({ id: name }),
);

const channel = withDefaults(
  object<Channel>(
    { id: text, type: text, name: text, handle: text, state: oneOf(['active', 'inactive'], 'unavailable'), connectedAt: text },
    ['type'],
    (type) => ({ type }),
  ),
  ({ type }) => ({ id: type, state: 'active' }),
);

const option = withDefaults(
  object<Option>(
    { value: text, label: text, description: text, avatarUrl: text, keywords: list(text) },
    ['value'],
    (value) => ({ value }),
  ),
  ({ value }) => ({ label: value }),
);

/** A value of a custom field. */
export const fieldValue: Parser<FieldValue> = (input, path) => {
  if (isNothing(input) || typeof input === 'string' || typeof input === 'boolean') return input ?? undefined;
  if (typeof input === 'number') return number(input, path);
  return Array.isArray(input) ? list(text)(input, path) : person(input, path);
};

const contact: Parsers<Contact> = {
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
  channels: list(channel),
  tags: list(tag),
  custom: byKey(fieldValue),
  lastEdits: byKey(object<FieldEdit>({ by: person, at: text })),
};

const field = withDefaults(
  object<FieldDefinition>(
    {
      key: text,
      type: text,
      label: text,
      description: text,
      options: list(option),
      currency: text,
      required: flag,
      readonly: flag,
      readonlyReason: text,
      access: oneOf(['edit', 'view', 'mask'], 'hide'),
      pattern: text,
      patternHint: text,
      min: limit,
      max: limit,
      maxLength: number,
      group: text,
      pinned: flag,
      linkText: text,
      revealable: flag,
    },
    ['key'],
  ),
  () => ({ type: 'text' }),
);

const snapshot: Parsers<Omit<ContactSnapshot, 'contact'> & { readonly contact: unknown }> = {
  contact: (input) => input,
  fields: list(field),
  can: object<Permissions>({
    edit: flag,
    editTags: flag,
    createTags: flag,
    delete: flag,
    deleteReason: text,
    viewMessages: flag,
  }),
  me: person,
};
