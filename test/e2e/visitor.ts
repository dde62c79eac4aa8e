import type { Browser, ElementHandle, Page } from 'puppeteer-core';

declare global {
  /** Put into the page by the test that drives it. */
  var reportViolation: (report: string) => Promise<void>;
}

/** What a page must not do, as it happened. */
export interface Trouble {
  /** Reports of the content security policy and of Trusted Types. */
  readonly violations: string[];
  /** Uncaught errors, and errors in the console. */
  readonly errors: string[];
}

/** A person in front of a page: finds things by what they are called, and uses mouse and keyboard. */
export class Visitor {
  readonly page: Page;
  readonly trouble: Trouble = { violations: [], errors: [] };

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a page in a browser of its own: no cookies, nothing stored. */
  static async open(browser: Browser, url: string): Promise<Visitor> {
    const page = await (await browser.createBrowserContext()).newPage();
    const visitor = new Visitor(page);
    const { errors, violations } = visitor.trouble;
    page.setDefaultTimeout(10_000);
    await page.setViewport({ width: 1440, height: 1000 });
    await page.exposeFunction('reportViolation', (report: string) => violations.push(report));
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
        void globalThis.reportViolation(`${violatedDirective} ${blockedURI} in ${sourceFile}`);
      });
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url ?? ''}`);
    });
    await page.goto(url);
    return visitor;
  }

  /** The element of that role and accessible name, once it is there; in whatever shadow root. */
  async find(role: string, name: string): Promise<ElementHandle> {
    const found = await this.page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { visible: true });
    if (!found) throw new Error(`There is no ${role} "${name}"`);
    return found;
  }

  async click(role: string, name: string): Promise<void> {
    const { page } = this;
    await page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
  }

  /** Whether there is such an element now. */
  async has(role: string, name: string): Promise<boolean> {
    return (await this.page.$(`::-p-aria([name="${name}"][role="${role}"])`)) !== null;
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: readonly Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Accessible name of what has the focus, in whatever shadow root; empty where nothing has. */
  focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused === document.body ? '' : (focused?.getAttribute('aria-label') ?? focused?.id ?? '');
    });
  }

  /** Waits until the panel has sent everything and heard the answers. */
  async settled(): Promise<void> {
    await this.page.evaluate(() => {
      const panel = document.querySelector('contact-details');
      return (panel as (Element & { whenSettled(): Promise<void> }) | null)?.whenSettled();
    });
  }
}
