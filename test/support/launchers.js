import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium, findFirefox } from './browsers.js';
import { webkitGtkLauncher } from './webkitgtk.js';

// Machines without a screen have no mouse either: without one, nothing that appears on hover could be tested.
const CHROMIUM_MOUSE = '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';
const FIREFOX_MOUSE = { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 };

// One page at a time in each browser: two pages of one browser would fight over the keyboard focus.
const concurrency = 1;

/** @typedef {import('@web/test-runner-core').BrowserLauncher & {getPage(sessionId: string): object}} Launcher */

/**
 * What starts each browser that tests can run in, by its name. `undefined` where there is none.
 * @type {Readonly<Record<string, () => Launcher | undefined>>}
 */
const LAUNCHERS = {
  chromium: () =>
    chromeLauncher({
      puppeteer,
      concurrency,
      launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_ARGS, CHROMIUM_MOUSE] },
    }),
  firefox() {
    const executablePath = findFirefox();
    if (!executablePath) return undefined;
    const launchOptions = { browser: /** @type {const} */ ('firefox'), executablePath, extraPrefsFirefox: FIREFOX_MOUSE };
    return chromeLauncher({ puppeteer, concurrency, launchOptions });
  },
  webkit: webkitGtkLauncher,
};

/** The browsers that `BROWSERS` names, or Chromium and Firefox. */
export function wantedBrowsers() {
  const wanted = (process.env.BROWSERS ?? 'chromium,firefox').split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !Object.hasOwn(LAUNCHERS, name));
  if (unknown.length) throw new Error(`BROWSERS knows chromium, firefox and webkit, not ${unknown.join(', ')}.`);
  return wanted;
}

/**
 * What starts a browser, by its name as in `BROWSERS`.
 * @param {string} name
 * @returns {Launcher | undefined} nothing where there is no such browser, which is said then
 */
export function launcherOf(name) {
  return LAUNCHERS[name]?.();
}
