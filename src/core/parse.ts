import type { ContactSnapshot } from './adapter.js';
import { entriesOf, isStandardKey, PRIMARY_KEYS } from './contact.js';
import type { Channel, Contact, ContactEntry, EntryList, FieldValue, Person, Provenance, Tag } from './contact.js';
import { withEntries } from './entries.js';
import type { FieldDefinition, Option } from './field-definition.js';
import {
  byKey,
  flag,
  isNothing,
  isRecord,
  letPass,
  list,
  number,
  object,
  oneOf,
  refuse,
  text,
  withDefaults,
} from './parser.js';
import type { Parser, Parsers } from './parser.js';
import type { Permissions } from './permissions.js';
import { teach } from './teach.js';

/**
 * A contact, made of whatever a source answered: plain strings become tags, channels and persons, numbers become texts,
 * `null` becomes "absent", and the primary entry of a list is the value of its field. An odd value of a custom field becomes its
 * text. Throws `ContactError` of code `invalid-data` naming the path of what cannot be understood, or when the answer is about
 * another contact than the one asked for.
 */
export function parseContact(input: unknown, id: string, odd: string[] = [], path = 'contact'): Contact {
  const parsed = object(contact, ['id'])(input, path, odd) ?? refuse(path);
  if (parsed.id !== id) refuse(`${path}.id of another contact`);
  const lists = (Object.keys(PRIMARY_KEYS) as EntryList[]).filter((key) => parsed[key]);
  return lists.reduce((all, key) => withEntries(all, key, entriesOf(all, key)), parsed);
}

/**
 * What `load` answered, parsed like `parseContact`. What is odd in a definition is left out. Fields with something odd in
 * them, or in their value, are shown only; `odd` names the paths.
 */
export function parseSnapshot(input: unknown, id: string): ContactSnapshot {
  return toSnapshot(answer, input, id, 'answer', 'contact');
}

/** What a host has handed over, parsed like an answer. The same list of definitions, given again or to another panel, is parsed once. */
export function parseGiven(input: unknown, id: string): ContactSnapshot {
  return toSnapshot(given, input, id, 'panel', 'panel.contact');
}

function toSnapshot(parser: Parser<RawSnapshot>, input: unknown, id: string, root: string, path: string): ContactSnapshot {
  const paths: string[] = [];
  const { contact: raw, fields, odd = [], ...rest } = parser(input, root, paths) ?? refuse(root);
  if (isNothing(raw)) refuse(`${root}.contact`);
  const parsed = parseContact(raw, id, paths, path);
  const isOdd = ({ key }: FieldDefinition) => !isStandardKey(key) && paths.includes(`${path}.custom.${key}`);
  for (const { key } of fields ?? []) {
    const isBeside = !Object.hasOwn(contact, key) && Object.hasOwn(Object(raw) as object, key);
    if (isBeside && !Object.hasOwn(parsed.custom ?? {}, key)) teach('value-beside-custom', `${path}.${key}`);
  }
  const shown = fields?.some(isOdd)
    ? fields.map((each) => (isOdd(each) ? { ...each, type: 'text', readonly: true } : each))
    : fields;
  const all = [...odd, ...paths];
  return { ...rest, ...(shown && { fields: shown }), contact: parsed, ...(all.length && { odd: all }) };
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
    {
      id: text,
      type: text,
      name: text,
      handle: text,
      state: oneOf(['active', 'inactive'], 'unavailable'),
      connectedAt: text,
      reason: text,
    },
    ['type'],
    (type) => ({ type }),
  ),
  ({ type }) => ({ id: type, state: 'active' }),
);

const entry = object<ContactEntry>({ value: text, label: text, isPrimary: flag }, ['value'], (value) => ({ value }));

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

/** Anything at all as text; nothing where even that fails. */
function asText(input: unknown): string | undefined {
  try {
    return (typeof input === 'object' && JSON.stringify(input)) || String(input);
  } catch {
    return undefined;
  }
}

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
  emails: list(entry),
  phones: list(entry),
  assignee: person,
  status: text,
  isBlocked: flag,
  channels: list(channel),
  tags: list(tag),
  messageCount: number,
  conversationCount: number,
  custom: byKey(letPass<FieldValue>(fieldValue, asText)),
  // Sources that this version does not know are told of nowhere.
  provenance: byKey(
    letPass(
      object<Provenance>({ source: text as Parser<Provenance['source']>, by: text, at: text }, ['source']),
      () => undefined,
    ),
  ),
};

/** The code of a currency (ISO 4217). */
const currencyCode: Parser<string> = (input, path) => {
  const code = text(input, path);
  return !code || /^[A-Z]{3}$/.test(code) ? code : refuse(path);
};

const orNothing = <T>(parser: Parser<T>): Parser<T> => letPass(parser, () => undefined);

const known = withDefaults(
  object<FieldDefinition>(
    {
      key: text,
      type: orNothing(text),
      label: orNothing(text),
      description: orNothing(text),
      options: orNothing(list(option)),
      currency: orNothing(currencyCode),
      required: orNothing(flag),
      readonly: orNothing(flag),
      readonlyReason: orNothing(text),
      access: oneOf(['edit', 'view', 'mask'], 'hide'),
      pattern: orNothing(text),
      patternHint: orNothing(text),
      min: orNothing(limit),
      max: orNothing(limit),
      maxLength: orNothing(number),
      group: orNothing(text),
      pinned: orNothing(flag),
      linkText: orNothing(text),
      revealable: orNothing(flag),
    },
    ['key'],
    (key) => ({ key }),
  ),
  () => ({ type: 'text' }),
);

/** A definition, or none of something that cannot be one; shown only where something in it is odd. */
const field: Parser<readonly FieldDefinition[]> = (input, path, odd = []) => {
  const before = odd.length;
  const found = known(input, path, odd) ?? refuse(path);
  if (!isRecord(input)) odd.push(path);
  return [odd.length > before ? { ...found, readonly: true } : found];
};

const definitions: Parser<readonly FieldDefinition[]> = (input, path, odd) =>
  list(letPass(field, () => []))(input, path, odd)?.flat();

const parsedDefinitions = new WeakMap<object, { found: readonly FieldDefinition[] | undefined; odd: readonly string[] }>();

/** Definitions, parsed once for each array of them. */
const sameDefinitions: Parser<readonly FieldDefinition[]> = (input, path, odd = []) => {
  if (!Array.isArray(input)) return definitions(input, path, odd);
  const oddHere: string[] = [];
  const parsed = parsedDefinitions.get(input) ?? { found: definitions(input, path, oddHere), odd: oddHere };
  parsedDefinitions.set(input, parsed);
  odd.push(...parsed.odd);
  return parsed.found;
};

type RawSnapshot = Omit<ContactSnapshot, 'contact'> & { readonly contact: unknown };

const snapshot: Parsers<RawSnapshot> = {
  contact: (input) => input,
  fields: definitions,
  odd: list(text),
  can: object<Permissions>({
    edit: flag,
    editEntries: flag,
    editTags: flag,
    createTags: flag,
    delete: flag,
    deleteReason: text,
    merge: flag,
    mergeReason: text,
    viewMessages: flag,
    block: flag,
    blockReason: text,
    export: flag,
    openChannels: flag,
    startConversations: flag,
    removeChannels: flag,
  }),
  me: person,
};

const answer = object<RawSnapshot>(snapshot);
const given = object<RawSnapshot>({ ...snapshot, fields: sameDefinitions });
