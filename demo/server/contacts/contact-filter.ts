import { ContactError, fold } from 'contact-details/server.js';
import type { FieldDefinition } from 'contact-details/server.js';
import type { Parameter } from '../database/database.js';
import { addressesIn } from './contact-rows.js';
import { canSearchAddresses, canSeeNames, isClosed } from './field-access.js';
import type { Member } from './member.js';

/** What contacts are narrowed to; an empty text or list narrows nothing. */
export interface ContactFilter {
  /** Words that must all occur in the contact's name or addresses, folded. */
  readonly query: string;
  readonly status: string;
  /** The id of the person whom contacts are assigned to, or `none` for those that nobody has. */
  readonly assignee: string;
  /** Names of tags, folded. */
  readonly tags: readonly string[];
  /** Whether a contact must have all of the tags or any of them. */
  readonly match: 'any' | 'all';
}

/** A condition on `contacts c`, and the values of its parameters, `$1` to `$6`; `$1` is the workspace. */
export interface Condition {
  readonly where: string;
  readonly parameters: readonly Parameter[];
}

/** The folded name of a contact; empty where it tells one of the contact's phone numbers or email addresses. */
const NAME_WITHOUT_ADDRESS = `(CASE WHEN
    EXISTS (SELECT FROM ${addressesIn('c', 'email')} WHERE strpos(c.sort_name, lower(value)) > 0)
    OR EXISTS (SELECT FROM ${addressesIn('c', 'phone')}
      WHERE strpos(regexp_replace(c.sort_name, '[^0-9]', '', 'g'), nullif(regexp_replace(value, '[^0-9]', '', 'g'), '')) > 0)
    THEN '' ELSE c.sort_name END)`;

/**
 * The condition that selects the contacts of the member's workspace that a filter asks for. Fails with `forbidden` where it
 * asks for the value of a field that the member may not see: what is found would tell it.
 */
export function conditionFor(member: Member, fields: readonly FieldDefinition[], filter: ContactFilter): Condition {
  const { query, status, assignee, match } = filter;
  if (status) demandVisible(fields, 'status');
  if (assignee) demandVisible(fields, 'assignee');
  if (query && !canSeeNames(fields)) throw new ContactError('forbidden');
  const searched = canSearchAddresses(fields) ? 'c.search_text' : NAME_WITHOUT_ADDRESS;
  const tags = [...new Set(filter.tags.map(fold))];
  const where = `c.workspace_id = $1 AND ($2 = '' OR c.status = $2)
    AND NOT EXISTS (SELECT FROM unnest(string_to_array($3, ' ')) AS word WHERE strpos(${searched}, word) = 0)
    AND ($4 = '' OR c.assignee_id IS NOT DISTINCT FROM nullif($4, 'none'))
    AND $6::int <= (SELECT count(*)
      FROM contact_tags worn JOIN tags known ON known.workspace_id = worn.workspace_id AND known.id = worn.tag_id
      WHERE worn.workspace_id = c.workspace_id AND worn.contact_id = c.id
        AND known.folded_name IN (SELECT jsonb_array_elements_text($5::text::jsonb)))`;
  const least = match === 'all' ? tags.length : Math.min(1, tags.length);
  return { where, parameters: [member.workspaceId, status, fold(query), assignee, JSON.stringify(tags), least] };
}

/** Fails with `forbidden` where the member may not see the values of a field. */
export function demandVisible(fields: readonly FieldDefinition[], key: string): void {
  if (!isVisible(fields, key)) throw new ContactError('forbidden');
}

/** Whether the member may see the values of a field. */
export function isVisible(fields: readonly FieldDefinition[], key: string): boolean {
  return !isClosed(fields.find((field) => field.key === key)?.access);
}
