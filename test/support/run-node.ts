import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countOf, inWords, sum } from './counts.js';
import type { FileResult } from './file-result.js';
import type { Told } from './node-reporter.js';
import { secondsFor } from './order.js';
import { Slots } from './slots.js';

const LIMIT_PER_FILE = 30 * 60_000;
const REPORTER = pathToFileURL(join(import.meta.dirname, 'node-reporter.ts')).href;

/** The folders whose tests run in Node, the end-to-end ones (which need a build) apart. */
export const NODE_FOLDERS = [
  'test/core',
  'test/store',
  'test/http',
  'test/server',
  'test/ssr',
  'test/memory',
  'test/vcard',
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

/** Runs one test file in a Node of its own. A file that crashes, or never ends, has one failed test more. */
export async function runNodeFile(file: string): Promise<FileResult> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  try {
    const told = join(folder, 'told');
    const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
    const ours = [`--test-reporter=${REPORTER}`, `--test-reporter-destination=${told}`];
    // What this process was started with loads TypeScript; if it runs a test itself, its own reporters are not passed on.
    const loader = process.execArgv.filter((argument) => !argument.startsWith('--test-'));
    const child = spawn(process.execPath, [...loader, ...reporters, ...ours, file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_PER_FILE,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    // What stands after the last line break was being written when the process was ended.
    const lines = existsSync(told) ? readFileSync(told, 'utf8').split('\n').slice(0, -1) : [];
    const ending = signal ? `It was ended by ${signal}.` : `It ended with code ${code}.`;
    return { ...resultOf(file, lines.map(parse), code === 0 ? undefined : ending, output), seconds: secondsSince(start) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parse(line: string): Told {
  return JSON.parse(line) as Told;
}

function resultOf(
  file: string,
  told: readonly Told[],
  ending: string | undefined,
  output: string,
): Omit<FileResult, 'seconds'> {
  const failures = told.flatMap((one) => (one.type === 'failed' ? [{ test: one.test, reason: one.reason }] : []));
  const figures = told.flatMap((one) => (one.type === 'figure' ? [{ test: one.test, text: one.text }] : []));
  const counts = sum(told.filter((one) => one.type !== 'figure').map(({ type }) => countOf(type)));
  if (!ending || failures.length) return { file, counts, failures, figures, output };
  const crash = { test: 'the file as a whole', reason: `${ending}\n${output}` };
  return { file, counts: sum([counts, countOf('failed')]), failures: [crash], figures, output };
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

if (import.meta.filename === process.argv[1]) {
  const paths = process.argv.slice(2);
  const slots = new Slots(availableParallelism());
  const runs = testFilesIn(paths.length ? paths : NODE_FOLDERS).map((file) =>
    slots.run(secondsFor(file), async () => {
      const result = await runNodeFile(file);
      process.stdout.write(result.output);
      return result;
    }),
  );
  const counts = sum((await Promise.all(runs)).map((result) => result.counts));
  console.log(inWords(counts));
  process.exitCode = counts.failed || !counts.passed ? 1 : 0;
}
