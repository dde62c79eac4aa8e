import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { ContactNews } from '../../demo/server/contacts/contact-news.js';
import type { Database } from '../../demo/server/database/database.js';
import { Streams } from '../../demo/server/web/streams.js';
import { until } from '../support/until.js';
import { Demo, ORIGIN, writing } from './demo.js';

const CONTACT = 'c_1001';

describe('an open event stream', () => {
  let demo: Demo;
  const opened: Listening[] = [];

  beforeEach(async () => {
    demo ??= await Demo.open();
    await demo.database.script(`
      INSERT INTO users (id, workspace_id, name, role) VALUES ('u_temp', 'w_harbor', 'Temp', 'agent')
        ON CONFLICT (id) DO UPDATE SET role = 'agent', workspace_id = 'w_harbor';`);
    for (const { stop } of opened.splice(0)) await stop();
  });
  after(async () => {
    for (const { stop } of opened) await stop();
    await demo.close();
  });

  async function listen(path: string): Promise<Listening> {
    const listening = heard(await (await demo.as('u_temp'))('GET', path));
    opened.push(listening);
    await until(() => listening.text.includes(`"id":"${CONTACT}"`), 'the contact');
    return listening;
  }

  async function change(patch: { firstName?: string; email?: string }): Promise<void> {
    await (await demo.adapter('u_olivia')).save(CONTACT, patch, writing());
  }

  for (const path of [`/api/contacts/${CONTACT}/events`, `/api/events?contacts=${CONTACT},c_1002`]) {
    test(`masks what its reader may not see any more: ${path}`, async () => {
      const listening = await listen(path);
      await change({ email: `seen-${path.length}@example.com` });
      await until(() => listening.text.includes('seen-'), 'the address, which an agent may see');
      await demo.database.query(`UPDATE users SET role = 'viewer' WHERE id = 'u_temp'`);
      await change({ email: `secret-${path.length}@example.com`, firstName: `Masked ${path.length}` });
      await until(() => listening.text.includes('Masked'), 'the new name');
      assert.ok(!listening.text.includes(`secret-${path.length}`));
    });

    test(`ends at the first change after its reader was removed: ${path}`, async () => {
      const listening = await listen(path);
      await demo.database.query(`DELETE FROM users WHERE id = 'u_temp'`);
      await change({ firstName: `Removed ${path.length}` });
      await until(() => listening.hasEnded, 'the end');
      assert.doesNotMatch(listening.text, /Removed/);
    });

    test(`ends at the first change after its reader went to another workspace: ${path}`, async () => {
      const listening = await listen(path);
      await demo.database.query(`UPDATE users SET workspace_id = 'w_juniper' WHERE id = 'u_temp'`);
      await change({ firstName: `Moved ${path.length}` });
      await until(() => listening.hasEnded, 'the end');
      assert.doesNotMatch(listening.text, /Moved/);
    });
  }

  test('masks what a field’s access closes meanwhile', async () => {
    const listening = await listen(`/api/contacts/${CONTACT}/events`);
    await demo.database.query(`UPDATE field_definitions SET access = access || '{"agent": "mask"}' WHERE key = 'email'`);
    await change({ email: 'closed@example.com', firstName: 'Closed' });
    await until(() => listening.text.includes('"Closed"'), 'the new name');
    assert.doesNotMatch(listening.text, /closed@/);
    await demo.database.query(`UPDATE field_definitions SET access = access - 'agent' WHERE key = 'email'`);
  });

  test('ends after some time, so that whoever comes back is asked who they are', async () => {
    const app = createApp({ ...demo, hosts: ['demo.test'], streams: new Streams({ life: 20 }) });
    const listening = heard(await app.request(`${ORIGIN}/api/contacts/${CONTACT}/events`, { headers: await signedIn(app) }));
    await until(() => listening.hasEnded, 'the end');
  });

  test('is refused with 429 and Retry-After to whoever has too many, until one of them ends', async () => {
    const app = createApp({ ...demo, hosts: ['demo.test'], streams: new Streams({ perUser: 2 }) });
    const headers = await signedIn(app);
    const open = async (path = `/api/contacts/${CONTACT}/events`) => app.request(`${ORIGIN}${path}`, { headers });
    const [first, second] = [heard(await open()), heard(await open(`/api/events?contacts=${CONTACT}`))];
    const refused = await open();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.match(await refused.text(), /rate-limited/);
    assert.equal((await app.request(`${ORIGIN}/api/contacts/${CONTACT}`, { headers })).status, 200);
    await first.stop();
    const third = heard(await open());
    assert.equal((await open()).status, 429);
    for (const { stop } of [second, third]) await stop();
    // One that was never opened does not count.
    for (const path of ['/api/contacts/c_none/events', '/api/events?contacts=']) assert.ok((await open(path)).status >= 400);
    assert.equal((await app.request(`${ORIGIN}/api/contacts/${CONTACT}/events`, { method: 'HEAD', headers })).status, 200);
    const [fourth, fifth] = [heard(await open()), heard(await open())];
    for (const { stop } of [fourth, fifth]) await stop();
  });
});

