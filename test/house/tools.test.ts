import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { median } from '../bench/statistics.js';
import { inWords, sum } from '../support/counts.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';

describe('the closing line', () => {
  it('adds up all runs', () => {
    const total = sum([
      { passed: 3, failed: 1, skipped: 0 },
      { passed: 4, failed: 0, skipped: 0 },
    ]);
    assert.equal(inWords(total), '7 passed, 1 failed');
  });

  it('does not hide skipped tests', () => {
    assert.equal(inWords({ passed: 1, failed: 0, skipped: 2 }), '1 passed, 0 failed, 2 skipped');
  });
});

describe('the hand-settled adapter', () => {
  const { signal } = new AbortController();

  it('keeps a call open until the test settles it, whatever the order', async () => {
    const { adapter, next } = handAdapter();
    const order: string[] = [];
    const loads = ['a', 'b'].map((id) => adapter.load(id, { signal }).then(({ contact }) => order.push(contact.id)));
    const [first, second] = [await next('load'), await next('load')];
    second.resolve({ contact: { id: 'b' } });
    await loads[1];
    first.resolve({ contact: { id: 'a' } });
    await loads[0];
    assert.deepEqual(order, ['b', 'a']);
  });

  it('waits for a call that has not been made yet', async () => {
    const { adapter, next } = handAdapter();
    const call = next('delete');
    const deleting = adapter.delete?.('c_1', { key: 'k', signal });
    (await call).reject(new Error('no'));
    await assert.rejects(async () => deleting, /no/);
    assert.equal((await call).arguments[0], 'c_1');
  });

  it('has only the abilities it is given', () => {
    const { adapter } = handAdapter(['load', 'save']);
    assert.deepEqual(Object.keys(adapter), ['load', 'save']);
  });

  it('tells those who watch a contact, until they stop', () => {
    const { adapter, announce, watched } = handAdapter();
    const heard: string[] = [];
    const stop = adapter.watch?.('c_1', ({ version }) => heard.push(version ?? ''));
    announce({ id: 'c_1', version: '1' });
    announce({ id: 'c_2', version: '2' });
    assert.deepEqual(watched(), ['c_1']);
    stop?.();
    announce({ id: 'c_1', version: '3' });
    assert.deepEqual(heard, ['1']);
    assert.deepEqual(watched(), []);
  });
});

describe('waiting in Node', () => {
  it('asks again in a later turn', async () => {
    let isThere = false;
    setImmediate(() => (isThere = true));
    assert.equal(await until(() => isThere), true);
  });
});

describe('the median', () => {
  it('is the middle, or halfway between the two middle ones', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 2, 9]), 3);
  });
});
