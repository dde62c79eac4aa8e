import { availableParallelism } from 'node:os';
import { inWords, sum } from './counts.js';
import { failureText } from './file-result.js';
import { wantedBrowsers } from './launchers.js';
import { Slots } from './slots.js';

const FILE = 'test/element/hostile-data.test.ts';

process.env['HOSTILE_TEXTS'] ??= 'all';
process.env['HOSTILE_TEXTS_IN_FIREFOX'] ??= process.env['HOSTILE_TEXTS'];
// The settings of the browsers are read when they are imported.
const { runBrowserFiles } = await import('./run-browsers.js');

const runs = wantedBrowsers().map((browser) => ({ browser, files: [FILE] }));
const results = await runBrowserFiles(runs, new Slots(availableParallelism()), (result) => {
  console.log(`${result.browser}, ${Math.round(result.seconds / 60)} minutes\n${result.output}`);
  for (const failure of result.failures) console.log(failureText(result, failure));
});
const counts = sum(results.map((result) => result.counts));
console.log(inWords(counts));
process.exit(counts.failed || !counts.passed ? 1 : 0);
