import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { countOf, sum } from '../support/counts.js';
import type { FileResult } from '../support/file-result.js';
import { filesFor, ONE_BROWSER } from '../support/one-browser.js';
import { LONG_FILES, secondsFor } from '../support/order.js';
import { runNodeFile } from '../support/run-node.js';
import { withSecondChance } from '../support/second-chance.js';
import { Slots } from '../support/slots.js';
import { isGoodRun, slowestOf, stepOf, summaryOf } from '../support/steps.js';

function fileResult(file: string, failed: number, more: Partial<FileResult> = {}): FileResult {
  const failures = Array.from({ length: failed }, (_, index) => ({ test: `test ${index + 1}`, reason: `Error ${index + 1}` }));
  const counts = sum([countOf('passed'), ...failures.map(() => countOf('failed'))]);
  return { file, counts, failures, figures: [], seconds: 1, output: '', ...more };
}

describe('slots', () => {
  it('let only so many jobs run at a time, and miss none', async () => {
    const slots = new Slots(2);
    let running = 0;
    let most = 0;
    const job = async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
    };
    await Promise.all(Array.from({ length: 7 }, () => slots.run(1, job)));
    assert.deepEqual({ running, most }, { running: 0, most: 2 });
  });

  it('start the longest of those that wait first', async () => {
    const slots = new Slots(1);
    const giveBack = await slots.take(1);
    const order: number[] = [];
    const jobs = [2, 9, 5].map((seconds) => slots.run(seconds, async () => void order.push(seconds)));
    giveBack();
    await Promise.all(jobs);
    assert.deepEqual(order, [9, 5, 2]);
  });

  it('are given back by a job that fails, and once only', async () => {
    const slots = new Slots(1);
    await assert.rejects(
      slots.run(1, () => Promise.reject(new Error('no'))),
      /no/,
    );
    const giveBack = await slots.take(1);
    giveBack();
    giveBack();
    await slots.take(1);
    let isThird = false;
    void slots.take(1).then(() => (isThird = true));
    await new Promise(setImmediate);
    assert.equal(isThird, false);
  });
});

describe('the order of test files', () => {
  it('knows only files that there are', () => {
    for (const file of Object.keys(LONG_FILES)) assert.ok(existsSync(file), `${file} is gone: mend test/support/order.ts`);
  });

  it('has a file that is known to be long before any other', () => {
    assert.ok(secondsFor('test/store/sched.test.ts') > secondsFor('test/e2e/journey.test.ts'));
    assert.ok(secondsFor('test/e2e/journey.test.ts') > secondsFor('test/element/menu.test.ts', 'Firefox'));
  });
});

describe('the files of one browser', () => {
  it('are files that there are', () => {
    for (const file of ONE_BROWSER) assert.ok(existsSync(file), `${file} is gone: mend test/support/one-browser.ts`);
  });

  it('run in Chromium, and elsewhere only when everything does', () => {
    const [inOne = ''] = ONE_BROWSER;
    const files = [inOne, 'test/element/keyboard.test.ts'];
    assert.deepEqual(filesFor('chromium', files, false), files);
    assert.deepEqual(filesFor('firefox', files, false), ['test/element/keyboard.test.ts']);
    assert.deepEqual(filesFor('firefox', files, true), files);
  });
});

describe('a second chance', () => {
  it('makes a file that passes then a good one, with its first failure', async () => {
    const results = [fileResult('a', 0), fileResult('b', 2, { browser: 'Firefox' })];
    const again: string[] = [];
    const final = await withSecondChance(results, async ({ file }) => {
      again.push(file);
      return fileResult(file, 0, { browser: 'Firefox' });
    });
    assert.deepEqual(again, ['b']);
    const step = stepOf('browser tests', final);
    assert.equal(step.isGood, true);
    const summary = summaryOf([step], []);
    assert.match(summary, /^flaky: .*\n~ b in Firefox\n {2}test 1\n {4}Error 1\n/);
    assert.match(summary, /\n2 passed, 0 failed$/);
  });

  it('leaves a file that fails again a failed one', async () => {
    const final = await withSecondChance([fileResult('a', 1)], async ({ file }) => fileResult(file, 3));
    assert.deepEqual(
      final.map(({ counts, flaky }) => [counts.failed, flaky]),
      [[3, undefined]],
    );
  });

  it('comes one after the other, so that each is by itself', async () => {
    let running = 0;
    await withSecondChance([fileResult('a', 1), fileResult('b', 1)], async ({ file }) => {
      assert.equal(++running, 1);
      await Promise.resolve();
      running--;
      return fileResult(file, 0);
    });
  });

  it('is not given where so much fails that it is no chance', async () => {
    const results = Array.from({ length: 11 }, (_, index) => fileResult(`${index}`, 1));
    const final = await withSecondChance(results, () => assert.fail('it was run again'));
    assert.deepEqual(final, results);
  });
});

