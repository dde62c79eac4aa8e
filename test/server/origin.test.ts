import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { seed } from '../http/support.js';
import { problemOf, serve } from './support-handler.js';

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