describe('many event streams', () => {
  test('are one read for each change and role, not one for each of them', async () => {
    const demo = await Demo.open();
    let queries = 0;
    const database: Database = { ...demo.database, query: (...query) => (queries++, demo.database.query(...query)) };
    const news = new ContactNews(database, demo.changes);
    const key = { workspaceId: 'w_harbor', id: CONTACT };
    let told = 0;
    const users = ['u_olivia', 'u_amara', 'u_jonas', 'u_leila'];
    const stops = Array.from({ length: 300 }, (_, index) =>
      news.follow(key, { userId: users[index % users.length] ?? '', onChange: () => told++, onEnd: () => undefined }),
    );
    await (await demo.adapter('u_olivia')).save(CONTACT, { firstName: 'Once' }, writing());
    await until(() => told === 300, 'all of them');
    // The contact, the members, and the fields of three roles.
    assert.equal(queries, 5);
    for (const stop of stops) stop();
    await (await demo.adapter('u_olivia')).save(CONTACT, { firstName: 'Nobody' }, writing());
    assert.equal(told, 300);
    await demo.close();
  });

  test('of one user keep nobody else waiting: 20 of them with 100 contacts each are 20 times two queries', async () => {
    const demo = await Demo.open();
    const rows = await demo.database.query<{ id: string }>(
      `SELECT id FROM contacts WHERE workspace_id = 'w_harbor' ORDER BY id LIMIT 100`,
    );
    const events = `/api/events?contacts=${rows.map(({ id }) => id).join()}`;
    let queries = 0;
    const database: Database = { ...demo.database, query: (...query) => (queries++, demo.database.query(...query)) };
    const app = createApp({ database, changes: demo.changes, hosts: ['demo.test'] });
    const [greedy, other] = [await signedIn(app), await signedIn(app, 'u_ida')];
    queries = 0;
    let opened = 0;
    const streams = Array.from({ length: 20 }, async () => {
      const response = await app.request(`${ORIGIN}${events}`, { headers: greedy });
      opened++;
      return heard(response);
    });
    const read = await app.request(`${ORIGIN}/api/contacts/c_5001`, { headers: other });
    assert.equal(read.status, 200);
    assert.ok(opened < 20, 'the other one was answered among them');
    for (const stream of await Promise.all(streams)) {
      await until(() => stream.text.includes(`"id":"${rows.at(-1)?.id}"`), 'the last contact');
      await stream.stop();
    }
    // Who is asking, the contacts, the fields; and three of the other one.
    assert.equal(queries, 20 * 3 + 3);
    await demo.close();
  });
});

interface Listening {
  readonly text: string;
  readonly hasEnded: boolean;
  readonly stop: () => Promise<void>;
}

/** What a stream has told so far. */
function heard(response: Response): Listening {
  assert.equal(response.status, 200);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const listening = { text: '', hasEnded: false, stop: () => reader.cancel() };
  const read = async (): Promise<void> => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      listening.text += new TextDecoder().decode(value);
    }
    listening.hasEnded = true;
  };
  void read();
  return listening;
}

async function signedIn(app: ReturnType<typeof createApp>, userId = 'u_amara'): Promise<{ readonly cookie: string }> {
  const response = await app.request(`${ORIGIN}/app/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId }),
  });
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}
