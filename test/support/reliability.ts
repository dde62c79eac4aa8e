import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { BROWSER_FOLDERS } from './browser-config.js';
import { titleOf } from './file-result.js';
import { wantedBrowsers } from './launchers.js';
import { secondsFor } from './order.js';
import { PROMISES } from './promises.js';
import { documentOf, plantedIn, reportOf } from './reliability-document.js';
import { runBrowserFiles } from './run-browsers.js';
import { runNodeFile } from './run-node.js';
import { Slots } from './slots.js';

const DOCUMENT = 'docs/reliability.md';

const files = [...new Set(PROMISES.flatMap((promise) => promise.files))];
const inBrowsers = files.filter((file) => BROWSER_FOLDERS.some((folder) => file.startsWith(`${folder}/`)));
const inNode = files.filter((file) => !inBrowsers.includes(file));
const slots = new Slots(availableParallelism());

const results = (
  await Promise.all([
    ...inNode.map(async (file) => [await slots.run(secondsFor(file), () => runNodeFile(file))]),
    runBrowserFiles(
      wantedBrowsers().map((browser) => ({ browser, files: inBrowsers })),
      slots,
    ),
  ])
).flat();

const reports = PROMISES.map((promise) => reportOf(promise, results));
const text = documentOf(reports, plantedIn(results), new Date().toISOString().slice(0, 10));
writeFileSync(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' }));

const failed = results.filter(({ counts }) => counts.failed);
for (const result of failed) console.error(`${titleOf(result)}: ${result.counts.failed} failed`);
console.log(`${DOCUMENT} tells of ${files.length} files.`);
process.exit(failed.length ? 1 : 0);
