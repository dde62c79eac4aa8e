import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MASK } from '../../demo/server/contacts/field-access.js';
import type { ContactSnapshot } from '../../src/core/adapter.js';
import { Demo, write } from './demo.js';
import type { Client } from './demo.js';

interface ContactList {
  readonly total: number;
  readonly contacts: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
  }[];
}

describe('fields that not everybody sees', () => {
  let demo: Demo;
  let viewer: Client;
  let agent: Client;
  let owner: Client;

  before(async () => {
    demo = await Demo.open();
    [viewer, agent, owner] = (await Promise.all(['u_leila', 'u_amara', 'u_olivia'].map((id) => demo.as(id)))) as [
      Client,
      Client,
      Client,
    ];
  });
  after(() => demo.close());

  const load = async (client: Client, id: string) =>
    (await (await client('GET', `/api/contacts/${id}`)).json()) as ContactSnapshot;
  const list = async (client: Client, query: string) =>
    (await (await client('GET', `/app/contacts?${query}`)).json()) as ContactList;

  test('a masked value is a mask in every copy of it', async () => {
    const answer = JSON.stringify(await load(viewer, 'c_1001'));
    assert.doesNotMatch(answer, /5145550142|amelie@|123456789/);
    const { contact, fields = [] } = await load(viewer, 'c_1001');
    assert.deepEqual([contact.email, contact.phone, contact.custom?.['taxId']], [MASK, MASK, MASK]);
    assert.deepEqual(
      contact.channels?.map(({ handle }) => handle),
      [MASK, '@atelier.fontaine', MASK, MASK, undefined],
    );
    assert.equal(fields.find(({ key }) => key === 'email')?.access, 'mask');
  });

  test('a value that serves as the name is masked there too', async () => {
    const [row] = await demo.database.query<{ id: string }>(
      `SELECT id FROM contacts WHERE phone IS NOT NULL AND first_name IS NULL AND last_name IS NULL AND display_name IS NULL LIMIT 1`,
    );
    await demo.database.query(`UPDATE contacts SET display_name = '+49 152 0000 0001' WHERE phone = '+4915200000001'`);
    const page = await list(viewer, 'limit=100&offset=300');
    assert.equal(page.contacts.find(({ id }) => id === row?.id)?.name, MASK);
    assert.equal((await load(viewer, row?.id ?? '')).contact.displayName, MASK);
  });

  test('a hidden field does not exist, nor does its value', async () => {
    const { contact, fields = [] } = await load(viewer, 'c_1001');
    assert.ok(!fields.some(({ key }) => key === 'lifetimeValue'));
    assert.ok(!Object.hasOwn(contact.custom ?? {}, 'lifetimeValue'));
    assert.equal((await load(agent, 'c_1001')).contact.custom?.['lifetimeValue'], 18_460);
  });

  test('lists show no more than the panel', async () => {
    for (const { email, phone } of (await list(viewer, 'limit=100')).contacts) {
      assert.ok([null, MASK].includes(email) && [null, MASK].includes(phone));
    }
    const [amelie] = (await list(agent, 'q=fontaine')).contacts;
    assert.equal(amelie?.phone, '+15145550142');
  });

  test('nobody finds out by searching what they may not see', async () => {
    for (const q of ['5145550142', 'amelie@atelier', '%2B1514']) {
      assert.equal((await list(owner, `q=${q}`)).total, 1, q);
      assert.equal((await list(viewer, `q=${q}`)).total, 0, q);
    }
    assert.equal((await list(viewer, 'q=fontaine%20AMELIE')).total, 1);
  });

  test('what is masked or read-only is not changed, and a mask never overwrites a value', async () => {
    const save = (client: Client, body: object) => client('PATCH', '/api/contacts/c_1001', { headers: write('*'), body });
    assert.equal((await save(agent, { custom: { taxId: MASK } })).status, 403);
    assert.equal((await save(owner, { custom: { orders: 99 } })).status, 403);
    const saved = await save(agent, { lastName: 'Fontaine-Roy', custom: { jobTitle: 'Architect' } });
    assert.equal(saved.status, 200);
    assert.equal(((await saved.json()) as { custom: Record<string, unknown> }).custom['taxId'], MASK);
    const { contact } = await load(owner, 'c_1001');
    assert.deepEqual(
      [contact.lastName, contact.custom?.['taxId'], contact.custom?.['orders']],
      ['Fontaine-Roy', '123456789 RT0001', 23],
    );
  });

  test('a conflict shows the other’s contact only as far as one may see it', async () => {
    const response = await agent('PATCH', '/api/contacts/c_1001', { headers: write('0'), body: { firstName: 'Late' } });
    assert.equal(response.status, 412);
    const { current } = (await response.json()) as { current: ContactSnapshot['contact'] };
    assert.equal(current.custom?.['taxId'], MASK);
  });
});
