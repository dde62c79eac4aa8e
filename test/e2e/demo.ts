import assert from 'node:assert/strict';
import type { Browser, CookieData } from 'puppeteer-core';
import type { Parameter } from '../../demo/server/database/database.js';
import { launchChromium } from '../support/chromium.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { Visitor } from './visitor.js';

/** The demo on its real server with a fresh database, and a browser for those who visit it. */
export class Demo {
  readonly #server: TestServer;
  readonly #browser: Browser;
  readonly #visitors: Visitor[] = [];

  private constructor(server: TestServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(): Promise<Demo> {
    const server = await startServer();
    return new Demo(server, await launchChromium());
  }

  /** Where the demo is, without a final slash. */
  get url(): string {
    return this.#server.url;
  }

  /**
   * Somebody who comes with a browser profile of their own to a page of the demo, by its path or its whole address.
   * @param userId as whom they are signed in; without it, they become the owner as all first visitors do
   */
  async visit(address: string, userId?: string): Promise<Visitor> {
    const cookie = userId === undefined ? undefined : await this.#signIn(userId);
    const visitor = await Visitor.open(this.#browser, new URL(address, this.url).href, cookie);
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
    return this.#server.database.query<Row>(statement, parameters);
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
    assert.deepEqual({ violations, errors, onServer: this.#server.errors }, { violations: [], errors: [], onServer: [] });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
