import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { httpAdapter } from '../../src/http/http-adapter.js';
import type { HttpAdapterOptions } from '../../src/http/http-adapter.js';
import type { ErrorCode } from '../../src/core/error.js';
import { failure, writing } from './support.js';

const BASE = 'https://app.example/api';
const signal = new AbortController().signal;

/** An adapter whose every request is noted and answered with the same response. */
function answering(response: () => Response | Promise<Response>, options: Partial<HttpAdapterOptions> = {}) {
  const requests: Request[] = [];
  const adapter = httpAdapter({
    base: BASE,
    fetch(request) {
      requests.push(request);
      return Promise.resolve(response());
    },
    ...options,
  });
  return { adapter, requests };
}

const contact = (): Response => Response.json({ id: 'c_1', version: '2' });

function headersOf(request: Request | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(request?.headers ?? []);
}

describe('requests', () => {
  test('a save is a merge patch over the version that it was made on', async () => {
    const { adapter, requests } = answering(contact);
    await adapter.save('c_1', { firstName: 'Ana', custom: { plan: null } }, writing({ key: 'k', version: 'a "b"' }));
    const [request] = requests;
    assert.deepEqual([request?.method, request?.url], ['PATCH', `${BASE}/contacts/c_1`]);
    assert.deepEqual(headersOf(request), {
      'content-type': 'application/merge-patch+json',
      'idempotency-key': 'k',
      'if-match': '"a%20%22b%22"',
    });
    assert.deepEqual(await request?.json(), { firstName: 'Ana', custom: { plan: null } });
  });

  test('where the source gives no version, any will do', async () => {
    const { adapter, requests } = answering(contact);
    await adapter.save('c_1', {}, writing());
    await adapter.delete('c_1', writing());
    assert.deepEqual(
      requests.map((request) => request.headers.get('if-match')),
      ['*', '*'],
    );
  });

  test('tags have URLs of their own, and no precondition', async () => {
    const { adapter, requests } = answering(contact);
    await adapter.addTag('c 1', { id: 't/1' }, writing({ version: '1' }));
    await adapter.addTag('c 1', { name: 'VIP' }, writing({ version: '1' }));
    await adapter.removeTag('c 1', 'ü', writing({ version: '1' }));
    assert.deepEqual(
      requests.map(({ method, url }) => `${method} ${url.slice(BASE.length)}`),
      ['PUT /contacts/c%201/tags/t%2F1', 'POST /contacts/c%201/tags', 'DELETE /contacts/c%201/tags/%C3%BC'],
    );
    assert.deepEqual(
      requests.map((request) => request.headers.get('if-match')),
      [null, null, null],
    );
    assert.ok(requests.every((request) => request.headers.get('idempotency-key')));
    assert.deepEqual(await requests[1]?.json(), { name: 'VIP' });
  });

  test('a block has a URL of its own, and no precondition', async () => {
    const { adapter, requests } = answering(contact);
    await adapter.setBlocked('c 1', true, writing({ version: '1' }));
    await adapter.setBlocked('c 1', false, writing({ version: '1' }));
    assert.deepEqual(
      requests.map(({ method, url }) => `${method} ${url.slice(BASE.length)}`),
      ['PUT /contacts/c%201/block', 'DELETE /contacts/c%201/block'],
    );
    assert.ok(requests.every(({ headers }) => headers.get('idempotency-key') && headers.get('if-match') === null));
  });

  test('a channel is removed at a URL of its own, without a precondition', async () => {
    const { adapter, requests } = answering(contact);
    await adapter.removeChannel('c 1', 'a/b', writing({ version: '1' }));
    assert.deepEqual(
      requests.map(({ headers, method, url }) => [`${method} ${url.slice(BASE.length)}`, headers.get('if-match')]),
      [['DELETE /contacts/c%201/channels/a%2Fb', null]],
    );
  });

  test('a merge sends both versions, the other contact and the choices in one request', async () => {
    const { adapter, requests } = answering(contact);
    await adapter.merge('c 1', 'c/2', { email: 'other' }, { ...writing({ version: 'v1' }), otherVersion: 'v2' });
    const [request] = requests;
    assert.equal(`${request?.method} ${request?.url.slice(BASE.length)}`, 'POST /contacts/c%201/merge');
    assert.equal(request?.headers.get('if-match'), '"v1"');
    assert.ok(request?.headers.get('idempotency-key'));
    assert.deepEqual(await request?.json(), { other: 'c/2', otherVersion: 'v2', choices: { email: 'other' } });
  });

  test('a contact that was merged says where it is', async () => {
    const problem = { type: 'urn:contact-details:gone', status: 410, mergedInto: 'c_2' };
    const { adapter } = answering(() => Response.json(problem, { status: 410 }));
    await assert.rejects(adapter.load('c_1', { signal }), { code: 'gone', mergedInto: 'c_2' });
  });

  test('a search is written so that every character arrives', async () => {
    const { adapter, requests } = answering(() => Response.json({ tags: [], options: [] }));
    await adapter.suggestTags('a&b=c +ü', { limit: 5, signal });
    await adapter.suggestOptions('assignee', '#', { limit: 7, signal });
    const urls = requests.map(({ url }) => new URL(url));
    assert.deepEqual(
      urls.map(({ pathname }) => pathname),
      ['/api/tags', '/api/fields/assignee/options'],
    );
    assert.deepEqual(
      urls.map(({ searchParams }) => searchParams.get('q')),
      ['a&b=c +ü', '#'],
    );
    assert.deepEqual(
      urls.map(({ searchParams }) => searchParams.get('limit')),
      ['5', '7'],
    );
  });

  test('a final slash of the base does not count', async () => {
    const { adapter, requests } = answering(contact, { base: `${BASE}/` });
    await adapter.delete('c_1', writing());
    assert.equal(requests[0]?.url, `${BASE}/contacts/c_1`);
  });

  test('headers of one’s own go with each request, asked for anew where they are a function', async () => {
    let token = 0;
    const headers = () => Promise.resolve({ authorization: `Bearer ${++token}` });
    const { adapter, requests } = answering(contact, { headers });
    await adapter.delete('c_1', writing());
    await adapter.delete('c_1', writing());
    assert.deepEqual(
      requests.map((request) => request.headers.get('authorization')),
      ['Bearer 1', 'Bearer 2'],
    );
    const fixed = answering(contact, { headers: { 'x-workspace': 'w' } });
    await fixed.adapter.delete('c_1', writing());
    assert.equal(fixed.requests[0]?.headers.get('x-workspace'), 'w');
  });

  test('a name that would lead a URL elsewhere is never sent', async () => {
    const { adapter, requests } = answering(contact);
    for (const tagId of ['..', '.', '', '\ud800']) {
      await failure(adapter.removeTag('c_1', tagId, writing()), 'invalid');
      await failure(adapter.delete(tagId, writing()), 'invalid');
      await failure(adapter.load(tagId, { signal }), 'invalid');
    }
    assert.deepEqual(requests, []);
  });
});

