import * as v from 'valibot';
import type { ContactSnapshot } from './adapter.js';
import type { Contact, FieldValue, FieldValues, Tag } from './contact.js';
import { ContactError } from './error.js';
import type { Option } from './fields.js';

const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const maybeText = v.nullish(text);
const flag = v.nullish(v.boolean());

const person = v.union([
  v.pipe(
    v.object({ id: text, name: v.nullish(text), avatarUrl: maybeText }),
    v.transform((value) => ({ ...value, name: value.name ?? value.id })),
  ),
  v.pipe(
    text,
    v.transform((id) => ({ id, name: id })),
  ),
]);

const tag = v.union([
  v.pipe(
    v.object({ id: maybeText, name: text, emoji: maybeText, color: maybeText, description: maybeText }),
    v.transform((value) => ({ ...value, id: value.id ?? value.name })),
  ),
  v.pipe(
    text,
    v.transform((name) => ({ id: name, name })),
  ),
]);

const channel = v.union([
  v.pipe(
    v.object({
      id: maybeText,
      type: text,
      name: maybeText,
      handle: maybeText,
      connectedAt: maybeText,
      state: v.nullish(v.picklist(['active', 'inactive', 'unavailable'])),
    }),
    v.transform((value) => ({ ...value, id: value.id ?? value.type, state: value.state ?? ('active' as const) })),
  ),
  v.pipe(
    text,
    v.transform((type) => ({ id: type, type, state: 'active' as const })),
  ),
]);

const option = v.union([
  v.pipe(
    v.object({ value: text, label: maybeText, avatarUrl: maybeText }),
    v.transform((value) => ({ ...value, label: value.label ?? value.value })),
  ),
  v.pipe(
    text,
    v.transform((value) => ({ value, label: value })),
  ),
]);

const fieldValue = v.nullable(v.union([v.string(), v.number(), v.boolean(), v.array(text), person]));

/** Like `v.record`, but every key counts: `__proto__` and `constructor` are keys a custom field may have. */
const custom = v.pipe(
  v.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  v.rawTransform(({ dataset, addIssue }): FieldValues => {
    const entries = Object.entries(dataset.value).map(([key, value]) => {
      const result = v.safeParse(fieldValue, value);
      if (!result.success)
        addIssue({ message: 'not a value', path: [{ type: 'object', origin: 'value', input: dataset.value, key, value }] });
      return [key, result.success ? (result.output as FieldValue) : null] as const;
    });
    return Object.fromEntries(entries);
  }),
);

const contact = v.object({
  id: text,
  version: maybeText,
  displayName: maybeText,
  avatarUrl: maybeText,
  firstName: maybeText,
  lastName: maybeText,
  country: maybeText,
  language: maybeText,
  email: maybeText,
  phone: maybeText,
  assignee: v.nullish(person),
  status: maybeText,
  channels: v.nullish(v.array(channel)),
  tags: v.nullish(v.array(tag)),
  custom: v.nullish(custom),
});

const limit = v.nullish(v.union([v.number(), v.string()]));

const field = v.object({
  key: text,
  type: v.nullish(text, 'text'),
  label: maybeText,
  description: maybeText,
  options: v.nullish(v.array(option)),
  required: flag,
  readonly: flag,
  readonlyReason: maybeText,
  access: v.nullish(v.picklist(['edit', 'view', 'mask', 'hide'])),
  pattern: maybeText,
  patternHint: maybeText,
  min: limit,
  max: limit,
  maxLength: v.nullish(v.number()),
  group: maybeText,
  pinned: flag,
  linkText: maybeText,
});

const can = v.object({
  edit: flag,
  editTags: flag,
  createTags: flag,
  delete: flag,
  deleteReason: maybeText,
  viewMessages: flag,
});

const snapshot = v.object({ contact, fields: v.nullish(v.array(field)), can: v.nullish(can) });

/**
 * A contact, made of whatever a source answered: plain strings become tags, channels and persons, numbers become texts,
 * `null` becomes "absent". Throws `ContactError` of code `invalid-data` naming the path of what cannot be understood, or
 * when the answer is about another contact than the one asked for.
 */
export function parseContact(input: unknown, id: string): Contact {
  return ofId(parse(contact, input, 'contact') as Contact, id);
}

/** What `load` answered, parsed like `parseContact`. */
export function parseSnapshot(input: unknown, id: string): ContactSnapshot {
  const parsed = parse(snapshot, input, '') as ContactSnapshot;
  ofId(parsed.contact, id);
  return parsed;
}

/** A list of tags, as `suggestTags` answers it. */
export function parseTags(input: unknown): readonly Tag[] {
  return parse(v.array(tag), input, 'tags') as readonly Tag[];
}

/** A list of choices, as `suggestOptions` answers it. */
export function parseOptions(input: unknown): readonly Option[] {
  return parse(v.array(option), input, 'options') as readonly Option[];
}

function parse<S extends v.GenericSchema>(schema: S, input: unknown, name: string): unknown {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return withoutNothing(result.output);
  const path = [name, v.getDotPath(result.issues[0])].filter(Boolean).join('.');
  throw new ContactError('invalid-data', { message: `Not understood: ${path || 'the answer'}` });
}

/** The same without `null` and `undefined` members, save among field values, where `null` is harmless and arrays are kept. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([key, member]) => [key, withoutNothing(member)]),
  );
}

function ofId(parsed: Contact, id: string): Contact {
  if (parsed.id === id) return parsed;
  throw new ContactError('invalid-data', { message: 'The answer is about another contact: contact.id' });
}
