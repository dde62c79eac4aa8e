import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { allFields, ContactError, fold, permissionsFor, PRIMARY_KEYS, withEntry, withValues } from 'contact-details/server.js';
import type {
  Channel,
  Contact,
  ContactPatch,
  EntryList,
  FieldDefinition,
  FieldValue,
  FieldValues,
  Person,
} from 'contact-details/server.js';
import type { Database, Queryable } from '../database/database.js';
import { searchText, sortName } from './contact-rows.js';
import type { Origin } from './contact-rows.js';
import { isClosed, loadFields } from './field-access.js';
import { asPerson, listColleagues } from './member.js';
import type { Member } from './member.js';
import { checkedValues } from './patch-rules.js';
import { resolveTag } from './tags.js';
import { isText } from './text.js';

/** A row of a file: the texts in it by the keys of fields, and the names of tags. */
export interface ImportRow {
  /** Its place in the file, from 1. */
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Email addresses beside the one among the values. */
  readonly emails?: readonly string[];
  /** Phone numbers beside the one among the values. */
  readonly phones?: readonly string[];
}

/** What became of a row, or would. */
export interface ImportOutcome {
  readonly row: number;
  readonly outcome: 'added' | 'duplicate' | 'invalid';
  /** Why it was skipped: which field, and what is the matter with it. */
  readonly reason?: string;
  /** By what it is told from others: two rows of a file that share one of them are the same contact. */
  readonly keys: readonly string[];
}

/** A field that a column can be read into. */
export interface ImportField {
  readonly key: string;
  readonly label?: string;
}

export const IMPORT_ROWS = 100;
const MOST_TAGS = 20;
const IMPORTERS = ['owner', 'manager'];
/** The lists of which a row may have further entries. */
const LISTS = Object.keys(PRIMARY_KEYS) as EntryList[];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** The codes of countries by their English names, folded. */
const COUNTRIES = new Map(
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => REGIONS.of(code) !== undefined)
    .map((code) => [fold(REGIONS.of(code) ?? ''), code]),
);
/** The channels that can be started with whom one knows an address of. */
const STARTABLE = [
  { type: 'email', name: 'Email', key: 'email' },
  { type: 'whatsapp', name: 'WhatsApp', key: 'phone' },
  { type: 'sms', name: 'SMS', key: 'phone' },
] as const;

/** Whether a member may bring contacts into the workspace from a file, whose tags may be new. */
export function canImport(member: Member): boolean {
  return IMPORTERS.includes(member.role) && permissionsFor(member).createTags;
}

/** The fields that the member may fill in from a file. */
export async function importFields(database: Queryable, member: Member): Promise<readonly ImportField[]> {
  demandImporter(member);
  const fields = allFields(await loadFields(database, member));
  return fields.filter(isImportable).map(({ key, label }) => ({ key, ...(label && { label }) }));
}

/**
 * Brings some rows of a file into the workspace: all that can be brought in, in one transaction. Rows that share an email address or a
 * phone number with a contact that is there, or with a row before them, are skipped, and so are rows in which something is wrong. The
 * same rows sent again under the same id of the import are the contacts that they were. A dry run says what would become of them.
 */
export function importContacts(
  database: Database,
  member: Member,
  { importId, rows, isDryRun }: { readonly importId: string; readonly rows: readonly ImportRow[]; readonly isDryRun: boolean },
): Promise<readonly ImportOutcome[]> {
  demandImporter(member);
  const { workspaceId } = member;
  return database.transaction(async (transaction) => {
    const fields = await loadFields(transaction, member);
    const colleagues = await listColleagues(transaction, member);
    const people = new Map(colleagues.map((colleague) => [colleague.id, asPerson(colleague)]));
    const read = rows.map((row) => readRow(row, fields, people));
    const keysOf = await loadKeys(transaction, read);
    const owners = await loadOwners(transaction, workspaceId, [...keysOf.values()].flat());
    const taken = new Set<string>();
    const outcomes = new Map<number, ImportOutcome>();
    const added: ReadRow[] = [];
    for (const each of read) {
      const { row, problem } = each;
      const keys = keysOf.get(row) ?? [];
      const isOwn = (key: string) => owners.get(key) === idOf(importId, row);
      const known = keys.find((key) => taken.has(key) || (owners.has(key) && !isOwn(key)));
      const outcome = problem !== undefined ? 'invalid' : known === undefined ? 'added' : 'duplicate';
      const reason = problem ?? (known && reasonFor(known, taken));
      outcomes.set(row, { row, outcome, keys, ...(reason && { reason }) });
      if (outcome !== 'added') continue;
      for (const key of keys) taken.add(key);
      added.push(each);
    }
    if (!isDryRun) await insertContacts(transaction, member, importId, added, outcomes);
    return [...outcomes.values()];
  });
}

