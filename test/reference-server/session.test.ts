import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { forgetOldSessions } from '../../demo/server/web/session.js';
import { Demo, ORIGIN } from './demo.js';

function pairOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function cookieOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).headers.get('set-cookie') ?? '';
}

interface Session {
  readonly user: { readonly id: string; readonly role: string; readonly workspace: string };
  readonly people: readonly { readonly id: string; readonly role: string; readonly restrictions: readonly string[] }[];
}

describe('the session', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  test('a first visitor is the owner, by a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await (await demo.as())('GET', '/app/session');
    const { user } = (await response.json()) as Session;
    assert.deepEqual([user.id, user.role, user.workspace], ['u_olivia', 'owner', 'Harbor & Hale']);
    const cookie = response.headers.get('set-cookie') ?? '';
    assert.match(cookie, /; HttpOnly/);
    assert.match(cookie, /; SameSite=Lax/);
    assert.doesNotMatch(cookie, /; Secure/);
    assert.match(cookie, /; Max-Age=604800/);
    const overTls = await demo.app.request('https://demo.test/app/session');
    assert.match(overTls.headers.get('set-cookie') ?? '', /; Secure/);
  });

  test('behind a proxy that ends TLS the cookie is for TLS only, where the proxy is trusted', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    assert.doesNotMatch(await cookieOf(await (await demo.as())('GET', '/app/session', { headers })), /; Secure/);
    const app = createApp({ ...demo, hosts: ['demo.test'], trustsProxy: true });
    assert.match(await cookieOf(app.request(`${ORIGIN}/app/session`, { headers })), /; Secure/);
  });

  test('each sign-in has a token of its own, and ends the one before', async () => {
    const anonymous = await demo.as();
    const signIn = async (userId: string, cookie = '') =>
      pairOf(await anonymous('POST', '/app/session', { body: { userId }, headers: { cookie } }));
    const first = await signIn('u_amara');
    const second = await signIn('u_amara', first);
    assert.notEqual(second, first);
    const read = async (cookie: string) => (await anonymous('GET', '/api/contacts/c_1001', { headers: { cookie } })).status;
    assert.deepEqual([await read(first), await read(second)], [401, 200]);
    assert.equal(
      await demo.count('sessions', `token_hash = '${second.split('=')[1] ?? ''}'`),
      0,
      'the token itself is not kept',
    );
  });

  test('a session that has ended is nobody, whatever the browser has kept', async () => {
    const anonymous = await demo.as();
    const cookie = pairOf(await anonymous('POST', '/app/session', { body: { userId: 'u_kofi' } }));
    const read = async () => (await anonymous('GET', '/api/contacts/c_5001', { headers: { cookie } })).status;
    assert.equal(await read(), 200);
    await demo.database.query(`UPDATE sessions SET expires_at = now() - interval '1 second' WHERE user_id = 'u_kofi'`);
    assert.equal(await read(), 401);
    await forgetOldSessions(demo.database);
    assert.equal(await demo.count('sessions', `user_id = 'u_kofi'`), 0);
  });

  test('a token is replaced by another one after an hour, once, and is good for what is under way', async (t) => {
    const anonymous = await demo.as();
    const cookie = pairOf(await anonymous('POST', '/app/session', { body: { userId: 'u_jonas' } }));
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 2 * 60 * 60_000 });
    const open = async () => anonymous('GET', '/app/session', { headers: { cookie } });
    const next = pairOf(await open());
    assert.match(next, /^demo_session=./);
    assert.notEqual(next, cookie);
    assert.equal((await open()).headers.get('set-cookie'), null);
    for (const one of [cookie, next]) {
      const session = (await (await anonymous('GET', '/app/session', { headers: { cookie: one } })).json()) as Session;
      assert.equal(session.user.id, 'u_jonas');
    }
    const ends = await demo.count(
      'sessions',
      `user_id = 'u_jonas' AND is_replaced AND expires_at < now() + interval '2 minutes'`,
    );
    assert.equal(ends, 1);
  });

  test('there is somebody of every role and restriction to be, in two workspaces', async () => {
    const { people } = (await (await (await demo.as())('GET', '/app/session')).json()) as Session;
    assert.deepEqual(new Set(people.map(({ role }) => role)), new Set(['owner', 'manager', 'agent', 'viewer']));
    assert.ok(
      people.some(({ role, restrictions }) => role === 'manager' && restrictions.includes('restrict_contact_deletion')),
    );
    assert.deepEqual(
      people.filter(({ id }) => id === 'u_ida').map(({ role }) => role),
      ['owner'],
    );
  });

  test('using the demo as somebody else lasts', async () => {
    const amara = await demo.as('u_amara');
    const response = await amara('GET', '/app/session');
    assert.equal(((await response.json()) as Session).user.id, 'u_amara');
    assert.equal(response.headers.get('set-cookie'), null);
  });

  test('nobody can be who is not there', async () => {
    for (const userId of ['u_nobody', '', 7, null, ['u_olivia'], 'u_olivia\0', "' OR 1=1 --"]) {
      const response = await (await demo.as())('POST', '/app/session', { body: { userId } });
      assert.equal(response.status, 422, JSON.stringify(userId));
      assert.equal(response.headers.get('set-cookie'), null);
    }
  });

  test('a cookie that was forged, changed or left over from a removed member is nobody', async () => {
    const anonymous = await demo.as();
    const signed = (await anonymous('POST', '/app/session', { body: { userId: 'u_amara' } })).headers.get('set-cookie') ?? '';
    const [pair = ''] = signed.split(';');
    const forgeries = [
      pair.toLowerCase(),
      pair.replace(/\.\d+$/, `.${Date.now() + 1}`),
      'demo_session=u_amara',
      'demo_session=',
      `${pair}x`,
    ];
    for (const cookie of forgeries) {
      assert.equal((await anonymous('GET', '/api/contacts/c_1001', { headers: { cookie } })).status, 401, cookie);
      assert.equal((await anonymous('GET', '/app/contacts', { headers: { cookie } })).status, 401, cookie);
    }
    await demo.database.query(
      `INSERT INTO users (id, workspace_id, name, role) VALUES ('u_temp', 'w_harbor', 'Temp', 'owner')`,
    );
    const temp = await demo.as('u_temp');
    assert.equal((await temp('GET', '/api/contacts/c_1001')).status, 200);
    await demo.database.query(`DELETE FROM users WHERE id = 'u_temp'`);
    assert.equal((await temp('GET', '/api/contacts/c_1001')).status, 401);
  });
});
