import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { STATUS_BY_CODE } from '../../src/http/transport.js';
import type { MemorySeed } from '../../src/memory/memory-adapter.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';

type Node = Readonly<Record<string, unknown>>;
interface Header {
  readonly required?: boolean;
}
interface Documented {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Readonly<Record<string, Node>>;
}

const file = new URL('../../docs/openapi.yaml', import.meta.url);
const document = parse(readFileSync(file, 'utf8'), (_, value: unknown) =>
  isObjectSchema(value) ? { ...value, unevaluatedProperties: false } : value,
) as Node;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');

/** Objects are open to readers of the document; here nothing may come that it does not name. */
function isObjectSchema(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  return 'type' in value && value.type === 'object' && 'properties' in value && !('additionalProperties' in value);
}

/** The node at this JSON Pointer, references followed; answers where it really is, too. */
function at(pointer: string): { readonly node: Node; readonly pointer: string } | undefined {
  let node: unknown = document;
  let place = '';
  for (const name of pointer.split('/').slice(1)) {
    node = (node as Node)[name.replaceAll('~1', '/').replaceAll('~0', '~')];
    place += `/${name}`;
    const reference = typeof node === 'object' && node !== null && '$ref' in node ? node.$ref : undefined;
    const target: ReturnType<typeof at> = typeof reference === 'string' ? at(reference.slice(1)) : undefined;
    if (target) ({ node, pointer: place } = target);
    if (node === undefined) return undefined;
  }
  return { node: node as Node, pointer: place };
}

