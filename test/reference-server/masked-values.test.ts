import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Demo, write, writing } from './demo.js';
import type { Client } from './demo.js';

const ID = 'c_1001';
const MAIL = 'canary.mail@secret.example';
const DIGITS = '14155550199';

/** A value of each field that is a text, which occurs nowhere else. */
const CANARIES: Readonly<Record<string, string>> = {
  ...{ lastName: 'Canarybird', email: MAIL, phone: `+${DIGITS}` },
  ...{ company: 'Canary Corporation', jobTitle: 'Canary keeper', website: 'https://canary.example/', notes: 'Canary notes' },
  ...{ workEmail: 'work@canary.example', directLine: '+14155550177', taxId: 'CANARY-TAX', bankAccount: 'CANARY-BANK' },
};

/** An email address and a phone number beside the primary ones. */
const FURTHER = { email: 'canary.further@secret.example', phone: '+14155550133' };

/** What must not be found in an answer, whatever its case and its punctuation. */
const TRACES = [...Object.values(CANARIES), ...Object.values(FURTHER)].map((canary) => bare(canary));

/** Who is asking, all of them without the right to see the fields above. */
const READERS = { manager: 'u_mateo', 'restricted manager': 'u_meiling', agent: 'u_amara', viewer: 'u_leila' } as const;

const ORDERS = ['name', '-name', 'country', '-country', 'lastMessageAt', '-lastMessageAt', 'status'];

for (const access of ['mask', 'hide'] as const) {
  describe(`values with the access "${access}"`, () => {
    let demo: Demo;

    before(async () => {
      demo = await Demo.open();
      await plant(demo, access);
    });
    after(() => demo.close());

    for (const [reader, userId] of Object.entries(READERS)) {
      test(`are in no answer and in no stream for a ${reader}`, async () => {
        const answers = await crawl(demo, await demo.as(userId));
        for (const [request, answer] of answers) assert.deepEqual(tracesIn(answer), [], `${request}\n${answer}`);
        assert.ok(answers.size > 60, `only ${answers.size} answers`);
        assert.deepEqual(demo.errors, []);
      });

      test(`are not found out by a ${reader} who searches for them`, async () => {
        const client = await demo.as(userId);
        for (const list of ['contacts', 'conversations']) {
          for (const canary of [...Object.values(CANARIES), ...Object.values(FURTHER)]) {
            const found = await told(client, 'GET', `/app/${list}?q=${encodeURIComponent(canary)}`);
            const nothing = await told(client, 'GET', `/app/${list}?q=nobodyiscalledthis`);
            assert.equal(found, nothing, `${list}: ${canary}`);
          }
        }
      });
    }

    test('are all found by the same search where they may be seen', async () => {
      const answers = [...(await crawl(demo, await demo.as('u_olivia')))].map(([, answer]) => answer).join('\n');
      assert.deepEqual(new Set(tracesIn(answers)), new Set(TRACES));
    });
  });
}

test('who may not see email addresses and phone numbers finds nobody by further ones that are a name as well', async (t) => {
  const demo = await Demo.open();
  t.after(() => demo.close());
  const searched = { ...FURTHER, digits: FURTHER.phone.slice(1) };
  for (const [index, address] of Object.values(searched).entries()) {
    await demo.database.query(
      `UPDATE contacts SET display_name = $2, sort_name = $2, search_text = $2, emails = jsonb_build_array(jsonb_build_object('value', $3::text)),
         phones = jsonb_build_array(jsonb_build_object('value', $4::text)) WHERE id = $1`,
      [`c_10${20 + index}`, address, FURTHER.email, FURTHER.phone],
    );
  }
  const agent = await demo.as('u_amara');
  const countOf = async (query: string) => {
    const response = await agent('GET', `/app/contacts?q=${encodeURIComponent(query)}`);
    return ((await response.json()) as { contacts: readonly unknown[] }).contacts.length;
  };
  const before = await Promise.all(Object.values(searched).map(countOf));
  const closed = JSON.stringify({ agent: 'mask' });
  for (const key of ['email', 'phone']) {
    await demo.database.query(
      `INSERT INTO field_definitions (workspace_id, key, position, definition, access)
       VALUES ('w_harbor', $1, 0, '{"type": "text"}', $2::text::jsonb) ON CONFLICT (workspace_id, key) DO UPDATE SET access = excluded.access`,
      [key, closed],
    );
  }
  assert.ok(before.every((count) => count > 0));
  assert.deepEqual(await Promise.all(Object.values(searched).map(countOf)), [0, 0, 0]);
});

