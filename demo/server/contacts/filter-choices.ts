import type { FieldDefinition, Person, Tag } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { conditionFor, isVisible } from './contact-filter.js';
import type { ContactFilter } from './contact-filter.js';
import { withoutNothing } from './contact-rows.js';
import { asPerson, listColleagues } from './member.js';
import type { Member } from './member.js';

/** How many contacts a choice would leave, beside everything else that is filtered by. */
interface Counted {
  readonly count: number;
}

/** What the contacts table can be narrowed to. What the member may not see is not among it. */
export interface FilterChoices {
  readonly tags: readonly (Tag & Counted)[];
  readonly statuses: readonly ({ readonly value: string; readonly label: string } & Counted)[];
  readonly assignees: readonly (Person & Counted)[];
  /** Contacts that nobody has. */
  readonly unassigned: number;
}

const MOST_TAGS = 500;

/** The choices beside a filter, each with its count. */
export async function filterChoices(
  database: Queryable,
  member: Member,
  fields: readonly FieldDefinition[],
  filter: ContactFilter,
): Promise<FilterChoices> {
  const statuses = isVisible(fields, 'status') ? await countBy('status', database, member, fields, filter) : undefined;
  const assignees = isVisible(fields, 'assignee') ? await countBy('assignee', database, member, fields, filter) : undefined;
  const people = assignees ? (await listColleagues(database, member)).map(asPerson) : [];
  const options = fields.find(({ key }) => key === 'status')?.options ?? [];
  return {
    tags: await countTags(database, member, fields, filter),
    statuses: statuses ? options.map(({ value, label }) => ({ value, label, count: statuses.get(value) ?? 0 })) : [],
    assignees: people.map((person) => ({ ...person, count: assignees?.get(person.id) ?? 0 })),
    unassigned: assignees?.get(null) ?? 0,
  };
}

/** How many contacts have each value of a column, whatever the filter says of that column. */
async function countBy(
  facet: 'status' | 'assignee',
  database: Queryable,
  member: Member,
  fields: readonly FieldDefinition[],
  filter: ContactFilter,
): Promise<ReadonlyMap<string | null, number>> {
  const column = { status: 'c.status', assignee: 'c.assignee_id' }[facet];
  const { where, parameters } = conditionFor(member, fields, { ...filter, [facet]: '' });
  const rows = await database.query<{ value: string | null; count: number }>(
    `SELECT ${column} AS value, count(*)::int AS count FROM contacts c WHERE ${where} GROUP BY ${column}`,
    parameters,
  );
  return new Map(rows.map(({ value, count }) => [value, count]));
}

/**
 * All tags of the workspace, by name. Where a contact must have all tags, a tag is counted together with the chosen ones; where
 * any will do, by itself.
 */
async function countTags(
  database: Queryable,
  member: Member,
  fields: readonly FieldDefinition[],
  filter: ContactFilter,
): Promise<FilterChoices['tags']> {
  const counted = filter.match === 'all' ? filter : { ...filter, tags: [] };
  const { where, parameters } = conditionFor(member, fields, counted);
  const rows = await database.query<Tag & Counted>(
    `WITH found AS (SELECT c.id FROM contacts c WHERE ${where})
     SELECT t.id, t.name, t.emoji, t.color, t.description, count(found.id)::int AS count
     FROM tags t
       LEFT JOIN contact_tags ct ON ct.workspace_id = t.workspace_id AND ct.tag_id = t.id
       LEFT JOIN found ON found.id = ct.contact_id
     WHERE t.workspace_id = $1
     GROUP BY t.workspace_id, t.id ORDER BY t.folded_name COLLATE "C" LIMIT ${MOST_TAGS}`,
    parameters,
  );
  return rows.map(withoutNothing);
}
