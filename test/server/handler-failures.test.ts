import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contactHandler } from '../../src/server/handler.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactErrorOptions, ErrorCode } from '../../src/core/error.js';
import { rejectWith } from '../http/support.js';
import { PATCH_HEADERS, problemOf, serve } from './support-handler.js';

function failing(code: ErrorCode, options?: ContactErrorOptions): ContactAdapter {
  return { load: () => Promise.reject(new ContactError(code, options)) };
}

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

  test('a duplicate tells the other contact by id and name, and nothing else of it', async () => {
    const existing = { id: 'c_2', name: 'Ana', email: 'ana@example.com' };
    const problem = await problemOf(await serve(failing('duplicate', { existing }))('GET', '/contacts/c_1'), 409, 'duplicate');
    assert.deepEqual(problem.existing, { id: 'c_2', name: 'Ana' });
    const other = await problemOf(await serve(failing('invalid', { existing }))('GET', '/contacts/c_1'), 422, 'invalid');
    assert.equal('existing' in other, false);
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
      const adapter: ContactAdapter = { load: () => rejectWith(reason) };
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

  test('an adapter that throws before it promises anything is survived', async () => {
    const adapter: ContactAdapter = {
      load() {
        throw new Error('secret');
      },
    };
    await problemOf(await serve(adapter)('GET', '/contacts/c_1'), 500, 'unknown');
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
