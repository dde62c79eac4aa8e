import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, CookieData } from 'puppeteer-core';
import type { Parameter } from '../../demo/server/database/database.js';
import { launchChromium } from '../support/chromium.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from './visitor.js';

interface Running {
  readonly server: TestServer;
  readonly browser: Browser;
}

/** The demo on its real server with a fresh database, and a browser for those who visit it. */
export class Demo {
  #opened: Running | undefined;
  readonly #visitors: Visitor[] = [];

  static async open(): Promise<Demo> {
    const demo = new Demo();
    await demo.#open();
    return demo;
  }

  /** The demo of a suite: open from before its first test until after its last one. Hooks that are set up later find it open. */
  static ofSuite(): Demo {
    const demo = new Demo();
    before(() => demo.#open());
    after(() => demo.close());
    return demo;
  }

  async #open(): Promise<void> {
    const server = await startServer();
    this.#opened = { server, browser: await launchChromium() };
  }

  get #running(): Running {
    assert.ok(this.#opened, 'The demo is not open');
    return this.#opened;
  }

  /** Where the demo is, without a final slash. */
  get url(): string {
    return this.#running.server.url;
  }

  /** The path of the inbox with the panel of a contact. */
  static inboxOf(contactId: string): string {
    return `/?contact=${contactId}&panel=open`;
  }

  /**
   * Somebody who comes with a browser profile of their own to a page of the demo, by its path or its whole address.
   * @param userId as whom they are signed in; without it, they become the owner as all first visitors do
   */
  async visit(address: string, userId?: string): Promise<Visitor> {
    const cookie = userId === undefined ? undefined : await this.#signIn(userId);
    const visitor = await Visitor.open(this.#running.browser, new URL(address, this.url).href, cookie);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** The cookie of somebody who has just signed in. */
  async #signIn(userId: string): Promise<CookieData> {
    const { headers } = await fetch(`${this.url}/app/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId }),
    });
    const [, name, value] = /^([^=]+)=([^;]+)/.exec(headers.getSetCookie()[0] ?? '') ?? [];
    assert.ok(name && value);
    return { name, value, domain: new URL(this.url).hostname };
  }

  /** The rows that a statement answers, behind the pages' backs. */
  query<Row extends object>(statement: string, parameters?: readonly Parameter[]): Promise<readonly Row[]> {
    return this.#running.server.database.query<Row>(statement, parameters);
  }

  /** How many rows there are of which that is true. */
  async count(from: string, condition: string, parameters?: readonly Parameter[]): Promise<number> {
    const [row] = await this.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${from} WHERE ${condition}`,
      parameters,
    );
    assert.ok(row);
    return row.count;
  }

  /** Fails where a page did what its policy forbids, a page had an error other than the expected ones, or the server had one. */
  expectNoTrouble(expected?: RegExp): void {
    const violations = this.#visitors.flatMap(({ trouble }) => trouble.violations);
    const errors = this.#visitors.flatMap(({ trouble }) => trouble.errors).filter((error) => !expected?.test(error));
    assert.deepEqual(
      { violations, errors, onServer: this.#running.server.errors },
      { violations: [], errors: [], onServer: [] },
    );
  }

  async close(): Promise<void> {
    await this.#opened?.browser.close();
    await this.#opened?.server.close();
  }
}
