import type { Contact, ContactEntry } from '../core/contact.js';
import { visibleContact } from '../core/field-definition.js';
import type { FieldDefinition } from '../core/field-definition.js';
import {
  CUSTOM,
  channelOf,
  customValues,
  fullName,
  handles,
  isCustomValue,
  nickname,
  readCard,
  readEntries,
  writtenEntries,
} from './card.js';
import type { ReadCard, SkippedPart } from './card.js';
import { countryOf, emailOf, languageOf, phoneOf, pictureOf } from './card-values.js';

/** A card as JSContact: version 1.0 (RFC 9553), or 2.0 (RFC 9982), in which a card may have no `uid`. */
export type JSContactCard = Readonly<Record<string, unknown>>;

export interface JSContactOptions {
  /** 1.0 (RFC 9553) by default, which more programs read; 2.0 (RFC 9982) says the same of a contact. */
  readonly version?: '1.0' | '2.0';
}

/**
 * Writes a contact as JSContact. Values that its reader may not see, by the definitions of its fields, are left out, and so are its
 * assignee and its status, which are about work with the contact.
 */
export function toJSContact(
  contact: Contact,
  fields: readonly FieldDefinition[] = [],
  { version = '1.0' }: JSContactOptions = {},
): JSContactCard {
  const written = visibleContact(contact, fields);
  const { avatarUrl = '', country, firstName, language, lastName, tags = [] } = written;
  const emails = writtenEntries(written, 'emails');
  const phones = writtenEntries(written, 'phones');
  const nick = nickname(written);
  const components = [
    ...(firstName ? [{ kind: 'given', value: firstName }] : []),
    ...(lastName ? [{ kind: 'surname', value: lastName }] : []),
  ];
  const custom = customValues(written);
  const card = {
    '@type': 'Card',
    version,
    uid: contact.id,
    name: components.length ? { components, full: fullName(written) } : { full: fullName(written) },
    nicknames: nick !== undefined && numbered([{ name: nick }]),
    emails: emails.length > 0 && numbered(emails.map((entry) => ({ address: entry.value, ...about(entry, emails) }))),
    phones: phones.length > 0 && numbered(phones.map((entry) => ({ number: numberOf(entry), ...about(entry, phones) }))),
    addresses: country && numbered([{ countryCode: country }]),
    preferredLanguages: language && numbered([{ language }]),
    media: pictureOf(avatarUrl) !== undefined && numbered([{ kind: 'photo', uri: avatarUrl }]),
    keywords: tags.length > 0 && Object.fromEntries(tags.map(({ name }) => [name, true])),
    onlineServices:
      handles(written).length > 0 && numbered(handles(written).map(({ handle, type }) => ({ service: type, user: handle }))),
    [CUSTOM]: custom.length > 0 && Object.fromEntries(custom),
  };
  return Object.fromEntries(Object.entries(card).filter(([, value]) => Boolean(value)));
}