const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function assertValid(pointer: string, value: unknown): void {
  const validate = ajv.compile({ $ref: `openapi#${encodeURI(pointer)}` });
  assert.ok(validate(value), `${pointer}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
}

/** Every answer that was checked, as method, path and status. */
const answered = new Set<string>();

/** Fails unless the document knows this answer: its status, each of its headers, and each member of its body. */
async function assertDocumented(path: string, method: string, response: Response): Promise<void> {
  const found = at(`/paths/${escape(path)}/${method.toLowerCase()}/responses/${response.status}`);
  assert.ok(found, `${method} ${path} does not document status ${response.status}`);
  answered.add(`${method} ${path} ${response.status}`);
  const { headers = {}, content } = found.node as Documented;
  const documented = new Map(Object.keys(headers).map((name) => [name.toLowerCase(), `${found.pointer}/headers/${name}`]));
  for (const [name, value] of response.headers) {
    if (name === 'content-type') continue;
    const header = at(documented.get(name) ?? '/nowhere');
    assert.ok(header, `${method} ${path} ${response.status} does not document the header ${name}`);
    assertValid(`${header.pointer}/schema`, value);
  }
  for (const [name, pointer] of documented) {
    const isRequired = (at(pointer)?.node as Header).required === true;
    assert.ok(!isRequired || response.headers.has(name), `${method} ${path} ${response.status} lacks the header ${name}`);
  }
  const text = await response.text();
  const type = response.headers.get('content-type');
  if (!content) return assert.deepEqual([type, text], [null, '']);
  assert.ok(type && content[type], `${method} ${path} ${response.status} does not document ${String(type)}`);
  assertValid(`${found.pointer}/content/${escape(type)}/schema`, type.includes('json') ? JSON.parse(text) : text);
}

const PATHS = {
  '/contacts/{contactId}': '/contacts/c_1001',
  '/contacts/{contactId}/tags': '/contacts/c_1001/tags',
  '/contacts/{contactId}/tags/{tagId}': '/contacts/c_1001/tags/t_1',
  '/contacts/{contactId}/block': '/contacts/c_1001/block',
  '/contacts/{contactId}/channels/{channelId}': '/contacts/c_1001/channels/ch_1',
  '/contacts/{contactId}/duplicates': '/contacts/c_1001/duplicates?q=bo',
  '/contacts/{contactId}/merge': '/contacts/c_1001/merge',
  '/contacts/{contactId}/emails/{value}': '/contacts/c_1001/emails/ana%40work.example',
  '/contacts/{contactId}/phones/{value}': '/contacts/c_1001/phones/%2B351912000001',
  '/contacts/{contactId}/events': '/contacts/c_1001/events',
  '/events': '/events?contacts=c_1001,c_9',
  '/tags': '/tags?q=v&limit=5',
  '/fields/{key}/options': '/fields/assignee/options?q=o',
} as const;
type Path = keyof typeof PATHS;

const example = (at('/components/examples/snapshot')?.node as { readonly value: Node }).value as unknown as {
  readonly contact: MemorySeed['contacts'][number];
  readonly fields: NonNullable<MemorySeed['fields']>;
  readonly me: NonNullable<MemorySeed['me']>;
};
const seed: MemorySeed = {
  contacts: [example.contact, { id: 'c_2', email: 'bo@example.com' }],
  fields: example.fields,
  me: example.me,
  can: {
    edit: true,
    editTags: true,
    createTags: true,
    delete: true,
    deleteReason: 'Ask a manager',
    merge: true,
    mergeReason: 'Ask a manager',
    block: true,
    blockReason: 'Ask a manager',
    removeChannels: true,
    viewMessages: true,
    export: true,
  },
  options: { assignee: [{ value: 'u_1', label: 'Olga', avatarUrl: 'https://images.example/olga.png' }] },
};

interface Sent {
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly adapter?: ContactAdapter;
}

const WRITE = { 'if-match': '"7"', 'idempotency-key': 'k' };
const PATCH = { headers: { ...WRITE, 'content-type': 'application/merge-patch+json' }, body: '{"firstName":"Anna"}' };
const POST = { headers: { ...WRITE, 'content-type': 'application/json' }, body: '{"name":"New"}' };
const MERGE = '/contacts/{contactId}/merge';
const BODIES: Readonly<Record<string, string>> = { [MERGE]: '{"other":"c_2","choices":{"email":"other"}}' };
const SENT: Readonly<Record<string, Sent>> = { PATCH, POST, DELETE: { headers: WRITE } };
const ENTRIES = ['/contacts/{contactId}/emails/{value}', '/contacts/{contactId}/phones/{value}'] as const;

/** What a request of such a method has by default: a patch of an entry is none of a contact. */
function sentTo(path: Path, method: string): Sent {
  if (ENTRIES.some((entry) => entry === path && method === 'PATCH')) return { ...PATCH, body: '{"label":"work"}' };
  return { ...SENT[method], ...(method === 'POST' && BODIES[path] ? { body: BODIES[path] } : {}) };
}

async function ask(path: Path, method: string, sent: Sent = {}): Promise<Response> {
  const { url = PATHS[path], headers, body, adapter = memoryAdapter(seed) } = { ...sentTo(path, method), ...sent };
  const controller = new AbortController();
  const init = { method, signal: controller.signal, headers: { ...headers }, ...(body === undefined ? {} : { body }) };
  const response = await contactHandler(() => adapter)(new Request(`https://app.example${url}`, init));
  // A stream that goes on would never be read to its end.
  const reader = response.headers.get('content-type') === 'text/event-stream' ? response.body?.getReader() : undefined;
  const chunk = await reader?.read();
  await reader?.cancel();
  return reader ? new Response(chunk?.value ?? null, response) : response;
}

const operations = (Object.keys(PATHS) as Path[]).flatMap((path) =>
  Object.keys(at(`/paths/${escape(path)}`)?.node ?? {})
    .filter((name) => name !== 'parameters')
    .map((name) => ({ path, method: name.toUpperCase() })),
);

function failingWith(code: ErrorCode): Required<ContactAdapter> {
  const wait = code === 'rate-limited' || code === 'unavailable' || code === 'offline' ? { retryAfter: 500 } : {};
  const fields = [{ pointer: '/email', detail: 'refused' }];
  const fail = (): Promise<never> =>
    Promise.reject(new ContactError(code, { current: example.contact, existing: example.me, fields, ...wait }));
  const methods = {
    load: fail,
    save: fail,
    saveEntry: fail,
    removeEntry: fail,
    addTag: fail,
    removeTag: fail,
    setBlocked: fail,
    removeChannel: fail,
    suggestTags: fail,
    suggestOptions: fail,
    delete: fail,
    suggestDuplicates: fail,
    merge: fail,
  };
  return { ...methods, watch: () => () => undefined };
}

const CONTACT = '/contacts/{contactId}';
const CODES = [
  'unauthenticated',
  'forbidden',
  'rate-limited',
  'unknown',
  'invalid-data',
  'unavailable',
  'offline',
  'timeout',
] as const;

/** What each operation turns away, or cannot do: the status it answers with, and how to get it. */
const REFUSED: readonly (readonly [Path, string, number, Sent])[] = [
  ...(['conflict', 'duplicate', 'gone', 'not-found', 'invalid'] as const).map(
    (code) => [CONTACT, 'PATCH', STATUS_BY_CODE[code], { adapter: failingWith(code) }] as const,
  ),
  ...operations
    .filter(({ path }) => path.startsWith(CONTACT))
    .flatMap(({ path, method }) =>
      (['gone', 'not-found'] as const).map(
        (code) => [path, method, STATUS_BY_CODE[code], { adapter: failingWith(code) }] as const,
      ),
    ),
  ...operations
    .filter(({ method }) => method !== 'GET')
    .flatMap(({ path, method }) => {
      const { headers } = SENT[method] ?? {};
      return [
        [path, method, 405, { adapter: { load: () => Promise.reject(new Error('not asked')) } }],
        [path, method, 403, { headers: { ...headers, 'sec-fetch-site': 'cross-site' } }],
        [path, method, 400, { headers: { ...headers, 'idempotency-key': 'k'.repeat(256) } }],
        [path, method, 422, { adapter: failingWith('invalid') }],
      ] as const;
    }),
  ...(['PATCH', 'DELETE'] as const).map(
    (method) => [CONTACT, method, 428, { headers: { ...SENT[method]?.headers, 'if-match': '' } }] as const,
  ),
  [MERGE, 'POST', 428, { headers: { ...POST.headers, 'if-match': '' } }],
  [MERGE, 'POST', 412, { headers: { ...POST.headers, 'if-match': '"6"' } }],
  [MERGE, 'POST', 413, { body: ' '.repeat(300_000) }],
  [MERGE, 'POST', 415, { headers: PATCH.headers }],
  [MERGE, 'POST', 422, { body: '{"other":"c_1001","choices":{}}' }],
  [MERGE, 'POST', 422, { body: '{"other":"c_2","choices":{"email":"both"}}' }],
  [MERGE, 'POST', 403, { body: '{"other":"c_2","choices":{"nowhere":"other"}}' }],
  ['/contacts/{contactId}/duplicates', 'GET', 400, { url: '/contacts/c_1001/duplicates?limit=0' }],
  ['/contacts/{contactId}/duplicates', 'GET', 405, { adapter: { load: () => Promise.reject(new Error('not asked')) } }],
  [CONTACT, 'DELETE', 412, { headers: { ...WRITE, 'if-match': '"6"' } }],
  [CONTACT, 'PATCH', 412, { headers: { ...PATCH.headers, 'if-match': '"6"' } }],
  [CONTACT, 'PATCH', 409, { body: '{"email":"bo@example.com"}' }],
  [CONTACT, 'PATCH', 422, { body: '{"firstName":1,"custom":{"a/b":{}}}' }],
  [CONTACT, 'PATCH', 400, { body: '{' }],
  [CONTACT, 'PATCH', 413, { body: ' '.repeat(300_000) }],
  [CONTACT, 'PATCH', 415, { headers: POST.headers }],
  ...ENTRIES.flatMap(
    (path) =>
      [
        [path, 'PATCH', 413, { body: ' '.repeat(300_000) }],
        [path, 'PATCH', 415, { headers: POST.headers }],
        [path, 'PATCH', 422, { body: '{"value":""}' }],
        [path, 'PATCH', 409, { adapter: failingWith('duplicate') }],
      ] as const,
  ),
  ['/contacts/{contactId}/tags', 'POST', 413, { body: ' '.repeat(300_000) }],
  ['/contacts/{contactId}/tags', 'POST', 415, { headers: PATCH.headers }],
  ['/contacts/{contactId}/tags', 'POST', 422, { body: '{}' }],
  ['/contacts/{contactId}/tags/{tagId}', 'PUT', 422, { url: '/contacts/c_1001/tags/t_9' }],
  ['/contacts/{contactId}/events', 'GET', 204, { adapter: { load: () => Promise.reject(new Error('not asked')) } }],
  ['/events', 'GET', 204, { adapter: { load: () => Promise.reject(new Error('not asked')) } }],
  ['/events', 'GET', 400, { url: '/events' }],
  ['/tags', 'GET', 400, { url: '/tags?limit=0' }],
  ['/fields/{key}/options', 'GET', 400, { url: '/fields/assignee/options?limit=x' }],
  ['/fields/{key}/options', 'GET', 404, { url: `/fields/${'x'.repeat(256)}/options` }],
];

describe('docs/openapi.yaml', () => {
  test('names the URLs that are asked here, and no other', () => {
    assert.deepEqual(Object.keys(document['paths'] as Node).sort(), Object.keys(PATHS).sort());
  });

  for (const { path, method } of operations) {
    test(`knows what ${method} ${path} answers`, async () => {
      const response = await ask(path, method);
      assert.ok(response.ok);
      await assertDocumented(path, method, response);
    });

    test(`knows what ${method} ${path} answers when the source fails`, async () => {
      for (const code of CODES) await assertDocumented(path, method, await ask(path, method, { adapter: failingWith(code) }));
    });
  }

  test('knows what is answered to requests that are refused', async () => {
    for (const [path, method, status, sent] of REFUSED) {
      const response = await ask(path, method, sent);
      assert.equal(response.status, status, `${method} ${path}`);
      await assertDocumented(path, method, response);
    }
  });

  test('promises no status that is never answered, but for 204, with which others may answer a write', () => {
    const promised = operations.flatMap(({ path, method }) =>
      Object.keys(at(`/paths/${escape(path)}/${method.toLowerCase()}/responses`)?.node ?? {}).map(
        (status) => `${method} ${path} ${status}`,
      ),
    );
    assert.deepEqual(
      promised.filter((answer) => !answered.has(answer)),
      ['PATCH /contacts/{contactId}', 'POST /contacts/{contactId}/tags', 'PUT /contacts/{contactId}/tags/{tagId}']
        .concat('DELETE /contacts/{contactId}/tags/{tagId}')
        .concat('PUT /contacts/{contactId}/block', 'DELETE /contacts/{contactId}/block')
        .concat('DELETE /contacts/{contactId}/channels/{channelId}', 'POST /contacts/{contactId}/merge')
        .concat(ENTRIES.flatMap((path) => [`PATCH ${path}`, `DELETE ${path}`]))
        .map((operation) => `${operation} 204`),
    );
  });

  test('takes the patches that the handler takes, and refuses those that it refuses', async () => {
    const patches = [
      '{}',
      '{"firstName":"A","email":null}',
      '{"assignee":{"id":"u","name":"U"}}',
      '{"assignee":null}',
      '{"custom":{"a":[],"b":0,"c":null}}',
      '{"id":"x"}',
      '{"tags":[]}',
      '{"firstName":1}',
      '{"assignee":{}}',
      '{"custom":null}',
      '{"custom":{"a":{}}}',
      '[]',
      'null',
    ];
    for (const body of patches) {
      const validate = ajv.compile({ $ref: 'openapi#/components/schemas/ContactPatch' });
      assert.equal(validate(JSON.parse(body)), (await ask(CONTACT, 'PATCH', { body })).ok, body);
    }
  });

  test('has examples that are what they say', () => {
    const schemas = {
      contact: 'Contact',
      snapshot: 'Snapshot',
      conflict: 'Problem',
      duplicate: 'Problem',
      merged: 'Problem',
      invalid: 'InvalidProblem',
    };
    assert.deepEqual(Object.keys(at('/components/examples')?.node ?? {}), Object.keys(schemas));
    for (const [name, schema] of Object.entries(schemas)) {
      assertValid(`/components/schemas/${schema}`, at(`/components/examples/${name}`)?.node['value']);
    }
  });
});
