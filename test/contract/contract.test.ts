import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adapterContract, memoryAdapter } from '../../src/testing.js';
import type { MakeAdapter } from '../../src/testing.js';
import { contactHandler } from '../../src/server/handler.js';
import { httpAdapter } from '../../src/http/http-adapter.js';

const adapters: Readonly<Record<string, MakeAdapter>> = {
  memory: (seed) => ({ adapter: memoryAdapter(seed) }),
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
