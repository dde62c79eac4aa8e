import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from './browsers.js';

/** Opens the same Chromium that the browser tests run in, for tests and measurements that drive whole pages. */
export function launchChromium(): Promise<Browser> {
  return launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGS] });
}