describe('the summary', () => {
  it('ends with how many tests have passed and failed, and says what was not tested', () => {
    const step = stepOf('node tests', [fileResult('a', 1, { seconds: 61.4 }), fileResult('b', 0)]);
    const lines = summaryOf([step], ['Firefox was not tested']).split('\n');
    assert.deepEqual(lines, [
      'Not all is well.',
      '',
      '  ✗ node tests           62 s   2 passed, 1 failed in 2 files',
      '  ! Firefox was not tested',
      '',
      '2 passed, 1 failed',
    ]);
  });

  it('is not good without a test, nor with a step that failed', () => {
    const check = { name: 'lint', detail: '', seconds: 1, files: [] };
    const tests = stepOf('node tests', [fileResult('a', 0)]);
    assert.equal(isGoodRun([{ ...check, isGood: true }]), false);
    assert.equal(isGoodRun([{ ...check, isGood: false }, tests]), false);
    assert.equal(isGoodRun([{ ...check, isGood: true }, tests]), true);
    assert.equal(stepOf('node tests', []).isGood, false);
  });

  it('names the slowest files first', () => {
    const files = [1, 3, 2].map((seconds) => fileResult(`${seconds}.test.ts`, 0, { seconds, browser: 'Firefox' }));
    assert.deepEqual(slowestOf(files, 2), ['    3.0 s   3.test.ts in Firefox', '    2.0 s   2.test.ts in Firefox']);
  });
});

describe('a test file that runs in Node', () => {
  /** Runs a file of that content. */
  async function run(content: string): Promise<FileResult> {
    const folder = mkdtempSync(join(tmpdir(), 'written-'));
    const file = join(folder, 'it.test.ts');
    writeFileSync(file, content);
    try {
      return await runNodeFile(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('is counted test by test, with the error that each threw and the figures it told', async () => {
    const { counts, failures, figures } = await run(`
      import { describe, test } from 'node:test';
      describe('a suite', () => {
        test('passes', (t) => t.diagnostic('7 schedules'));
        test('fails', () => { throw new TypeError('broken'); });
      });`);
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 0 });
    assert.equal(failures[0]?.test, 'fails');
    assert.match(failures[0]?.reason ?? '', /^TypeError: broken/);
    assert.deepEqual(figures[0], { test: 'passes', text: '7 schedules' });
  });

  it('has failed when it does not load', async () => {
    const { counts, failures } = await run(`throw new Error('no such thing');`);
    assert.equal(counts.failed, 1);
    assert.match(failures[0]?.reason ?? '', /no such thing/);
  });
});

describe('a machine without what the tests need', () => {
  /** Runs code with browsers.js, where no command can be found. */
  function lookFor(code: string) {
    const url = pathToFileURL(join(import.meta.dirname, '../support/browsers.js')).href;
    const folder = mkdtempSync(join(tmpdir(), 'nothing-'));
    try {
      const env = { PATH: folder, HOME: folder };
      const script = `import { findChromium, findFirefox } from ${JSON.stringify(url)};\n${code}`;
      return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('is told how to get a Chromium, which is an error', () => {
    const { status, stderr } = lookFor('findChromium();');
    assert.notEqual(status, 0);
    for (const way of ['apt-get install chromium', 'CHROME_PATH=/path/to/chrome']) assert.ok(stderr.includes(way), way);
  });

  it('is told how to get a Firefox, and goes on without', () => {
    const { status, stdout, stderr } = lookFor('console.log(findFirefox());');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /undefined/);
    for (const way of ['apt-get install firefox-esr', 'BROWSERS=chromium npm test']) assert.ok(stderr.includes(way), way);
  });

  it('is told to build before anything is weighed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nothing-'));
    const size = join(import.meta.dirname, '../support/size.ts');
    try {
      execFileSync(process.execPath, [...process.execArgv, size], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
      assert.fail('it weighed something');
    } catch (error) {
      assert.match((error as { readonly stderr: string }).stderr, /^There is no cdn\/contact-details\.js .* npm run build\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
