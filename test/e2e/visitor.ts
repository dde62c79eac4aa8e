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

/** More than a page of the demo has places to stop at. */
const MANY_TABS = 400;

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

  /** Moves the focus by Tab to what is called that: on into the panel and to its end, and from there back to its start. */
  async tabTo(name: string): Promise<void> {
    const { keyboard } = this.page;
    let isBack = false;
    for (let pressed = 0, wasInPanel = false; pressed < MANY_TABS; pressed++) {
      if ((await this.focusedName()) === name) {
        if (isBack) await keyboard.up('Shift');
        return;
      }
      const isInPanel = await this.page.evaluate(() => document.activeElement?.localName === 'contact-details');
      if (wasInPanel && !isInPanel) {
        if (isBack) break;
        await keyboard.down('Shift');
        isBack = true;
      }
      wasInPanel = isInPanel;
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to "${name}"`);
  }

  /** What names the thing that has the focus, in whatever shadow root; empty where nothing has it. */
  focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (!focused || focused === document.body) return '';
      const label = (focused as Partial<HTMLInputElement>).labels?.[0] ?? focused;
      return focused.getAttribute('aria-label') || focused.id || (label.textContent?.trim() ?? '');
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
