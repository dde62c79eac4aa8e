import { ContactError, fold, permissionsFor } from 'contact-details/server.js';
import type { Tag } from 'contact-details/server.js';
import { UniqueViolation } from '../database/database.js';
import type { Database, Queryable } from '../database/database.js';
import { announceChanges } from './contact-changes.js';
import { withoutNothing } from './contact-rows.js';
import type { Member } from './member.js';
import { isText } from './text.js';

/** A tag of the workspace, and how many contacts have it. */
export interface CountedTag extends Tag {
  readonly count: number;
}

/** What a tag is to be called, and its colour; what is left out stays, `null` is no colour. */
export interface TagChange {
  readonly name?: unknown;
  readonly color?: unknown;
}

const ADMINISTRATORS = ['owner', 'manager'];
/** The colours of the palette that panels know by name, or any other. */
const COLOR = /^(?:gray|red|orange|amber|yellow|green|teal|blue|indigo|purple|pink|#[\da-f]{6})$/i;

/** Whether a member may rename, merge and delete the tags of the workspace. */
export function canManageTags(member: Member): boolean {
  return ADMINISTRATORS.includes(member.role) && permissionsFor(member).createTags;
}

/** All tags of the workspace by name, each with the number of its contacts. */
export async function listTags(database: Queryable, member: Member): Promise<readonly CountedTag[]> {
  demandAdministrator(member);
  const tags = await database.query<CountedTag>(
    `SELECT t.id, t.name, t.emoji, t.color, t.description, count(ct.contact_id)::int AS count
     FROM tags t LEFT JOIN contact_tags ct ON ct.workspace_id = t.workspace_id AND ct.tag_id = t.id
     WHERE t.workspace_id = $1 GROUP BY t.workspace_id, t.id ORDER BY t.folded_name COLLATE "C"`,
    [member.workspaceId],
  );
  return tags.map(withoutNothing);
}

/**
 * Renames a tag, or gives it another colour, on all of its contacts. Fails with `duplicate`, naming the tag that has the name already,
 * and with `invalid` for a name or a colour that is none.
 */
export async function changeTag(database: Database, member: Member, id: string, { name, color }: TagChange): Promise<void> {
  demandAdministrator(member);
  const { workspaceId } = member;
  const text = typeof name === 'string' ? name.trim() : name;
  const isNamed = text === undefined || (isText(text) && fold(text) !== '');
  const isColored = color === undefined || color === null || (typeof color === 'string' && COLOR.test(color));
  if (!isNamed || !isColored) {
    const pointer = isNamed ? '/color' : '/name';
    const detail = isNamed ? 'must be a colour' : 'must be a text of 1 to 255 characters';
    throw new ContactError('invalid', { fields: [{ pointer, detail }] });
  }
  const changing = database.transaction(async (transaction) => {
    const tag = await lockTag(transaction, workspaceId, id);
    const named = isText(text) ? { name: text } : {};
    const { name: newName, color: newColor = null } = { ...tag, ...named, ...(color === undefined ? {} : { color }) };
    await transaction.query('UPDATE tags SET name = $3, folded_name = $4, color = $5 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      id,
      newName,
      fold(newName),
      newColor,
    ]);
    await touchContactsOf(transaction, workspaceId, id);
  });
  await changing.catch(async (thrown: unknown) => {
    if (!(thrown instanceof UniqueViolation) || !isText(text)) throw thrown;
    const [existing] = await database.query<{ id: string; name: string }>(
      'SELECT id, name FROM tags WHERE workspace_id = $1 AND folded_name = $2',
      [workspaceId, fold(text)],
    );
    throw new ContactError('duplicate', { cause: thrown, ...(existing && { existing }) });
  });
}

/** Puts another tag on all contacts that have this one, which is gone then. */
export function mergeTags(database: Database, member: Member, id: string, intoId: unknown): Promise<void> {
  demandAdministrator(member);
  const { workspaceId } = member;
  if (!isText(intoId) || intoId === id) {
    throw new ContactError('invalid', { fields: [{ pointer: '/into', detail: 'must be another tag' }] });
  }
  return database.transaction(async (transaction) => {
    // Always in the same order: two who merge at once do not wait for each other.
    for (const each of [id, intoId].sort()) await lockTag(transaction, workspaceId, each);
    await touchContactsOf(transaction, workspaceId, id);
    await transaction.query(
      `INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
       SELECT $1, contact_id, $3 FROM contact_tags WHERE workspace_id = $1 AND tag_id = $2 ORDER BY position
       ON CONFLICT (workspace_id, contact_id, tag_id) DO NOTHING`,
      [workspaceId, id, intoId],
    );
    await removeTag(transaction, workspaceId, id);
  });
}

/** Deletes a tag of which it is known on how many contacts it is; fails with `conflict` where that is another number by now. */
export function deleteTag(database: Database, member: Member, id: string, count: unknown): Promise<void> {
  demandAdministrator(member);
  const { workspaceId } = member;
  return database.transaction(async (transaction) => {
    await lockTag(transaction, workspaceId, id);
    const contactIds = await touchContactsOf(transaction, workspaceId, id);
    if (contactIds.length !== count) throw new ContactError('conflict');
    await removeTag(transaction, workspaceId, id);
  });
}

function demandAdministrator(member: Member): void {
  if (!canManageTags(member)) throw new ContactError('forbidden');
}

/** The tag, which nobody else changes or puts on a contact until the transaction ends. */
async function lockTag(transaction: Queryable, workspaceId: string, id: string): Promise<Tag> {
  const [tag] = await transaction.query<Tag>(
    'SELECT id, name, color FROM tags WHERE workspace_id = $1 AND id = $2 FOR UPDATE',
    [workspaceId, id],
  );
  if (!tag) throw new ContactError('not-found');
  return withoutNothing(tag);
}

/** Makes the versions of all contacts of a tag new ones, and announces the change; answers which they are. */
async function touchContactsOf(transaction: Queryable, workspaceId: string, id: string): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `UPDATE contacts SET version = version + 1
     WHERE workspace_id = $1 AND id IN (SELECT contact_id FROM contact_tags WHERE workspace_id = $1 AND tag_id = $2) RETURNING id`,
    [workspaceId, id],
  );
  const ids = rows.map((row) => row.id);
  await announceChanges(transaction, workspaceId, ids);
  return ids;
}

async function removeTag(transaction: Queryable, workspaceId: string, id: string): Promise<void> {
  await transaction.query('DELETE FROM contact_tags WHERE workspace_id = $1 AND tag_id = $2', [workspaceId, id]);
  await transaction.query('DELETE FROM tags WHERE workspace_id = $1 AND id = $2', [workspaceId, id]);
}
