import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { adapterContract, memoryAdapter } from '../../src/testing.js';
import type { MakeAdapter } from '../../src/testing.js';
import type { ContactPatch } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import { writing } from '../http/support.js';

const guide = readFileSync(new URL('../../docs/writing-an-adapter.md', import.meta.url), 'utf8');
const [tenLines = ''] = [...guide.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);

/** The first adapter of the guide, exactly as it is printed there. */
async function printedAdapter(): Promise<ContactAdapter> {
  const server = new URL('../../src/server.ts', import.meta.url).href;
  const code = tenLines.replace("'contact-details/server.js'", JSON.stringify(server));
  const { adapter } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { adapter: ContactAdapter };
  return adapter;
}

/** A backend of somebody's own: people by id, which can be read and patched, without versions or anything else. */
const overPeople: MakeAdapter = async (seed) => {
  const people = memoryAdapter(seed);
  const platformFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const id = decodeURIComponent(new URL(request.url).pathname.slice(1));
    try {
      const isPatch = request.method === 'PATCH';
      const contact = isPatch
        ? await people.save(id, (await request.json()) as ContactPatch, writing())
        : (await people.load(id, request)).contact;
      const { version: _, ...person } = contact;
      return Response.json(person);
    } catch (thrown) {
      request.signal.throwIfAborted();
      return new Response(null, { status: ContactError.from(thrown).code === 'not-found' ? 404 : 500 });
    }
  };
  return {
    adapter: await printedAdapter(),
    lacks: ['versions', 'idempotency', 'uniqueness', 'custom-fields'],
    close() {
      globalThis.fetch = platformFetch;
    },
  };
};

describe('the adapter of ten lines in the guide', () => {
  test('has ten lines, the import and blank lines aside', () => {
    assert.equal(tenLines.split('\n').filter((line) => line && !line.startsWith('import')).length, 10);
  });

  for (const { name, needs, run } of adapterContract) {
    test(`${name}${needs.every((need) => need === 'load' || need === 'save') ? '' : ' (says that it does not apply)'}`, async () => {
      const outcome = await run(overPeople);
      const missing = needs.filter((need) => need !== 'load' && need !== 'save');
      assert.deepEqual(outcome, missing.length ? { passed: false, missing } : { passed: true });
    });
  }
});
