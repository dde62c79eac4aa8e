import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { EXAMPLES, manifestOf } from '../stacks/manifest.js';
import { COLUMNS, tableOf } from '../stacks/outcome.js';
import type { Outcome } from '../stacks/outcome.js';

const read = (path: string) => readFileSync(path, 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

/** What `npm run test:stacks` prints when all is well. */
const allWell = EXAMPLES.map((name) => {
  const manifest = manifestOf(name);
  const findings = COLUMNS.map((column) => [column, column === 'types' && !manifest.scripts?.['check'] ? '–' : 'pass']);
  return { manifest, outcome: Object.fromEntries(findings) as Outcome };
});

describe('the examples', () => {
  test('are in the table of docs/stacks.md, with the versions that they are tried with', () => {
    const table = tableOf(allWell);
    assert.ok(read('docs/stacks.md').includes(`\n${table}\n`), `The table must read:\n\n${table}\n`);
  });

  for (const name of EXAMPLES) {
    test(`${name} is in the README and in that of the examples`, () => {
      assert.ok(read('README.md').includes(`/tree/main/examples/${name}\n`));
      assert.ok(read('examples/README.md').includes(`](${name})`));
    });

    test(`${name} names exact versions, and this one of the package`, () => {
      const { dependencies, devDependencies = {} } = manifestOf(name);
      assert.equal(dependencies['contact-details'], version);
      for (const [dependency, exact] of Object.entries({ ...dependencies, ...devDependencies }))
        assert.match(exact, /^\d+\.\d+\.\d+$/, dependency);
    });
  }
});

describe('the table of the stacks', () => {
  test('says of each column whether it is good, and never that a failure is', () => {
    const [stack] = allWell;
    assert.ok(stack);
    const outcome: Outcome = { ...stack.outcome, types: '–', edit: { fault: 'Error: no such button' } };
    const manifest = {
      description: 'A stack',
      dependencies: {
        'contact-details': '0.1.0',
        vue: '3.5.0',
        '@of/one': '1.0.0',
        '@of/another': '1.0.0',
        '@of/third': '2.0.0',
      },
      devDependencies: { vite: '8.0.0', '@types/node': '20.0.0' },
    };
    const [, , row] = tableOf([{ manifest, outcome }]).split('\n');
    assert.equal(
      row,
      '| A stack | pass | – | pass | pass | FAIL | pass | pass | vue 3.5.0, @of 1.0.0, @of/third 2.0.0, vite 8.0.0 |',
    );
  });
});
