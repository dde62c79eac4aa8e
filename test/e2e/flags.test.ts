import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { launchChromium } from '../support/chromium.js';

const ENTRY = 'cdn/contact-details.js';

const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' https:", "connect-src 'self'"],
  ...["require-trusted-types-for 'script'", 'trusted-types lit-html'],
].join('; ');

const CONTACT = { id: 'c_1', version: '1', firstName: 'Ana', country: 'ES' };

const PAGE = `<!doctype html><html lang="en"><title>One contact</title><script type="module" src="/${ENTRY}"></script>
  <contact-details src="/api" contact-id="c_1"></contact-details></html>`;

/** Serves a page with one contact, and the built scripts, under the strict policy; notes the scripts that were asked for. */
async function serve() {
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const path = url.slice(1);
    const answer = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(body);
    if (path.endsWith('.js')) asked.push(path);
    if (url === '/') answer('text/html', PAGE);
    else if (url === '/api/contacts/c_1') answer('application/json', JSON.stringify({ contact: CONTACT, fields: [], can: {} }));
    else if (/^cdn\/[\w/-]+\.js$/.test(path) && existsSync(path)) answer('text/javascript', readFileSync(path));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, asked, address: `http://127.0.0.1:${port}/` };
}

/** What a panel shows for a flag, in the browser of a system; what it asked for, and what the policy forbade. */
async function flagOn(system: string, isThere: (flag: Element | null) => boolean) {
  assert.ok(existsSync(ENTRY), 'run `npm run build` first');
  const { server, asked, address } = await serve();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const violations: string[] = [];
    await page.setUserAgent({ userAgent: `Mozilla/5.0 (${system}) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36` });
    page.on('console', (message) => message.text().includes('Content Security Policy') && violations.push(message.text()));
    page.on('pageerror', (error) => violations.push(String(error)));
    await page.goto(address);
    const flags = await page.waitForSelector('contact-details >>> [part=flag]');
    await page.waitForFunction(isThere, {}, flags);
    const size = await page.evaluate((flag) => flag?.firstElementChild?.getBoundingClientRect().toJSON() as DOMRect, flags);
    return { size, violations, hasAsked: asked.some((path) => path.includes('flag-drawing')) };
  } finally {
    await browser.close();
    server.close();
  }
}

test('flags are drawn on Windows, under the strictest policy', async () => {
  const { size, violations, hasAsked } = await flagOn('Windows NT 10.0; Win64; x64', (flag) =>
    Boolean(flag?.querySelector('svg')),
  );
  assert.deepEqual([size?.width, size?.height, violations, hasAsked], [19.5, 13, [], true]);
});

test('flags are not loaded where the platform has them', async () => {
  const { violations, hasAsked } = await flagOn('X11; Linux x86_64', (flag) => flag?.textContent === '🇪🇸');
  assert.deepEqual([violations, hasAsked], [[], false]);
});
