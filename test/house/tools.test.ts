import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { median } from '../bench/statistics.js';
import { inWords, sum } from '../support/counts.js';
import { handAdapter } from '../support/hand-adapter.js';
import { staticClosure } from '../support/static-imports.js';
import { until } from '../support/until.js';

/** Writes built files into a folder of their own for as long as `use` runs. */
function withFiles(files: Readonly<Record<string, string>>, use: (path: (name: string) => string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  try {
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
    use((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the size check', () => {
  it('counts everything the entry imports statically, through other files too, and nothing that comes later', () => {
    const files = {
      'entry.js': `import './a.js'; export { b } from './b.js'; const later = () => import('./later.js');`,
      'a.js': `import { c } from './c.js';`,
      'b.js': `export * from './c.js';`,
      'c.js': `import './entry.js';`,
      'later.js': '',
    };
    withFiles(files, (path) => {
      assert.deepEqual([...staticClosure(path('entry.js'))].sort(), ['a.js', 'b.js', 'c.js', 'entry.js'].map(path));
    });
  });

  it('refuses an entry that needs a package', () => {
    withFiles({ 'entry.js': `import 'lit';` }, (path) => {
      assert.throws(() => staticClosure(path('entry.js')), /imports lit: it is not self-contained/);
    });
  });
});

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
