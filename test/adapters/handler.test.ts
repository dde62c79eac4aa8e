import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contactHandler } from '../../src/adapters/handler.js';
import type { ContactHandlerOptions } from '../../src/adapters/handler.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactErrorOptions, ErrorCode } from '../../src/core/error.js';
import { seed } from './support.js';

const MERGE_PATCH = 'application/merge-patch+json';
const PATCH_HEADERS = { 'content-type': MERGE_PATCH, 'if-match': '*', 'idempotency-key': 'k' };

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly current?: { readonly firstName: string };
}

function serve(adapter: ContactAdapter = memoryAdapter(seed), options: ContactHandlerOptions = {}) {
  const handler = contactHandler(() => adapter, { base: '/api', ...options });
  return (method: string, path: string, headers: Record<string, string> = {}, body?: string | Uint8Array<ArrayBuffer>) =>
    handler(new Request(`https://app.example/api${path}`, { method, headers, ...(body === undefined ? {} : { body }) }));
}

async function problemOf(response: Response, status: number, code: ErrorCode): Promise<Problem> {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const problem = (await response.json()) as Problem;
  assert.equal(problem.status, status);
  assert.ok(problem.type.endsWith(`:${code}`), `${problem.type} should end in ${code}`);
  assert.ok(problem.title);
  return problem;
}

function failing(code: ErrorCode, options?: ContactErrorOptions): ContactAdapter {
  return { load: () => Promise.reject(new ContactError(code, options)) };
}

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
    const request = serve({ load: (id) => Promise.resolve({ contact: { id }, can: { edit: true, delete: true } }) });
    const { can } = (await (await request('GET', '/contacts/c')).json()) as { can: object };
    assert.deepEqual(can, { edit: false, editTags: false, delete: false });
    const refused = await request('PATCH', '/contacts/c', PATCH_HEADERS, '{}');
    assert.equal(refused.headers.get('allow'), 'GET, HEAD, OPTIONS');
    await problemOf(refused, 405, 'forbidden');
    assert.deepEqual(await (await request('GET', '/tags?q=a')).json(), { tags: [] });
    assert.deepEqual(await (await request('GET', '/fields/assignee/options?q=a')).json(), { options: [] });
    assert.equal((await request('GET', '/contacts/c/events')).status, 204);
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

describe('failures of the adapter', () => {
  const STATUSES: Readonly<Record<ErrorCode, number>> = {
    'not-found': 404,
    gone: 410,
    unauthenticated: 401,
    forbidden: 403,
    conflict: 412,
    invalid: 422,
    duplicate: 409,
    'rate-limited': 429,
    offline: 503,
    timeout: 504,
    unavailable: 503,
    'invalid-data': 502,
    unknown: 500,
  };

  for (const [code, status] of Object.entries(STATUSES) as [ErrorCode, number][]) {
    test(`${code} is answered with ${status}, and without the message`, async () => {
      const response = await serve(failing(code, { message: 'secret' }))('GET', '/contacts/c_1');
      const text = await response.clone().text();
      assert.doesNotMatch(text, /secret|c_1/);
      await problemOf(response, status, code === 'offline' ? 'unavailable' : code);
    });
  }

  test('a wait is told in whole seconds, rounded up', async () => {
    for (const code of ['rate-limited', 'unavailable'] as const) {
      const response = await serve(failing(code, { retryAfter: 1_200 }))('GET', '/contacts/c_1');
      assert.equal(response.headers.get('retry-after'), '2');
    }
  });

  test('refused values are told by their pointers', async () => {
    const fields = [{ pointer: '/email', detail: 'belongs to another contact' }];
    const problem = await problemOf(await serve(failing('duplicate', { fields }))('GET', '/contacts/c_1'), 409, 'duplicate');
    assert.deepEqual(problem.errors, fields);
  });

  test('a conflict tells the contact as it is now, if it is that contact', async () => {
    const headers = { ...PATCH_HEADERS, 'if-match': '"6"' };
    const problem = await problemOf(await serve()('PATCH', '/contacts/c_1', headers, '{"firstName":"X"}'), 412, 'conflict');
    assert.equal(problem.current?.firstName, 'Ana');
    const other = await serve(failing('conflict', { current: { id: 'c_2' } }))('GET', '/contacts/c_1');
    await problemOf(other, 500, 'unknown');
  });

  test('anything else that is thrown is unknown, tells nothing, and is told to onError', async () => {
    const thrown = [new Error('secret'), 'secret', null, { code: 'secret' }, new TypeError('secret')];
    for (const reason of thrown) {
      const told: unknown[] = [];
      const adapter: ContactAdapter = {
        load() {
          throw reason;
        },
      };
      const onError = (error: unknown): void => {
        told.push(error);
        throw new Error('the log is broken too');
      };
      const response = await serve(adapter, { onError })('GET', '/contacts/c_1');
      assert.doesNotMatch(await response.clone().text(), /secret|at /);
      await problemOf(response, 500, 'unknown');
      assert.deepEqual(told, [reason]);
    }
  });

  test('an answer that is no contact, or another one, is invalid-data', async () => {
    for (const contact of [undefined, null, 'Ana', {}, { id: 'c_2' }, { id: 'c_1', tags: 7 }]) {
      const adapter = { load: () => Promise.resolve({ contact }) } as unknown as ContactAdapter;
      await problemOf(await serve(adapter)('GET', '/contacts/c_1'), 502, 'invalid-data');
    }
  });

  test('whoever is not signed in is told so by the function that finds the adapter', async () => {
    const handler = contactHandler(() => Promise.reject(new ContactError('unauthenticated')));
    await problemOf(await handler(new Request('https://app.example/contacts/c_1')), 401, 'unauthenticated');
  });
});

