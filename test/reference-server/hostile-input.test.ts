import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import type { Database } from '../../demo/server/database/database.js';
import { Demo, ORIGIN, write } from './demo.js';
import type { Client } from './demo.js';

const HOSTILE = [
  "'; DROP TABLE contacts; --",
  "' OR '1'='1",
  '$1',
  '%00',
  '\\',
  '"',
  '%',
  '_',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '{"$ne":null}',
];

const KIBIBYTE = 1024;

describe('hostile input', () => {
  let demo: Demo;
  let owner: Client;

  before(async () => {
    demo = await Demo.open();
    owner = await demo.as('u_olivia');
  });
  after(() => demo.close());

  const save = (body: unknown, id = 'c_1002') => owner('PATCH', `/api/contacts/${id}`, { headers: write('*'), body });

  test('text that looks like SQL is text, in every field and back', async () => {
    const fields = ['firstName', 'lastName'] as const;
    for (const text of HOSTILE) {
      for (const field of fields) {
        const saved = (await (await save({ [field]: text })).json()) as Record<string, unknown>;
        assert.equal(saved[field], text);
      }
      const noted = (await (await save({ custom: { notes: text } })).json()) as { custom: Record<string, unknown> };
      assert.equal(noted.custom['notes'], text);
      const tagged = await owner('POST', '/api/contacts/c_1002/tags', { headers: write(), body: { name: text } });
      const { tags } = (await tagged.json()) as { tags: readonly { name: string }[] };
      assert.ok(
        tags.some(({ name }) => name === text),
        text,
      );
    }
    assert.ok((await demo.count('contacts')) > 300);
  });

  test('text that looks like SQL finds nothing it does not name, as query, sort, id or tag', async () => {
    for (const text of HOSTILE) {
      const encoded = encodeURIComponent(text);
      for (const path of ['/app/contacts', '/app/conversations', '/api/tags', '/api/fields/assignee/options']) {
        const response = await owner('GET', `${path}?q=${encoded}zzz`);
        assert.equal(response.status, 200, path);
        const [list] = Object.values((await response.json()) as Record<string, unknown>);
        assert.deepEqual(list, [], path);
      }
      assert.equal((await owner('GET', `/app/contacts?sort=${encoded}`)).status, 400);
      assert.equal((await owner('GET', `/api/contacts/${encoded.replaceAll('.', '%2E')}x`)).status, 404);
      assert.ok([404, 422].includes((await owner('PUT', `/api/contacts/c_1003/tags/${encoded}x`)).status));
      assert.ok((await owner('GET', `/app/contacts?offset=${encoded}`)).status < 500);
    }
    assert.deepEqual(demo.errors, []);
  });

  test('% and _ are characters to find, not wildcards', async () => {
    const total = async (q: string) =>
      ((await (await owner('GET', `/app/contacts?q=${encodeURIComponent(q)}`)).json()) as { total: number }).total;
    await save({ firstName: '100% _sure_' }, 'c_1004');
    assert.equal(await total('100% _s'), 1);
    assert.equal(await total('1%s'), 0);
  });

  test('a body of more than 256 KB is refused, said or unsaid', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(256 * KIBIBYTE) });
    for (const headers of [{}, { 'content-length': '10' }] as const) {
      assert.equal((await owner('POST', '/app/contacts/c_1002/messages', { body, headers })).status, 413);
    }
    assert.equal((await save(JSON.stringify({ firstName: 'x'.repeat(256 * KIBIBYTE) }))).status, 413);
  });

  test('values longer than their fields, deep nesting and broken JSON are refused', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    for (const [body, status] of [
      [{ firstName: 'x'.repeat(256) }, 422],
      [{ custom: { notes: 'x'.repeat(2_001) } }, 422],
      [{ email: `${'x'.repeat(250)}@example.com` }, 422],
      [`{"custom":${deep}}`, 422],
      ['{"firstName":', 400],
      ['[]', 422],
      ['null', 422],
      [{ firstName: 'nul\0' }, 422],
      ['{"firstName":"\\ud800"}', 422],
      [{ id: 'c_other' }, 422],
      [{ tags: [] }, 422],
      [{ version: '1' }, 422],
      ['{"__proto__":{"role":"owner"}}', 422],
    ] as const) {
      assert.equal((await save(body)).status, status, JSON.stringify(body).slice(0, 60));
    }
    assert.equal((await owner('POST', '/app/contacts/c_1002/messages', { body: { text: ' ' } })).status, 422);
    assert.equal((await owner('POST', '/app/contacts/c_1002/messages', { body: { text: 'x'.repeat(10_001) } })).status, 422);
    assert.deepEqual(demo.errors, []);
  });

  test('a failure inside tells the client nothing, and the log everything', async () => {
    const failure = new Error('connection to 10.0.0.7 as admin failed');
    const broken = () => Promise.reject(failure);
    const database: Database = { ...demo.database, query: broken, transaction: broken };
    const errors: unknown[] = [];
    const changes = { subscribe: () => () => undefined, close: () => Promise.resolve() };
    const app = createApp({ database, changes, hosts: ['demo.test'], onError: (error) => errors.push(error) });
    const cookie = 'demo_session=somebody';
    for (const path of ['/app/session', '/app/contacts', '/api/contacts/c_1001']) {
      const response = await app.request(`${ORIGIN}${path}`, { headers: { cookie } });
      assert.equal(response.status, 500);
      assert.doesNotMatch(await response.text(), /10\.0\.0\.7|admin|at .*\.ts/);
    }
    assert.deepEqual(errors, [failure, failure, failure]);
  });
});
