import { relative } from 'node:path';
import { inspect } from 'node:util';
import { startTestRunner } from '@web/test-runner';
import { browserConfig } from './browser-config.js';
import { BrowserPool } from './browser-pool.js';
import { countOf, sum } from './counts.js';
import type { Counts } from './counts.js';
import type { Failure, FileResult } from './file-result.js';
import { launcherOf } from './launchers.js';
import { secondsFor } from './order.js';
import type { Slots } from './slots.js';

type Runner = NonNullable<Awaited<ReturnType<typeof startTestRunner>>>;
type Session = NonNullable<ReturnType<Runner['sessions']['get']>>;
type Suite = NonNullable<Session['testResults']>;
type Test = Suite['tests'][number];

/** Longer than any file waits for its turn. A browser that does not start is noticed by its launcher, much earlier. */
const LONGEST_WAIT = 3_600_000;

const silent = () => undefined;

/** Passes on what went wrong around the tests, and nothing else. */
const logger: NonNullable<NonNullable<NonNullable<Parameters<typeof startTestRunner>[0]>['config']>['logger']> = {
  ...{ log: silent, debug: silent, group: silent, groupEnd: silent },
  error: (...messages) => process.stderr.write(`${messages.map(textOf).join(' ')}\n`),
  warn: (...messages) => process.stderr.write(`${messages.map(textOf).join(' ')}\n`),
  logSyntaxError: ({ filePath, line, message }) => process.stderr.write(`${filePath}:${line}: ${message}\n`),
};

/** Test files, and the browser that they are to run in, by its name as in `BROWSERS`. */
export interface BrowserRun {
  readonly browser: string;
  readonly files: readonly string[];
}

/**
 * Runs test files in browsers. A file that does not even load is one failed test.
 * @param onEnd hears of each file as soon as it has ended
 * @returns nothing of a browser that this machine does not have
 */
export async function runBrowserFiles(
  runs: readonly BrowserRun[],
  slots: Slots,
  onEnd: (result: FileResult) => void = silent,
): Promise<readonly FileResult[]> {
  let started: (runner: Runner) => void = silent;
  const starting = new Promise<Runner>((resolve) => (started = resolve));
  const takeSlot = async (sessionId: string) => {
    const { sessions } = await starting;
    const { testFile = '', browser } = sessions.get(sessionId) ?? {};
    return slots.take(secondsFor(relative(process.cwd(), testFile), browser?.name));
  };
  const pools: BrowserPool[] = [];
  const groups = runs.flatMap(({ browser, files }) => {
    const open = () => launcherOf(browser);
    const first = open();
    if (!first || !files.length) return [];
    const pool = new BrowserPool(() => open() ?? first, takeSlot);
    pools.push(pool);
    return { name: browser, files: [...files], browsers: [pool] };
  });
  if (!groups.length) return [];
  const runner = await startTestRunner({
    config: { ...browserConfig, groups, browserStartTimeout: LONGEST_WAIT, staticLogging: true, reporters: [], logger },
    ...{ readCliArgs: false, readFileConfig: false, autoExitProcess: false },
  });
  if (!runner) throw new Error('The browser tests did not start');
  const results: FileResult[] = [];
  runner.sessions.on('session-status-updated', (session) => {
    if (session.status !== 'FINISHED') return;
    const pool = pools.find((one) => one === session.browser);
    const result = resultOf(session, pool?.secondsOf(session.id) ?? 0);
    results.push(result);
    onEnd(result);
  });
  started(runner);
  await new Promise((resolve) => runner.on('stopped', resolve));
  return results;
}

function resultOf(session: Session, seconds: number): FileResult {
  const tests = session.testResults ? testsIn(session.testResults) : [];
  const ofTests = tests.flatMap(({ title, test }) => (outcomeOf(test) === 'failed' ? [failureOf(title, test.error)] : []));
  const failures = [...ofTests, ...session.errors.map((error) => failureOf('the file as a whole', error))];
  const isCrash = !session.passed && !ofTests.length;
  return {
    file: relative(process.cwd(), session.testFile),
    browser: session.browser.name,
    counts: sum([...tests.map(({ test }) => countOf(outcomeOf(test))), ...(isCrash ? [countOf('failed')] : [])]),
    failures: isCrash && !failures.length ? [failureOf('the file as a whole', { message: 'It did not load.' })] : failures,
    figures: [],
    seconds,
    output: outputOf(session, tests),
  };
}

interface TitledTest {
  /** The test's name, after those of the suites that it is in. */
  readonly title: string;
  readonly test: Test;
}

function testsIn({ tests, suites }: Suite, names: readonly string[] = []): readonly TitledTest[] {
  return [
    ...tests.map((test) => ({ title: [...names, test.name].join(' '), test })),
    ...suites.flatMap((suite) => testsIn(suite, [...names, suite.name].filter(Boolean))),
  ];
}

function outcomeOf({ passed, skipped }: Test): keyof Counts {
  if (skipped) return 'skipped';
  return passed ? 'passed' : 'failed';
}

/** What was found instead of what was expected stands at the end: a message says of a long list only how long it is. */
function failureOf(test: string, error: Test['error']): Failure {
  const { message = 'It failed without an error.', stack = '', actual } = error ?? {};
  const reason = stack.includes(message) ? stack : `${message}\n${stack}`.trim();
  return { test, reason: actual === undefined ? reason : `${reason}\nFound: ${actual}` };
}

function outputOf({ logs, request404s }: Session, tests: readonly TitledTest[]): string {
  const lines = tests.map(({ title, test }) => `  ${outcomeOf(test) === 'failed' ? '✖' : '✔'} ${title}`);
  const said = logs.map((parts) => parts.map(textOf).join(' '));
  return [...lines, ...said, ...request404s.map((path) => `404: ${path}`), ''].join('\n');
}

function textOf(part: unknown): string {
  return typeof part === 'string' ? part : inspect(part);
}
