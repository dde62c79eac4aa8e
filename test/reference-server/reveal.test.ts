import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MASK } from '../../demo/server/contacts/field-access.js';
import type { ContactSnapshot } from '../../src/core/adapter.js';
import { Demo } from './demo.js';

describe('revealing a masked value', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  const reveal = async (userId: string | undefined, path: string, headers = {}) => {
    const client = await demo.as(userId);
    return client('POST', `/app/contacts/${path}/reveal`, { headers });
  };
  const taxIdFor = async (userId: string) => {
    const response = await (await demo.as(userId))('GET', '/api/contacts/c_1001');
    const { contact, fields = [] } = (await response.json()) as ContactSnapshot;
    return { value: contact.custom?.['taxId'], field: fields.find(({ key }) => key === 'taxId') };
  };

  test('is announced to those only who may ask for it', async () => {
    const agent = await taxIdFor('u_amara');
    assert.deepEqual([agent.value, agent.field?.access, agent.field?.revealable], [MASK, 'mask', true]);
    const viewer = await taxIdFor('u_leila');
    assert.deepEqual([viewer.value, viewer.field?.access, viewer.field?.revealable], [MASK, 'mask', undefined]);
    const owner = await taxIdFor('u_olivia');
    assert.deepEqual([owner.value, owner.field?.revealable], ['123456789 RT0001', undefined]);
  });

  test('answers the value, once, to agents, and to those who see it anyway', async () => {
    for (const userId of ['u_amara', 'u_jonas', 'u_mateo', 'u_olivia']) {
      const response = await reveal(userId, 'c_1001/fields/taxId');
      assert.equal(response.status, 200, userId);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.deepEqual(await response.json(), { label: 'Tax ID', value: '123456789 RT0001' });
    }
    assert.equal((await taxIdFor('u_amara')).value, MASK);
  });

  test('can be tried by whoever opens the demo: one field is masked for owners, too', async () => {
    const response = await (await demo.as('u_olivia'))('GET', '/api/contacts/c_1001');
    const { contact, fields = [] } = (await response.json()) as ContactSnapshot;
    assert.equal(contact.custom?.['bankAccount'], MASK);
    assert.equal(fields.find(({ key }) => key === 'bankAccount')?.revealable, true);
    const revealed = await reveal('u_olivia', 'c_1001/fields/bankAccount');
    assert.deepEqual(await revealed.json(), { label: 'Bank Account', value: '10042-815-2041-337' });
    assert.equal((await reveal('u_leila', 'c_1001/fields/bankAccount')).status, 404);
  });

  test('answers null where the contact has no value', async () => {
    assert.deepEqual(await (await reveal('u_amara', 'c_1002/fields/taxId')).json(), { label: 'Tax ID', value: null });
  });

  test('is refused to nobody, to viewers, and for masked fields that are not to be revealed', async () => {
    assert.equal((await reveal(undefined, 'c_1001/fields/taxId')).status, 401);
    assert.equal((await reveal('u_leila', 'c_1001/fields/taxId')).status, 403);
    assert.equal((await reveal('u_leila', 'c_1001/fields/phone')).status, 403);
    await demo.database.query(`UPDATE field_definitions SET access = '{"agent": "mask"}' WHERE key = 'loyaltyCard'`);
    assert.equal((await reveal('u_amara', 'c_1001/fields/loyaltyCard')).status, 403);
  });

  test('knows no hidden fields, no unknown ones, and nothing of another workspace', async () => {
    for (const key of ['lifetimeValue', 'nothing', '__proto__', 'constructor', 'id']) {
      assert.equal((await reveal('u_leila', `c_1001/fields/${key}`)).status, 404, key);
    }
    assert.equal((await reveal('u_ida', 'c_1001/fields/taxId')).status, 404);
    assert.equal((await reveal('u_amara', 'c_5001/fields/patientNumber')).status, 404);
    assert.equal((await reveal('u_amara', 'c_none/fields/taxId')).status, 404);
  });

  test('is refused to other sites, and is no address to be read', async () => {
    assert.equal((await reveal('u_amara', 'c_1001/fields/taxId', { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await (await demo.as('u_amara'))('GET', '/app/contacts/c_1001/fields/taxId/reveal')).status, 404);
  });
});
