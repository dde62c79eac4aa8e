import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { findChromium } from './browsers.js';
import { BROWSER_FOLDERS } from './browser-config.js';
import { failureText, titleOf } from './file-result.js';
import type { FileResult } from './file-result.js';
import { launcherOf, wantedBrowsers } from './launchers.js';
import { filesFor } from './one-browser.js';
import { secondsFor } from './order.js';
import { runBrowserFiles } from './run-browsers.js';
import type { BrowserRun } from './run-browsers.js';
import { NODE_FOLDERS, runNodeFile, testFilesIn } from './run-node.js';
import { withSecondChance } from './second-chance.js';
import { Slots } from './slots.js';
import { isGoodRun, slowestOf, stepOf, summaryOf } from './steps.js';
import type { Step } from './steps.js';

/** About how many seconds the checks take, with those that wait for them. */
const CHECKS = { demo: 210, build: 200, lint: 60, types: 30, size: 90, package: 120, manifest: 5, api: 20, stacks: 90 };
/** The examples that need little to be installed; `npm run test:stacks` tries all. */
const STACKS = ['plain-html', 'import-map', 'jquery', 'react'];

const isVerbose = process.argv.includes('--verbose');
/** Every test file runs in every browser, those too that prove nothing about one. */
const isAllInAll = Boolean(process.env['ALL_IN_FIREFOX']);
/** One more than there are cores: tests also wait, for browsers and for servers. */
const slots = new Slots(availableParallelism() + 1);
const start = performance.now();
requireBrowsers();

const build = check('build', 'build', CHECKS.build);
const demoBuild = check('demo build', 'build:demo', CHECKS.demo);
const size = after([build], 'size', () => check('size', 'size', CHECKS.size));
const packed = after([build], 'package', () => check('package', 'package:check', CHECKS.package));
const stacks = after([build], 'stacks', () => check('stacks', 'stacks', CHECKS.stacks, STACKS));
const endToEnd = after([build, demoBuild], 'end-to-end tests', () =>
  test('end-to-end tests', () => inNode(testFilesIn(['test/e2e']))),
);
const first = await Promise.all([
  check('lint', 'lint', CHECKS.lint),
  check('types', 'typecheck', CHECKS.types),
  check('manifest', 'analyze:check', CHECKS.manifest),
  check('what is public', 'api:check', CHECKS.api),
  ...[build, size, packed, stacks, demoBuild],
  test('node tests', () => inNode(testFilesIn(NODE_FOLDERS))),
  test('browser tests', () => inBrowsers(wantedBrowsers().map(runIn))),
  endToEnd,
]);

/** The steps in which a failure may be chance: their files are run once more, by themselves. */
const CHANCY = ['browser tests', 'end-to-end tests'];
const steps: Step[] = [];
for (const step of first) {
  const isChancy = CHANCY.includes(step.name) && step.files.length > 0;
  steps.push(isChancy ? stepOf(step.name, await withSecondChance(step.files, runAgain)) : step);
}

const files = steps.flatMap((step) => step.files);
if (isVerbose) print(['The slowest files:', ...slowestOf(files, 10)].join('\n'));
const minutes = (performance.now() - start) / 60_000;
print(`\n${minutes.toFixed(1)} minutes on ${availableParallelism()} cores\n\n${summaryOf(steps, notesOn(steps))}`);
process.exit(isGoodRun(steps) ? 0 : 1);

/** Looks for the browsers before anything else, and ends here where there is no Chromium: little could be tested without. */
function requireBrowsers(): void {
  try {
    wantedBrowsers().forEach(launcherOf);
    findChromium();
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/** Runs a script of package.json, in a slot. What it prints is shown when it fails. */
async function check(name: string, script: string, seconds: number, options: readonly string[] = []): Promise<Step> {
  return slots.run(seconds, async () => {
    const begin = performance.now();
    const child = spawn('npm', ['run', '--silent', script, '--', ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const [code] = (await once(child, 'close')) as [number | null];
    const isGood = code === 0;
    if (isVerbose || !isGood) print(`── ${name} ──\n${output}`);
    return {
      name,
      isGood,
      detail: isGood ? '' : `failed: ${['npm run', script, ...options].join(' ')}`,
      seconds: (performance.now() - begin) / 1000,
      files: [],
    };
  });
}

/** Runs a step once earlier ones are good, without which it makes no sense. */
async function after(earlier: readonly Promise<Step>[], name: string, run: () => Promise<Step>): Promise<Step> {
  const missing = (await Promise.all(earlier)).filter(({ isGood }) => !isGood).map((step) => step.name);
  if (!missing.length) return run();
  return { name, isGood: false, detail: `not run: it needs the ${missing.join(' and the ')}`, seconds: 0, files: [] };
}

async function test(name: string, run: () => Promise<readonly FileResult[]>): Promise<Step> {
  try {
    return stepOf(name, await run());
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { name, isGood: false, detail, seconds: 0, files: [] };
  }
}

function inNode(files: readonly string[]): Promise<readonly FileResult[]> {
  return Promise.all(files.map((file) => slots.run(secondsFor(file), () => runAndTell(file))));
}

async function runAndTell(file: string): Promise<FileResult> {
  const result = await runNodeFile(file);
  tell(result);
  return result;
}

function inBrowsers(runs: readonly BrowserRun[]): Promise<readonly FileResult[]> {
  return runBrowserFiles(runs, slots, tell);
}

function runIn(browser: string): BrowserRun {
  return { browser, files: filesFor(browser, testFilesIn(BROWSER_FOLDERS), isAllInAll) };
}

async function runAgain(failed: FileResult): Promise<FileResult> {
  const { file, browser } = failed;
  print(`Again, by itself: ${titleOf(failed)}`);
  if (!browser) return runAndTell(file);
  const name = wantedBrowsers().find((wanted) => browser.toLowerCase().startsWith(wanted)) ?? browser;
  const [again] = await inBrowsers([{ browser: name, files: [file] }]);
  if (!again) throw new Error(`${browser} did not run ${file} again`);
  return again;
}

/** Prints what failed in a file; everything with `--verbose`. */
function tell(result: FileResult): void {
  if (isVerbose) print(`── ${titleOf(result)} (${result.seconds.toFixed(1)} s) ──\n${result.output}`);
  for (const failure of result.failures) print(`${failureText(result, failure)}\n`);
}

/** What a run that is good has not proven. */
function notesOn(all: readonly Step[]): readonly string[] {
  const ran = new Set(all.flatMap(({ files }) => files.flatMap(({ browser = [] }) => browser)));
  return [
    ...(wantedBrowsers().includes('firefox') && !ran.has('Firefox') ? ['Firefox was not tested: none was found'] : []),
    ...(process.env['TEST_DATABASE_URL'] ? [] : ['PostgreSQL was not tested, PGlite was: TEST_DATABASE_URL is not set']),
  ];
}

/** Prints past the test runner of the browsers, which holds back what goes through the console. */
function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
