import { sum } from './counts.js';
import type { FileResult } from './file-result.js';
import type { ReliabilityPromise } from './promises.js';

const WIDTH = 100;
const PLANTED = 'finds the planted race: ';
/** What a figure of a promise looks like, among the other things that tests tell. */
const FIGURE = /^(\d+ (schedules|of \d+ letters)|shown after)/;

/** A promise, and what its tests came to. */
export interface PromiseReport extends ReliabilityPromise {
  /** How many tests have passed, the figures they told, and so on, one after the other. */
  readonly figures: readonly string[];
}

/** A planted race, and what found it. */
export interface PlantedReport {
  readonly race: string;
  /** The number of the first schedule that showed it. */
  readonly schedule: string;
  /** The promise that it broke then. */
  readonly promise: string;
}

/** What the tests of a promise came to. A file that did not run has failed. */
export function reportOf(promise: ReliabilityPromise, results: readonly FileResult[]): PromiseReport {
  const own = results.filter(({ file }) => promise.files.includes(file));
  const { passed, failed } = sum(own.map(({ counts }) => counts));
  const lost = promise.files.filter((file) => !own.some((result) => result.file === file));
  const told = own.flatMap(({ figures }) => figures.map(({ text }) => text)).filter((text) => FIGURE.test(text));
  const failures = failed + lost.length;
  return { ...promise, figures: [`${passed} passed${failures ? `, **${failures} failed**` : ''}`, ...told] };
}

/** The planted races that some test files have found. */
export function plantedIn(results: readonly FileResult[]): readonly PlantedReport[] {
  const found = results.flatMap(({ figures }) => figures).filter(({ test }) => test.startsWith(PLANTED));
  return found.flatMap(({ test, text }) => {
    const [, schedule, promise] = /^found by schedule (\d+): (R\d+)/.exec(text) ?? [];
    return schedule && promise ? [{ race: test.slice(PLANTED.length), schedule, promise }] : [];
  });
}

/** `docs/reliability.md`: lists that can be read in a terminal, no line longer than 100 columns. */
export function documentOf(promises: readonly PromiseReport[], planted: readonly PlantedReport[], day: string): string {
  return [
    '# Reliability',
    wrap(
      'What the panel promises when networks, servers and people do what they do, what proves it, and what came of the last run ' +
        `of \`npm run reliability\`, which writes this page, on ${day}. *Open* is what is not survived, or not proven. A test that ` +
        'runs in a browser counts once for each browser it ran in.',
    ),
    ...promises.map(promiseSection),
    '## More of it',
    wrap(
      '`npm run soak` runs a million schedules of the store, from as many seeds as it takes, and then ten minutes of them on the ' +
        'real server behind a proxy that loses, delays, doubles, cuts and refuses requests. `SCHEDULES`, `SCHEDULES_SEED` and ' +
        '`FAULT_MINUTES` say how many, from which, and how long.',
    ),
    '## Planted races',
    wrap(
      'Each is a mistake that the suite puts into the store, to see whether it is found. The number says how many schedules it ' +
        'took, always from the same seed, and then comes the promise that was broken.',
    ),
    planted.map(({ race, schedule, promise }) => item(`${race}: ${schedule}, ${promise}`)).join('\n'),
    '',
  ].join('\n\n');
}

function promiseSection({ id, promise, files, figures, open }: PromiseReport): string {
  return [
    `## ${id}`,
    wrap(`**${promise}.**`),
    [
      item(`Last run: ${figures.join('; ')}`),
      ...(open ? [item(`*Open:* ${open}`)] : []),
      item('Proven by'),
      ...files.map((file) => `  - \`${file}\``),
    ].join('\n'),
  ].join('\n\n');
}

function item(text: string): string {
  return `- ${wrap(text, 2)}`;
}

/** Breaks a text into lines, all but the first indented. */
function wrap(text: string, indent = 0): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && indent + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
