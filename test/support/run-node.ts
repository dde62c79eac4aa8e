import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Transform } from 'node:stream';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { inWords, NONE, sum } from './counts.js';
import type { Counts } from './counts.js';

const LIMIT_PER_FILE = 15 * 60_000;

/** The folders whose tests run in Node, the end-to-end ones (which need a build) apart. */
export const NODE_FOLDERS = [
  'test/core',
  'test/store',
  'test/http',
  'test/server',
  'test/memory',
  'test/contract',
  'test/reference-server',
  'test/house',
];

/** The test files below some folders; a path that is a file stands for itself. */
export function testFilesIn(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (path.endsWith('.ts')) return [path];
    if (!existsSync(path)) return [];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.endsWith('.test.ts')).map((name) => `${path}/${name}`);
  });
}

/** Runs test files with Node's own runner, prints them as they end, and counts the tests (not the suites around them). */
export async function runNodeTests(files: readonly string[], concurrency = availableParallelism()): Promise<Counts> {
  if (!files.length) return NONE;
  const counts: Counts[] = [];
  const results = run({ files: [...files], concurrency, timeout: LIMIT_PER_FILE });
  results.on('test:pass', ({ name, file, details, skip, todo }) => {
    // A file without tests is reported as one that passed.
    if (details.type === 'suite' || name === file) return;
    const isSkipped = Boolean(skip ?? todo);
    counts.push({ ...NONE, passed: isSkipped ? 0 : 1, skipped: isSkipped ? 1 : 0 });
  });
  results.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') counts.push({ ...NONE, failed: 1 });
  });
  const report = results.compose<Transform>(new spec());
  report.on('data', (text: unknown) => process.stdout.write(String(text)));
  await once(report, 'end');
  return sum(counts);
}

if (import.meta.filename === process.argv[1]) {
  const paths = process.argv.slice(2);
  const counts = await runNodeTests(testFilesIn(paths.length ? paths : NODE_FOLDERS));
  console.log(inWords(counts));
  process.exitCode = counts.failed || !counts.passed ? 1 : 0;
}
