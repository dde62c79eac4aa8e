import type { Person, Principal } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { withoutNothing } from './contact-rows.js';

/** Somebody who works in a workspace: who is asking, and who can be assigned a contact. */
export interface Member extends Principal {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspace: string;
  readonly name: string;
  readonly role: string;
  readonly restrictions: readonly string[];
  readonly avatarUrl: string | null;
}

const MEMBERS = `
  SELECT u.id, u.workspace_id AS "workspaceId", w.name AS workspace, u.name, u.role, u.restrictions, u.avatar_url AS "avatarUrl"
  FROM users u JOIN workspaces w ON w.id = u.workspace_id`;

/** Everybody, of every workspace: for the demo's "use as" switch, which stands in for a sign-in. */
export function listMembers(database: Queryable): Promise<readonly Member[]> {
  return database.query<Member>(`${MEMBERS} ORDER BY u.workspace_id, u.id`);
}

/** The member of that id; `undefined` where there is none (any more). */
export async function findMember(database: Queryable, id: string): Promise<Member | undefined> {
  const [member] = await database.query<Member>(`${MEMBERS} WHERE u.id = $1`, [id]);
  return member;
}

/** Those of the members that there (still) are, by id. */
export async function findMembers(database: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Member>> {
  const members = await database.query<Member>(
    `${MEMBERS} WHERE u.id = ANY (SELECT jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(ids)],
  );
  return new Map(members.map((member) => [member.id, member]));
}

/** The member who has the session of that hash; `undefined` where it has ended, or its member is gone. */
export async function findMemberBySession(database: Queryable, tokenHash: string): Promise<Member | undefined> {
  const [member] = await database.query<Member>(
    `${MEMBERS} JOIN sessions s ON s.user_id = u.id WHERE s.token_hash = $1 AND s.expires_at > now()`,
    [tokenHash],
  );
  return member;
}

/** The members of one workspace, by name. */
export function listColleagues(database: Queryable, { workspaceId }: Member): Promise<readonly Member[]> {
  return database.query<Member>(`${MEMBERS} WHERE u.workspace_id = $1 ORDER BY u.name, u.id`, [workspaceId]);
}

/** The member as a person whom contacts are assigned to. */
export function asPerson({ id, name, avatarUrl }: Member): Person {
  return withoutNothing({ id, name, avatarUrl }) as Person;
}
