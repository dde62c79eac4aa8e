import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { codeOf, STATUS_BY_CODE } from '../../src/http/transport.js';
import { parseContact } from '../../src/core/parse.js';
import { rejectWith, seed } from './support.js';

const RUNS = { numRuns: 1_000 };
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const MEDIA_TYPES = ['application/merge-patch+json', 'application/json', 'text/plain', ';;', ''];

const name = fc.oneof(
  fc.constantFrom('c_1', 'c_2', 't_1', 'contacts', 'tags', 'fields', 'options', 'assignee', '__proto__', '%', '%2e%2e', ''),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => encodeURIComponent(text)),
);
const path = fc.oneof(
  fc.constantFrom('/contacts/c_1', '/contacts/c_1/tags', '/contacts/c_1/tags/t_2', '/tags', '/fields/assignee/options'),
  fc.array(name, { maxLength: 6 }).map((names) => `/${names.join('/')}`),
);

const json = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant('\ud800'),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(
      fc.tuple(
        fc.constantFrom('firstName', 'assignee', 'custom', 'id', 'name', '__proto__', 'constructor', 'a/~'),
        tie('value'),
      ),
      { maxLength: 5 },
    )
    .map((entries) => Object.fromEntries(entries)),
}));
const body = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(json.object, json.value).map((value) => JSON.stringify(value)) },
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Uint8Array.from(bytes)),
  fc.nat({ max: 300_000 }).map((length) => '['.repeat(length)),
  fc.nat({ max: 300_000 }).map((length) => `{"firstName":"${'x'.repeat(length)}"}`),
);

const headers = fc.record(
  {
    'content-type': fc.constantFrom(...MEDIA_TYPES),
    'content-length': fc.constantFrom('0', '-1', 'x', '999999999'),
    'content-encoding': fc.constantFrom('gzip', 'identity'),
    'if-match': fc.constantFrom('*', '"7"', '"%"', 'W/"7"', '"', '"%F0%9F"'),
    'idempotency-key': fc.constantFrom('k', '"k"', '"', '', 'x'.repeat(300)),
    origin: fc.constantFrom('https://app.example', 'null', ':', 'https://evil.example'),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'nonsense'),
  },
  { requiredKeys: ['content-type', 'if-match', 'idempotency-key'] },
);

/** Fails unless this is an answer of the contract: the right type, parseable, and nothing about the inside of the server. */
async function assertWellFormed(method: string, response: Response): Promise<void> {
  const text = await response.text();
  assert.ok(response.status >= 200 && response.status < 500, `${method} was answered with ${response.status}`);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.doesNotMatch(text, /\.(?:ts|js):\d|node_modules/);
  if (method === 'HEAD' || response.status === 204) return assert.equal(text, '');
  const answer = JSON.parse(text) as { readonly type?: string };
  if (response.ok) return assert.equal(response.headers.get('content-type'), 'application/json');
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  const code = codeOf(0, answer.type);
  assert.ok(Object.hasOwn(STATUS_BY_CODE, code) && answer.type?.endsWith(code));
}

test('whatever is asked, the answer is well-formed, never a server error and never a throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...METHODS),
      path,
      headers,
      body,
      fc.webQueryParameters(),
      async (method, at, sent, content, query) => {
        const memory = memoryAdapter(seed);
        const handler = contactHandler(() => memory);
        const hasBody = method !== 'GET' && method !== 'HEAD';
        const request = new Request(`https://app.example${at}?${query}`, {
          method,
          headers: sent,
          ...(hasBody ? { body: content } : {}),
        });
        await assertWellFormed(method, await handler(request));
        for (const { id } of seed.contacts) {
          const still = await memory.load(id, { signal: request.signal }).catch(() => undefined);
          if (still) assert.deepEqual(parseContact(JSON.parse(JSON.stringify(still.contact)), id), still.contact);
        }
        assert.deepEqual(Object.keys(Object.prototype), []);
      },
    ),
    RUNS,
  );
});

test('whatever an adapter answers or throws, the answer is well-formed and never a throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withBigInt: true, withNullPrototype: true, withMap: true }),
      fc.boolean(),
      async (anything, isThrown) => {
        const adapter = {
          load: () => (isThrown ? rejectWith(anything) : Promise.resolve(anything as never)),
          suggestTags: () => anything as never,
        };
        for (const at of ['/contacts/c_1', '/tags']) {
          const response = await contactHandler(() => adapter)(new Request(`https://app.example${at}`));
          assert.ok(JSON.parse(await response.text()));
        }
      },
    ),
    RUNS,
  );
});