interface ReadRow {
  readonly row: number;
  readonly values: FieldValues;
  readonly tags: readonly string[];
  /** All email addresses and phone numbers, where there are several. */
  readonly entries?: Pick<Contact, EntryList>;
  /** Whether the country is that of the phone number, and not of the file. */
  readonly hasCountryOfPhone?: boolean;
  readonly problem?: string;
}

/** The values of a row, checked like those of a save. */
function readRow(
  { row, values: texts, tags, ...further }: ImportRow,
  fields: readonly FieldDefinition[],
  people: ReadonlyMap<string, Person>,
): ReadRow {
  const known = new Map(
    allFields(fields)
      .filter(isImportable)
      .map((field) => [field.key, field]),
  );
  const filled = Object.entries(texts).filter(([, text]) => text.trim());
  const values: FieldValues = Object.fromEntries(filled.map(([key, text]) => [key, valueOf(text.trim(), known.get(key))]));
  const { country: given = null, phone = null } = values;
  const ofPhone = typeof phone === 'string' ? parsePhoneNumberFromString(phone)?.country : undefined;
  const hasCountryOfPhone = given === null && ofPhone !== undefined;
  const all = hasCountryOfPhone ? { ...values, country: ofPhone } : values;
  if (!filled.length) return { row, values, tags, problem: 'The row is empty' };
  if (tags.length > MOST_TAGS) return { row, values, tags, problem: `tags: may be ${MOST_TAGS} at most` };
  if (!tags.every((tag) => isText(tag) && fold(tag)))
    return { row, values, tags, problem: 'tags: must be texts of 1 to 255 characters' };
  try {
    const { custom, ...standard } = withValues({ id: '' }, all);
    const patch = Object.fromEntries(Object.entries({ ...standard, custom }).filter(([key, value]) => key !== 'id' && value));
    const check = (given: ContactPatch) => checkedValues(given, { fields, people, contact: { id: '' } });
    const checked = check(patch);
    const contact = LISTS.flatMap((list) => (further[list] ?? []).map((text) => [list, text.trim()] as const))
      .filter(([, text]) => text)
      .reduce(
        (all, [list, text]) => {
          const key = PRIMARY_KEYS[list];
          const value = check({ [key]: valueOf(text, known.get(key)) })[key];
          return typeof value === 'string' ? withEntry(all, list, value, {}) : all;
        },
        withValues({ id: '' }, checked),
      );
    const { email, emails = [], phones = [], phone: number } = contact;
    const primary = { ...(email && { email }), ...(number && { phone: number }) };
    return { row, tags, hasCountryOfPhone, values: { ...checked, ...primary }, entries: { emails, phones } };
  } catch (error) {
    const { code, fields: problems = [] } = ContactError.from(error);
    if (code !== 'invalid' && code !== 'forbidden') throw error;
    const reason = problems.map(({ pointer, detail }) => `${pointer.split('/').at(-1)}: ${detail}`).join('; ');
    return { row, values, tags, problem: reason || 'A field may not be filled in' };
  }
}

/** A text of a file as a value of a field: numbers, yes and no, and choices by what they are called. */
function valueOf(text: string, field: FieldDefinition | undefined): FieldValue {
  const { type = 'text', options = [] } = field ?? {};
  const choice = (label: string) =>
    options.find((option) => option.value === label || fold(option.label) === fold(label))?.value ?? label;
  if (type === 'phone') return parsePhoneNumberFromString(text)?.number ?? text;
  if (type === 'country') return COUNTRIES.get(fold(text)) ?? text.toUpperCase();
  if (['number', 'currency', 'percent'].includes(type)) return Number.isNaN(Number(text)) ? text : Number(text);
  if (type === 'checkbox') return /^(true|yes|1)$/i.test(text) ? true : /^(false|no|0)$/i.test(text) ? false : text;
  if (type === 'list') return choice(text);
  if (type === 'multilist')
    return text
      .split(/[;,]/)
      .map((part) => choice(part.trim()))
      .filter(Boolean);
  return text;
}

function isImportable({ access, key, readonly, type }: FieldDefinition): boolean {
  return !isClosed(access) && access !== 'view' && !readonly && type !== 'person' && key !== 'assignee';
}

