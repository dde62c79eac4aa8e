import Papa from 'papaparse';
import { fromVCard } from 'contact-details/vcard.js';
import type { CardContact } from 'contact-details/vcard.js';
import type { ImportField, ImportRow } from '../shell/api.js';

/** A file of contacts as rows of texts, whatever its format. */
export interface ImportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What of the file belongs to no row, or is not read of one: its line, and why. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
}

/** What a column is read into: the key of a field, `tags`, or nothing. */
export type ColumnTarget = string;

export const TAGS = 'tags';
/** The fields that several columns may be read into: the first text is the field's value, the others are further ones. */
const SEVERAL: readonly string[] = ['email', 'phone'];
/** Between several tags in one text. */
const BETWEEN_TAGS = /[;,|]/;

/** What columns are called in the exports of address books and of other programs, without spaces and signs. */
const USUAL_NAMES = new Map([
  ['firstName', ['firstname', 'givenname', 'forename', 'first', 'vorname', 'prénom', 'prenom', 'nombre', 'الاسمالأول']],
  ['lastName', ['lastname', 'familyname', 'surname', 'last', 'nachname', 'familienname', 'nom', 'apellidos', 'apellido']],
  ['email', ['email', 'emailaddress', 'mail', 'email1', 'email1value', 'email1address', 'emailadresse', 'correo']],
  [
    'phone',
    [
      'phone',
      'phonenumber',
      'mobile',
      'mobilephone',
      'telephone',
      'phone1',
      'phone1value',
      'tel',
      'telefon',
      'mobil',
      'teléfono',
    ],
  ],
  ['country', ['country', 'countrycode', 'land', 'pays', 'país']],
  ['language', ['language', 'lang', 'locale', 'sprache', 'langue', 'idioma']],
  ['status', ['status', 'conversationstatus']],
  ['company', ['company', 'organization', 'organisation', 'organizationname', 'firma', 'unternehmen']],
  ['jobTitle', ['jobtitle', 'title', 'organizationtitle', 'position']],
  ['notes', ['notes', 'note', 'notizen']],
  [TAGS, ['tags', 'labels', 'categories', 'groupmembership', 'kategorien']],
]);

/** Reads a vCard file or one of values with commas, semicolons or tabs between. */
export async function readImport(file: File): Promise<ImportTable> {
  const text = textOf(await file.arrayBuffer());
  return /^\s*BEGIN:VCARD/i.test(text) ? tableOfCards(text) : tableOfValues(text);
}

/** What each column is probably meant for, by its name; each field once, but for those that may have several. */
export function guessTargets(columns: readonly string[], fields: readonly ImportField[]): readonly ColumnTarget[] {
  const taken = new Set<string>();
  const keys = [...fields.map(({ key }) => key), TAGS];
  return columns.map((column) => {
    // The second address is called like the first one, but for the number.
    const name = bare(column).replace(/[2-9]/, '1');
    const label = (key: string) => fields.find((field) => field.key === key)?.label ?? '';
    const isMeant = (key: string) => [key, label(key), ...(USUAL_NAMES.get(key) ?? [])].some((known) => bare(known) === name);
    const key = keys.find((each) => name !== '' && !taken.has(each) && isMeant(each)) ?? '';
    if (!SEVERAL.includes(key)) taken.add(key);
    return key;
  });
}

/** The rows as they are sent, by what each column is meant for. */
export function rowsFor({ rows }: ImportTable, targets: readonly ColumnTarget[]): readonly ImportRow[] {
  return rows.map((texts, index) => {
    const cells = texts
      .map((text, column) => [targets[column] ?? '', text] as const)
      .filter(([key, text]) => key && text.trim());
    const tags = cells.filter(([key]) => key === TAGS).flatMap(([, text]) => text.split(BETWEEN_TAGS));
    const further = (key: string) =>
      cells
        .filter(([each]) => each === key)
        .slice(1)
        .map(([, text]) => text);
    return {
      row: index + 1,
      values: Object.fromEntries(cells.filter(([key]) => key !== TAGS).reverse()),
      emails: further('email'),
      phones: further('phone'),
      tags: tags.map((tag) => tag.trim()).filter(Boolean),
    };
  });
}

/** UTF-8, UTF-16 where the text begins by saying so, and what older programs of Windows write. */
function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function tableOfValues(text: string): ImportTable {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [columns = [], ...rows] = data;
  // A file of one column has no sign between values: there is nothing wrong with it.
  const told = errors.filter(({ type }) => type !== 'Delimiter');
  return { columns, rows, skipped: told.map(({ row = 0, message }) => ({ line: row + 1, reason: message })) };
}

function tableOfCards(text: string): ImportTable {
  const { cards, skipped } = fromVCard(text, { properties: { company: 'ORG', jobTitle: 'TITLE', notes: 'NOTE' } });
  const records = cards.map(({ contact }) => textsOf(contact));
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const all = [...skipped, ...cards.flatMap((card) => card.skipped)];
  return {
    columns,
    rows: records.map((record) => columns.map((column) => record.get(column) ?? '')),
    skipped: all.map(({ line = 0, property, reason }) => ({ line, reason: `${property}: ${reason}` })),
  };
}

function textsOf({ custom = {}, tags = [], ...contact }: CardContact): ReadonlyMap<string, string> {
  const { firstName, lastName, displayName, country, language, email, phone, emails = [], phones = [] } = contact;
  const names = firstName || lastName ? { firstName, lastName } : { firstName: displayName };
  const further = [...numbered('email', emails), ...numbered('phone', phones)];
  const values = { ...names, country, language, email, phone, ...Object.fromEntries(further), ...custom };
  const texts = Object.entries(values).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return new Map([
    ...texts.map(([key, value]) => [key, String(value as string | number | boolean)] as const),
    ...(tags.length ? [[TAGS, tags.map(({ name }) => name).join(';')] as const] : []),
  ]);
}

/** The further ones of several addresses or numbers, by what their columns are called. */
function numbered(key: string, all: NonNullable<CardContact['emails']>): readonly (readonly [column: string, value: string])[] {
  return all.filter(({ isPrimary }) => !isPrimary).map(({ value }, index) => [`${key} ${index + 2}`, value] as const);
}

function bare(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
