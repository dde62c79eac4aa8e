import { inWords, sum } from './counts.js';
import type { Counts } from './counts.js';
import { failureText, titleOf } from './file-result.js';
import type { FileResult } from './file-result.js';

/** What one of the things that must be right has come to. */
export interface Step {
  readonly name: string;
  readonly isGood: boolean;
  /** What there is to say about it. */
  readonly detail: string;
  /** For how long it has worked; waiting for its turn does not count. */
  readonly seconds: number;
  /** The test files that were run, if it was about tests. */
  readonly files: readonly FileResult[];
}

/** The step that some test files come to together. */
export function stepOf(name: string, files: readonly FileResult[]): Step {
  const counts = countsOf(files);
  const seconds = files.reduce((total, file) => total + file.seconds, 0);
  const isGood = counts.passed > 0 && !counts.failed;
  const detail = files.length ? `${inWords(counts)} in ${placesOf(files)}` : 'there were no tests';
  return { name, isGood, detail, seconds, files };
}

/** The end of a run: what failed by chance, each step, and last how many tests have passed and failed. */
export function summaryOf(steps: readonly Step[], notes: readonly string[]): string {
  const files = steps.flatMap((step) => step.files);
  const flaky = files.flatMap((file) => (file.flaky ? [failureText(file, file.flaky).replace('✗', '~')] : []));
  const lines = steps.map(({ name, isGood, detail, seconds }) => {
    return `  ${isGood ? '✓' : '✗'} ${name.padEnd(18)}${seconds.toFixed(0).padStart(5)} s   ${detail}`.trimEnd();
  });
  return [
    ...(flaky.length ? ['flaky: failed, and passed when run again by itself', ...flaky, ''] : []),
    isGoodRun(steps) ? 'All is well.' : 'Not all is well.',
    '',
    ...lines,
    ...notes.map((note) => `  ! ${note}`),
    '',
    inWords(countsOf(files)),
  ].join('\n');
}

/** Whether every step is good, and something was tested. */
export function isGoodRun(steps: readonly Step[]): boolean {
  return steps.every(({ isGood }) => isGood) && countsOf(steps.flatMap(({ files }) => files)).passed > 0;
}

/** The files that took longest, one line for each. */
export function slowestOf(files: readonly FileResult[], count: number): readonly string[] {
  const slowest = [...files].sort((a, b) => b.seconds - a.seconds).slice(0, count);
  return slowest.map((file) => `${file.seconds.toFixed(1).padStart(7)} s   ${titleOf(file)}`);
}

function countsOf(files: readonly FileResult[]): Counts {
  return sum(files.map(({ counts }) => counts));
}

/** `3 files`, or how many in each browser: `Chromium (62 files), Firefox (40 files)`. */
function placesOf(files: readonly FileResult[]): string {
  const browsers = [...new Set(files.flatMap(({ browser = [] }) => browser))];
  if (!browsers.length) return `${files.length} files`;
  const countIn = (name: string) => files.filter(({ browser }) => browser === name).length;
  return browsers.map((name) => `${name} (${countIn(name)} files)`).join(', ');
}
