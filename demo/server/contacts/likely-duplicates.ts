import { ContactError, fold, permissionsFor } from 'contact-details/server.js';
import type { DuplicateContact, DuplicateReason } from 'contact-details/server.js';
import type { Database } from '../database/database.js';
import { conditionFor, isVisible } from './contact-filter.js';
import { addressesIn, CONTACT_COLUMNS, CONTACTS, findContact, toContact } from './contact-rows.js';
import type { ContactRow } from './contact-rows.js';
import { absence } from './contact-writes.js';
import { asSeenBy, canSeeNames, loadFields } from './field-access.js';
import type { Member } from './member.js';

const NO_FILTER = { status: '', assignee: '', tags: [], match: 'any' } as const;

/** So many last digits of a number are the same, whether it is written for calls at home or for calls from abroad. */
const SAME_DIGITS = 8;

/** What is true of two contacts, `me` and `c`, that have something in common. */
const COMMON: Readonly<Record<DuplicateReason, string>> = {
  email: `${emailsOf('c')} && ${emailsOf('me')}`,
  phone: `${digitsOf('c')} && ${digitsOf('me')}`,
  name: `c.sort_name <> '' AND c.sort_name = me.sort_name`,
};

type FoundRow = ContactRow & { readonly reasons?: readonly DuplicateReason[] };

/**
 * The contacts that may be the same person as this one, those first that have more in common with it; or those that a text finds. Only
 * what the member may see is compared. Fails like `load`, and with `forbidden` where the member may not merge.
 */
export async function findDuplicates(
  database: Database,
  member: Member,
  id: string,
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<readonly DuplicateContact[]> {
  const key = { workspaceId: member.workspaceId, id };
  const contact = await findContact(database, key);
  if (!contact) throw await absence(database, key);
  if (!permissionsFor(member).merge) throw new ContactError('forbidden');
  const fields = await loadFields(database, member);
  const toDuplicate = ({ reasons = [], ...row }: FoundRow): DuplicateContact => ({
    contact: asSeenBy(member, toContact(row), fields),
    reasons,
  });
  if (fold(query)) {
    const { where, parameters } = conditionFor(member, fields, { ...NO_FILTER, query });
    const found = await database.query<FoundRow>(
      `SELECT ${CONTACT_COLUMNS} FROM ${CONTACTS} WHERE ${where} AND c.id <> $7
       ORDER BY c.sort_name = '', c.sort_name COLLATE "C", c.id LIMIT $8`,
      [...parameters, id, limit],
    );
    return found.map(toDuplicate);
  }
  const isCompared = { email: isVisible(fields, 'email'), phone: isVisible(fields, 'phone'), name: canSeeNames(fields) };
  const reasons = (['email', 'phone', 'name'] as const).filter((reason) => isCompared[reason]);
  const told = reasons.map((reason) => `CASE WHEN ${COMMON[reason]} THEN '${reason}' END`);
  const found = await database.query<FoundRow>(
    `SELECT * FROM (
       SELECT ${CONTACT_COLUMNS}, to_jsonb(array_remove(ARRAY[${told.join(', ')}]::text[], NULL)) AS reasons
       FROM ${CONTACTS} JOIN contacts me ON me.workspace_id = c.workspace_id AND me.id <> c.id
       WHERE me.workspace_id = $1 AND me.id = $2) AS others
     WHERE jsonb_array_length(reasons) > 0 ORDER BY jsonb_array_length(reasons) DESC, id LIMIT $3`,
    [member.workspaceId, id, limit],
  );
  return found.map(toDuplicate);
}

/** The email addresses of a contact as they are compared, as an array in SQL. */
function emailsOf(contact: 'c' | 'me'): string {
  return `ARRAY(SELECT lower(value) FROM ${addressesIn(contact, 'email')})`;
}

/** The last digits of the phone numbers of a contact, as an array in SQL; nothing of one that has fewer. */
function digitsOf(contact: 'c' | 'me'): string {
  const digits = `regexp_replace(phone_key(value), '[^0-9]', '', 'g')`;
  return `ARRAY(SELECT substring(${digits} FROM '.{${SAME_DIGITS}}$') FROM ${addressesIn(contact, 'phone')})`;
}
