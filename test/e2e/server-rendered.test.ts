import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

/** Something of the panel as it is seen: its text, and where it is. */
interface Seen {
  readonly text: string;
  readonly box: readonly number[];
}

declare global {
  /** What was seen of the panel, frame by frame, where that was something else than before. */
  var looks: string[];
  var seen: () => readonly Seen[];
  var look: () => void;
}

/** The panel that the demo's server draws, without scripts, and as scripts take it over. */
describe('a panel that the server has drawn', () => {
  const demo = Demo.ofSuite();

  /** Opens a page whose scripts wait until they are let go. */
  async function openHeld(query = ''): Promise<{ visitor: Visitor; requests: HTTPRequest[]; letGo: () => Promise<void> }> {
    const visitor = await demo.visit('about:blank');
    const { page } = visitor;
    await page.evaluateOnNewDocument(watch);
    const requests: HTTPRequest[] = [];
    const held: HTTPRequest[] = [];
    let isHeld = true;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      requests.push(request);
      if (isHeld && request.url().includes('/assets/') && request.resourceType() === 'script') held.push(request);
      else void request.continue();
    });
    const shown = page.goto(`${demo.url}/server-rendered${query}`);
    await page.waitForSelector('contact-details >>> [part~=tags]');
    await page.waitForFunction(() => globalThis.looks.length > 0);
    const letGo = async () => {
      isHeld = false;
      await Promise.all(held.map((request) => request.continue()));
      await shown;
    };
    return { visitor, requests, letGo };
  }

  const isTakenOver = (page: Page) =>
    page.waitForFunction(() => (document.querySelector('contact-details') as unknown as { hasUpdated: boolean }).hasUpdated);

  test('can be read with scripts switched off, in its own styles', async () => {
    const visitor = await demo.visit('about:blank');
    const { page } = visitor;
    await page.setJavaScriptEnabled(false);
    await page.goto(`${demo.url}/server-rendered`);
    assert.ok(await visitor.has('heading', 'Amélie Fontaine'));
    assert.ok(await visitor.has('group', 'Tags'));
    assert.match(await visitor.panelText(), /Email\s+amelie/);
    const styles = await page.$eval('contact-details >>> [part~=avatar]', (picture) => {
      const { borderRadius, backgroundColor } = getComputedStyle(picture);
      return { borderRadius, backgroundColor };
    });
    assert.equal(styles.borderRadius, '50%');
    assert.match(styles.backgroundColor, /^oklch/);
    await page.close();
  });

  test('is the same after the script has taken it over, in every frame, and is not read again', async () => {
    const { visitor, requests, letGo } = await openHeld();
    const { page } = visitor;
    const before = await page.evaluate(() => globalThis.seen());
    assert.ok(before.length > 10);
    await letGo();
    await isTakenOver(page);
    await visitor.find('button', 'Theme: As the device');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.deepEqual(await page.evaluate(() => globalThis.seen()), before);
    assert.deepEqual(await page.evaluate(() => globalThis.looks), [JSON.stringify(before)]);
    const reads = requests.filter((request) => /\/api\/contacts\/[^/]+$/.test(request.url()));
    assert.deepEqual(
      reads.map((request) => request.url()),
      [],
    );
    assert.deepEqual(visitor.trouble, { violations: [], errors: [] });
    await page.close();
  });

  test('can be edited then, and what was typed before is kept', async () => {
    const { visitor, letGo } = await openHeld();
    const { page } = visitor;
    await (await visitor.find('combobox', 'Tags')).focus();
    await visitor.type('Wholes');
    await letGo();
    await isTakenOver(page);
    assert.equal(await visitor.valueOf('combobox', 'Tags'), 'Wholes');
    assert.equal(await visitor.focusedName(), 'tag-input');
    await visitor.edit('First Name');
    await visitor.retype('Amalia');
    await visitor.press('Enter');
    await visitor.settled();
    await visitor.find('heading', 'Amalia Fontaine');
    const [row] = await demo.query<{ first_name: string }>("SELECT first_name FROM contacts WHERE id = 'c_1001'");
    assert.equal(row?.first_name, 'Amalia');
    assert.deepEqual(visitor.trouble, { violations: [], errors: [] });
    await page.close();
  });

  test('comes under the demo’s strict policy, with another nonce each time, and is kept by nobody', async () => {
    const answers = await Promise.all([1, 2].map(() => fetch(`${demo.url}/server-rendered`)));
    const [first = '', second = ''] = answers.map(({ headers }) => headers.get('content-security-policy') ?? '');
    const withoutNonce = (policy: string) => policy.replace(/ 'nonce-[^']{20,}'/, '');
    const plain = (await fetch(demo.url)).headers.get('content-security-policy');
    assert.notEqual(first, second);
    assert.deepEqual([first, second].map(withoutNonce), [plain, plain]);
    assert.deepEqual(
      answers.map(({ headers }) => headers.get('cache-control')),
      ['no-store', 'no-store'],
    );
  });

  test('says that there is no such contact, where the address names none', async () => {
    const visitor = await demo.visit('/server-rendered?contact=c_0%22%3E%3Cimg%3E');
    await visitor.page.waitForSelector('contact-details >>> ::-p-text(This contact doesn)');
    await visitor.page.close();
  });
});

/** Runs in the page: notes what is seen of the panel in each frame. */
function watch(): void {
  globalThis.looks = [];
  globalThis.seen = () => {
    const parts = document
      .querySelector<HTMLElement>('contact-details')
      ?.shadowRoot?.querySelectorAll<HTMLElement>('[part~=name], [part~=id], [part~=field], [part~=tag]');
    return [...(parts ?? [])].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      // A phone number gets its spaces once the page is idle, in every panel.
      return { text: part.innerText.replace(/\s/g, ''), box: [x, y, width, height].map(Math.round) };
    });
  };
  globalThis.look = () => {
    const now = JSON.stringify(globalThis.seen());
    const hasPanel = document.querySelector('contact-details')?.shadowRoot;
    if (hasPanel && document.readyState !== 'loading' && globalThis.looks.at(-1) !== now) globalThis.looks.push(now);
    requestAnimationFrame(globalThis.look);
  };
  requestAnimationFrame(globalThis.look);
}