/** Reads a card of JSContact, of version 1.0 or 2.0, with a `uid` or without. Nothing throws: what is not understood, or has no place in a contact, is told. */
export function fromJSContact(card: unknown): ReadCard {
  const skipped: SkippedPart[] = [];
  const source = isRecord(card) ? card : {};
  if (!isRecord(card)) skipped.push({ property: '', reason: 'invalid' });
  const rest = new Set(Object.keys(source));
  const tell = (property: string, reason: SkippedPart['reason']) => void skipped.push({ property, reason });
  const take = (key: string): unknown => {
    rest.delete(key);
    return Object.hasOwn(source, key) ? source[key] : undefined;
  };
  /** Takes the preferred one of several that can be read. */
  const first = (
    key: string,
    read: (item: Record<string, unknown>) => string | undefined,
    otherwise: SkippedPart['reason'] = 'invalid',
  ) => {
    let found: string | undefined;
    for (const [id, item] of items(take(key))) {
      const value = read(item);
      if (value === undefined) tell(`${key}/${id}`, otherwise);
      else if (found !== undefined && value !== found) tell(`${key}/${id}`, 'second');
      found ??= value;
    }
    return found;
  };
  /** Takes all that can be read, the preferred ones first. */
  const entries = (key: string, read: (item: Record<string, unknown>) => string | undefined) =>
    items(take(key)).flatMap(([id, item]) => {
      const value = read(item);
      const label = labelOf(item);
      if (value === undefined) tell(`${key}/${id}`, 'invalid');
      return value === undefined ? [] : [{ value, ...(label && { label }) }];
    });
  ['@type', 'version', 'created', 'updated', 'prodId', 'language', 'kind'].forEach(take);
  const name = take('name');
  const parts = isRecord(name) && Array.isArray(name['components']) ? name['components'].filter(isRecord) : [];
  const named = (...kinds: readonly string[]) =>
    parts.flatMap(({ kind, value }) => (kinds.includes(String(kind)) ? (text(value)?.trim() ?? []) : [])).join(' ');
  if (parts.some(({ kind }) => kind === 'title' || kind === 'credential' || kind === 'generation')) tell('name', 'no-place');
  const keywords = take('keywords');
  const custom = take(CUSTOM);
  const values = isRecord(custom) ? Object.entries(custom) : [];
  const emails = readEntries(entries('emails', (item) => emailOf(text(item['address']) ?? '')));
  const phones = readEntries(entries('phones', (item) => phoneOf(text(item['number']) ?? '')));
  const found = {
    uid: text(take('uid')),
    fullName: isRecord(name) ? text(name['full']) : undefined,
    firstName: named('given', 'given2'),
    lastName: named('surname', 'surname2'),
    nickname: first('nicknames', (item) => text(item['name'])),
    email: emails.primary,
    emails: emails.all,
    phone: phones.primary,
    phones: phones.all,
    language: first('preferredLanguages', (item) => languageOf(text(item['language']) ?? '')),
    country: first('addresses', (item) => countryOf(text(item['countryCode']) ?? ''), 'no-place'),
    avatarUrl: first(
      'media',
      (item) => (item['kind'] === 'photo' ? pictureOf(text(item['uri']) ?? '') : undefined),
      'no-place',
    ),
    tags: isRecord(keywords) ? Object.keys(keywords) : [],
    channels: items(take('onlineServices')).flatMap(([id, item]) => {
      const [service, handle] = [text(item['service']), text(item['user']) ?? text(item['uri'])];
      if (service && handle) return channelOf(service, handle);
      tell(`onlineServices/${id}`, 'no-place');
      return [];
    }),
    custom: Object.fromEntries(values.filter(([, value]) => isCustomValue(value))) as NonNullable<Contact['custom']>,
  };
  values.filter(([, value]) => !isCustomValue(value)).forEach(([key]) => tell(`${CUSTOM}/${key}`, 'invalid'));
  rest.forEach((key) => tell(key, 'no-place'));
  return readCard(found, skipped);
}

/** What one of several is for, and whether it comes first (RFC 9553, 1.5). */
function about({ isPrimary, label }: ContactEntry, all: readonly ContactEntry[]): object {
  if (all.length < 2) return {};
  const context = label === 'work' ? 'work' : label === 'home' ? 'private' : undefined;
  return {
    ...(context && { contexts: { [context]: true } }),
    ...(label === 'mobile' ? { features: { mobile: true } } : label && !context && { label }),
    ...(isPrimary && { pref: 1 }),
  };
}

function labelOf({ contexts, features, label }: Record<string, unknown>): string | undefined {
  const has = (set: unknown, word: string) => isRecord(set) && Object.hasOwn(set, word) && set[word] === true;
  if (has(contexts, 'work')) return 'work';
  if (has(contexts, 'private')) return 'home';
  return text(label) ?? (has(features, 'mobile') ? 'mobile' : undefined);
}

function numberOf({ value }: ContactEntry): string {
  return /^\+\d+$/.test(value) ? `tel:${value}` : value;
}

/** Several things by ids, as JSContact has them. */
function numbered(all: readonly object[]): Readonly<Record<string, object>> {
  return Object.fromEntries(all.map((one, index) => [String(index + 1), one]));
}

/** What stands under ids, the preferred one first. */
function items(value: unknown): readonly (readonly [id: string, item: Record<string, unknown>])[] {
  const preference = (item: Record<string, unknown>) => (typeof item['pref'] === 'number' ? item['pref'] : 101);
  const all = isRecord(value) ? Object.entries(value) : [];
  return all
    .flatMap(([id, item]) => (isRecord(item) ? [[id, item] as const] : []))
    .sort(([, one], [, other]) => preference(one) - preference(other));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
