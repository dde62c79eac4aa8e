import { randomUUID } from 'node:crypto';
import { ContactError, getValue, permissionsFor } from 'contact-details/server.js';
import type { FieldValue } from 'contact-details/server.js';
import type { Database } from '../database/database.js';
import { demandVisible } from './contact-filter.js';
import { findContact } from './contact-rows.js';
import { absence, ContactWrites } from './contact-writes.js';
import { loadFields } from './field-access.js';
import { listColleagues } from './member.js';
import type { Member } from './member.js';

const WRITE_LIMIT = 10_000;
const SECOND_NAME = 'Lind';

/** What the colleague changes, and to what: pressed often enough, it comes round. */
const CHANGES: Readonly<Record<string, (value: FieldValue) => FieldValue>> = {
  status: oneAfter('open', 'snoozed', 'closed'),
  language: oneAfter('en', 'fr', 'de', 'es'),
  lastName: (value) => {
    const names = typeof value === 'string' && value ? value.split('-') : [];
    const others = names.at(-1) === SECOND_NAME ? names.slice(0, -1) : [...names, SECOND_NAME];
    return others.join('-') || null;
  },
};

/** What a colleague did. */
export interface ColleagueEdit {
  readonly name: string;
  readonly value: FieldValue;
}

/**
 * The second person of the demo: a colleague of the one who asks changes a field of the contact, so that one person alone can
 * try what two do to each other. The edit is the colleague's own, under all the rules that apply to it, and nobody who may
 * not edit, or may not see the field, can ask for one.
 */
export async function editAsColleague(
  database: Database,
  member: Member,
  contactId: string,
  field: string,
): Promise<ColleagueEdit> {
  if (!permissionsFor(member).edit) throw new ContactError('forbidden');
  demandVisible(await loadFields(database, member), field);
  const change = Object.hasOwn(CHANGES, field) ? CHANGES[field] : undefined;
  const colleagues = await listColleagues(database, member);
  const colleague = colleagues.find((other) => other.id !== member.id && permissionsFor(other).edit);
  if (!change || !colleague) throw new ContactError('not-found');
  const key = { workspaceId: colleague.workspaceId, id: contactId };
  const contact = await findContact(database, key);
  if (!contact) throw await absence(database, key);
  const value = change(getValue(contact, field));
  const options = { key: randomUUID(), signal: AbortSignal.timeout(WRITE_LIMIT) };
  await new ContactWrites(database, colleague).save(contactId, { [field]: value }, options);
  return { name: colleague.name, value };
}

function oneAfter(...values: readonly string[]): (value: FieldValue) => FieldValue {
  return (value) => values[(typeof value === 'string' ? values.indexOf(value) + 1 : 0) % values.length] ?? null;
}
