import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../support/chromium.js';
import { until } from '../support/until.js';

const PAGES = 'test/embedding/pages/';
const ENTRY = 'cdn/contact-details.js';

/** Pages that change what scripts and libraries stand on, by the name of their file. */
const NAMES = ['as-usual', 'object-prototype', 'prototype-js', 'mootools'];

/** A system without flags of its own: the chunk that draws them is loaded, too. */
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';

const CONTACT = {
  ...{ id: 'c_1', version: '1', firstName: 'Ana', lastName: 'García', email: 'ana@example.com', country: 'ES' },
  ...{ phone: '+34600111222', tags: [{ id: 't_vip', name: 'VIP' }] },
};

/** Serves the pages, the built scripts, and a contact that takes every patch. */
function answer({ method, url = '/' }: IncomingMessage, response: ServerResponse): void {
  const path = url.slice(1);
  const file = path.startsWith('cdn/') ? path : PAGES + path;
  const send = (value: unknown) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  if (path.startsWith('api/tags')) send({ tags: [{ id: 't_gold', name: 'Gold' }] });
  else if (path === 'api/contacts/c_1' && method === 'PATCH') send({ ...CONTACT, email: 'new@example.com', version: '2' });
  else if (path.startsWith('api/contacts/c_1/tags'))
    send({ ...CONTACT, tags: [...CONTACT.tags, { id: 't_gold', name: 'Gold' }] });
  else if (path === 'api/contacts/c_1') send({ contact: CONTACT, fields: [], can: { delete: true } });
  else if (/^[\w/.-]+\.(js|html)$/.test(file) && existsSync(file))
    response.writeHead(200, { 'Content-Type': file.endsWith('.js') ? 'text/javascript' : 'text/html' }).end(readFileSync(file));
  else response.writeHead(404).end();
}

/**
 * A panel in such a page. It is looked at by selectors and not by roles: what the browser's driver puts into the page to find
 * roles does not survive every one of them.
 */
class Panel {
  readonly page: Page;
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /** Waits until there is such an element, with that text in it. */
  async shows(selector: string, text = ''): Promise<void> {
    const look = (wanted: string, words: string) => {
      const found = document.querySelector('contact-details')?.shadowRoot?.querySelectorAll(wanted) ?? [];
      for (let at = 0; at < found.length; at++) if (found[at]?.textContent?.includes(words)) return true;
      return false;
    };
    await until(() => this.page.evaluate(look, selector, text), `${selector} ${text}; ${this.errors.join()}`);
  }

  async focus(selector: string): Promise<void> {
    await this.shows(selector);
    await this.page.evaluate((wanted) => {
      document.querySelector('contact-details')?.shadowRoot?.querySelector<HTMLElement>(wanted)?.focus();
    }, selector);
  }

  /** Presses keys, or types a text where it is longer than one. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key as Parameters<Page['keyboard']['press']>[0]);
  }

  /** Presses a button by the keyboard. */
  async pushes(label: string): Promise<void> {
    await this.focus(`button[aria-label="${label}"]`);
    await this.press('Enter');
  }
}

describe('a panel in a page whose scripts change the built-in objects', () => {
  const server = createServer(answer);
  let browser: Browser;
  let address = '';

  before(async () => {
    assert.ok(existsSync(ENTRY), 'run `npm run build` first');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  for (const name of NAMES) {
    test(`is read, edited and tagged, and has its flags, its menu and its dialog: ${name}`, async () => {
      const panel = new Panel(await browser.newPage());
      await panel.page.setUserAgent({ userAgent: WINDOWS });
      await panel.page.goto(`${address}/${name}.html`);
      await panel.shows('[part=name]', 'Ana García');
      await panel.shows('[part=flag] svg');

      await panel.page.evaluate(() => void document.querySelector('contact-details')?.edit('email'));
      await panel.shows('form.editor input');
      await panel.page.keyboard.type('new@example.com');
      await panel.press('Enter');
      await panel.shows('[part=link]', 'new@example.com');

      await panel.page.evaluate(() => void document.querySelector('contact-details')?.edit('country'));
      await panel.shows('[role=option]', 'Portugal');
      await panel.press('Escape', 'Escape');

      await panel.focus('#tag-input');
      await panel.page.keyboard.type('gol');
      await panel.shows('[role=option]', 'Gold');
      await panel.press('ArrowDown', 'Enter');
      await panel.shows('.tag', 'Gold');
      await panel.press('Escape');

      await panel.pushes('More actions');
      await panel.shows('[role=menuitem]', 'Delete Contact');
      await panel.press('End', 'Enter');
      await panel.shows('dialog[open]', 'Ana García');
      await panel.press('Escape');
      assert.deepEqual(panel.errors, []);
    });
  }

  test('says in the console what the page has to allow, where its policy lets no line of the script run', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => void said.push(message.text()));
    await page.goto(`${address}/blocked-policy.html`);
    await until(() => said.some((text) => text.includes('#policy-blocked')), 'the lesson');
    assert.match(said.join('\n'), /contact-details: policy-blocked\..* trusted-types lit-html/);
  });
});