describe('values whose access changes', () => {
  let demo: Demo;
  let agent: Client;

  before(async () => {
    demo = await Demo.open();
    agent = await demo.as('u_amara');
  });
  after(() => demo.close());

  async function giveAccess(key: string, access: string | null): Promise<void> {
    await demo.database.query(
      `INSERT INTO field_definitions (workspace_id, key, position, definition, access)
       VALUES ('w_harbor', $1, 0, '{"type": "text"}', jsonb_strip_nulls(jsonb_build_object('agent', $2::text)))
       ON CONFLICT (workspace_id, key) DO UPDATE SET access = excluded.access`,
      [key, access],
    );
  }

  test('the answer of a write, asked for again, is what its reader may see today', async () => {
    const again = { headers: write('*'), body: { firstName: 'Replayed' } };
    const send = async () => (await (await agent('PATCH', '/api/contacts/c_1002', again)).json()) as { email: string };
    const tag = { headers: write(), body: { name: 'Replayed tag' } };
    const tagged = async () => (await (await agent('POST', '/api/contacts/c_1002/tags', tag)).json()) as { email: string };
    const { email } = await send();
    assert.match(email, /@/);
    assert.equal((await tagged()).email, email);
    await giveAccess('email', 'mask');
    assert.equal((await send()).email, '••••••');
    assert.equal((await tagged()).email, '••••••');
    await giveAccess('email', null);
    assert.equal((await send()).email, email);
  });

  test('a contact that has a value already is called what the one who asks may call it', async () => {
    await demo.database.query(
      `UPDATE contacts SET first_name = NULL, last_name = NULL, display_name = 'Private +1 415 555 0188', phone = '+14155550188',
         email = 'taken@example.com' WHERE id = 'c_1003'`,
    );
    await giveAccess('phone', 'mask');
    const sent = { headers: write('*'), body: { email: 'taken@example.com' } };
    const response = await agent('PATCH', '/api/contacts/c_1004', sent);
    assert.equal(response.status, 409);
    const { existing } = (await response.json()) as { existing: unknown };
    assert.deepEqual(existing, { id: 'c_1003', name: 'Private ••••••' });
    await giveAccess('phone', null);
  });

  test('a colleague’s edit tells nothing of a field that the one who asks for it may not see', async () => {
    await giveAccess('lastName', null);
    await demo.database.query(`UPDATE field_definitions SET access = '{"manager": "mask"}' WHERE key = 'lastName'`);
    const manager = await demo.as('u_mateo');
    const response = await manager('POST', '/app/contacts/c_1005/colleague-edit', { body: { field: 'lastName' } });
    assert.equal(response.status, 403);
    await giveAccess('lastName', null);
  });

  test('a value that is a mask inside a text leaves the rest of the text', async () => {
    await demo.database.query(`UPDATE contacts SET last_name = 'Lee', display_name = 'Lee (sleeps)' WHERE id = 'c_1006'`);
    await giveAccess('lastName', 'mask');
    const { contact } = (await (await agent('GET', '/api/contacts/c_1006')).json()) as { contact: { displayName: string } };
    assert.equal(contact.displayName, '•••••• (sleeps)');
    await giveAccess('lastName', null);
  });
});

/** Gives a contact the canaries, also where they stand for something else, and closes their fields to all but owners. */
async function plant({ database }: Demo, access: 'mask' | 'hide'): Promise<void> {
  const closed = JSON.stringify(Object.fromEntries(['manager', 'agent', 'viewer'].map((role) => [role, access])));
  for (const [key, canary] of Object.entries(CANARIES)) {
    await database.query(
      `INSERT INTO field_definitions (workspace_id, key, position, definition, access)
       VALUES ('w_harbor', $1, 0, '{"type": "text"}', $2::text::jsonb)
       ON CONFLICT (workspace_id, key) DO UPDATE SET access = excluded.access, definition = field_definitions.definition - 'revealable'`,
      [key, closed],
    );
    await database.query(`UPDATE contacts SET custom = custom || jsonb_build_object($2::text, $3::text) WHERE id = $1`, [
      ...[ID, key, canary],
    ]);
  }
  await database.query(
    `UPDATE contacts SET first_name = NULL, last_name = $2, email = $3, phone = $4, display_name = $5, channels = $6::text::jsonb,
       emails = $7::text::jsonb, phones = $8::text::jsonb, custom = custom - 'lastName' - 'email' - 'phone' WHERE id = $1`,
    [
      ...[ID, CANARIES['lastName'] ?? '', MAIL, `+${DIGITS}`, `Mx. CANARYBIRD <${MAIL}>`],
      JSON.stringify([{ id: 'ch', type: 'sms', name: `SMS ${MAIL}`, handle: '+1 (415) 555-0199', state: 'active' }]),
      JSON.stringify([
        { value: MAIL, isPrimary: true },
        { value: FURTHER.email, label: 'work' },
      ]),
      JSON.stringify([{ value: `+${DIGITS}`, isPrimary: true }, { value: FURTHER.phone }]),
    ],
  );
  const text = `I am ${Object.values(CANARIES).join(', ')} or 1-415-555-0199`;
  await database.query(
    `UPDATE messages m SET author = $2, text = $3 FROM conversations v WHERE v.id = m.conversation_id AND v.contact_id = $1
       AND m.direction = 'in'`,
    [ID, MAIL, text],
  );
  await database.query('UPDATE conversations SET preview = $2 WHERE contact_id = $1', [ID, text]);
}

