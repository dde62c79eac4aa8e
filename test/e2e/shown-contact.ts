import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../support/chromium.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from './visitor.js';

/** The contact of the demo's picture in a real panel on the real server, and what the database says of it. */
export class ShownContact {
  readonly server: TestServer;
  readonly visitor: Visitor;
  readonly #browser: Browser;

  private constructor(server: TestServer, browser: Browser, visitor: Visitor) {
    this.server = server;
    this.visitor = visitor;
    this.#browser = browser;
  }

  static async open(): Promise<ShownContact> {
    const server = await startServer();
    const browser = await launchChromium();
    const visitor = await Visitor.open(browser, `${server.url}/?contact=c_1001`);
    await visitor.page.locator('::-p-text(Amélie Fontaine)').click();
    await visitor.find('button', 'Edit name');
    return new ShownContact(server, browser, visitor);
  }

  /** Opens the editor of a field by keyboard; its control's role is ARIA's, or Chromium's where ARIA has none. */
  async edit(label: string, role: string): Promise<void> {
    await this.visitor.tabTo(`Edit ${label}`);
    await this.visitor.press('Enter');
    await this.visitor.find(role, label);
  }

  retype(text: string): Promise<void> {
    return this.visitor.retype(text);
  }

  /** Empties the three or more parts of the platform's date control that has the focus. */
  async emptyParts(parts: number): Promise<void> {
    for (let part = 0; part < parts; part++) await this.visitor.press('Backspace', 'ArrowRight');
  }

  /** Saves, by the button of the open editor, reached by Tab, and waits until the panel has heard the answer. */
  async save(): Promise<void> {
    await this.visitor.tabTo(/^Save /);
    await this.visitor.press('Enter');
    await this.visitor.settled();
  }

  /** A custom value as it lies in the database; `undefined` where there is none. */
  async custom(key: string): Promise<unknown> {
    const [row] = await this.server.database.query<{ custom: Readonly<Record<string, unknown>> }>(
      "SELECT custom FROM contacts WHERE id = 'c_1001'",
    );
    return row?.custom[key];
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.close();
  }
}
