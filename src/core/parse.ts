import type { ContactSnapshot } from './adapter.js';
import type { Channel, Contact, FieldEdit, FieldValue, Person, Tag } from './contact.js';
import { ContactError } from './error.js';
import type { FieldDefinition, Option } from './field-definition.js';
import type { Permissions } from './permissions.js';

/** Makes a value of what was found at `path`; `undefined` for nothing, a throw for what cannot be understood. */
type Parser<T> = (input: unknown, path: string) => T | undefined;
type Parsers<T> = { readonly [K in keyof T]-?: Parser<Exclude<T[K], undefined>> };

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

const text: Parser<string> = (input, path) =>
  typeof input === 'string' ? input : isNothing(input) ? undefined : typeof input === 'number' ? String(input) : refuse(path);

const flag: Parser<boolean> = (input, path) =>
  typeof input === 'boolean' ? input : isNothing(input) ? undefined : refuse(path);

const limit: Parser<number | string> = (input, path) => (typeof input === 'number' ? input : text(input, path));

const number: Parser<number> = (input, path) => {
  const value = typeof input === 'string' && input.trim() ? Number(input) : input;
  return typeof value === 'number' && Number.isFinite(value) ? value : isNothing(value) ? undefined : refuse(path);
};

/** A word of a closed list. Such lists grow: a word from the future is taken for the most careful one. */
const oneOf =
  <T extends string>(words: readonly T[], otherwise: T): Parser<T> =>
  (input) =>
    isNothing(input) ? undefined : (words.find((word) => word === input) ?? otherwise);

const list =
  <T>(item: Parser<T>): Parser<readonly T[]> =>
  (input, path) =>
    Array.isArray(input)
      ? input.map((member, index) => item(member, `${path}.${index}`) ?? refuse(`${path}.${index}`))
      : isNothing(input)
        ? undefined
        : refuse(path);

/** An object of these members, the `required` ones present; where `lift` is given, a plain text stands for one too. */
function object<T extends object>(
  parsers: Parsers<T>,
  required: readonly (keyof T & string)[] = [],
  lift?: (text: string) => unknown,
): Parser<T> {
  return (input, path) => {
    const source = lift && (typeof input === 'string' || typeof input === 'number') ? lift(String(input)) : input;
    if (isNothing(source)) return undefined;
    if (!isRecord(source)) return refuse(path);
    const members = Object.entries<Parser<unknown>>(parsers).map(([key, parse]) => {
      const value = Object.hasOwn(source, key) ? parse(source[key], `${path}.${key}`) : undefined;
      return value === undefined && (required as readonly string[]).includes(key)
        ? refuse(`${path}.${key}`)
        : ([key, value] as const);
    });
    return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as T;
  };
}

const withDefaults =
  <T>(parser: Parser<T>, defaults: (value: T) => object): Parser<T> =>
  (input, path) => {
    const value = parser(input, path);
    return value && { ...defaults(value), ...value };
  };

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
  object<Option>({ value: text, label: text, avatarUrl: text, keywords: list(text) }, ['value'], (value) => ({ value })),
  ({ value }) => ({ label: value }),
);

const fieldValue: Parser<FieldValue> = (input, path) => {
  if (isNothing(input) || typeof input === 'string' || typeof input === 'boolean') return input ?? undefined;
  if (typeof input === 'number') return number(input, path);
  return Array.isArray(input) ? list(text)(input, path) : person(input, path);
};

/** Every key counts: `__proto__` and `constructor` are keys a custom field may have. */
const byKey =
  <T>(item: Parser<T>): Parser<Readonly<Record<string, T>>> =>
  (input, path) => {
    if (isNothing(input)) return undefined;
    if (!isRecord(input)) return refuse(path);
    const entries = Object.entries(input).map(([key, value]) => [key, item(value, `${path}.${key}`)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, T>;
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

function isNothing(input: unknown): input is null | undefined {
  return input === null || input === undefined;
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function refuse(path: string): never {
  throw new ContactError('invalid-data', { message: `Not understood: ${path}` });
}
