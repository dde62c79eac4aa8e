import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WebDriver } from './webdriver.js';

const DRIVER = 'WebKitWebDriver';

/**
 * Runs the tests in WebKitGTK: Debian's `webkit2gtk-driver`, under a display (`xvfb-run -a npm run test:browser`).
 * A driver that hangs is replaced once; the second time it is an error. Poses as a Playwright launcher, so that the stock
 * commands (keys, mouse, viewport) work unchanged. It cannot emulate media, nor go below about 450 px of width.
 * @returns {import('@web/test-runner-core').BrowserLauncher & {getPage(): object}}
 */
export function webkitGtkLauncher() {
  /** @type {Promise<WebDriver> | undefined} */
  let starting;
  let activeSession = '';

  const start = () =>
    WebDriver.start(DRIVER, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
    });
  const started = () => (starting ??= start());

  /** @param {string} url */
  async function open(url) {
    const driver = await started();
    await driver.navigate(url).catch((/** @type {unknown} */ error) => {
      driver.kill();
      starting = undefined;
      throw error;
    });
  }

  const page = createPage(started);
  return {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 1,
    async startSession(id, url) {
      activeSession = id;
      await open(url).catch((/** @type {Error} */ error) => {
        console.warn(`WebKitGTK: ${error.message}. Trying once more.`);
        starting = undefined;
        return open(url);
      });
    },
    isActive: (id) => activeSession === id,
    getBrowserUrl: async () => (await started()).url(),
    async stopSession() {
      await (await started()).navigate('about:blank');
      activeSession = '';
      return {};
    },
    async stop() {
      await (await starting)?.stop();
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK: debugging is not available')),
    getPage: () => page,
  };
}

/** @typedef {'left' | 'middle' | 'right'} Button */

/**
 * The part of Playwright's `Page` that web-test-runner's commands use.
 * @param {() => Promise<WebDriver>} started
 */
function createPage(started) {
  /** @param {string} key */
  const down = async (key) => (await started()).key('keyDown', key);
  /** @param {string} key */
  const up = async (key) => (await started()).key('keyUp', key);
  /** @param {{button?: Button}} [options] */
  const pressButton = async ({ button = 'left' } = {}) => (await started()).button('pointerDown', button);
  /** @param {{button?: Button}} [options] */
  const releaseButton = async ({ button = 'left' } = {}) => (await started()).button('pointerUp', button);
  /** @param {number} x @param {number} y */
  const move = async (x, y) => (await started()).movePointer(x, y);

  return {
    keyboard: {
      /** @param {string} text */
      type: async (text) => (await started()).typeText(text),
      /** @param {string} key */
      press: async (key) => {
        await down(key);
        await up(key);
      },
      down,
      up,
    },
    mouse: {
      move,
      down: pressButton,
      up: releaseButton,
      /** @param {number} x @param {number} y @param {{button?: Button}} [options] */
      click: async (x, y, options) => {
        await move(x, y);
        await pressButton(options);
        await releaseButton(options);
      },
    },
    /** @param {{width: number, height: number}} size */
    async setViewportSize({ width, height }) {
      const driver = await started();
      const frame = await driver.evaluate('return [outerWidth - innerWidth, outerHeight - innerHeight]');
      const [frameWidth, frameHeight] = /** @type {[number, number]} */ (frame);
      await driver.resizeWindow({ width: width + frameWidth, height: height + frameHeight });
    },
  };
}

/** WebKitGTK's own small browser lies in a folder named for the machine's architecture. */
function findMiniBrowser() {
  const libraries = '/usr/lib';
  for (const folder of readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu'))) {
    const webkit = readdirSync(join(libraries, folder)).find((name) => name.startsWith('webkit2gtk-'));
    if (webkit) return join(libraries, folder, webkit, 'MiniBrowser');
  }
  throw new Error('WebKitGTK was not found. On Debian: apt-get install webkit2gtk-driver xvfb');
}
