import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ContactSnapshot } from '../../src/core/adapter.js';
import { Demo, write } from './demo.js';
import type { Client } from './demo.js';

/** A value that is none, for a field of each type that the shop has. */
const WRONG = {
  country: 'Canada',
  language: 'french!',
  email: 'amelie',
  phone: '+1 514 555 0142 0142 0142',
  assignee: { id: 'u_nobody', name: 'Nobody' },
  status: 'paused',
  custom: {
    ...{ company: 7, notes: 'x'.repeat(2_001), workEmail: 'a@b', directLine: 'none', website: 'javascript:alert(1)' },
    ...{ plan: 'gold', interests: ['lamps', 'lamps'], floor: '3', lifetimeValue: -1, discount: 101, loyaltyCard: 'HH-1' },
    ...{ birthday: '1988-02-30', newsletter: 'true', callAt: '9:30', nextVisit: '2026-12-24', shipsTo: 'Canada' },
    ...{ 'a/b~c': 2 },
  },
} as const;

describe('values that are none', () => {
  let demo: Demo;
  let owner: Client;

  before(async () => {
    demo = await Demo.open();
    owner = await demo.as('u_olivia');
    await demo.database.query(
      `INSERT INTO field_definitions (workspace_id, key, position, definition) VALUES ('w_harbor', 'a/b~c', 99, $1::text::jsonb)`,
      [JSON.stringify({ type: 'number', min: 10, label: 'Odd key' })],
    );
  });
  after(() => demo.close());

  const save = (body: object) => owner('PATCH', '/api/contacts/c_1001', { headers: write('*'), body });
  const pointersOf = async (response: Response) => {
    assert.equal(response.status, 422);
    const problem = (await response.json()) as { type: string; errors: readonly { pointer: string; detail: string }[] };
    assert.equal(problem.type, 'urn:contact-details:invalid');
    assert.ok(problem.errors.every(({ detail }) => detail.length > 0));
    return problem.errors.map(({ pointer }) => pointer);
  };
  const load = async () => (await (await owner('GET', '/api/contacts/c_1001')).json()) as ContactSnapshot;

  test('are refused all at once, each by the JSON Pointer of its place in the patch', async () => {
    const before = await load();
    const { custom, ...standard } = WRONG;
    assert.deepEqual(await pointersOf(await save({ firstName: 'Fine', ...WRONG })), [
      ...Object.keys(standard).map((key) => `/${key}`),
      ...Object.keys(custom).map((key) => `/custom/${key.replace('~', '~0').replace('/', '~1')}`),
    ]);
    assert.deepEqual(await load(), before);
  });

  test('are each refused alone, too', async () => {
    const { custom, ...standard } = WRONG;
    for (const [key, value] of Object.entries(standard)) {
      assert.deepEqual(await pointersOf(await save({ [key]: value })), [`/${key}`]);
    }
    for (const [key, value] of Object.entries(custom)) {
      assert.equal((await pointersOf(await save({ custom: { [key]: value } }))).length, 1, key);
    }
  });

  test('are none for a field that is required: the status cannot be cleared', async () => {
    assert.deepEqual(await pointersOf(await save({ status: null })), ['/status']);
    assert.deepEqual(await pointersOf(await save({ status: '' })), ['/status']);
  });

  test('may stay where they have been stored before, while other fields are changed', async () => {
    const legacy = { floor: '3', plan: 'platinum', newsletter: 'true', interests: ['rugs', 'lamps'] };
    await demo.database.query(`UPDATE contacts SET custom = custom || $1::text::jsonb WHERE id = 'c_1001'`, [
      JSON.stringify(legacy),
    ]);
    const saved = await save({ lastName: 'Fontaine', custom: { floor: '3', interests: ['rugs', 'lamps', 'chairs'] } });
    assert.equal(saved.status, 200);
    const { custom = {} } = (await load()).contact;
    assert.deepEqual([custom['floor'], custom['plan'], custom['newsletter']], ['3', 'platinum', 'true']);
    assert.deepEqual(custom['interests'], ['rugs', 'lamps', 'chairs']);
    assert.deepEqual(await pointersOf(await save({ custom: { floor: '4' } })), ['/custom/floor']);
  });

  test('are not numbers that JSON cannot say: those do not even arrive', async () => {
    const response = await save({ custom: { floor: Number.NaN } });
    assert.equal(response.status, 200);
    assert.equal((await load()).contact.custom?.['floor'], undefined);
    const body = '{"custom":{"floor":1e999}}';
    assert.deepEqual(await pointersOf(await owner('PATCH', '/api/contacts/c_1001', { headers: write('*'), body })), [
      '/custom/floor',
    ]);
  });
});
