import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../support/chromium.js';
import { pack } from '../support/pack.js';
import { Example } from './example.js';
import { journey } from './journey.js';
import { EXAMPLES } from './manifest.js';
import { COLUMNS, tableOf } from './outcome.js';
import type { Finding, Outcome } from './outcome.js';

/** Tries the packed package in each of the examples that are named, or in all, and prints a table. */
const names = process.argv.slice(2);
for (const name of names) {
  if (!EXAMPLES.includes(name)) throw new Error(`There is no example ${name}; there are ${EXAMPLES.join(', ')}`);
}

const folder = mkdtempSync(join(tmpdir(), 'package-'));
const browser = await launchChromium();
const stacks: { manifest: Example['manifest']; outcome: Outcome }[] = [];
try {
  const tarball = pack(folder);
  for (const name of names.length ? names : EXAMPLES) {
    const begin = performance.now();
    const example = new Example(name);
    const outcome = await tryOut(example, tarball, browser);
    stacks.push({ manifest: example.manifest, outcome });
    for (const column of COLUMNS) {
      const finding = outcome[column];
      if (typeof finding !== 'string') console.error(`✗ ${name}, ${column}: ${finding.fault}\n`);
    }
    console.log(`  ${name} took ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(`\n${tableOf(stacks)}`);
const isGood = stacks.every(({ outcome }) => COLUMNS.every((column) => typeof outcome[column] === 'string'));
process.exitCode = isGood ? 0 : 1;

async function tryOut(example: Example, tarball: string, browser: Browser): Promise<Outcome> {
  const untried: Finding = { fault: 'not tried' };
  const nothing = { render: untried, events: untried, edit: untried, tags: untried, console: untried };
  const install = await attempt(() => example.install(tarball));
  if (install !== 'pass') return { install, types: untried, ...nothing };
  const types = example.has('check') ? await attempt(() => example.runScript('check')) : '–';
  try {
    if (example.has('build')) await example.runScript('build');
    const { url, close } = await example.serve();
    try {
      return { install, types, ...(await journey(browser, url)) };
    } finally {
      await close();
    }
  } catch (error) {
    return { install, types, ...nothing, render: { fault: String(error) } };
  }
}

async function attempt(work: () => Promise<void>): Promise<Finding> {
  try {
    await work();
    return 'pass';
  } catch (error) {
    return { fault: String(error) };
  }
}
