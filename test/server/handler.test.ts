import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ContactAdapter, ContactSnapshot } from '../../src/core/adapter.js';
import type { Permissions } from '../../src/core/permissions.js';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { seed } from '../http/support.js';
import { MERGE_PATCH, PATCH_HEADERS, problemOf, serve } from './support-handler.js';

describe('answers', () => {
  test('GET answers contact, fields and permissions, with a strong ETag and never to be stored', async () => {
    const response = await serve()('GET', '/contacts/c_1');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('etag'), '"7"');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('content-type'), 'application/json');
    const answer = (await response.json()) as { contact: object; fields: object; can: object };
    assert.deepEqual(answer, { contact: seed.contacts[0], fields: [], can: seed.can });
  });

  test('an ETag carries any version, percent-encoded, and If-Match brings it back', async () => {
    const request = serve(memoryAdapter({ ...seed, contacts: [{ id: 'c', version: 'ü "2"/€' }] }));
    const etag = (await request('GET', '/contacts/c')).headers.get('etag') ?? '';
    assert.equal(etag, '"%C3%BC%20%222%22%2F%E2%82%AC"');
    const patch = await request('PATCH', '/contacts/c', { ...PATCH_HEADERS, 'if-match': etag }, '{"firstName":"X"}');
    assert.equal(patch.status, 200);
  });

  test('a contact without a version has no ETag', async () => {
    const response = await serve({ load: (id) => Promise.resolve({ contact: { id } }) })('GET', '/contacts/c');
    assert.equal(response.headers.has('etag'), false);
  });

  test('HEAD answers like GET without the body, OPTIONS with what is allowed', async () => {
    const request = serve();
    const head = await request('HEAD', '/contacts/c_1');
    assert.deepEqual([head.status, head.headers.get('etag'), await head.text()], [200, '"7"', '']);
    const options = await request('OPTIONS', '/contacts/c_1');
    assert.deepEqual([options.status, options.headers.get('allow')], [204, 'GET, HEAD, PATCH, DELETE, OPTIONS']);
  });

  test('DELETE answers 204 with nothing', async () => {
    const response = await serve()('DELETE', '/contacts/c_1', { 'if-match': '"7"', 'idempotency-key': 'k' });
    assert.deepEqual([response.status, await response.text()], [204, '']);
  });

  test('members that the contract does not know never leave the server', async () => {
    const contact = { id: 'c', firstName: 'Ana', passwordHash: 'secret' };
    const response = await serve({ load: () => Promise.resolve({ contact, tenant: 'secret' }) })('GET', '/contacts/c');
    assert.doesNotMatch(await response.text(), /secret/);
  });

  test('what the adapter cannot do, nobody may, and is not offered', async () => {
    const request = serve({
      load: (id) => Promise.resolve({ contact: { id }, can: { edit: true, delete: true, merge: true } }),
    });
    const { can } = (await (await request('GET', '/contacts/c')).json()) as { can: object };
    assert.deepEqual(can, {
      ...{ edit: false, editEntries: false, editTags: false },
      ...{ block: false, removeChannels: false, delete: false, merge: false },
    });
    const refused = await request('PATCH', '/contacts/c', PATCH_HEADERS, '{}');
    assert.equal(refused.headers.get('allow'), 'GET, HEAD, OPTIONS');
    await problemOf(refused, 405, 'forbidden');
    assert.deepEqual(await (await request('GET', '/tags?q=a')).json(), { tags: [] });
    assert.deepEqual(await (await request('GET', '/fields/assignee/options?q=a')).json(), { options: [] });
    assert.equal((await request('GET', '/contacts/c/events')).status, 204);
  });

  test('what an adapter that is an instance of a class can do, is offered', async () => {
    class Source implements ContactAdapter {
      load(id: string): Promise<ContactSnapshot> {
        return Promise.resolve({ contact: { id }, can: { edit: true, merge: true } });
      }
      save(): Promise<void> {
        return Promise.resolve();
      }
      merge(): Promise<void> {
        return Promise.resolve();
      }
      suggestDuplicates(): Promise<[]> {
        return Promise.resolve([]);
      }
    }
    const { can } = (await (await serve(new Source())('GET', '/contacts/c')).json()) as { can: Permissions };
    assert.deepEqual([can.edit, can.merge, can.editTags], [true, true, false]);
  });

  test('without a base, the contract begins at the root', async () => {
    const handler = contactHandler(() => memoryAdapter(seed));
    assert.equal((await handler(new Request('https://app.example/contacts/c_1'))).status, 200);
  });
});

