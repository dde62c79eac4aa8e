import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oneAtATime } from '../../demo/server/contacts/one-at-a-time.js';
import { until } from '../support/until.js';

describe('work that must not overtake itself', () => {
  test('runs once more after a run during which it was asked for, however often', async () => {
    const running: (() => void)[] = [];
    const ask = oneAtATime(() => new Promise<void>((resolve) => running.push(resolve)));
    ask();
    ask();
    ask();
    assert.equal(running.length, 1);
    running[0]?.();
    await until(() => running.length === 2, 'the second run');
    running[1]?.();
    await until(() => (ask(), running.length === 3), 'a run when asked anew');
  });
});
