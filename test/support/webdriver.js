import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Milliseconds after which a driver that has not answered counts as hung. */
const COMMAND_LIMIT = 10_000;
const START_ATTEMPTS = 100;

/** Code points that W3C WebDriver gives to the keys without a character. */
const KEYS = /** @type {Record<string, string>} */ ({
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
  Space: ' ',
});
const BUTTONS = { left: 0, middle: 1, right: 2 };

/** One browser driven over W3C WebDriver: just what the tests need of the protocol, without a package for it. */
export class WebDriver {
  #process;
  #base;
  #session = '';
  /** The browser's own word on its version. */
  version = '';

  /** @param {import('node:child_process').ChildProcess} process @param {string} base */
  constructor(process, base) {
    this.#process = process;
    this.#base = base;
  }

  /**
   * Starts a driver and opens a browser in it.
   * @param {string} command the driver's executable; it takes its port after `-p`
   * @param {object} capabilities what the browser must match
   */
  static async start(command, capabilities) {
    const port = await freePort();
    const child = spawn(command, ['-p', String(port)], { stdio: 'ignore' });
    process.once('exit', () => child.kill());
    const driver = new WebDriver(child, `http://127.0.0.1:${port}`);
    try {
      await Promise.race([driver.#waitUntilReady(), failureOf(child, command)]);
      const body = { capabilities: { alwaysMatch: capabilities } };
      const { sessionId, capabilities: actual } = await driver.#request('POST', '/session', body);
      driver.#session = sessionId;
      driver.version = actual.browserVersion;
      return driver;
    } catch (error) {
      driver.kill();
      throw error;
    }
  }

  /** @param {string} url */
  async navigate(url) {
    await this.#send('POST', '/url', { url });
  }

  /** @returns {Promise<string>} */
  url() {
    return this.#send('GET', '/url');
  }

  /** @param {string} script @returns {Promise<unknown>} */
  evaluate(script) {
    return this.#send('POST', '/execute/sync', { script, args: [] });
  }

  /** @param {{width: number, height: number}} size of the window, frame included */
  async resizeWindow(size) {
    await this.#send('POST', '/window/rect', size);
  }

  /** @param {'keyDown' | 'keyUp'} type @param {string} key a character or a DOM key name */
  async key(type, key) {
    await this.#keys([{ type, value: KEYS[key] ?? key }]);
  }

  /** @param {string} text */
  async typeText(text) {
    await this.#keys([...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }])); // prettier-ignore
  }

  /** @param {number} x @param {number} y */
  async movePointer(x, y) {
    await this.#pointer({ type: 'pointerMove', duration: 0, x, y });
  }

  /** @param {'pointerDown' | 'pointerUp'} type @param {keyof typeof BUTTONS} button */
  async button(type, button) {
    await this.#pointer({ type, button: BUTTONS[button] });
  }

  /** Closes the browser and ends the driver. */
  async stop() {
    try {
      await this.#send('DELETE', '');
    } finally {
      this.kill();
    }
  }

  /** Ends a driver that may not answer any more. */
  kill() {
    this.#process.kill('SIGKILL');
  }

  /** @param {object[]} actions */
  #keys(actions) {
    return this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** @param {object} action */
  #pointer(action) {
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [action] };
    return this.#send('POST', '/actions', { actions: [mouse] });
  }

  async #waitUntilReady() {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#request('GET', '/status');
        return;
      } catch (error) {
        if (attempt === START_ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  #send(method, path, body) {
    return this.#request(method, `/session/${this.#session}${path}`, body);
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  async #request(method, path, body) {
    const init = body ? { body: JSON.stringify(body) } : {};
    const response = await fetch(this.#base + path, { method, signal: AbortSignal.timeout(COMMAND_LIMIT), ...init });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {string} command @returns {Promise<never>} */
async function failureOf(child, command) {
  const [cause] = await once(child, 'exit').catch((/** @type {unknown} */ error) => [error]);
  throw new Error(`${command} did not start. On Debian: apt-get install webkit2gtk-driver xvfb`, { cause });
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}
