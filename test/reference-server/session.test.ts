import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Demo } from './demo.js';

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
    const overTls = await demo.app.request('https://demo.test/app/session');
    assert.match(overTls.headers.get('set-cookie') ?? '', /; Secure/);
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
      pair.replace('u_amara', 'u_olivia'),
      'demo_session=u_olivia',
      'demo_session=u_olivia.bm90IGEgc2lnbmF0dXJl',
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
