import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Demo, write } from './demo.js';
import type { Client } from './demo.js';

interface DuplicateProblem {
  readonly type: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly existing?: { readonly id: string; readonly name: string };
}

const ANA = { id: 'c_1020', name: 'Ana Sousa', email: 'ana.sousa@example.com', phone: '+441632960101' };
const BO = { id: 'c_1021', name: '山田花子', email: 'hanako@example.com', phone: '+441632960102' };

describe('a value that is another contact’s', () => {
  let demo: Demo;
  let owner: Client;

  before(async () => {
    demo = await Demo.open();
    owner = await demo.as('u_olivia');
    for (const [{ id, email, phone }, firstName, lastName] of [
      [ANA, 'Ana', 'Sousa'],
      [BO, '花子', '山田'],
    ] as const) {
      assert.equal((await save(owner, id, { email, phone, firstName, lastName })).status, 200);
    }
  });
  after(() => demo.close());

  const save = (client: Client, id: string, body: object) =>
    client('PATCH', `/api/contacts/${id}`, { headers: write('*'), body });

  const refusal = async (client: Client, body: object): Promise<DuplicateProblem> => {
    const response = await save(client, 'c_1022', body);
    assert.equal(response.status, 409);
    return (await response.json()) as DuplicateProblem;
  };

  test('is refused with the contact that has it, whatever case or spacing it is typed in', async () => {
    const spellings = [
      { email: 'ana.sousa@example.com' },
      { email: 'Ana.SOUSA@Example.COM' },
      { email: '\u200bana.sousa@example.com' },
      { email: 'ana.sousa@exam\u00adple.com\u2060' },
      { phone: '+441632960101' },
      { phone: '+44 (1632) 960-101' },
      { phone: '+44.1632/960 101' },
      { phone: '+44 (0)1632 960101' },
      { phone: 'tel:+44-1632-960101' },
      { phone: '+٤٤١٦٣٢٩٦٠١٠١' },
      { phone: '＋４４　１６３２　９６０１０１' },
    ];
    for (const body of spellings) {
      const { type, errors, existing } = await refusal(owner, body);
      assert.equal(type, 'urn:contact-details:duplicate');
      assert.deepEqual(
        errors.map(({ pointer }) => pointer),
        [`/${Object.keys(body).join()}`],
      );
      assert.deepEqual(existing, { id: ANA.id, name: ANA.name }, JSON.stringify(body));
    }
  });

  test('is told of every field that has one, and of the first contact by its name as it is written', async () => {
    const { errors, existing } = await refusal(owner, { email: BO.email, phone: ANA.phone });
    assert.deepEqual(
      errors.map(({ pointer }) => pointer),
      ['/email', '/phone'],
    );
    assert.deepEqual(existing, { id: BO.id, name: BO.name });
  });

  test('is none where only the extension, or nothing but a script, is what differs', async () => {
    const free = ['+44 1632 960101 ext. 7', '٠١٢٣٤٥٦', '٠١٢٣٤٥٧', '+4416329601017'];
    for (const [index, phone] of free.entries())
      assert.equal((await save(owner, `c_10${30 + index}`, { phone })).status, 200, phone);
    for (const phone of ['+44 1632 960101 x7', 'tel:+44-1632-960101;ext=7', '+441632960101 доб. 7', '0123456'])
      assert.equal((await save(owner, 'c_1022', { phone })).status, 409, phone);
  });

  test('is nobody’s business in another workspace', async () => {
    const ida = await demo.as('u_ida');
    assert.equal((await save(ida, 'c_5001', { email: ANA.email, phone: ANA.phone })).status, 200);
    assert.equal((await save(ida, 'c_5002', { phone: '+46701234567' })).status, 200);
    const { errors, existing } = await refusal(owner, { email: ANA.email, phone: '+46701234567' });
    assert.deepEqual([errors.map(({ pointer }) => pointer), existing?.id], [['/email'], ANA.id]);
  });

  test('may be the contact’s own: saving it again is no duplicate', async () => {
    assert.equal((await save(owner, ANA.id, { email: 'ANA.sousa@example.com', phone: '+44 1632 960101' })).status, 200);
    assert.equal((await save(owner, ANA.id, { email: ANA.email, phone: ANA.phone })).status, 200);
  });

  test('changes nothing, and may be tried again under the same key with another value', async () => {
    const headers = write('*');
    const send = (email: string) => owner('PATCH', '/api/contacts/c_1023', { headers, body: { email, lastName: 'Changed' } });
    assert.equal((await send(ANA.email)).status, 409);
    assert.equal(await demo.count('contacts', "id = 'c_1023' AND last_name = 'Changed'"), 0);
    assert.equal((await send('free.again@example.com')).status, 200);
  });

  test('is never named by a phone number that the one who asks may not see', async () => {
    await demo.database.query(`UPDATE field_definitions SET access = '{"agent": "mask"}' WHERE key = 'phone'`);
    const nameless = "first_name = NULL, last_name = NULL, display_name = '+44 1632 960-101', email = 'nameless@example.com'";
    await demo.database.query(`UPDATE contacts SET ${nameless} WHERE id = $1`, [ANA.id]);
    const agent = await demo.as('u_amara');
    const problem = await refusal(agent, { email: 'nameless@example.com' });
    assert.equal(problem.existing?.id, ANA.id);
    assert.doesNotMatch(JSON.stringify(problem), /1632|960/);
    await demo.database.query('UPDATE contacts SET display_name = NULL WHERE id = $1', [ANA.id]);
    const fallback = await refusal(agent, { email: 'nameless@example.com' });
    assert.equal(fallback.existing?.name, 'nameless@example.com');
    assert.equal((await refusal(owner, { email: 'nameless@example.com' })).existing?.name, ANA.phone);
  });

  test('says no more than that to an adapter’s log: no value is repeated in the errors', async () => {
    const { errors } = await refusal(owner, { email: BO.email });
    assert.doesNotMatch(JSON.stringify(errors), /hanako|example/);
    assert.deepEqual(demo.errors, []);
  });
});
