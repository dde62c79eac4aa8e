import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inWords, NONE, sum } from './counts.js';
import type { Counts } from './counts.js';
import { runBrowserTests } from './run-browsers.js';
import type { BrowserCounts } from './run-browsers.js';
import { NODE_FOLDERS, runNodeTests, testFilesIn } from './run-node.js';

/** One thing that must be right. Tests answer their counts; a check throws or answers whether it passed. */
interface Step {
  readonly name: string;
  run(): Promise<Counts | BrowserCounts | boolean>;
  /** The step without whose success this one makes no sense. */
  readonly needs?: string;
}

interface Outcome {
  readonly name: string;
  readonly isGood: boolean;
  readonly detail: string;
  readonly counts: Counts;
  readonly seconds: number;
}

const STEPS: readonly Step[] = [
  { name: 'lint', run: () => script('lint') },
  { name: 'types', run: () => script('typecheck') },
  { name: 'node tests', run: () => runNodeTests(testFilesIn(NODE_FOLDERS)) },
  { name: 'browser tests', run: runBrowserTests },
  { name: 'manifest', run: () => script('analyze:check') },
  { name: 'build', run: () => script('build') },
  { name: 'size', run: () => script('size'), needs: 'build' },
  { name: 'demo build', run: () => script('build:demo') },
  { name: 'end-to-end tests', run: () => runNodeTests(testFilesIn(['test/e2e']), 1), needs: 'demo build' },
];

const outcomes: Outcome[] = [];
for (const step of STEPS) outcomes.push(await attempt(step));

const isGood = outcomes.every((outcome) => outcome.isGood);
console.log(`\n${isGood ? 'All is well.' : 'Not all is well.'}\n`);
for (const { name, isGood: isOk, detail, seconds } of outcomes) {
  console.log(`  ${isOk ? '✓' : '✗'} ${name.padEnd(18)}${seconds.toFixed(1).padStart(6)} s   ${detail}`);
}
const total = sum(outcomes.map(({ counts }) => counts));
console.log(`\n${inWords(total)}`);
process.exit(isGood && total.passed ? 0 : 1);

async function attempt({ name, run, needs }: Step): Promise<Outcome> {
  if (outcomes.some((earlier) => earlier.name === needs && !earlier.isGood)) {
    return { name, isGood: false, detail: `not run: it needs the ${needs}`, counts: NONE, seconds: 0 };
  }
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const end = (isStepGood: boolean, detail: string, counts = NONE): Outcome => {
    return { name, isGood: isStepGood, detail, counts, seconds: (performance.now() - start) / 1000 };
  };
  try {
    const answer = await run();
    if (typeof answer === 'boolean') return end(answer, answer ? '' : 'failed');
    if (!answer.passed && !answer.failed) return end(false, 'there were no tests');
    const where = 'browsers' in answer ? ` in ${answer.browsers.join(', ')}` : '';
    return end(!answer.failed, inWords(answer) + where, answer);
  } catch (error) {
    console.error(error);
    return end(false, error instanceof Error ? error.message : String(error));
  }
}

/** Runs a script of package.json, its output as it comes. */
async function script(name: string): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', name], { stdio: 'inherit', shell: process.platform === 'win32' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
