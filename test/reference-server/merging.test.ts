import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES } from '../support/databases.js';
import { Demo, write, writing } from './demo.js';

const FORBID_TOMBSTONES = `
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
  CREATE TRIGGER refuse BEFORE INSERT ON deleted_contacts FOR EACH ROW EXECUTE FUNCTION refuse();`;

for (const engine of ENGINES) {
  describe(`merging on ${engine.name}`, () => {
    let demo: Demo;
    const { signal } = new AbortController();
    const adapter = (userId = 'u_olivia') => demo.adapter(userId);
    const load = async (id: string) => (await (await adapter()).load(id, { signal })).contact;

    before(async () => {
      demo = await Demo.open(await engine.open());
    });
    after(() => demo.close());

    const belongings = async (id: string): Promise<readonly number[]> => [
      await demo.count('contacts', `id = '${id}'`),
      await demo.count('contact_tags', `contact_id = '${id}'`),
      await demo.count('conversations', `contact_id = '${id}'`),
      await demo.count('messages', `conversation_id IN (SELECT id FROM conversations WHERE contact_id = '${id}')`),
    ];

    test('a merge that cannot be done wholly changes nothing', async () => {
      const before = [await belongings('c_1001'), await belongings('c_1002')];
      const versions = [(await load('c_1001')).version, (await load('c_1002')).version];
      await demo.database.script(FORBID_TOMBSTONES);
      await assert.rejects((await adapter()).merge('c_1001', 'c_1002', {}, writing()));
      await demo.database.script('DROP TRIGGER refuse ON deleted_contacts; DROP FUNCTION refuse');
      assert.deepEqual([await belongings('c_1001'), await belongings('c_1002')], before);
      assert.deepEqual([(await load('c_1001')).version, (await load('c_1002')).version], versions);
    });

    test('conversations, messages, tags and channels of both come together, and no message is lost', async () => {
      const [mine, theirs] = [await belongings('c_1001'), await belongings('c_1002')];
      const [ana, other] = [await load('c_1001'), await load('c_1002')];
      const messages = await demo.count('messages');
      const { channels = [], tags = [] } = await (await adapter()).merge('c_1001', 'c_1002', {}, writing());
      const [contacts, , conversations, own] = await belongings('c_1001');
      assert.deepEqual([contacts, conversations, own], [1, ...[2, 3].map((at) => (mine[at] ?? 0) + (theirs[at] ?? 0))]);
      assert.deepEqual(await belongings('c_1002'), [0, 0, 0, 0]);
      assert.equal(await demo.count('messages'), messages);
      const ids = new Set([...(ana.tags ?? []), ...(other.tags ?? [])].map(({ id }) => id));
      assert.deepEqual(new Set(tags.map(({ id }) => id)), ids);
      assert.ok(channels.length >= Math.max(ana.channels?.length ?? 0, other.channels?.length ?? 0));
    });

    test('the address of the other contact is free for this one', async () => {
      const { email } = await load('c_1004');
      assert.ok(email);
      const merged = await (await adapter()).merge('c_1003', 'c_1004', { email: 'other' }, writing());
      assert.equal(merged.email, email);
    });

    test('an id leads to where its contact is, however often that one was merged', async () => {
      await (await adapter()).merge('c_1006', 'c_1005', {}, writing());
      await (await adapter()).merge('c_1007', 'c_1006', {}, writing());
      for (const id of ['c_1005', 'c_1006']) {
        const refused = (await adapter('u_leila')).load(id, { signal });
        await assert.rejects(refused, { code: 'gone', mergedInto: 'c_1007' });
      }
      await (await adapter()).delete('c_1007', writing());
      await assert.rejects((await adapter()).load('c_1005', { signal }), { code: 'gone', mergedInto: undefined });
    });

    test('of two merges in opposite directions at once, one is done', async () => {
      const merges = [
        (await adapter()).merge('c_1008', 'c_1009', {}, writing()),
        (await adapter('u_mateo')).merge('c_1009', 'c_1008', {}, writing()),
      ];
      const outcomes = await Promise.allSettled(merges);
      assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal(await demo.count('contacts', `id IN ('c_1008', 'c_1009')`), 1);
    });

    test('a merge and a retry of it that arrive together are one merge', async () => {
      const once = writing();
      const [first, ...others] = await Promise.all(
        Array.from({ length: 4 }, async () => (await adapter()).merge('c_1010', 'c_1011', {}, once)),
      );
      for (const other of others) assert.deepEqual(other, first);
    });

    test('a value that is masked for the one who merges is neither chosen nor told', async () => {
      const bankAccounts = async (id: string) =>
        demo.database.query<{ value: string | null }>(`SELECT custom ->> 'bankAccount' AS value FROM contacts WHERE id = $1`, [
          id,
        ]);
      for (const [id, value] of [
        ['c_1012', 'FIRST-ACCOUNT'],
        ['c_1013', 'SECOND-ACCOUNT'],
      ] as const) {
        await demo.database.query(
          `UPDATE contacts SET custom = custom || jsonb_build_object('bankAccount', $2::text) WHERE id = $1`,
          [id, value],
        );
      }
      const manager = await adapter('u_mateo');
      await assert.rejects(manager.merge('c_1012', 'c_1013', { bankAccount: 'other' }, writing()), { code: 'forbidden' });
      const answer = await manager.merge('c_1012', 'c_1013', {}, writing());
      assert.doesNotMatch(JSON.stringify(answer), /ACCOUNT/);
      assert.deepEqual(await bankAccounts('c_1012'), [{ value: 'FIRST-ACCOUNT' }]);
    });

    test('likely duplicates are found by name and by a number that is written for another country', async () => {
      await demo.database.query(`UPDATE contacts SET sort_name = 'twin', phone = '+442079460958' WHERE id = 'c_1014'`);
      await demo.database.query(`UPDATE contacts SET sort_name = 'twin', phone = '020 7946 0958' WHERE id = 'c_1015'`);
      await demo.database.query(`UPDATE contacts SET sort_name = 'twin', phone = NULL WHERE id = 'c_1016'`);
      const found = await (await adapter()).suggestDuplicates('c_1014', { query: '', limit: 5, signal });
      assert.deepEqual(
        found.map(({ contact, reasons }) => [contact.id, reasons]),
        [
          ['c_1015', ['phone', 'name']],
          ['c_1016', ['name']],
        ],
      );
    });

    test('nothing is compared that the one who asks may not see', async () => {
      await demo.database.query(`UPDATE field_definitions SET access = '{"manager": "mask"}' WHERE key = 'phone'`);
      const found = await (await adapter('u_mateo')).suggestDuplicates('c_1014', { query: '', limit: 5, signal });
      assert.deepEqual(new Set(found.map(({ reasons }) => reasons.join())), new Set(['name']));
      assert.doesNotMatch(JSON.stringify(found), /7946/);
      await demo.database.query(`UPDATE field_definitions SET access = '{"viewer": "mask"}' WHERE key = 'phone'`);
    });
  });
}