describe('failures', () => {
  const TYPES: readonly (readonly [number, unknown, ErrorCode])[] = [
    [409, 'urn:contact-details:conflict', 'conflict'],
    [400, 'https://example.com/problems/rate-limited', 'rate-limited'],
    [502, 'https://example.com/problems#invalid-data', 'invalid-data'],
    [404, 'about:blank', 'not-found'],
    [404, 'https://example.com/problems/offline', 'not-found'],
    [404, 'https://example.com/constructor', 'not-found'],
    [412, 42, 'conflict'],
  ];
  for (const [status, type, code] of TYPES) {
    test(`a problem of type ${String(type)} with status ${status} is ${code}`, async () => {
      await failure(answering(() => Response.json({ type }, { status })).adapter.load('c_1', { signal }), code);
    });
  }

  const STATUSES: Readonly<Record<number, ErrorCode>> = {
    400: 'invalid',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    408: 'timeout',
    409: 'duplicate',
    410: 'gone',
    412: 'conflict',
    413: 'invalid',
    415: 'invalid',
    418: 'invalid',
    422: 'invalid',
    428: 'invalid',
    429: 'rate-limited',
    500: 'unknown',
    502: 'unavailable',
    503: 'unavailable',
    504: 'timeout',
    599: 'unavailable',
  };
  for (const [status, code] of Object.entries(STATUSES)) {
    test(`status ${status} without a problem document is ${code}`, async () => {
      for (const body of ['<h1>Error</h1>', 'null', '7', '']) {
        const { adapter } = answering(() => new Response(body, { status: Number(status) }));
        await failure(adapter.load('c_1', { signal }), code);
      }
    });
  }

  test('a problem document brings the refused values and the current contact along', async () => {
    const errors = [{ pointer: '/email', detail: 'taken' }, 7, null, { detail: 'without a pointer' }];
    const problem = { type: 'urn:x:conflict', errors, current: { id: 'c_1', version: '9' } };
    const { adapter } = answering(() => Response.json(problem, { status: 412 }));
    const error = await failure(adapter.save('c_1', {}, writing()), 'conflict');
    assert.deepEqual(error.fields, [errors[0]]);
    assert.deepEqual(error.current, problem.current);
  });

  test('a duplicate brings the other contact along, if it is one', async () => {
    const existingFrom = async (existing: unknown) => {
      const { adapter } = answering(() => Response.json({ type: 'urn:x:duplicate', existing }, { status: 409 }));
      return (await failure(adapter.save('c_1', {}, writing()), 'duplicate')).existing;
    };
    const ana = { id: 'c_2', name: 'Ana' };
    assert.deepEqual(await existingFrom({ ...ana, email: 'ana@example.com' }), ana);
    assert.deepEqual(await existingFrom({ id: 'c_2', name: '' }), { id: 'c_2', name: '' });
    for (const none of [
      null,
      7,
      'c_2',
      [],
      {},
      { id: 'c_2' },
      { id: '', name: 'Ana' },
      { id: 2, name: 'Ana' },
      { ...ana, name: {} },
    ]) {
      assert.equal(await existingFrom(none), undefined, JSON.stringify(none));
    }
  });

  test('Retry-After is read as seconds and as a date', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1, 12) });
    const waits: readonly (readonly [string | undefined, number | undefined])[] = [
      ['120', 120_000],
      ['0', 0],
      ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
      ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
      ['soon', undefined],
      ['', undefined],
      [undefined, undefined],
    ];
    for (const [value, expected] of waits) {
      const headers = value === undefined ? {} : { 'retry-after': value };
      const { adapter } = answering(() => new Response(null, { status: 429, headers }));
      const { retryAfter } = await failure(adapter.load('c_1', { signal }), 'rate-limited');
      assert.equal(retryAfter, expected, `Retry-After: ${String(value)}`);
    }
  });

  test('no answer at all is offline, with the cause kept', async () => {
    const cause = new TypeError('fetch failed');
    const { adapter } = answering(() => Promise.reject(cause));
    const errors = [
      await failure(adapter.load('c_1', { signal }), 'offline'),
      await failure(adapter.save('c_1', {}, writing()), 'offline'),
    ];
    for (const error of errors) assert.equal(error.cause, cause);
  });

  test('an answer that breaks off is offline', async () => {
    const broken = () => new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
    await failure(answering(() => new Response(broken())).adapter.load('c_1', { signal }), 'offline');
  });

  test('a success that says nothing understandable is invalid-data', async () => {
    for (const body of ['<html>Please sign in to this Wi-Fi</html>', '', 'null', '[]', '{}', '"contact"', '{"contact":null}']) {
      const { adapter } = answering(() => new Response(body));
      await failure(adapter.load('c_1', { signal }), 'invalid-data');
      await failure(adapter.save('c_1', {}, writing()), 'invalid-data');
      await failure(adapter.suggestTags('', { limit: 1, signal }), 'invalid-data');
      await failure(adapter.suggestOptions('assignee', '', { limit: 1, signal }), 'invalid-data');
    }
  });

  test('a write that is answered with status 204 has answered nothing; whatever else is asked needs an answer', async () => {
    const { adapter } = answering(() => new Response(null, { status: 204 }));
    assert.deepEqual(
      [
        await adapter.save('c_1', { firstName: 'Ana' }, writing()),
        await adapter.addTag('c_1', { id: 't_1' }, writing()),
        await adapter.addTag('c_1', { name: 'VIP' }, writing()),
        await adapter.removeTag('c_1', 't_1', writing()),
      ],
      [undefined, undefined, undefined, undefined],
    );
    await failure(adapter.load('c_1', { signal }), 'invalid-data');
    await failure(adapter.suggestTags('', { limit: 1, signal }), 'invalid-data');
    await failure(adapter.suggestOptions('assignee', '', { limit: 1, signal }), 'invalid-data');
  });

  test('a delete needs no understandable answer', async () => {
    await answering(() => new Response('gone', { status: 200 })).adapter.delete('c_1', writing());
    await answering(() => new Response(null, { status: 204 })).adapter.delete('c_1', writing());
  });

  test('an abort stays the abort, whatever came of the request', async () => {
    const reason = new Error('nobody waits');
    const outcomes = [
      () => Promise.reject(new TypeError('fetch failed')),
      () => new Response(null, { status: 500 }),
      () => new Response('{'),
    ];
    for (const outcome of outcomes) {
      const controller = new AbortController();
      const { adapter } = answering(() => {
        controller.abort(reason);
        return outcome();
      });
      await assert.rejects(adapter.load('c_1', { signal: controller.signal }), reason);
    }
  });

  test('no message tells an id or a value', async () => {
    const response = () =>
      Response.json({ type: 'urn:x:duplicate', detail: 'ana@example.com', title: 'secret-id' }, { status: 409 });
    const { adapter } = answering(response);
    const error = await failure(adapter.save('secret-id', { email: 'ana@example.com' }, writing()), 'duplicate');
    assert.doesNotMatch(`${error.message} ${String(error)}`, /secret-id|ana@/);
  });
});
