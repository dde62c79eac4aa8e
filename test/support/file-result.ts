import type { Counts } from './counts.js';

/** A test that failed, and why. */
export interface Failure {
  readonly test: string;
  readonly reason: string;
}

/** A figure that a test has told, as a diagnostic. */
export interface Figure {
  readonly test: string;
  readonly text: string;
}

/** What a run of one test file came to. */
export interface FileResult {
  readonly file: string;
  /** The browser that it ran in; none for a file that ran in Node. */
  readonly browser?: string;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  readonly figures: readonly Figure[];
  readonly seconds: number;
  /** Its tests one by one, and everything they have printed. */
  readonly output: string;
  /** What it failed with the first time, where it has passed the second time. */
  readonly flaky?: Failure;
}

/** The file, and the browser where it ran in one: `test/element/name.test.ts in Firefox`. */
export function titleOf({ file, browser }: Pick<FileResult, 'file' | 'browser'>): string {
  return browser ? `${file} in ${browser}` : file;
}

/** A failed test as it is printed. */
export function failureText(result: FileResult, { test, reason }: Failure): string {
  return `✗ ${titleOf(result)}\n  ${test}\n${reason.replace(/^/gm, '    ')}`;
}
