import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { ContactError } from 'contact-details/server.js';
import { findMember, listMembers } from '../contacts/member.js';
import type { Member } from '../contacts/member.js';
import type { Database } from '../database/database.js';
import { DEFAULT_USER_ID } from '../seed/people.js';

const COOKIE = 'demo_session';
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/**
 * Who is using the demo. There is no password: the "use as" switch stands in for a sign-in. The rest is what a real
 * application would have, a signed cookie that scripts cannot read and other sites cannot send.
 */
export class Sessions {
  readonly #database: Database;
  readonly #secret: string;

  constructor(database: Database, secret: string) {
    this.#database = database;
    this.#secret = secret;
  }

  /** Who is signed in; `undefined` for nobody, which a forged cookie and a removed member are too. */
  async current(context: Context): Promise<Member | undefined> {
    const userId = await getSignedCookie(context, this.#secret, COOKIE);
    return userId ? findMember(this.#database, userId) : undefined;
  }

  /** Who is signed in. Fails with `unauthenticated` for nobody. */
  async demand(context: Context): Promise<Member> {
    const member = await this.current(context);
    if (!member) throw new ContactError('unauthenticated');
    return member;
  }

  /** Who is signed in; a first visitor becomes the default owner. */
  async ensure(context: Context): Promise<Member> {
    return (await this.current(context)) ?? this.signIn(context, DEFAULT_USER_ID);
  }

  /** Signs in as the member of that id. Fails with `invalid` where there is none. */
  async signIn(context: Context, userId: string): Promise<Member> {
    const member = await findMember(this.#database, userId);
    if (!member) throw new ContactError('invalid', { fields: [{ pointer: '/userId', detail: 'is not a member' }] });
    const isSecure = new URL(context.req.url).protocol === 'https:';
    const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure, maxAge: THIRTY_DAYS } as const;
    await setSignedCookie(context, COOKIE, userId, this.#secret, attributes);
    return member;
  }

  /** Everybody whom the demo can be used as. */
  people(): Promise<readonly Member[]> {
    return listMembers(this.#database);
  }
}
