import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ContactSnapshot } from '../../src/core/adapter.js';
import type { Option } from '../../src/core/field-definition.js';
import { Demo, write } from './demo.js';
import type { Client } from './demo.js';

describe('the people of a workspace', () => {
  let demo: Demo;
  let owner: Client;

  before(async () => {
    demo = await Demo.open();
    owner = await demo.as('u_olivia');
  });
  after(() => demo.close());

  const search = async (client: Client, key: string, query: string) => {
    const response = await client('GET', `/api/fields/${key}/options?${query}`);
    return ((await response.json()) as { options: readonly Option[] }).options;
  };
  const save = (client: Client, id: string, body: object) =>
    client('PATCH', `/api/contacts/${id}`, { headers: write('*'), body });
  const load = async (client: Client, id: string) =>
    (await (await client('GET', `/api/contacts/${id}`)).json()) as ContactSnapshot;

  test('are told who they are themselves, as somebody whom they can assign', async () => {
    assert.deepEqual((await load(owner, 'c_1002')).me, {
      ...{ id: 'u_olivia', name: 'Olivia Marsh', avatarUrl: '/avatars/olivia.svg' },
    });
    assert.equal((await load(await demo.as('u_ida'), 'c_5001')).me?.id, 'u_ida');
    const { me } = await load(owner, 'c_1002');
    assert.equal((await save(owner, 'c_1002', { assignee: me })).status, 200);
    assert.deepEqual((await load(owner, 'c_1002')).contact.assignee, me);
  });

  for (const key of ['assignee', 'advisor']) {
    test(`are found for ${key} with their pictures, folded, those first whose name begins so`, async () => {
      assert.deepEqual(await search(owner, key, 'q=JONAS'), [
        { value: 'u_jonas', label: 'Jónas Þórsson', avatarUrl: '/avatars/p22.svg' },
      ]);
      assert.deepEqual(
        (await search(owner, key, 'q=thors')).map(({ value }) => value),
        ['u_jonas'],
      );
      assert.deepEqual((await search(owner, key, 'q=o')).map(({ value }) => value).slice(0, 1), ['u_olivia']);
      assert.deepEqual(
        (await search(owner, key, `q=${encodeURIComponent('美玲')}`)).map(({ value }) => value),
        ['u_meiling'],
      );
    });

    test(`are as many for ${key} as were asked for, and none of another workspace`, async () => {
      assert.equal((await search(owner, key, 'q=')).length, 6);
      assert.equal((await search(owner, key, 'q=&limit=2')).length, 2);
      assert.deepEqual(await search(owner, key, 'q=Ida'), []);
      assert.deepEqual(await search(await demo.as('u_ida'), key, 'q=Olivia'), []);
    });
  }

  test('are the only ones whom a contact can be given to', async () => {
    for (const [body, pointer] of [
      [{ assignee: { id: 'u_ida', name: 'Ida Lindqvist' } }, '/assignee'],
      [{ assignee: { id: 'u_none', name: 'Nobody' } }, '/assignee'],
      [{ custom: { advisor: { id: 'u_kofi', name: 'Kofi Mensah' } } }, '/custom/advisor'],
      [{ custom: { advisor: ['u_amara'] } }, '/custom/advisor'],
      [{ custom: { advisor: 'u_amara' } }, '/custom/advisor'],
    ] as const) {
      const response = await save(owner, 'c_1003', body);
      assert.equal(response.status, 422, JSON.stringify(body));
      const { errors } = (await response.json()) as { errors: readonly { pointer: string }[] };
      assert.deepEqual(
        errors.map((error) => error.pointer),
        [pointer],
      );
    }
  });

  test('are stored by id: name and picture are the workspace’s, whatever a patch says', async () => {
    const advisor = { id: 'u_amara', name: '<Mallory>', avatarUrl: 'https://evil.example/x.png' };
    const { contact } = await load(owner, 'c_1003');
    const response = await save(owner, 'c_1003', { assignee: advisor, custom: { advisor } });
    assert.equal(response.status, 200);
    const amara = { id: 'u_amara', name: 'Amara Okafor', avatarUrl: '/avatars/amara.svg' };
    const saved = (await load(owner, 'c_1003')).contact;
    assert.deepEqual([saved.assignee, saved.custom?.['advisor']], [amara, amara]);
    assert.equal((await save(owner, 'c_1003', { assignee: null, custom: { advisor: null } })).status, 200);
    const after = (await load(owner, 'c_1003')).contact;
    assert.deepEqual([after.assignee, after.custom?.['advisor'], after.id], [undefined, undefined, contact.id]);
  });

  test('stay an advisor when they have left, until somebody chooses another', async () => {
    const gone = { id: 'u_gone', name: 'Grace Left' };
    await demo.database.query(
      `UPDATE contacts SET custom = custom || jsonb_build_object('advisor', $1::text::jsonb) WHERE id = 'c_1004'`,
      [JSON.stringify(gone)],
    );
    assert.equal((await save(owner, 'c_1004', { lastName: 'Kept', custom: { advisor: gone } })).status, 200);
    assert.deepEqual((await load(owner, 'c_1004')).contact.custom?.['advisor'], gone);
    assert.equal((await save(owner, 'c_1005', { custom: { advisor: gone } })).status, 422);
  });
});
