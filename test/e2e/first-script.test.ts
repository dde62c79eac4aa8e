import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { launchChromium } from '../support/chromium.js';
import { staticClosure } from '../support/static-imports.js';

const ENTRY = 'cdn/contact-details.js';

const CONTACT = {
  id: 'c_1',
  version: '1',
  firstName: 'Ana',
  lastName: 'García',
  email: 'ana@example.com',
  tags: [{ id: 't_1', name: 'VIP' }],
};

const PAGE = `<!doctype html><html lang="en"><title>One contact</title>
  <link rel="icon" href="data:,"><script type="module" src="/${ENTRY}"></script>
  <contact-details src="/api" contact-id="c_1"></contact-details></html>`;

/** Serves a page, one contact, and of the built scripts only those it is told to. */
async function serve(scripts: readonly string[]) {
  const server = createServer(({ url = '/' }, response) => {
    const path = url.slice(1);
    const answer = (type: string, body: string | Buffer) => response.writeHead(200, { 'Content-Type': type }).end(body);
    if (url === '/') answer('text/html', PAGE);
    else if (url === '/api/contacts/c_1') answer('application/json', JSON.stringify({ contact: CONTACT, fields: [], can: {} }));
    else if (scripts.includes(path)) answer('text/javascript', readFileSync(path));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}/` };
}

test('a contact can be read with the first script alone', async () => {
  assert.ok(existsSync(ENTRY), 'run `npm run build` first');
  const { server, address } = await serve(staticClosure(ENTRY));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector('contact-details')?.shadowRoot?.textContent?.includes('García'));
    const text = await page.$eval('contact-details', (panel) => panel.shadowRoot?.textContent ?? '');
    for (const part of ['Ana', 'García', 'ana@example.com', 'VIP']) assert.ok(text.includes(part), `${part} is shown`);
  } finally {
    await browser.close();
    server.close();
  }
});
