import { ContactError, fold } from 'contact-details/server.js';
import type { Tag, TagReference } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { withoutNothing } from './contact-rows.js';
import type { ContactKey } from './contact-rows.js';
import { isText } from './text.js';

/** Puts a tag on a contact; answers whether it was not there before. Two people adding tags at once lose nothing. */
export async function attachTag(transaction: Queryable, { workspaceId, id }: ContactKey, tagId: string): Promise<boolean> {
  const added = await transaction.query(
    `INSERT INTO contact_tags (workspace_id, contact_id, tag_id) VALUES ($1, $2, $3)
     ON CONFLICT (workspace_id, contact_id, tag_id) DO NOTHING RETURNING tag_id`,
    [workspaceId, id, tagId],
  );
  return added.length > 0;
}

/** Takes a tag off a contact; answers whether it was there. */
export async function detachTag(transaction: Queryable, { workspaceId, id }: ContactKey, tagId: string): Promise<boolean> {
  const removed = await transaction.query(
    'DELETE FROM contact_tags WHERE workspace_id = $1 AND contact_id = $2 AND tag_id = $3 RETURNING tag_id',
    [workspaceId, id, tagId],
  );
  return removed.length > 0;
}

/**
 * The id of the tag that is meant: a known one, or one made for a name that folds like no other. Fails with `invalid` for an
 * unknown id or a name that is none, with `forbidden` where a tag would have to be made and may not.
 */
export async function resolveTag(
  transaction: Queryable,
  workspaceId: string,
  reference: TagReference,
  canCreate: boolean,
): Promise<string> {
  if ('id' in reference) return demandTag(await findTag(transaction, workspaceId, 'id', reference.id));
  const name = reference.name.trim();
  if (!isText(name) || !fold(name)) {
    throw new ContactError('invalid', { fields: [{ pointer: '/name', detail: 'must be a text of 1 to 255 characters' }] });
  }
  const known = await findTag(transaction, workspaceId, 'folded_name', fold(name));
  if (known) return known;
  if (!canCreate) throw new ContactError('forbidden', { message: 'New tags may not be made' });
  await transaction.query(
    `INSERT INTO tags (workspace_id, id, name, folded_name) VALUES ($1, $2, $3, $4)
     ON CONFLICT (workspace_id, folded_name) DO NOTHING`,
    [workspaceId, `t_${crypto.randomUUID()}`, name, fold(name)],
  );
  // Where somebody else made it in the same moment, theirs is used.
  return demandTag(await findTag(transaction, workspaceId, 'folded_name', fold(name)));
}

/** Of how many uses of tags the most frequent ones are suggested first. */
const LATE_USES = 200;

/**
 * The tags whose name has the query in it, folded, those that begin with it first. Where nothing is asked for, those come first
 * that were put on most often of late.
 */
export async function searchTags(
  database: Queryable,
  workspaceId: string,
  query: string,
  limit: number,
): Promise<readonly Tag[]> {
  const folded = fold(query);
  const tags = folded
    ? await database.query<Tag>(
        `SELECT id, name, emoji, color, description FROM tags
         WHERE workspace_id = $1 AND strpos(folded_name, $2) > 0
         ORDER BY strpos(folded_name, $2) > 1, folded_name COLLATE "C" LIMIT $3`,
        [workspaceId, folded, limit],
      )
    : await database.query<Tag>(
        `WITH late AS (SELECT tag_id, position FROM contact_tags WHERE workspace_id = $1 ORDER BY position DESC LIMIT $2),
           used AS (SELECT tag_id, count(*) AS times, max(position) AS last FROM late GROUP BY tag_id)
         SELECT id, name, emoji, color, description FROM tags LEFT JOIN used ON tag_id = id
         WHERE workspace_id = $1
         ORDER BY times DESC NULLS LAST, last DESC, folded_name COLLATE "C" LIMIT $3`,
        [workspaceId, LATE_USES, limit],
      );
  return tags.map(withoutNothing);
}

/** The id of a tag, which nobody deletes until the transaction ends. */
async function findTag(
  transaction: Queryable,
  workspaceId: string,
  column: 'id' | 'folded_name',
  value: string,
): Promise<string | undefined> {
  const statement = `SELECT id FROM tags WHERE workspace_id = $1 AND ${column} = $2 FOR KEY SHARE`;
  const [tag] = await transaction.query<{ id: string }>(statement, [workspaceId, value]);
  return tag?.id;
}

function demandTag(id: string | undefined): string {
  if (id === undefined) throw new ContactError('invalid', { message: 'There is no such tag' });
  return id;
}
