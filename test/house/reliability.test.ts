import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { FileResult } from '../support/file-result.js';
import { PROMISES } from '../support/promises.js';
import { documentOf, plantedIn, reportOf } from '../support/reliability-document.js';

const document = readFileSync('docs/reliability.md', 'utf8');

/** What the document says of a promise: everything below its heading. */
function sectionOf(id: string): string {
  return document.split(/^## /m).find((section) => section.startsWith(`${id}\n`)) ?? '';
}

describe('docs/reliability.md', () => {
  test('tells of each of the promises, once and in order', () => {
    assert.deepEqual(
      PROMISES.map(({ id }) => id),
      Array.from({ length: 20 }, (_, index) => `R${index + 1}`),
    );
    assert.deepEqual(
      [...document.matchAll(/^## (R\d+)$/gm)].map(([, id]) => id),
      PROMISES.map(({ id }) => id),
    );
  });

  test('can be read in a terminal of 100 columns', () => {
    assert.deepEqual(
      document.split('\n').filter((line) => line.length > 100),
      [],
    );
  });

  for (const { id, files, open } of PROMISES) {
    test(`${id} names test files that exist, and those it names are in the document`, () => {
      assert.ok(files.length || open, 'what nothing proves is open');
      for (const file of files) {
        assert.ok(existsSync(file), `${file} does not exist`);
        assert.ok(sectionOf(id).includes(`\`${file}\``), `${file} is not in the section of ${id}: npm run reliability`);
      }
    });
  }
});

describe('what a promise has come to', () => {
  const promise = { id: 'R1', promise: 'An edit is not lost', files: ['a.test.ts', 'b.test.ts'], open: 'crashes' };
  const result = (file: string, failed: number, figures: FileResult['figures'] = []): FileResult => {
    return { file, counts: { passed: 2, failed, skipped: 0 }, failures: [], figures, seconds: 1, output: '' };
  };

  test('is how many of its tests passed, in every browser, and the figures they told', () => {
    const schedules = { test: 'no schedule', text: '10000 schedules from seed 1' };
    const other = { test: 'no schedule', text: 'duration_ms 3' };
    const results = [
      result('a.test.ts', 0, [schedules, other]),
      result('b.test.ts', 0),
      result('b.test.ts', 0),
      result('c', 9),
    ];
    assert.deepEqual(reportOf(promise, results).figures, ['6 passed', '10000 schedules from seed 1']);
  });

  test('is a failure where a test failed, or a file did not run', () => {
    assert.deepEqual(reportOf(promise, [result('a.test.ts', 1)]).figures, ['2 passed, **2 failed**']);
  });

  test('stands in the document, with what is open and the races that were planted', () => {
    const races = [{ test: 'finds the planted race: parallel sends', text: 'found by schedule 12: R6 out of order' }];
    const text = documentOf([reportOf(promise, [])], plantedIn([result('p', 0, races)]), '2026-11-26');
    for (const line of ['## R1', '- *Open:* crashes', '  - `a.test.ts`', '- parallel sends: 12, R6']) {
      assert.ok(text.split('\n').includes(line), `${line} is not in\n${text}`);
    }
  });
});
