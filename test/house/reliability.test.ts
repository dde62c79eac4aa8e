import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { PROMISES } from '../support/promises.js';

const document = readFileSync('docs/reliability.md', 'utf8');
const rowOf = (id: string): string => document.split('\n').find((line) => line.startsWith(`| ${id} `)) ?? '';

describe('docs/reliability.md', () => {
  test('tells of each of the promises, once and in order', () => {
    assert.deepEqual(
      PROMISES.map(({ id }) => id),
      Array.from({ length: 20 }, (_, index) => `R${index + 1}`),
    );
    assert.deepEqual(
      [...document.matchAll(/^\| (R\d+) /gm)].map(([, id]) => id),
      PROMISES.map(({ id }) => id),
    );
  });

  for (const { id, files, open } of PROMISES) {
    test(`${id} names test files that exist, and those it names are in the document`, () => {
      assert.ok(files.length || open, 'what nothing proves is open');
      for (const file of files) {
        assert.ok(existsSync(file), `${file} does not exist`);
        assert.ok(rowOf(id).includes(`\`${file}\``), `${file} is not in the row of ${id}: npm run reliability`);
      }
    });
  }
});