/** Asks for everything that there is to be asked for, and fails in every way; the answers by request, headers included. */
async function crawl(demo: Demo, client: Client): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const ask = async (...request: Parameters<Client>): Promise<void> => {
    answers.set(`${request[0]} ${request[1]} #${answers.size}`, await told(client, ...request));
  };
  await ask('GET', `/api/contacts/${ID}`);
  await ask('GET', '/app/session');
  await ask('GET', `/app/contacts/${ID}/messages`);
  await ask('POST', `/app/contacts/${ID}/messages`, { body: { text: 'Hello' } });
  await ask('POST', `/app/contacts/${ID}/messages`, { body: { text: '' } });
  for (const field of ['status', 'language', 'lastName', 'email']) {
    await ask('POST', `/app/contacts/${ID}/colleague-edit`, { body: { field } });
  }
  await demo.database.query('UPDATE contacts SET last_name = $2 WHERE id = $1', [ID, CANARIES['lastName'] ?? '']);
  for (const order of ORDERS) await ask('GET', `/app/contacts?limit=100&sort=${order}`);
  await ask('GET', '/app/contacts?status=open&match=all&tag=vip');
  await ask('GET', '/app/conversations?limit=100');
  await ask('GET', '/api/tags?q=');
  for (const [key, canary] of Object.entries(CANARIES)) {
    await ask('GET', `/api/fields/${key}/options?q=`);
    await ask('POST', `/app/contacts/${ID}/fields/${key}/reveal`);
    const patch = ['lastName', 'email', 'phone'].includes(key) ? { [key]: 'x' } : { custom: { [key]: 'x' } };
    await ask('PATCH', `/api/contacts/${ID}`, { headers: write('0'), body: patch });
    await ask('GET', `/app/contacts?q=${encodeURIComponent(canary.slice(0, 4))}`);
  }
  const saved = { headers: write('*'), body: { language: 'de' } };
  for (const sent of [
    saved,
    saved,
    { ...saved, body: { language: 'fr' } },
    { headers: write('0'), body: { language: 'it' } },
  ]) {
    await ask('PATCH', `/api/contacts/${ID}`, sent);
  }
  await ask('PATCH', `/api/contacts/${ID}`, { headers: write('*'), body: { status: 'none', custom: { orders: -1 } } });
  const patch = { ...write(), 'content-type': 'application/merge-patch+json' };
  await ask('PATCH', `/api/contacts/${ID}/emails/${encodeURIComponent(MAIL)}`, { headers: patch, body: { label: 'home' } });
  await ask('PATCH', `/api/contacts/c_1002/emails/${encodeURIComponent(MAIL)}`, { headers: patch, body: { isPrimary: true } });
  await ask('DELETE', `/api/contacts/${ID}/emails/nobody%40example.com`);
  await ask('PUT', `/api/contacts/${ID}/tags/t_vip`);
  await ask('PUT', `/api/contacts/${ID}/tags/t_none`);
  await ask('POST', `/api/contacts/${ID}/tags`, { headers: write(), body: { name: 'VIP' } });
  await ask('DELETE', `/api/contacts/${ID}/tags/t_late`);
  await ask('DELETE', `/api/contacts/${ID}`, { headers: write('0') });
  for (const path of [`/api/contacts/${ID}/events`, `/api/events?contacts=${ID},c_1002`]) {
    answers.set(path, await streamed(demo, client, path));
  }
  return answers;
}

/** What a stream tells first, and of the next two changes. */
async function streamed(demo: Demo, client: Client, path: string): Promise<string> {
  const reader = (await client('GET', path)).body?.getReader();
  const owner = await demo.adapter('u_olivia');
  let text = '';
  const hear = async (words: string): Promise<void> => {
    while (!text.includes(words)) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return assert.fail(`${path} ended before "${words}": ${text}`);
      text += new TextDecoder().decode(value);
    }
  };
  await hear(`"id":"${ID}"`);
  for (const firstName of [crypto.randomUUID(), crypto.randomUUID()]) {
    await owner.save(ID, { firstName }, writing());
    await hear(firstName);
  }
  await owner.save(ID, { firstName: null }, writing());
  await reader?.cancel();
  return text;
}

async function told(client: Client, ...request: Parameters<Client>): Promise<string> {
  const response = await client(...request);
  return `${response.status} ${JSON.stringify([...response.headers].filter(([name]) => name !== 'set-cookie'))} ${await response.text()}`;
}

function tracesIn(answer: string): readonly string[] {
  const text = bare(answer);
  return TRACES.filter((trace) => text.includes(trace));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s()+-]/g, '');
}
