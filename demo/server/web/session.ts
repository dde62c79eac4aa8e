import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { ContactError } from 'contact-details/server.js';
import { findMember, findMemberBySession, listMembers } from '../contacts/member.js';
import type { Member } from '../contacts/member.js';
import type { Database, Queryable } from '../database/database.js';
import { DEFAULT_USER_ID } from '../seed/people.js';
import type { Connections } from './connections.js';

const COOKIE = 'demo_session';
const DAYS = 7;
/** How old a token gets, in milliseconds, before another one takes its place. */
const ROTATE_AFTER = 60 * 60_000;

/**
 * Who is using the demo. There is no password: the "use as" switch stands in for a sign-in. The rest is what a real application
 * would have: a cookie that scripts cannot read and other sites cannot send, with a random token that the server knows by its
 * hash, another one after each sign-in and each hour, and good for seven days, whatever the browser keeps.
 */
export class Sessions {
  readonly #database: Database;
  readonly #connections: Connections;
  readonly #members = new WeakMap<Request, Promise<Member | undefined>>();

  constructor(database: Database, connections: Connections) {
    this.#database = database;
    this.#connections = connections;
  }

  /** Who is signed in; `undefined` for nobody, which a forged or old cookie and a removed member are too. */
  current(context: Context): Promise<Member | undefined> {
    const request = context.req.raw;
    const token = getCookie(context, COOKIE);
    const known = this.#members.get(request);
    if (known || !token) return known ?? Promise.resolve(undefined);
    const member = findMemberBySession(this.#database, hashOf(token));
    this.#members.set(request, member);
    return member;
  }

  /** Who is signed in. Fails with `unauthenticated` for nobody. */
  async demand(context: Context): Promise<Member> {
    const member = await this.current(context);
    if (!member) throw new ContactError('unauthenticated');
    return member;
  }

  /** Who is signed in, with another token where this one is old; a first visitor becomes the default owner. */
  async ensure(context: Context): Promise<Member> {
    const member = await this.current(context);
    if (!member) return this.signIn(context, DEFAULT_USER_ID);
    await this.#rotate(context);
    return member;
  }

  /** Signs in as the member of that id, and ends the session that was. Fails with `invalid` where there is none. */
  async signIn(context: Context, userId: string): Promise<Member> {
    const member = await findMember(this.#database, userId);
    if (!member) throw new ContactError('invalid', { fields: [{ pointer: '/userId', detail: 'is not a member' }] });
    const token = newToken();
    await this.#database.query('DELETE FROM sessions WHERE token_hash = $1', [hashOf(getCookie(context, COOKIE) ?? '')]);
    await this.#database.query(
      `INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, now() + make_interval(days => ${DAYS}))`,
      [hashOf(token), userId],
    );
    this.#give(context, token);
    return member;
  }

  /** Everybody whom the demo can be used as. */
  people(): Promise<readonly Member[]> {
    return listMembers(this.#database);
  }

  /** Puts another token in the place of an old one, once. What is under way with the old one has a minute. */
  async #rotate(context: Context): Promise<void> {
    const old = getCookie(context, COOKIE) ?? '';
    if (Date.now() - Number(old.split('.')[1]) < ROTATE_AFTER) return;
    const token = newToken();
    const rotated = await this.#database.query(
      `WITH old AS (
         UPDATE sessions SET is_replaced = true, expires_at = least(expires_at, now() + interval '1 minute')
         WHERE token_hash = $1 AND NOT is_replaced RETURNING user_id)
       INSERT INTO sessions (token_hash, user_id, expires_at)
         SELECT $2, user_id, now() + make_interval(days => ${DAYS}) FROM old RETURNING user_id`,
      [hashOf(old), hashOf(token)],
    );
    if (rotated.length) this.#give(context, token);
  }

  #give(context: Context, token: string): void {
    const secure = this.#connections.isSecure(context);
    setCookie(context, COOKIE, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: DAYS * 24 * 60 * 60 });
  }
}

/** Forgets sessions that have ended. */
export async function forgetOldSessions(database: Queryable): Promise<void> {
  await database.query('DELETE FROM sessions WHERE expires_at < now()');
}

/** A random text, and when it was made: the hash that the server keeps is one of both. */
function newToken(): string {
  return `${randomBytes(32).toString('base64url')}.${Date.now()}`;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
