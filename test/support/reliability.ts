import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { run } from 'node:test';
import { startTestRunner } from '@web/test-runner';
import { format, resolveConfig } from 'prettier';
import { PROMISES } from './promises.js';
import type { ReliabilityPromise } from './promises.js';

const DOCUMENT = 'docs/reliability.md';
const LIMIT_PER_FILE = 30 * 60_000;
const PLANTED = 'finds the planted race: ';
/** What a figure of a promise looks like, among the other things that tests tell. */
const FIGURE = /^(\d+ (schedules|of \d+ letters)|shown after)/;

/** What one run of a test file came to: its tests, and the figures that it told in diagnostics, by the test's name. */
interface FileRun {
  passed: number;
  failed: number;
  readonly figures: { readonly test: string; readonly text: string }[];
}

type Runs = Map<string, FileRun>;

function runOf(runs: Runs, file: string): FileRun {
  const known = runs.get(file) ?? { passed: 0, failed: 0, figures: [] };
  runs.set(file, known);
  return known;
}

/** Runs test files in Node, and takes down what they tell. */
async function runInNode(files: readonly string[], runs: Runs): Promise<void> {
  const lastTest = new Map<string, string>();
  const events = run({ files: [...files], concurrency: availableParallelism(), timeout: LIMIT_PER_FILE });
  const pathOf = (file = ''): string => relative(process.cwd(), file);
  const note = (file: string | undefined, name: string, hasPassed: boolean): void => {
    lastTest.set(pathOf(file), name);
    runOf(runs, pathOf(file))[hasPassed ? 'passed' : 'failed']++;
  };
  events.on('test:pass', ({ name, file, details }) => {
    if (details.type !== 'suite' && name !== file) note(file, name, true);
  });
  events.on('test:fail', ({ name, file, details }) => {
    if (details.type !== 'suite') note(file, name, false);
  });
  // A test's diagnostics come after its result.
  events.on('test:diagnostic', ({ message, file }) => {
    const test = lastTest.get(pathOf(file));
    if (file && test) runOf(runs, pathOf(file)).figures.push({ test, text: message });
  });
  events.on('data', () => undefined);
  await new Promise((resolve) => events.on('end', resolve));
}

/** Runs test files in the browsers that there are. */
async function runInBrowsers(files: readonly string[], runs: Runs): Promise<void> {
  const runner = await startTestRunner({ argv: ['--files', ...files], autoExitProcess: false });
  if (!runner) throw new Error('The browsers did not start');
  await new Promise((resolve) => runner.on('stopped', resolve));
  for (const { testFile, testResults, passed } of runner.sessions.all()) {
    const counts = runOf(runs, relative(process.cwd(), testFile));
    const count = ({ tests, suites }: NonNullable<typeof testResults>): void => {
      for (const test of tests) counts[test.passed ? 'passed' : 'failed']++;
      suites.forEach(count);
    };
    if (testResults) count(testResults);
    else if (!passed) counts.failed++;
  }
}

function figuresOf({ files, open }: ReliabilityPromise, runs: Runs): string {
  const own = files.map((file) => runs.get(file) ?? { passed: 0, failed: 1, figures: [] });
  const sum = (key: 'passed' | 'failed'): number => own.reduce((total, counts) => total + counts[key], 0);
  const told = own.flatMap(({ figures }) => figures.filter(({ text }) => FIGURE.test(text)));
  const counts = files.length ? [`${sum('passed')} passed${sum('failed') ? `, **${sum('failed')} failed**` : ''}`] : [];
  return [...counts, ...told.map(({ text }) => text), ...(open ? [`*Open: ${open}*`] : [])].join('; ');
}

function plantedTable(runs: Runs): string {
  const rows = [...runs.values()].flatMap(({ figures }) => figures).filter(({ test }) => test.startsWith(PLANTED));
  const lines = rows.map(({ test, text }) => {
    const [, schedules = '', broken = ''] = /^found by schedule (\d+): (R\d+)/.exec(text) ?? [];
    return `| ${test.slice(PLANTED.length)} | ${schedules} | ${broken} |`;
  });
  return ['| planted race | found by schedule | promise broken |', '|---|---|---|', ...lines].join('\n');
}

async function documentOf(runs: Runs): Promise<string> {
  const rows = PROMISES.map((promise) => {
    const files = promise.files.map((file) => `\`${file}\``).join('<br>');
    return `| ${promise.id} | ${promise.promise} | ${files || '–'} | ${figuresOf(promise, runs)} |`;
  });
  const text = `# Reliability

What the panel promises when networks, servers and people do what they do, what proves it, and what came of the last run of
\`npm run reliability\`, which writes this page, on ${new Date().toISOString().slice(0, 10)}. *Open* is what is not survived, or not proven.

| | promise | proven by | last figures |
|---|---|---|---|
${rows.join('\n')}

A test of a browser counts once for each browser it ran in. \`npm run soak\` runs a million schedules of the store, from as many
seeds as it takes, and then ten minutes of them on the real server behind a proxy that loses, delays, doubles, cuts and refuses
requests: \`SCHEDULES\`, \`SCHEDULES_SEED\` and \`FAULT_MINUTES\` say how many, from which, and how long.

## Planted races

Each is a copy of the core with one mistake in it. The number says how many schedules it took to find it, always from the same
seed.

${plantedTable(runs)}
`;
  return format(text, { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
}

const files = [...new Set(PROMISES.flatMap((promise) => promise.files))];
const isForBrowsers = (file: string): boolean => /^test\/(element|fields|gallery|persistence)\//.test(file);
const runs: Runs = new Map();
await runInNode(
  files.filter((file) => !isForBrowsers(file)),
  runs,
);
await runInBrowsers(files.filter(isForBrowsers), runs);
writeFileSync(DOCUMENT, await documentOf(runs));
const failed = [...runs].filter(([, counts]) => counts.failed);
for (const [file, counts] of failed) console.error(`${file}: ${counts.failed} failed`);
console.log(`${DOCUMENT} tells of ${runs.size} files.`);
process.exit(failed.length ? 1 : 0);
