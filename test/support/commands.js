/**
 * What our commands need of a page: the part that Puppeteer's and our own WebKitGTK page have in common, and CDP.
 * @typedef {object} ControlledPage
 * @property {{down(key: string): Promise<void>, up(key: string): Promise<void>}} keyboard
 * @property {() => Promise<CdpSession>} [createCDPSession]
 */

/** @typedef {{send(method: string, params?: object): Promise<object>}} CdpSession */

/** @typedef {{name: string, getPage(sessionId: string): ControlledPage}} ControlledBrowser */

/**
 * Commands that the stock ones of web-test-runner lack: `press-keys` (chords in every browser), `emulate-media-features`
 * (forced colours too) and `send-cdp` (composition, touch, accessibility tree), the latter two in Chromium only. The
 * browser side is in `user.ts` and `page.ts`.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function extraCommands() {
  /** @type {WeakMap<ControlledPage, Promise<CdpSession>>} */
  const cdpSessions = new WeakMap();

  /** @param {ControlledBrowser} browser @param {string} sessionId */
  async function cdpSession(browser, sessionId) {
    const page = browser.getPage(sessionId);
    if (browser.name !== 'Chromium' || !page.createCDPSession) throw new Error(`${browser.name} does not speak CDP`);
    const session = cdpSessions.get(page) ?? page.createCDPSession();
    cdpSessions.set(page, session);
    return session;
  }

  return {
    name: 'extra-commands',
    async executeCommand({ command, payload, session }) {
      const browser = /** @type {ControlledBrowser} */ (/** @type {unknown} */ (session.browser));
      if (command === 'press-keys') {
        await pressTogether(browser.getPage(session.id).keyboard, /** @type {string[]} */ (payload));
        return true;
      }
      if (command === 'emulate-media-features') {
        const features = Object.entries(/** @type {Record<string, string>} */ (payload)).map(([name, value]) => ({
          name,
          value,
        }));
        const cdp = await cdpSession(browser, session.id);
        await cdp.send('Emulation.setEmulatedMedia', { features });
        return true;
      }
      if (command === 'send-cdp') {
        const { method, params } = /** @type {{method: string, params?: object}} */ (payload);
        const cdp = await cdpSession(browser, session.id);
        return cdp.send(method, params);
      }
      return undefined;
    },
  };
}

/** @param {ControlledPage['keyboard']} keyboard @param {readonly string[]} keys */
async function pressTogether(keyboard, keys) {
  for (const key of keys) await keyboard.down(key);
  for (const key of keys.toReversed()) await keyboard.up(key);
}
