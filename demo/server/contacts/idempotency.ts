import { createHash } from 'node:crypto';
import { ContactError } from 'contact-details/server.js';
import type { Queryable } from '../database/database.js';
import { UniqueViolation } from '../database/database.js';

/** One thing a person asked for; every retry is the same intent. */
export interface Intent {
  readonly workspaceId: string;
  readonly userId: string;
  readonly key: string;
  readonly operation: string;
  readonly contactId: string;
  readonly payload: unknown;
}

/** How long an answer is remembered at least, in hours. */
const REMEMBERED_HOURS = 24;

/**
 * The answer that this intent got when it was done, wrapped so that "nothing" is an answer too; `undefined` when it has
 * not been done. Fails with `invalid` when the key was used for something else.
 */
export async function recallAnswer<T>(transaction: Queryable, intent: Intent): Promise<{ readonly answer: T } | undefined> {
  const [row] = await transaction.query<{ fingerprint: string; answer: T }>(
    'SELECT fingerprint, answer FROM idempotency_keys WHERE workspace_id = $1 AND user_id = $2 AND key = $3',
    [intent.workspaceId, intent.userId, intent.key],
  );
  if (!row) return undefined;
  if (row.fingerprint !== fingerprintOf(intent)) throw usedOtherwise();
  return { answer: row.answer };
}

/** Remembers the answer in the transaction of the write itself: both happen, or neither. */
export async function rememberAnswer(transaction: Queryable, intent: Intent, answer: unknown): Promise<void> {
  const { workspaceId, userId, key, contactId } = intent;
  try {
    await transaction.query(
      `INSERT INTO idempotency_keys (workspace_id, user_id, key, contact_id, fingerprint, answer)
       VALUES ($1, $2, $3, $4, $5, $6::text::jsonb)`,
      [workspaceId, userId, key, contactId, fingerprintOf(intent), JSON.stringify(answer ?? null)],
    );
  } catch (error) {
    throw error instanceof UniqueViolation ? usedOtherwise() : error;
  }
}

/** Forgets the answers about a contact: they hold what it was, and it is to be deleted. */
export async function forgetAnswers(transaction: Queryable, workspaceId: string, contactId: string): Promise<void> {
  await transaction.query('DELETE FROM idempotency_keys WHERE workspace_id = $1 AND contact_id = $2', [workspaceId, contactId]);
}

/** Forgets answers that nobody will ask for any more. */
export async function forgetOldAnswers(database: Queryable): Promise<void> {
  await database.query(`DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(hours => ${REMEMBERED_HOURS})`);
}

function usedOtherwise(): ContactError {
  return new ContactError('invalid', { message: 'The idempotency key was used for something else' });
}

function fingerprintOf({ operation, contactId, payload }: Intent): string {
  return createHash('sha256')
    .update(canonical([operation, contactId, payload]))
    .digest('base64url');
}

/** One text for all values that mean the same: the order of members does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
