import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, CookieData, ElementHandle, Page } from 'puppeteer-core';
import { until } from '../support/until.js';

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

  /** Opens a page in a browser of its own: nothing stored, and no cookie but the one given. */
  static async open(browser: Browser, url: string, cookie?: CookieData): Promise<Visitor> {
    const context = await browser.createBrowserContext();
    if (cookie) await context.setCookie(cookie);
    return Visitor.#openIn(context, url);
  }

  static async #openIn(context: BrowserContext, url: string): Promise<Visitor> {
    const page = await context.newPage();
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

  /** The same person's next tab. */
  openTab(url: string): Promise<Visitor> {
    return Visitor.#openIn(this.page.browserContext(), url);
  }

  /** Ends the page as if its process had been killed: nothing of it runs any more. */
  async crash(): Promise<void> {
    const session = await this.page.createCDPSession();
    const crashed = new Promise((resolve) => this.page.once('error', resolve));
    session.send('Page.crash').catch(() => undefined);
    await crashed;
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

  /** Waits until there is no such element any more. */
  async leaves(role: string, name: string): Promise<void> {
    await this.page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { hidden: true });
  }

  /** Touches the element of that role and name with a finger. */
  async tap(role: string, name: string): Promise<void> {
    await (await this.find(role, name)).tap();
  }

  /** Goes on with a telephone: a small screen, and fingers instead of a mouse. The page is loaded anew. */
  async useTelephone(): Promise<void> {
    await this.page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  }

  /** Reads the page in Arabic from now on, in a window as narrow as the panel can be. */
  async readNarrowArabic(): Promise<void> {
    await this.page.setViewport({ width: 280, height: 700 });
    await this.page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
  }

  /** The texts of an element of the panel that stick out of it at its sides, or out of something in it that hides what does. */
  async cutOff(selector: string): Promise<readonly string[]> {
    const root = await this.page.waitForSelector(`contact-details >>> ${selector}`, { visible: true });
    if (!root) throw new Error(`There is no ${selector}`);
    return root.evaluate((whole) => {
      const cut: string[] = [];
      const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        const range = document.createRange();
        range.selectNodeContents(text);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        for (let box = text.parentElement; box; box = box === whole ? null : box.parentElement) {
          if (box !== whole && getComputedStyle(box).overflowX === 'visible') continue;
          const { left, right } = box.getBoundingClientRect();
          const isCut = lines.some((line) => line.left < Math.max(left, 0) - 1 || line.right > Math.min(right, innerWidth) + 1);
          if (isCut) cut.push(text.textContent?.trim() ?? '');
        }
      }
      return cut;
    });
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Opens the editor of a field that is a text input. */
  async edit(label: string): Promise<void> {
    await this.click('button', `Edit ${label}`);
    await this.find('textbox', label);
  }

  /** Replaces what stands in the control that has the focus. */
  async retype(text: string): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.down('Control');
    await keyboard.press('KeyA');
    await keyboard.up('Control');
    for (const [index, line] of text.split('\n').entries()) {
      if (index) await keyboard.press('Enter');
      await keyboard.type(line);
    }
  }

  async press(...keys: readonly Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Moves the focus by Tab to what is called that: on into the panel and to its end, and from there back to its start. */
  async tabTo(name: string | RegExp): Promise<void> {
    const { keyboard } = this.page;
    let isBack = false;
    for (let pressed = 0, wasInPanel = false; pressed < MANY_TABS; pressed++) {
      const focused = await this.focusedName();
      if (typeof name === 'string' ? focused === name : name.test(focused)) {
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
    throw new Error(`Tab does not lead to "${String(name)}"`);
  }

  /** Waits until the focus is on what is called that. */
  async focuses(name: string | RegExp): Promise<void> {
    await until(
      async () => {
        const focused = await this.focusedName();
        return typeof name === 'string' ? focused === name : name.test(focused);
      },
      `the focus on ${String(name)}`,
    );
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

  /** The button that does what the panel's dialog asks about, once the dialog lets it be confirmed. */
  async confirmButton(): Promise<ElementHandle> {
    const button = await this.page.waitForSelector('contact-details >>> #dialog-confirm:not([aria-disabled])');
    if (!button) throw new Error('There is no dialog');
    return button;
  }

  /** What stands in the control of that role and name, once it is there. */
  async valueOf(role: string, name: string): Promise<string> {
    return (await this.find(role, name)).evaluate((control) => (control as HTMLInputElement).value);
  }

  /** The texts of the panel, as they are seen. */
  panelText(): Promise<string> {
    return this.page.evaluate(() => {
      const root = document.querySelector('contact-details')?.shadowRoot;
      return [...(root?.children ?? [])].map((child) => (child as HTMLElement).innerText).join(' ');
    });
  }

  /** Fails with what WCAG's rules at levels A and AA find wrong in the page. */
  async expectAccessible(): Promise<void> {
    const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');
    await this.page.evaluate(`${axe}; undefined`);
    const { violations } = (await this.page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] })`)) as AxeResults;
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      [],
    );
  }

  /** What the browser keeps of unsaved edits, as JSON: a text for each contact and page. */
  kept(): Promise<readonly string[]> {
    return this.page.evaluate(async () => {
      if (!(await indexedDB.databases()).length) return [];
      return new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('contact-details');
        opening.onerror = () => reject(new Error('The database cannot be opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('edits').objectStore('edits').getAll();
          reading.onsuccess = () => resolve(reading.result.map((row) => JSON.stringify(row)));
          reading.onerror = () => reject(new Error('The edits cannot be read'));
          database.close();
        };
      });
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
