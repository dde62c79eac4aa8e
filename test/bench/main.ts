import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../support/chromium.js';
import type { Timing } from './measure.js';
import type { Bench, SubjectName } from './page.js';
import { median } from './statistics.js';

declare const bench: Bench;

type Task = 'mount' | 'switchContact' | 'mountMany' | 'changeOneOfMany';

interface Comparison {
  readonly task: Task;
  readonly title: string;
  readonly subject: SubjectName;
  readonly rounds: number;
  /** The most that the median time to paint may be, as a multiple of the floor's. */
  readonly aim?: number;
}

const COMPARISONS: readonly Comparison[] = [
  { task: 'mount', title: 'first mount', subject: 'element', rounds: 8 },
  { task: 'switchContact', title: 'contact switch', subject: 'element', rounds: 15, aim: 1.25 },
  { task: 'switchContact', title: 'contact switch, adapter', subject: 'adapter', rounds: 15 },
  { task: 'mountMany', title: '1,000 mounts', subject: 'element', rounds: 5, aim: 0.25 },
  { task: 'changeOneOfMany', title: 'one field in 1,000', subject: 'element', rounds: 4 },
];
const PANELS = 1000;
/** How many tags a source knows. */
const KNOWN_TAGS = [100, 100_000];
/** The most milliseconds that the panel may add to what the source takes. */
const ADDED = 30;

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const settings = { configFile: false, root: 'test/bench', logLevel: 'warn', build: { outDir: folder } } as const;
await build({ ...settings, build: { ...settings.build, target: 'es2022', emptyOutDir: true } });
const server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0 } });
const browser = await launchChromium();
try {
  const page = await openPage();
  console.log(`${await browser.version()}; the floor is hand-written DOM of the same markup, that knows every text before.`);
  console.log("Medians in milliseconds of the page's own thread, from the call to the end of the frame that shows it.\n");
  console.log(row('', 'floor', 'element', 'ratio', 'aim', 'floor script', 'script'));
  for (const comparison of COMPARISONS) console.log(await compare(page, comparison));
  console.log(await compareHeap());
  console.log('\nFrom a letter in the tag field to the frame that shows what the source has found, the network included.\n');
  console.log(row('', 'source', 'paint', 'more', 'aim'));
  for (const known of KNOWN_TAGS) console.log(await timeSuggestions(page, known));
  await page.close();
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

/** Runs floor and subject in turn, each round in the other order, so that both see the same machine. */
async function compare(page: Page, { task, title, subject, rounds, aim }: Comparison): Promise<string> {
  const timings: Record<string, Timing[]> = { floor: [], [subject]: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 ? (['floor', subject] as const) : ([subject, 'floor'] as const);
    for (const name of order) {
      const measured = await page.evaluate((wanted, which) => bench[wanted](which), task, name);
      // The first round warms up.
      if (round > 0) timings[name]?.push(...measured);
    }
  }
  const medianOf = (name: string, key: keyof Timing) => median((timings[name] ?? []).map((timing) => timing[key]));
  const [floor, measured] = [medianOf('floor', 'paint'), medianOf(subject, 'paint')];
  const verdict = aim === undefined ? '' : `≤ ${aim.toFixed(2)} ${measured / floor <= aim ? '✓' : '✗'}`;
  const scripts = [medianOf('floor', 'script'), medianOf(subject, 'script')];
  return row(title, ...inColumns(floor, measured), verdict, ...scripts.map((script) => script.toFixed(2)));
}

/** Memory of a thousand panels, the browser's own share of the nodes included, each time in a page of its own. */
async function compareHeap(): Promise<string> {
  const perPanel: Record<'floor' | 'element', number[]> = { floor: [], element: [] };
  for (const subject of ['floor', 'element', 'element', 'floor'] as const) {
    const page = await openPage();
    const session = await page.createCDPSession();
    const used = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
      return usedSize + embedderHeapUsedSize;
    };
    await page.evaluate(() => bench.clear());
    const before = await used();
    await page.evaluate((name) => bench.fill(name), subject);
    perPanel[subject].push(((await used()) - before) / PANELS / 1024);
    await page.close();
  }
  return row('heap per panel (KiB)', ...inColumns(median(perPanel.floor), median(perPanel.element)));
}

async function timeSuggestions(page: Page, known: number): Promise<string> {
  const [, ...timings] = await page.evaluate((count) => bench.suggest(count), known);
  const source = median(timings.map((timing) => timing.source));
  const paint = median(timings.map((timing) => timing.paint));
  const added = median(timings.map((timing) => timing.paint - timing.source));
  const verdict = `≤ ${ADDED} ${added <= ADDED ? '✓' : '✗'}`;
  return row(`${known.toLocaleString('en')} known tags`, ...[source, paint, added].map((time) => time.toFixed(2)), verdict);
}

async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'bench' in globalThis);
  return page;
}

function inColumns(floor: number, measured: number): readonly string[] {
  return [floor.toFixed(2), measured.toFixed(2), `${(measured / floor).toFixed(2)} ×`];
}

function row(title: string, ...columns: readonly string[]): string {
  return title.padEnd(26) + columns.map((text) => text.padStart(13)).join('');
}
