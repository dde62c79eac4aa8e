import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createConfig, lint } from '@redocly/openapi-core';

test('tools that read OpenAPI find nothing wrong with the description of the HTTP contract', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: fileURLToPath(new URL('../../docs/openapi.yaml', import.meta.url)), config });
  assert.deepEqual(
    problems.map(({ message, location: [place] }) => `${place?.pointer}: ${message}`),
    [],
  );
});
