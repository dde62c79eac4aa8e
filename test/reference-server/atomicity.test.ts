import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ContactError } from '../../src/core/error.js';
import { ENGINES } from '../support/databases.js';
import { until } from '../support/until.js';
import { Demo, writing } from './demo.js';

const FORBID_TOMBSTONES = `
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
  CREATE TRIGGER refuse BEFORE INSERT ON deleted_contacts FOR EACH ROW EXECUTE FUNCTION refuse();`;

for (const engine of ENGINES) {
  describe(`writes on ${engine.name}`, () => {
    let demo: Demo;
    const adapter = (userId = 'u_olivia') => demo.adapter(userId);
    const signal = new AbortController().signal;
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
      await demo.count('messages', `id LIKE 'm_${id.slice(2)}\\_%'`),
      await demo.count('idempotency_keys', `contact_id = '${id}'`),
    ];

    test('deleting a contact that cannot be deleted wholly deletes nothing of it', async () => {
      const before = await belongings('c_1001');
      assert.deepEqual(before.slice(0, 4), [1, 5, 1, 11]);
      await demo.database.script(FORBID_TOMBSTONES);
      await assert.rejects((await adapter()).delete('c_1001', writing()));
      await demo.database.script('DROP TRIGGER refuse ON deleted_contacts');
      assert.deepEqual(await belongings('c_1001'), before);
    });

    test('deleting a contact deletes its conversations, messages, tags and remembered answers, and nobody else’s', async () => {
      await (await adapter('u_amara')).save('c_1001', { firstName: 'Ami' }, writing());
      const others = await demo.count('messages', `id NOT LIKE 'm_1001\\_%'`);
      const remove = writing();
      await (await adapter()).delete('c_1001', remove);
      assert.deepEqual(await belongings('c_1001'), [0, 0, 0, 0, 0, 1]);
      assert.equal(await demo.count('idempotency_keys', `answer::text LIKE '%Ami%'`), 0);
      assert.equal(await demo.count('messages'), others);
      await (await adapter()).delete('c_1001', remove);
      await assert.rejects((await adapter()).delete('c_1001', writing()), { code: 'gone' });
    });

    if (engine.name === 'PostgreSQL')
      test('two writes that wait for each other are both done', async () => {
        const ids = ['c_1003', 'c_1004'];
        const held = new Set<string>();
        const rename = (mark: string, order: readonly string[]) =>
          demo.database.transaction(async (transaction) => {
            for (const id of order) {
              await transaction.query(`UPDATE contacts SET last_name = concat(last_name, $1::text) WHERE id = $2`, [mark, id]);
              held.add(id);
              await until(() => held.size === ids.length, 'each to hold what the other wants');
            }
          });
        await Promise.all([rename(' A', ids), rename(' B', ids.toReversed())]);
        for (const id of ids) assert.match((await load(id)).lastName ?? '', / (A B|B A)$/);
      });

    test('two people who tag at once lose nothing', async () => {
      const before = (await load('c_1002')).tags ?? [];
      const people = [await adapter('u_olivia'), await adapter('u_amara'), await adapter('u_mateo')];
      const names = Array.from({ length: 12 }, (_, index) => `At once ${index}`);
      await Promise.all(names.map(async (name, index) => people[index % 3]?.addTag('c_1002', { name }, writing())));
      const after = (await load('c_1002')).tags?.map(({ name }) => name) ?? [];
      assert.equal(after.length, before.length + names.length);
      assert.ok(names.every((name) => after.includes(name)));
    });

    test('people who make the same tag at once make one', async () => {
      const spellings = ['Brücke', 'brücke', 'BRÜCKE', 'bru\u0308cke', 'Brucke'];
      const people = [await adapter('u_olivia'), await adapter('u_amara')];
      await Promise.all(
        spellings.map(async (name, index) => people[index % 2]?.addTag(`c_10${20 + index}`, { name }, writing())),
      );
      assert.equal(await demo.count('tags', `folded_name = 'brucke'`), 1);
      assert.equal(
        await demo.count('contact_tags', `tag_id = (SELECT id FROM tags WHERE folded_name = 'brucke')`),
        spellings.length,
      );
    });

    test('of two saves over the same version, one wins and the other is told what is there now', async () => {
      const { version = '' } = await load('c_1003');
      const saves = ['Anna', 'Anne'].map(async (firstName, index) =>
        (await adapter(index ? 'u_amara' : 'u_olivia')).save('c_1003', { firstName }, writing({ version })),
      );
      const outcomes = await Promise.allSettled(saves);
      const [won] = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      const [lost] = outcomes.filter((outcome) => outcome.status === 'rejected');
      assert.ok(won && lost && lost.reason instanceof ContactError);
      assert.equal(lost.reason.code, 'conflict');
      assert.deepEqual(lost.reason.current, won.value);
      assert.deepEqual(await load('c_1003'), won.value);
    });

    test('a save and a retry of it that arrive together are one save', async () => {
      const { version = '' } = await load('c_1004');
      const write = writing({ version });
      const saves = Array.from({ length: 6 }, async () => (await adapter()).save('c_1004', { lastName: 'Once' }, write));
      const [first, ...others] = await Promise.all(saves);
      for (const other of others) assert.deepEqual(other, first);
      assert.equal((await load('c_1004')).version, String(Number(version) + 1));
    });

    test('a retry long after gets the first answer, though somebody changed the contact since', async () => {
      const { version = '' } = await load('c_1005');
      const write = writing({ version });
      const first = await (await adapter()).save('c_1005', { lastName: 'First' }, write);
      await (await adapter('u_amara')).save('c_1005', { lastName: 'Second' }, writing());
      assert.deepEqual(await (await adapter()).save('c_1005', { lastName: 'First' }, write), first);
      assert.equal((await load('c_1005')).lastName, 'Second');
    });

    test('a key belongs to one person, one contact and one payload', async () => {
      const write = writing();
      await (await adapter()).save('c_1006', { lastName: 'Mine' }, write);
      await assert.rejects((await adapter()).save('c_1006', { lastName: 'Other' }, write), { code: 'invalid' });
      await assert.rejects((await adapter()).save('c_1007', { lastName: 'Mine' }, write), { code: 'invalid' });
      const theirs = await (await adapter('u_amara')).save('c_1006', { lastName: 'Theirs' }, write);
      assert.equal(theirs.lastName, 'Theirs');
    });

    test('a refused write is not remembered: the same key may be used again', async () => {
      const write = writing({ version: 'outdated' });
      await assert.rejects((await adapter()).save('c_1008', { lastName: 'Again' }, write), { code: 'conflict' });
      const { version = '' } = await load('c_1008');
      assert.equal((await (await adapter()).save('c_1008', { lastName: 'Again' }, { ...write, version })).lastName, 'Again');
    });

    test('an email address or phone number belongs to one contact of a workspace, however it is written', async () => {
      const { email = '', phone = '' } = { ...(await load('c_1009')), email: 'taken@example.com', phone: '+441632960961' };
      await (await adapter()).save('c_1009', { email, phone }, writing());
      const refused = async (patch: object, pointer: string) =>
        assert.rejects((await adapter()).save('c_1010', patch, writing()), (error) => {
          assert.ok(error instanceof ContactError);
          assert.deepEqual([error.code, error.fields.map((field) => field.pointer)], ['duplicate', [pointer]]);
          return true;
        });
      await refused({ email: 'Taken@Example.com' }, '/email');
      await refused({ phone: '+44 (1632) 960-961' }, '/phone');
      const ida = await demo.adapter('u_ida');
      assert.equal((await ida.save('c_5001', { email }, writing())).email, email);
    });

    test('what changes nothing leaves the version as it is', async () => {
      const alone = await adapter();
      await alone.removeTag('c_1011', 't_press', writing());
      const { version } = await alone.addTag('c_1011', { id: 't_plain' }, writing());
      const { firstName = '' } = await load('c_1011');
      const answers = [
        await alone.save('c_1011', { firstName }, writing()),
        await alone.removeTag('c_1011', 't_press', writing()),
        await alone.addTag('c_1011', { id: 't_plain' }, writing()),
        await alone.addTag('c_1011', { name: 'SHOWROOM 2026' }, writing()),
      ];
      assert.deepEqual(
        answers.map((answer) => answer.version),
        [version, version, version, version],
      );
    });
  });
}
