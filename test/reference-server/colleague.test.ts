import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ContactSnapshot } from '../../src/core/adapter.js';
import { Demo } from './demo.js';

describe('the demo’s second person', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  const ask = async (userId: string | undefined, contactId: string, field: unknown, headers = {}) => {
    const client = await demo.as(userId);
    return client('POST', `/app/contacts/${contactId}/colleague-edit`, { body: { field }, headers });
  };
  const contactFor = async (userId: string, contactId: string) => {
    const response = await (await demo.as(userId))('GET', `/api/contacts/${contactId}`);
    return ((await response.json()) as ContactSnapshot).contact;
  };

  test('changes a field in their own name, and comes round', async () => {
    const values: unknown[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const response = await ask('u_olivia', 'c_1001', 'status');
      const { name, value } = (await response.json()) as { name: string; value: unknown };
      const { status, provenance } = await contactFor('u_olivia', 'c_1001');
      assert.deepEqual([name, status, provenance?.['status']?.by], ['Amara Okafor', value, 'Amara Okafor']);
      values.push(value);
    }
    assert.deepEqual(values, ['snoozed', 'closed', 'open']);
  });

  test('gives a second last name and takes it away again, of contacts without a first one, too', async () => {
    const [nameless] = await demo.database.query<{ id: string }>(
      `SELECT id FROM contacts WHERE workspace_id = 'w_harbor' AND last_name IS NULL LIMIT 1`,
    );
    for (const [id, names] of [
      ['c_1001', ['Fontaine-Lind', 'Fontaine']],
      [nameless?.id ?? '', ['Lind', undefined]],
    ] as const) {
      for (const name of names) {
        await ask('u_olivia', id, 'lastName');
        assert.equal((await contactFor('u_olivia', id)).lastName, name);
      }
    }
  });

  test('is never the one who asks, and of the same workspace', async () => {
    const nameFor = async (userId: string, contactId: string) =>
      ((await (await ask(userId, contactId, 'language')).json()) as { name: string }).name;
    assert.equal(await nameFor('u_amara', 'c_1001'), 'Jónas Þórsson');
    assert.equal(await nameFor('u_ida', 'c_5001'), 'Kofi Mensah');
  });

  test('does nothing for nobody, for viewers, for another workspace and for other sites', async () => {
    const { version } = await contactFor('u_olivia', 'c_1001');
    assert.equal((await ask(undefined, 'c_1001', 'status')).status, 401);
    assert.equal((await ask('u_leila', 'c_1001', 'status')).status, 403);
    assert.equal((await ask('u_ida', 'c_1001', 'status')).status, 404);
    assert.equal((await ask('u_olivia', 'c_1001', 'status', { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await contactFor('u_olivia', 'c_1001')).version, version);
  });

  test('changes three fields and no other', async () => {
    const { version } = await contactFor('u_olivia', 'c_1001');
    for (const field of ['email', 'taxId', '__proto__', 'constructor', 'toString'])
      assert.equal((await ask('u_olivia', 'c_1001', field)).status, 404, field);
    assert.equal((await ask('u_olivia', 'c_1001', 7)).status, 422);
    assert.equal((await contactFor('u_olivia', 'c_1001')).version, version);
  });
});
