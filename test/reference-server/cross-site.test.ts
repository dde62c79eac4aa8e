import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Demo, ORIGIN, write } from './demo.js';
import type { Client, Sent } from './demo.js';

const CONTACT = 'c_1002';

/** Every request that changes something. */
const CHANGES: readonly (readonly [method: string, path: string, sent: Sent])[] = [
  ['PATCH', `/api/contacts/${CONTACT}`, { headers: write('*'), body: { firstName: 'Mallory' } }],
  ['DELETE', `/api/contacts/${CONTACT}`, { headers: write('*') }],
  ['POST', `/api/contacts/${CONTACT}/tags`, { headers: write(), body: { name: 'Mallory was here' } }],
  ['PUT', `/api/contacts/${CONTACT}/tags/t_late`, {}],
  ['DELETE', `/api/contacts/${CONTACT}/tags/t_late`, {}],
  ['POST', `/app/contacts/${CONTACT}/messages`, { body: { text: 'Send me your card number' } }],
  ['POST', '/app/session', { body: { userId: 'u_ida' } }],
];

/** How a browser marks a request that another site caused. */
const FOREIGN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another site, as Sec-Fetch-Site says': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  'another host of the same site': { 'sec-fetch-site': 'same-site', origin: 'http://other.demo.test' },
  'another origin, in a browser without Sec-Fetch-Site': { origin: 'https://evil.example' },
  'a page without an origin': { origin: 'null' },
};

describe('requests that another site makes a browser send', () => {
  let demo: Demo;
  let owner: Client;

  before(async () => {
    demo = await Demo.open();
    owner = await demo.as('u_olivia');
  });
  after(() => demo.close());

  async function everything(): Promise<string> {
    const tables = ['contacts', 'contact_tags', 'tags', 'messages', 'conversations', 'idempotency_keys', 'deleted_contacts'];
    const rows = tables.map((table) =>
      demo.database.query(`SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM ${table} t`),
    );
    return JSON.stringify(await Promise.all(rows));
  }

  for (const [name, foreign] of Object.entries(FOREIGN)) {
    for (const [method, path, sent] of CHANGES) {
      test(`${method} ${path} from ${name} is refused and changes nothing`, async () => {
        const before = await everything();
        const response = await owner(method, path, { ...sent, headers: { ...sent.headers, ...foreign } });
        assert.equal(response.status, 403);
        assert.equal(response.headers.get('set-cookie'), null);
        assert.equal(await everything(), before);
      });
    }
  }

  for (const [method, path, sent] of CHANGES.filter(([, , { body }]) => body !== undefined)) {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      test(`${method} ${path} as ${type}, which a form can send, is refused`, async () => {
        const before = await everything();
        const response = await owner(method, path, { ...sent, headers: { ...sent.headers, 'content-type': type } });
        assert.equal(response.status, 415);
        assert.equal(await everything(), before);
      });
    }
  }

  test('no GET changes anything', async () => {
    const before = await everything();
    const paths = [
      ...CHANGES.map(([, path]) => path),
      '/app/conversations',
      '/app/contacts',
      '/api/tags?q=x',
      `/api/contacts/${CONTACT}`,
    ];
    for (const path of paths) await (await owner('GET', path)).body?.cancel();
    assert.equal(await everything(), before);
  });

  test('no answer may be read by another origin', async () => {
    for (const path of [`/api/contacts/${CONTACT}`, '/app/session', '/app/contacts']) {
      const { headers } = await owner('GET', path, { headers: { origin: 'https://evil.example' } });
      assert.equal(headers.get('access-control-allow-origin'), null);
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
    }
  });

  test('requests of our own pages pass', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: ORIGIN };
    const response = await owner('PATCH', '/api/contacts/c_1003', {
      headers: { ...write('*'), ...own },
      body: { firstName: 'Own' },
    });
    assert.equal(response.status, 200);
  });
});