/** What each row is told from others by, as the indexes compare it. */
async function loadKeys(database: Queryable, rows: readonly ReadRow[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const given = rows
    .filter(({ problem }) => problem === undefined)
    .map(({ row, values }) => ({ row, email: values['email'] ?? null, phone: values['phone'] ?? null }));
  const found = await database.query<{ row: number; email: string | null; phone: string | null }>(
    `SELECT "row", 'email ' || lower(email) AS email, 'phone ' || phone_key(phone) AS phone
     FROM jsonb_to_recordset($1::text::jsonb) AS given ("row" int, email text, phone text)`,
    [JSON.stringify(given)],
  );
  return new Map(found.map(({ row, email, phone }) => [row, [email, phone].filter((key) => key !== null)]));
}

/** The contacts of the workspace that have these keys. */
async function loadOwners(
  database: Queryable,
  workspaceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const owners = await database.query<{ key: string; id: string }>(
    `SELECT key, c.id FROM jsonb_array_elements_text($2::text::jsonb) AS keys (key) JOIN contacts c ON c.workspace_id = $1
       AND lower(c.email) = substr(key, 7) WHERE key LIKE 'email %'
     UNION ALL SELECT key, c.id FROM jsonb_array_elements_text($2::text::jsonb) AS keys (key) JOIN contacts c ON c.workspace_id = $1
       AND phone_key(c.phone) = substr(key, 7) WHERE key LIKE 'phone %'`,
    [workspaceId, JSON.stringify(keys)],
  );
  return new Map(owners.map(({ key, id }) => [key, id]));
}

function reasonFor(key: string, taken: ReadonlySet<string>): string {
  const what = key.startsWith('email') ? 'The email address' : 'The phone number';
  return taken.has(key) ? `${what} is in a row before this one` : `${what} belongs to a contact that is there already`;
}

/** Two imports never make the same contact; one that is sent again makes the one it has made. */
function idOf(importId: string, row: number): string {
  return `c_${importId}_${row}`;
}

async function insertContacts(
  transaction: Queryable,
  member: Member,
  importId: string,
  rows: readonly ReadRow[],
  outcomes: Map<number, ImportOutcome>,
): Promise<void> {
  const { workspaceId } = member;
  const at = new Date().toISOString();
  const imported: Origin = { source: 'import', userId: member.id, at };
  const records = rows.map(({ row, values, entries, hasCountryOfPhone }) => {
    const contact = { ...withValues({ id: idOf(importId, row) }, values), ...entries };
    const { id, firstName, lastName, country, language, email, phone, status, custom = {} } = contact;
    return {
      ...{ id, country, language, email, phone, status, custom, emails: [], phones: [], ...entries },
      ...{ first_name: firstName, last_name: lastName, channels: channelsFor(contact) },
      provenance: {
        ...Object.fromEntries(Object.keys(values).map((key) => [key, imported])),
        ...(hasCountryOfPhone && { country: { source: 'phone', at } satisfies Origin }),
      },
      ...{ sort_name: sortName(contact), search_text: searchText(contact) },
    };
  });
  const columns =
    'id, first_name, last_name, country, language, email, phone, emails, phones, status, channels, custom, provenance, sort_name, search_text';
  const inserted = await transaction.query<{ id: string }>(
    `INSERT INTO contacts (workspace_id, ${columns})
     SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::contacts, $2::text::jsonb)
     ON CONFLICT DO NOTHING RETURNING id`,
    [workspaceId, JSON.stringify(records)],
  );
  const isNew = new Set(inserted.map(({ id }) => id));
  const own = await transaction.query<{ id: string }>(
    'SELECT id FROM contacts WHERE workspace_id = $1 AND id = ANY (SELECT jsonb_array_elements_text($2::text::jsonb))',
    [workspaceId, JSON.stringify(records.map(({ id }) => id))],
  );
  const isThere = new Set(own.map(({ id }) => id));
  for (const { row } of rows) {
    const before = outcomes.get(row);
    // Somebody else has made a contact with that address in the same moment.
    if (before && !isThere.has(idOf(importId, row)))
      outcomes.set(row, { ...before, outcome: 'duplicate', reason: 'It has just been added by somebody else' });
  }
  await attachTags(
    transaction,
    member,
    rows.filter(({ row }) => isNew.has(idOf(importId, row))).map(({ row, tags }) => ({ id: idOf(importId, row), tags })),
  );
}

async function attachTags(
  transaction: Queryable,
  member: Member,
  contacts: readonly { readonly id: string; readonly tags: readonly string[] }[],
): Promise<void> {
  const { workspaceId } = member;
  const { createTags } = permissionsFor(member);
  const tagIds = new Map<string, string>();
  for (const name of contacts.flatMap(({ tags }) => tags)) {
    const folded = fold(name);
    if (!tagIds.has(folded)) tagIds.set(folded, await resolveTag(transaction, workspaceId, { name }, createTags));
  }
  const pairs = contacts.flatMap(({ id, tags }) => tags.map((name) => ({ contact_id: id, tag_id: tagIds.get(fold(name)) })));
  await transaction.query(
    `INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
     SELECT $1, contact_id, tag_id FROM jsonb_to_recordset($2::text::jsonb) AS pairs (contact_id text, tag_id text)
     ON CONFLICT DO NOTHING`,
    [workspaceId, JSON.stringify(pairs)],
  );
}

function channelsFor(contact: Contact): readonly Channel[] {
  return STARTABLE.flatMap(({ type, name, key }) => {
    const handle = contact[key];
    return handle === undefined ? [] : [{ id: `ch_${type}`, type, name, handle, state: 'inactive' as const }];
  });
}

function demandImporter(member: Member): void {
  if (!canImport(member)) throw new ContactError('forbidden');
}
