import { startTestRunner } from '@web/test-runner';
import { NONE, sum } from './counts.js';
import type { Counts } from './counts.js';

type Session = ReturnType<NonNullable<Awaited<ReturnType<typeof startTestRunner>>>['sessions']['get']>;
type Suite = NonNullable<NonNullable<Session>['testResults']>;

/** The counts of the browser tests, and the browsers they ran in. */
export interface BrowserCounts extends Counts {
  readonly browsers: readonly string[];
}

/**
 * Runs the browser tests as `npm run test:browser` does, and counts them once for each browser. A file that does not even
 * load is one failed test.
 */
export async function runBrowserTests(): Promise<BrowserCounts> {
  const runner = await startTestRunner({ argv: [], autoExitProcess: false });
  if (!runner) return { ...NONE, failed: 1, browsers: [] };
  await new Promise((resolve) => runner.on('stopped', resolve));
  const sessions = [...runner.sessions.all()];
  const browsers = new Set(sessions.map(({ browser }) => browser.name));
  return { ...sum(sessions.map(countsOf)), browsers: [...browsers] };
}

function countsOf(session: NonNullable<Session>): Counts {
  const counts = session.testResults ? countsOfSuite(session.testResults) : NONE;
  return session.passed || counts.failed ? counts : { ...counts, failed: 1 };
}

function countsOfSuite({ tests, suites }: Suite): Counts {
  const own = tests.map(({ passed, skipped }) => ({
    passed: passed && !skipped ? 1 : 0,
    failed: passed || skipped ? 0 : 1,
    skipped: skipped ? 1 : 0,
  }));
  return sum([...own, ...suites.map(countsOfSuite)]);
}
