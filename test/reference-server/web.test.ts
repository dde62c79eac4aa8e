import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { prepareDatabase } from '../../demo/server/database/prepare.js';
import { claimDirectory, DirectoryInUse } from '../../demo/server/database/data-directory.js';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { listenOn } from '../../demo/server/web/listen.js';
import { builtPages } from '../../demo/server/web/pages.js';
import { startServer } from '../support/server.js';
import { Demo, ORIGIN, SEEDED_AT } from './demo.js';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

describe('pages and files', () => {
  let demo: Demo;
  let directory: string;
  const fetch = (path: string, headers = {}) => Promise.resolve(app().request(`${ORIGIN}${path}`, { headers }));
  const app = () =>
    createApp({
      ...{ database: demo.database, hosts: ['demo.test'], pages: builtPages(directory) },
      changes: { subscribe: () => () => undefined, close: () => Promise.resolve() },
    });

  before(async () => {
    demo = await Demo.open();
    directory = await mkdtemp(join(tmpdir(), 'pages-'));
    await mkdir(join(directory, 'assets'));
    for (const name of ['index', 'contacts', 'gallery'])
      await writeFile(join(directory, `${name}.html`), `<title>${name}</title>`);
    await writeFile(join(directory, 'assets', 'inbox-4f2a.js'), 'export {};');
    await writeFile(join(directory, 'theme.css'), ':root {}');
  });
  after(async () => {
    await demo.close();
    await rm(directory, { recursive: true });
  });

  test('each page has its path and is checked anew each time', async () => {
    for (const [path, title] of [
      ['/', 'index'],
      ['/?contact=c_1001', 'index'],
      ['/contacts', 'contacts'],
      ['/gallery', 'gallery'],
    ] as const) {
      const response = await fetch(path);
      assert.equal(await response.text(), `<title>${title}</title>`);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.equal(response.headers.get('cache-control'), 'no-cache');
      const again = await fetch(path, { 'if-none-match': response.headers.get('etag') ?? '' });
      assert.equal(again.status, 304);
    }
  });

  test('whoever opens a page is signed in, and stays who they are', async () => {
    const cookie = (await fetch('/gallery')).headers.get('set-cookie')?.split(';')[0] ?? '';
    assert.equal((await fetch('/api/contacts/c_1001', { cookie })).status, 200);
    assert.equal((await fetch('/', { cookie })).headers.get('set-cookie'), null);
  });

  test('files have their types; those with a hash in their name are kept for ever', async () => {
    const script = await fetch('/assets/inbox-4f2a.js');
    assert.match(script.headers.get('content-type') ?? '', /^text\/javascript/);
    assert.match(script.headers.get('cache-control') ?? '', /max-age=31536000, immutable/);
    const style = await fetch('/theme.css');
    assert.match(style.headers.get('content-type') ?? '', /^text\/css/);
    assert.equal(style.headers.get('cache-control'), 'no-cache');
    assert.equal(style.headers.get('set-cookie'), null);
  });

  test('nothing outside the directory is served', async () => {
    for (const path of ['/nothing', '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets', '/.env']) {
      assert.equal((await fetch(path)).status, 404, path);
    }
  });

  test('every answer carries the security headers, errors too', async () => {
    for (const path of [
      '/',
      '/assets/inbox-4f2a.js',
      '/nothing',
      '/app/session',
      '/app/contacts',
      '/api/contacts/c_1001',
      '/avatars/a.svg',
    ]) {
      const { headers } = await fetch(path);
      assert.equal(headers.get('content-security-policy'), POLICY, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
    }
  });

  test('what is personal is not stored by caches', async () => {
    for (const path of ['/app/session', '/app/contacts', '/api/contacts/c_1001']) {
      assert.equal((await fetch(path)).headers.get('cache-control'), 'no-store', path);
    }
  });

  test('a portrait is the same each time, another for another seed, and kept for ever', async () => {
    const [first, again, other] = await Promise.all(
      ['/avatars/c_1001.svg', '/avatars/c_1001.svg', '/avatars/c_1002.svg'].map((path) => fetch(path)),
    );
    assert.equal(first?.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
    assert.equal(first.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    const drawing = await first.text();
    assert.match(drawing, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(drawing, /style|script|href|undefined|NaN/);
    assert.equal(await again?.text(), drawing);
    assert.notEqual(await other?.text(), drawing);
    for (const path of ['/avatars/no-such-picture.png', '/avatars/%3Cscript%3E.svg', `/avatars/${'a'.repeat(65)}.svg`]) {
      assert.equal((await fetch(path)).status, 404, path);
    }
  });
});

describe('starting', () => {
  test('the data on disk outlives the server, and is seeded once', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'data-'));
    const first = await openDatabase(undefined, directory);
    await prepareDatabase(first, SEEDED_AT);
    await first.query(`UPDATE contacts SET first_name = 'Kept' WHERE id = 'c_1001'`);
    await assert.rejects(openDatabase(undefined, directory), DirectoryInUse);
    await first.close();
    const second = await openDatabase(undefined, directory);
    await prepareDatabase(second, new Date());
    const rows = await second.query(`SELECT first_name AS name FROM contacts WHERE id = 'c_1001'`);
    assert.deepEqual(rows, [{ name: 'Kept' }]);
    await second.close();
    await rm(directory, { recursive: true });
  });

  test('the claim of a process that is no more does not keep others out', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'claim-'));
    await writeFile(join(directory, 'claimed-by'), String(2 ** 30));
    const giveBack = await claimDirectory(directory);
    await assert.rejects(claimDirectory(directory), DirectoryInUse);
    await giveBack();
    await (
      await claimDirectory(directory)
    )();
    await rm(directory, { recursive: true });
  });

  test('a port that is taken is refused where it was asked for, and passed over where it was not', async () => {
    const [taken, wanting, easy] = [createServer(), createServer(), createServer()];
    const port = await listenOn(taken, 0, 'localhost');
    await assert.rejects(listenOn(wanting, port, 'localhost'), { code: 'EADDRINUSE' });
    const [first, second] = [await listenOn(wanting, undefined, 'localhost'), await listenOn(easy, undefined, 'localhost')];
    assert.ok(second > first && first >= 3000);
    for (const server of [taken, wanting, easy]) server.close();
  });

  test('over a real connection, news of a contact comes as it happens, and the server still stops', async () => {
    const server = await startServer();
    const signedIn = await fetch(`${server.url}/app/session`);
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const response = await fetch(`${server.url}/api/contacts/c_1001/events`, { headers: { cookie } });
    const events = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await events?.read())?.value ?? '', /Amélie/);
    const patched = await fetch(`${server.url}/api/contacts/c_1001`, {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'application/merge-patch+json', 'if-match': '*', 'idempotency-key': 'k' },
      body: JSON.stringify({ firstName: 'Mélie' }),
    });
    assert.equal(patched.status, 200);
    assert.match((await events?.read())?.value ?? '', /Mélie/);
    assert.deepEqual(server.errors, []);
    await server.close();
    await assert.rejects(fetch(server.url));
  });
});
