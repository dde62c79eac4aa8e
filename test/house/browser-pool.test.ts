import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrowserPool } from '../support/browser-pool.js';
import type { Launcher } from '../support/browser-pool.js';
import { Slots } from '../support/slots.js';

/** A browser that only takes down what it is told. A page whose address is `broken` does not open. */
function fakeBrowser(name: string, log: string[]): Launcher {
  const active = new Set<string>();
  return {
    name: 'Fake',
    type: 'puppeteer',
    async startSession(id, url) {
      if (url === 'broken') throw new Error('it does not open');
      active.add(id);
      log.push(`${name} opens ${id}`);
    },
    async stopSession(id) {
      active.delete(id);
      return {};
    },
    isActive: (id) => active.has(id),
    getPage: (id) => ({ name, id }),
    getBrowserUrl: () => undefined,
    startDebugSession: () => Promise.resolve(),
    stop: async () => void log.push(`${name} ends`),
  };
}

/** A pool of fake browsers, which are named in the order in which they are opened, for so many pages at a time. */
function fakePool(count: number): { readonly pool: BrowserPool; readonly log: readonly string[] } {
  const log: string[] = [];
  const slots = new Slots(count);
  let opened = 0;
  const pool = new BrowserPool(
    () => fakeBrowser(`browser ${++opened}`, log),
    () => slots.take(1),
  );
  return { pool, log };
}

test('two pages at a time are open in two browsers, and one after the other in one', async () => {
  const { pool, log } = fakePool(2);
  await pool.startSession('a', '/');
  await pool.startSession('b', '/');
  await pool.stopSession('b');
  await pool.startSession('c', '/');
  assert.deepEqual(log, ['browser 1 opens a', 'browser 2 opens b', 'browser 2 opens c']);
  assert.deepEqual(pool.getPage('a'), { name: 'browser 1', id: 'a' });
  assert.deepEqual([pool.isActive('a'), pool.isActive('b'), pool.isActive('c')], [true, false, true]);
});

test('a page waits for its slot, and the time of waiting does not count', async () => {
  const { pool, log } = fakePool(1);
  await pool.startSession('a', '/');
  const second = pool.startSession('b', '/');
  assert.equal(pool.secondsOf('b'), 0);
  await pool.stopSession('a');
  await second;
  assert.deepEqual(log, ['browser 1 opens a', 'browser 1 opens b']);
});

test('a page that does not open gives its slot and its browser back', async () => {
  const { pool, log } = fakePool(1);
  await assert.rejects(pool.startSession('a', 'broken'), /it does not open/);
  await pool.startSession('b', '/');
  assert.deepEqual(log, ['browser 1 opens b']);
});

test('all browsers end with the pool', async () => {
  const { pool, log } = fakePool(2);
  await Promise.all([pool.startSession('a', '/'), pool.startSession('b', '/')]);
  await pool.stop();
  assert.deepEqual(log.slice(2), ['browser 1 ends', 'browser 2 ends']);
});
