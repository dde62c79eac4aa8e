import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adapterContract, memoryAdapter } from '../../src/testing.js';
import type { MakeAdapter } from '../../src/testing.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import { contactHandler } from '../../src/server/handler.js';
import { httpAdapter } from '../../src/http/http-adapter.js';

/** An adapter of the same abilities whose writes answer nothing, as with status 204. */
function silent(adapter: ContactAdapter): ContactAdapter {
  const { save, addTag, removeTag, setBlocked, removeChannel, merge } = adapter;
  return {
    ...adapter,
    ...(save && { save: async (...args) => void (await save(...args)) }),
    ...(addTag && { addTag: async (...args) => void (await addTag(...args)) }),
    ...(removeTag && { removeTag: async (...args) => void (await removeTag(...args)) }),
    ...(setBlocked && { setBlocked: async (...args) => void (await setBlocked(...args)) }),
    ...(removeChannel && { removeChannel: async (...args) => void (await removeChannel(...args)) }),
    ...(merge && { merge: async (...args) => void (await merge(...args)) }),
  };
}

/** A server of the contract that answers what succeeds with status 204, but for what is read. */
function wordless(handler: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await handler(request);
    return response.ok && request.method !== 'GET' ? new Response(null, { status: 204 }) : response;
  };
}

const adapters: Readonly<Record<string, MakeAdapter>> = {
  memory: (seed) => ({ adapter: memoryAdapter(seed) }),
  'memory, whose writes answer nothing': (seed) => ({ adapter: silent(memoryAdapter(seed)) }),
  'http ∘ handler ∘ memory, whose writes answer nothing'(seed) {
    const memory = silent(memoryAdapter(seed));
    const handler = contactHandler(() => memory, { base: '/api' });
    return { adapter: httpAdapter({ base: 'https://app.example/api/', fetch: handler }) };
  },
  'http ∘ handler ∘ memory, where writes are answered with status 204'(seed) {
    const memory = memoryAdapter(seed);
    const handler = contactHandler(() => memory, { base: '/api' });
    return { adapter: httpAdapter({ base: 'https://app.example/api/', fetch: wordless(handler) }) };
  },
  'http ∘ handler ∘ memory'(seed) {
    const memory = memoryAdapter(seed);
    const handler = contactHandler(() => memory, { base: '/api' });
    return { adapter: httpAdapter({ base: 'https://app.example/api/', fetch: handler }) };
  },
};

for (const [name, makeAdapter] of Object.entries(adapters)) {
  describe(`adapter contract: ${name}`, () => {
    for (const { name: sentence, run } of adapterContract) {
      test(sentence, async () => {
        assert.deepEqual(await run(makeAdapter), { passed: true });
      });
    }
  });
}
