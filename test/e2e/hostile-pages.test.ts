import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { contactHandler } from '../../src/server/handler.js';
import { launchChromium } from '../support/chromium.js';
import { Visitor } from './visitor.js';

const PAGES = 'test/embedding/pages/';
const ENTRY = 'cdn/contact-details.js';

/** Pages that change what scripts and libraries stand on, by the name of their file. */
const NAMES = ['as-usual', 'object-prototype', 'prototype-js', 'mootools'];

const CONTACT = {
  id: 'c_1',
  version: '1',
  firstName: 'Ana',
  lastName: 'García',
  email: 'ana@example.com',
  country: 'ES',
  phone: '+34600111222',
  channels: [{ id: 'ch_1', type: 'email', state: 'active' as const }],
  tags: [{ id: 't_vip', name: 'VIP' }],
};

/** Serves the pages, the built scripts, and an API with one contact. */
async function serve() {
  const adapter = memoryAdapter(
    {
      contacts: [CONTACT],
      can: { delete: true },
      tags: [{ id: 't_gold', name: 'Gold' }],
      fields: [{ key: 'since', type: 'date', label: 'Since' }],
    },
    { latency: 0 },
  );
  const answer = contactHandler(() => adapter, { base: '/api' });
  const server = createServer((request, response) => {
    const { headers, method = 'GET', url = '/' } = request;
    const path = url.slice(1);
    const file = path.startsWith('cdn/') ? path : PAGES + path;
    if (!path.startsWith('api/') && /^[\w/.-]+\.(js|html)$/.test(file) && existsSync(file)) {
      const type = file.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
      return;
    }
    void (async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk as Uint8Array);
      const body = chunks.length ? Buffer.concat(chunks) : undefined;
      const sent = new Request(`http://${headers.host}${url}`, {
        method,
        headers: headers as HeadersInit,
        ...(body && { body }),
      });
      const {
        status,
        headers: answered,
        body: stream,
      } = url.endsWith('/events') ? new Response(null, { status: 404 }) : await answer(sent);
      response.writeHead(status, Object.fromEntries(answered));
      response.end(stream ? Buffer.from(await new Response(stream).arrayBuffer()) : undefined);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A panel in pages that have changed the built-in objects of the language: each is gone through from reading to deleting. */
describe('a panel in a page whose scripts change the built-in objects', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;

  before(async () => {
    assert.ok(existsSync(ENTRY), 'run `npm run build` first');
    [browser, site] = await Promise.all([launchChromium(), serve()]);
  });
  after(async () => {
    await browser.close();
    site.server.closeAllConnections();
    site.server.close();
  });

  for (const name of NAMES) {
    test(`is read, edited, tagged and has its menu: ${name}`, async () => {
      const visitor = await Visitor.open(browser, `${site.address}/${name}.html`);
      await visitor.find('heading', 'Ana García');
      await visitor.click('button', 'Edit Email Address');
      await visitor.find('textbox', 'Email Address');
      await visitor.page.keyboard.type('new@example.com');
      await visitor.press('Enter');
      await visitor.find('button', 'Edit Email Address');
      await visitor.find('link', 'new@example.com');

      await visitor.click('button', 'Edit Country');
      await visitor.find('combobox', 'Country');
      await visitor.page.keyboard.type('portug');
      await visitor.find('option', 'Portugal');
      await visitor.press('ArrowDown', 'Enter', 'Enter');
      await visitor.find('button', 'Edit Country');

      await visitor.click('combobox', 'Tags');
      await visitor.page.keyboard.type('gold');
      await visitor.find('option', 'Gold');
      await visitor.press('Enter');
      await visitor.find('button', 'Remove tag Gold');
      await visitor.press('Escape');

      await visitor.click('button', 'More actions');
      await visitor.find('menuitem', 'Delete Contact');
      await visitor.press('End', 'Enter');
      await visitor.find('button', 'Cancel');
      await visitor.press('Escape');
      assert.deepEqual(
        visitor.trouble.errors.filter((error) => !error.includes('404')),
        [],
      );
    });
  }
});
