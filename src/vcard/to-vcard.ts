import type { Contact, ContactEntry } from '../core/contact.js';
import { visibleContact } from '../core/field-definition.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { CUSTOM, customValues, fullName, handles, nickname, writtenEntries } from './card.js';
import type { CardMapping, CustomValue } from './card.js';
import { countryName, pictureOf } from './card-values.js';
import { escapeText, writeLine } from './content-line.js';

export interface VCardOptions extends CardMapping {
  /** 4.0 (RFC 6350) by default; 3.0 (RFC 2426) for address books that read no other. */
  readonly version?: '4.0' | '3.0';
}

/**
 * Writes a contact as a vCard. Values that its reader may not see, by the definitions of its fields, are left out, and so are its
 * assignee and its status, which are about work with the contact. Several cards make a file one after the other.
 */
export function toVCard(
  contact: Contact,
  fields: readonly FieldDefinition[] = [],
  { properties = {}, version = '4.0' }: VCardOptions = {},
): string {
  const written = visibleContact(contact, fields);
  const isNew = version === '4.0';
  const { avatarUrl = '', country, firstName = '', language, lastName = '', tags = [] } = written;
  const nick = nickname(written);
  return [
    writeLine('BEGIN', 'VCARD'),
    writeLine('VERSION', version),
    writeLine('UID', escapeText(contact.id), isNew ? { VALUE: 'text' } : {}),
    writeLine('FN', escapeText(fullName(written))),
    writeLine('N', `${escapeText(lastName)};${escapeText(firstName)};;;`),
    nick === undefined ? '' : writeLine('NICKNAME', escapeText(nick)),
    ...writtenEntries(written, 'emails').map((entry, _, all) =>
      writeLine('EMAIL', escapeText(entry.value), typesOf(entry, isNew ? undefined : 'INTERNET', all.length > 1)),
    ),
    ...writtenEntries(written, 'phones').map((entry, _, all) => writePhone(entry, isNew, all.length > 1)),
    country ? writeLine('ADR', `;;;;;;${escapeText(countryName(country) || country)}`, { CC: country }) : '',
    language ? writeLine('LANG', language) : '',
    pictureOf(avatarUrl) ? writeLine('PHOTO', avatarUrl, { VALUE: 'uri' }) : '',
    tags.length ? writeLine('CATEGORIES', tags.map(({ name }) => escapeText(name)).join(',')) : '',
    ...handles(written).map(({ handle, type }) =>
      isNew
        ? writeLine('SOCIALPROFILE', escapeText(handle), { VALUE: 'text', 'SERVICE-TYPE': type })
        : writeLine('X-SOCIALPROFILE', escapeText(handle), { TYPE: type }),
    ),
    ...customValues(written).map(([key, value]) => writeCustom(key, value, properties)),
    writeLine('END', 'VCARD'),
  ].join('');
}

function writePhone(entry: ContactEntry, isNew: boolean, isOneOfSeveral: boolean): string {
  const { value } = entry;
  const types = typesOf(entry, isNew ? undefined : 'VOICE', isOneOfSeveral);
  return isNew && /^\+\d+$/.test(value)
    ? writeLine('TEL', `tel:${value}`, { VALUE: 'uri', ...types })
    : writeLine('TEL', escapeText(value), types);
}

/** What one of several is for, and whether it comes first. The older version names the kind where there is nothing else to say. */
function typesOf(
  { isPrimary, label }: ContactEntry,
  kind: string | undefined,
  isOneOfSeveral: boolean,
): Readonly<Record<string, string | undefined>> {
  const type = isOneOfSeveral && label ? (label === 'mobile' ? 'cell' : label) : kind;
  return { TYPE: type, PREF: isOneOfSeveral && isPrimary && !kind ? '1' : undefined };
}

function writeCustom(key: string, value: CustomValue, properties: Readonly<Record<string, string>>): string {
  const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (property) {
    const text = typeof value === 'object' ? value.join(', ') : String(value);
    return writeLine(property, property === 'URL' ? text : escapeText(text));
  }
  const pointer = `${CUSTOM}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  return writeLine('JSPROP', escapeText(JSON.stringify(value)), { JSPTR: pointer });
}
