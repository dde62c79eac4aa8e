import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../support/chromium.js';
import type { Timing } from './measure.js';
import type { Bench, SubjectName } from './page.js';
import { median, ratio } from './statistics.js';

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
  { task: 'switchContact', title: 'contact switch', subject: 'element', rounds: 15, aim: 1.1 },
  { task: 'switchContact', title: 'contact switch, adapter', subject: 'adapter', rounds: 15 },
  { task: 'mountMany', title: '1,000 mounts', subject: 'element', rounds: 5, aim: 0.25 },
  { task: 'changeOneOfMany', title: 'one field in 1,000', subject: 'element', rounds: 4 },
];
const PANELS = 1000;

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const settings = { configFile: false, root: 'test/bench', logLevel: 'warn', build: { outDir: folder } } as const;
await build({ ...settings, build: { ...settings.build, target: 'es2022', emptyOutDir: true } });
const server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0 } });
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'bench' in globalThis);
  console.log(`${await browser.version()}; medians in milliseconds; the floor is hand-written DOM of the same markup\n`);
  console.log(row('', 'floor', 'element', 'ratio', 'script only', 'aim'));
  for (const comparison of COMPARISONS) console.log(await compare(page, comparison));
  console.log(await compareHeap(page));
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
  const script = ratio(medianOf(subject, 'script'), medianOf('floor', 'script'));
  const verdict = aim === undefined ? '' : `≤ ${aim.toFixed(2)} ${measured / floor <= aim ? '✓' : '✗'}`;
  return row(title, floor.toFixed(2), measured.toFixed(2), ratio(measured, floor), script, verdict);
}

async function compareHeap(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize + embedderHeapUsedSize;
  };
  const perPanel = async (subject: SubjectName) => {
    await page.evaluate(() => bench.clear());
    const before = await used();
    await page.evaluate((name) => bench.fill(name), subject);
    return ((await used()) - before) / PANELS / 1024;
  };
  const rounds = [await perPanel('floor'), await perPanel('element'), await perPanel('floor'), await perPanel('element')];
  const floor = median(rounds.filter((_, index) => index % 2 === 0));
  const element = median(rounds.filter((_, index) => index % 2 === 1));
  return row('heap per panel (KiB)', floor.toFixed(2), element.toFixed(2), ratio(element, floor), '', '');
}

function row(title: string, ...columns: readonly string[]): string {
  return title.padEnd(26) + columns.map((text) => text.padStart(13)).join('');
}
