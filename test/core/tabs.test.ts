import assert from 'node:assert/strict';
import test from 'node:test';
import { browserTabs, holdLock } from '../../src/core/tabs.js';
import type { Tabs } from '../../src/core/tabs.js';

test('a server has no tabs, though it may have locks and channels: its clients are not one person', (t) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  t.after(() => before && Object.defineProperty(globalThis, 'navigator', before));
  Object.defineProperty(globalThis, 'navigator', { value: { locks: {} }, configurable: true });
  assert.equal(typeof BroadcastChannel, 'function');
  assert.equal(browserTabs(), undefined);
});

test('a lock is held until it is given back', async () => {
  let held: Promise<unknown> | undefined;
  const tabs: Pick<Tabs, 'withLock'> = {
    withLock: (name, _, act) => {
      assert.equal(name, 'page');
      const acting = act();
      held = acting;
      return acting;
    },
  };
  const release = await holdLock(tabs, 'page');
  assert.equal(await Promise.race([held, Promise.resolve('still held')]), 'still held');
  release();
  await held;
});

test('a lock that cannot be had is an error', async () => {
  const tabs: Pick<Tabs, 'withLock'> = { withLock: () => Promise.reject(new Error('no locks here')) };
  await assert.rejects(holdLock(tabs, 'page'), /no locks here/);
});
