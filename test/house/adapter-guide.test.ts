import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { adapterContract, memoryAdapter } from '../../src/testing.js';
import type { MakeAdapter } from '../../src/testing.js';
import type { ContactPatch } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import { writing } from '../http/support.js';

const guide = readFileSync(new URL('../../docs/writing-an-adapter.md', import.meta.url), 'utf8');
const [firstLines = ''] = [...guide.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);

/** The first adapter of the guide, exactly as it is printed there. */
async function printedAdapter(): Promise<ContactAdapter> {
  const server = new URL('../../src/server.ts', import.meta.url).href;
  const code = firstLines.replace("'contact-details/server.js'", JSON.stringify(server));
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

/** Answers every request in place of the network until the test ends, and notes what was sent. */
function answerEverything(t: TestContext, answer: (request: Request) => Response): readonly Request[] {
  const sent: Request[] = [];
  t.mock.method(globalThis, 'fetch', async (input: RequestInfo, init?: RequestInit) => {
    const request = new Request(input, init);
    sent.push(request);
    return answer(request);
  });
  return sent;
}

describe('the adapter of a dozen lines in the guide', () => {
  test('has a dozen lines, blank ones aside', () => {
    assert.equal(firstLines.split('\n').filter(Boolean).length, 12);
  });

  test('says what it sends, as servers demand', async (t) => {
    const sent = answerEverything(t, () => Response.json({ id: 'c_1' }));
    const adapter = await printedAdapter();
    await adapter.load('c_1', writing());
    await adapter.save?.('c_1', { firstName: 'Ana' }, writing());
    assert.deepEqual(
      sent.map(({ headers }) => headers.get('content-type')),
      [null, 'application/json'],
    );
  });

  test('takes an answer without content', async (t) => {
    answerEverything(t, () => new Response(null, { status: 204 }));
    const adapter = await printedAdapter();
    assert.equal(await adapter.save?.('c_1', { firstName: 'Ana' }, writing()), undefined);
  });

  test('fails as offline without a connection, so that the panel tries again; an abort stays one', async (t) => {
    answerEverything(t, ({ signal }) => {
      signal.throwIfAborted();
      throw new TypeError('fetch failed');
    });
    const adapter = await printedAdapter();
    await assert.rejects(async () => adapter.load('c_1', writing()), { name: 'ContactError', code: 'offline' });
    await assert.rejects(async () => adapter.load('c_1', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  for (const { name, needs, run } of adapterContract) {
    test(`${name}${needs.every((need) => need === 'load' || need === 'save') ? '' : ' (says that it does not apply)'}`, async () => {
      const outcome = await run(overPeople);
      const missing = needs.filter((need) => need !== 'load' && need !== 'save');
      assert.deepEqual(outcome, missing.length ? { passed: false, missing } : { passed: true });
    });
  }
});