describe('other sites', () => {
  const PUT = ['PUT', '/contacts/c_1/tags/t_2'] as const;

  test('a change that another site asks for is refused, by either header', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://app.example' },
      { origin: 'https://evil.example' },
      { origin: 'https://app.example.evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      await problemOf(await serve()(...PUT, headers), 403, 'forbidden');
    }
    for (const [method, path] of [
      ['PATCH', '/contacts/c_1'],
      ['DELETE', '/contacts/c_1'],
      ['POST', '/contacts/c_1/tags'],
      ['DELETE', '/contacts/c_1/tags/t_1'],
    ] as const) {
      await problemOf(await serve()(method, path, { 'sec-fetch-site': 'cross-site' }), 403, 'forbidden');
    }
  });

  test('our own pages, people and programs may change', async () => {
    const own: Record<string, string>[] = [
      {},
      { 'sec-fetch-site': 'same-origin', origin: 'https://app.example' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://app.example' },
      { origin: 'http://app.example' },
    ];
    for (const headers of own) assert.equal((await serve()(...PUT, headers)).status, 200);
  });

  test('an allowed origin may change and read, and no other is told that it could', async () => {
    const request = serve(memoryAdapter(seed), { allowedOrigins: ['https://crm.example'] });
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://crm.example' };
    const response = await request(...PUT, headers);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), 'https://crm.example');
    assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
    assert.equal(response.headers.get('access-control-expose-headers'), 'ETag, Retry-After');
    assert.equal(response.headers.get('vary'), 'Origin');
    const asked = { ...headers, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'idempotency-key' };
    const preflight = await request('OPTIONS', PUT[1], asked);
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'PUT, DELETE, OPTIONS');
    assert.equal(preflight.headers.get('access-control-allow-headers'), 'idempotency-key');
    const foreign = await request('GET', '/contacts/c_1', { origin: 'https://evil.example' });
    assert.equal(foreign.headers.has('access-control-allow-origin'), false);
    assert.equal(foreign.headers.get('vary'), 'Origin');
  });

  test('without allowed origins nothing is said about them', async () => {
    const response = await serve()('GET', '/contacts/c_1', { origin: 'https://crm.example' });
    assert.deepEqual(
      [...response.headers.keys()].filter((name) => /access-control|vary/.test(name)),
      [],
    );
  });
});