describe('a contact that was merged, over HTTP', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  test('is answered with 410 and where it is: read, written, followed, and its messages', async () => {
    const owner = await demo.as('u_olivia');
    const sent = { headers: write('*'), body: { other: 'c_1002', choices: {} } };
    assert.equal((await owner('POST', '/api/contacts/c_1001/merge', sent)).status, 200);
    for (const [method, path, body] of [
      ['GET', '/api/contacts/c_1002'],
      ['GET', '/api/contacts/c_1002/events'],
      ['GET', '/app/contacts/c_1002/messages'],
      ['PATCH', '/api/contacts/c_1002', { firstName: 'Late' }],
      ['POST', '/api/contacts/c_1002/tags', { name: 'Late' }],
    ] as const) {
      const response = await owner(method, path, body && { headers: write('*'), body });
      const { mergedInto } = (await response.json()) as { mergedInto: string };
      assert.deepEqual([response.status, mergedInto], [410, 'c_1001'], `${method} ${path}`);
    }
  });

  test('tells those who follow it, who are told where it is when they read', async () => {
    const [owner, agent] = [await demo.adapter('u_olivia'), await demo.adapter('u_amara')];
    const { signal } = new AbortController();
    const news = new Promise<string>((resolve) => {
      const stop = agent.watch('c_1004', ({ id }) => {
        stop();
        resolve(id);
      });
    });
    await owner.merge('c_1003', 'c_1004', {}, writing());
    assert.equal(await news, 'c_1004');
    await assert.rejects(agent.load('c_1004', { signal }), { code: 'gone', mergedInto: 'c_1003' });
  });
});
