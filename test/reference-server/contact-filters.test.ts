import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ContactsPage } from '../../demo/server/contacts/lists.js';
import { ENGINES } from '../support/databases.js';
import { Demo } from './demo.js';
import type { Client } from './demo.js';

const HOSTILE = [
  "'; DROP TABLE tags; --",
  '$1',
  '["VIP"]',
  '%',
  '_',
  '\\',
  '<b>bold</b> & "quoted"',
  'constructor',
  '__proto__',
];

for (const engine of ENGINES) {
  describe(`filters of the contacts table on ${engine.name}`, () => {
    let demo: Demo;
    let owner: Client;

    before(async () => {
      demo = await Demo.open(await engine.open());
      owner = await demo.as('u_olivia');
    });
    after(() => demo.close());

    const ask = (filter: Readonly<Record<string, string | readonly string[]>>, client = owner) => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries({ limit: '100', ...filter }))
        for (const text of [value].flat()) query.append(name, text);
      return client('GET', `/app/contacts?${query}`);
    };
    const find = async (filter: Parameters<typeof ask>[0] = {}, client?: Client) => {
      const response = await ask(filter, client);
      assert.equal(response.status, 200);
      return (await response.json()) as ContactsPage;
    };
    const ids = async (filter: Parameters<typeof ask>[0]) => (await find(filter)).contacts.map(({ id }) => id).sort();
    const tagCount = ({ choices }: ContactsPage, name: string) => choices.tags.find((tag) => tag.name === name)?.count;

    test('one tag leaves the contacts that have it', async () => {
      const { contacts, total } = await find({ tag: 'VIP' });
      assert.equal(total, await demo.count('contact_tags', "workspace_id = 'w_harbor' AND tag_id = 't_vip'"));
      assert.ok(contacts.length && contacts.every(({ tags }) => tags.some(({ id }) => id === 't_vip')));
    });

    test('several tags leave the contacts that have any of them, or all of them', async () => {
      const [vips, sellers] = [await ids({ tag: 'VIP' }), await ids({ tag: 'Wholesale' })];
      assert.deepEqual(await ids({ tag: ['VIP', 'Wholesale'] }), [...new Set([...vips, ...sellers])].sort());
      await demo.database.query(
        `INSERT INTO contact_tags (workspace_id, contact_id, tag_id) VALUES ('w_harbor', $1, 't_wholesale') ON CONFLICT DO NOTHING`,
        [vips[0] ?? ''],
      );
      const both = await ids({ tag: ['VIP', 'Wholesale'], match: 'all' });
      const sellersNow = await ids({ tag: 'Wholesale' });
      assert.ok(both.length > 0);
      assert.deepEqual(
        both,
        vips.filter((id) => sellersNow.includes(id)),
      );
    });

    test('a tag is meant by its name without regard to case and accents, and named twice it is one', async () => {
      const vips = await ids({ tag: 'VIP' });
      assert.deepEqual(await ids({ tag: ' víp ' }), vips);
      assert.deepEqual(await ids({ tag: ['VIP', 'vip'], match: 'all' }), vips);
      assert.deepEqual(await ids({ tag: ['VIP', ''] }), vips);
      assert.ok((await ids({ tag: 'okologisch' })).length > 0);
    });

    test('a tag that nobody made leaves no contact where it is demanded, and changes nothing beside another', async () => {
      assert.equal((await find({ tag: 'No such tag' })).total, 0);
      assert.equal((await find({ tag: ['VIP', 'No such tag'], match: 'all' })).total, 0);
      assert.deepEqual(await ids({ tag: ['VIP', 'No such tag'] }), await ids({ tag: 'VIP' }));
    });

    test('names that mean something to a database or a script are names', async () => {
      const named = await demo.count('contact_tags', "workspace_id = 'w_harbor' AND tag_id IN ('t_html', 't_proto')");
      let found = 0;
      for (const tag of HOSTILE) found += (await find({ tag })).total;
      assert.equal(found, named);
      for (const name of ['status', 'assignee'])
        for (const value of HOSTILE) assert.equal((await find({ [name]: value })).total, 0);
      assert.ok((await demo.count('tags')) > 0);
      assert.equal((await ask({ tag: 'a\0b' })).status, 400);
      assert.equal((await ask({ tag: 'x'.repeat(256) })).status, 400);
      assert.equal((await ask({ tag: Array.from({ length: 51 }, (_, at) => `t${at}`) })).status, 400);
      assert.equal((await ask({ tag: 'VIP', match: 'some' })).status, 400);
    });

    test('status and assignee narrow further, as do search, order and paging', async () => {
      const open = await find({ tag: 'VIP', status: 'open' });
      assert.ok(open.total > 0 && open.contacts.every(({ status }) => status === 'open'));
      const mine = await find({ assignee: 'u_amara' });
      assert.ok(mine.total > 0 && mine.contacts.every(({ assignee }) => assignee?.id === 'u_amara'));
      const nobody = await find({ assignee: 'none' });
      assert.ok(nobody.contacts.every(({ assignee }) => assignee === null));
      const sorted = await find({ tag: 'VIP', sort: 'name' });
      const second = await find({ tag: 'VIP', sort: 'name', limit: '1', offset: '1' });
      assert.deepEqual(
        second.contacts.map(({ id }) => id),
        sorted.contacts.slice(1, 2).map(({ id }) => id),
      );
      assert.equal(second.total, sorted.total);
      const [one] = open.contacts;
      const searched = await find({ tag: 'VIP', status: 'open', q: one?.name ?? '' });
      assert.ok(searched.contacts.some(({ id }) => id === one?.id));
    });

    test('each choice says how many contacts it would leave beside the others', async () => {
      const page = await find({ tag: 'VIP' });
      for (const { value, count } of page.choices.statuses)
        assert.equal((await find({ tag: 'VIP', status: value })).total, count, value);
      for (const { id, count } of page.choices.assignees)
        assert.equal((await find({ tag: 'VIP', assignee: id })).total, count, id);
      assert.equal((await find({ tag: 'VIP', assignee: 'none' })).total, page.choices.unassigned);
      assert.deepEqual(
        page.choices.statuses.map(({ label }) => label),
        ['Open', 'Snoozed', 'Closed'],
      );
      assert.equal(tagCount(page, 'Wholesale'), (await find({ tag: 'Wholesale' })).total);
      const all = await find({ tag: 'VIP', match: 'all' });
      assert.equal(tagCount(all, 'Wholesale'), (await find({ tag: ['VIP', 'Wholesale'], match: 'all' })).total);
      assert.equal(all.choices.tags.length, await demo.count('tags', "workspace_id = 'w_harbor'"));
    });

    test('nothing of another workspace is found, counted or named', async () => {
      const clinic = await demo.as('u_ida');
      const { contacts, choices, total } = await find({ tag: 'VIP' }, clinic);
      assert.deepEqual([contacts, total], [[], 0]);
      assert.deepEqual(
        choices.tags.map(({ name }) => name),
        ['Recall in spring', 'Vip'],
      );
      assert.deepEqual(
        choices.assignees.map(({ id }) => id),
        ['u_ida', 'u_kofi'],
      );
      assert.equal((await find({ assignee: 'u_kofi' })).total, 0);
    });

    test('a tag of one workspace’s contact is not one of another’s of the same id', async () => {
      const vips = await ids({ tag: 'VIP' });
      const other = (await ids({})).find((id) => !vips.includes(id)) ?? '';
      await demo.database.query(`INSERT INTO contacts (workspace_id, id) VALUES ('w_juniper', $1)`, [other]);
      await demo.database.query(
        `INSERT INTO contact_tags (workspace_id, contact_id, tag_id) VALUES ('w_juniper', $1, 't_vip')`,
        [other],
      );
      assert.deepEqual(await ids({ tag: 'VIP' }), vips);
      assert.equal(tagCount(await find(), 'VIP'), vips.length);
      assert.equal((await find({ tag: 'VIP' }, await demo.as('u_ida'))).total, 1);
    });

    test('what a role may not see cannot be asked for, sorted by or counted', async () => {
      await demo.database.query(
        `UPDATE field_definitions SET access = '{"agent": "mask"}' WHERE workspace_id = 'w_harbor' AND key = 'status'`,
      );
      await demo.database.query(
        `INSERT INTO field_definitions (workspace_id, key, position, definition, access)
         VALUES ('w_harbor', 'assignee', 900, '{"type": "person"}', '{"agent": "hide"}')`,
      );
      const agent = await demo.as('u_amara');
      for (const filter of [{ status: 'open' }, { assignee: 'u_amara' }, { assignee: 'none' }, { sort: 'status' }])
        assert.equal((await ask(filter, agent)).status, 403);
      assert.equal((await agent('GET', '/app/conversations?status=open')).status, 403);
      const { choices, total } = await find({ tag: 'VIP' }, agent);
      assert.ok(total > 0);
      assert.deepEqual([choices.statuses, choices.assignees, choices.unassigned], [[], [], 0]);
      assert.equal((await ask({ status: 'open' })).status, 200);
    });
  });
}