describe('requests that are turned away for their form', () => {
  const request = serve();

  test('404 for every URL that the contract does not have', async () => {
    for (const path of [
      '/',
      '/contacts',
      '/contacts/',
      '/contacts/c_1/',
      '/contacts/c_1/tags/',
      '/contacts/%E0%A4%A',
      '/contacts/a%00b',
      '/people/c_1',
      `/contacts/${'x'.repeat(256)}`,
    ]) {
      await problemOf(await request('GET', path), 404, 'not-found');
    }
    const handler = contactHandler(() => memoryAdapter(seed), { base: '/api' });
    await problemOf(await handler(new Request('https://app.example/apicontacts/c_1')), 404, 'not-found');
  });

  test('405 with Allow for a method that the URL does not have', async () => {
    const response = await request('POST', '/contacts/c_1');
    assert.equal(response.headers.get('allow'), 'GET, HEAD, PATCH, DELETE, OPTIONS');
    await problemOf(response, 405, 'forbidden');
    await problemOf(await request('CONSTRUCTOR', '/contacts/c_1'), 405, 'forbidden');
  });

  test('415 for another media type, none, or a compressed body, saying what is accepted', async () => {
    for (const headers of [
      { 'content-type': 'application/json' },
      { 'content-type': 'text/plain' },
      { 'content-encoding': 'gzip' },
    ]) {
      const response = await request('PATCH', '/contacts/c_1', { ...PATCH_HEADERS, ...headers }, '{}');
      assert.equal(response.headers.get('accept-patch'), MERGE_PATCH);
      await problemOf(response, 415, 'invalid');
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': 'k' };
    const response = await request('POST', '/contacts/c_1/tags', form, 'name=VIP');
    assert.equal(response.headers.get('accept-post'), 'application/json');
    await problemOf(response, 415, 'invalid');
  });

  test('a media type may be in capitals and have parameters', async () => {
    const headers = { ...PATCH_HEADERS, 'content-type': 'Application/Merge-Patch+JSON; charset=utf-8' };
    assert.equal((await request('PATCH', '/contacts/c_2', headers, '{"firstName":"Bo"}')).status, 200);
  });

  test('428 where If-Match is missing on PATCH and DELETE of a contact', async () => {
    const { 'if-match': _, ...headers } = PATCH_HEADERS;
    await problemOf(await request('PATCH', '/contacts/c_1', headers, '{}'), 428, 'invalid');
    await problemOf(await request('DELETE', '/contacts/c_1', headers), 428, 'invalid');
  });

  test('400 for an If-Match that is not one strong entity tag, and for a missing or endless Idempotency-Key', async () => {
    for (const tag of ['W/"7"', '"7", "8"', '7']) {
      await problemOf(await request('DELETE', '/contacts/c_1', { 'if-match': tag, 'idempotency-key': 'k' }), 400, 'invalid');
    }
    await problemOf(await request('DELETE', '/contacts/c_1', { 'if-match': '*' }), 400, 'invalid');
    await problemOf(
      await request('DELETE', '/contacts/c_1', { 'if-match': '*', 'idempotency-key': 'k'.repeat(256) }),
      400,
      'invalid',
    );
    await problemOf(
      await request('POST', '/contacts/c_1/tags', { 'content-type': 'application/json' }, '{"name":"x"}'),
      400,
      'invalid',
    );
  });

  test('413 for a body of more than 256 KB, announced or not', async () => {
    const body = `{"firstName":"${'x'.repeat(256 * 1024)}"}`;
    await problemOf(await request('PATCH', '/contacts/c_1', PATCH_HEADERS, body), 413, 'invalid');
    await problemOf(
      await request('PATCH', '/contacts/c_1', { ...PATCH_HEADERS, 'content-length': '300000' }, '{}'),
      413,
      'invalid',
    );
  });

  test('400 for what is not JSON in UTF-8', async () => {
    const bodies = ['', '{', '{"a":1}x', "{'a':1}", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])];
    for (const body of bodies) await problemOf(await request('PATCH', '/contacts/c_1', PATCH_HEADERS, body), 400, 'invalid');
  });

  test('422 for a patch that is none, with a JSON Pointer to each fault', async () => {
    const faults: readonly (readonly [string, readonly string[]])[] = [
      ['[]', ['']],
      ['null', ['']],
      ['{"id":"x","tags":[],"__proto__":{}}', ['/id', '/tags', '/__proto__']],
      ['{"firstName":1,"assignee":"u","email":null}', ['/firstName', '/assignee']],
      ['{"assignee":{"id":"u"}}', ['/assignee']],
      ['{"assignee":{"id":"u","name":"U","role":"owner"}}', ['/assignee']],
      ['{"custom":null}', ['/custom']],
      ['{"custom":{"a/b~c":{"deep":{}},"ok":1}}', ['/custom/a~1b~0c']],
      ['{"custom":{"firstName":"x","list":[1]}}', ['/custom/firstName', '/custom/list']],
      ['{"firstName":"\\ud800"}', ['/firstName']],
      ['{"firstName":"a\\u0000b"}', ['/firstName']],
      [`{"custom":{"deep":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`, ['/custom/deep']],
    ];
    for (const [body, pointers] of faults) {
      const problem = await problemOf(await request('PATCH', '/contacts/c_1', PATCH_HEADERS, body), 422, 'invalid');
      assert.deepEqual(
        problem.errors?.map(({ pointer }) => pointer),
        pointers,
      );
    }
  });

  test('422 for a tag without a fitting name', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
    for (const body of [
      '{}',
      '"VIP"',
      '{"name":1}',
      '{"name":" "}',
      '{"name":"a","id":"b"}',
      `{"name":"${'😀'.repeat(256)}"}`,
    ]) {
      const problem = await problemOf(await request('POST', '/contacts/c_1/tags', headers, body), 422, 'invalid');
      assert.deepEqual(
        problem.errors?.map(({ pointer }) => pointer),
        ['/name'],
      );
    }
  });

  test('400 for a search that cannot be meant', async () => {
    for (const query of ['limit=0', 'limit=-1', 'limit=x', 'limit=1.5', `q=${'x'.repeat(256)}`, 'q=%00']) {
      await problemOf(await request('GET', `/tags?${query}`), 400, 'invalid');
    }
    assert.equal((await request('GET', '/tags?limit=1000')).status, 200);
  });
});
