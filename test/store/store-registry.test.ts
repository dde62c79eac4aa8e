import assert from 'node:assert/strict';
import test from 'node:test';
import type { ContactAdapter } from '../../src/core/adapter.js';
import { storeFor } from '../../src/store/store-registry.js';
import { FakeClock } from './support/clock.js';

/** As many as are remembered, and some more. */
const MANY = 60;

const source = (): ContactAdapter => ({ load: (id) => Promise.resolve({ contact: { id, version: 'v1' } }) });

async function visit(adapter: ContactAdapter, ids: readonly string[]): Promise<void> {
  for (const id of ids) await storeFor(adapter, id).load();
}

const others = Array.from({ length: MANY }, (_, index) => `other${index}`);

test('everybody who shows a contact of a source shares one store', () => {
  const adapter = source();
  assert.equal(storeFor(adapter, 'c1'), storeFor(adapter, 'c1'));
  assert.notEqual(storeFor(adapter, 'c1'), storeFor(adapter, 'c2'));
  assert.notEqual(storeFor(adapter, 'c1'), storeFor(source(), 'c1'));
});

test('a contact that nobody looks at is forgotten when many others came after it', async () => {
  const adapter = source();
  const store = storeFor(adapter, 'c1');
  await visit(adapter, ['c1', ...others]);
  assert.notEqual(storeFor(adapter, 'c1'), store);
});

test('the one that was asked for longest ago is forgotten first', async () => {
  const adapter = source();
  const [old, older] = [storeFor(adapter, 'old'), storeFor(adapter, 'older')];
  await visit(adapter, ['old', 'older', ...others.slice(0, 48)]);
  storeFor(adapter, 'old');
  await visit(adapter, ['one more']);
  assert.equal(storeFor(adapter, 'old'), old);
  assert.notEqual(storeFor(adapter, 'older'), older);
});

test('a contact that is shown is never forgotten', async () => {
  const adapter = source();
  const store = storeFor(adapter, 'c1');
  const stop = store.subscribe(() => undefined);
  await visit(adapter, ['c1', ...others]);
  assert.equal(storeFor(adapter, 'c1'), store);
  stop();
});

test('a contact with something typed and not saved is never forgotten', async () => {
  const adapter = source();
  const store = storeFor(adapter, 'c1');
  await store.load();
  store.edits.draft('email', { email: 'half typ' });
  await visit(adapter, others);
  assert.equal(storeFor(adapter, 'c1'), store);
});

test('a contact with an edit that failed is never forgotten', async () => {
  const adapter = source();
  const store = storeFor(adapter, 'c1');
  await store.load();
  store.edits.edit({ email: 'm@example.org' });
  await store.whenSettled();
  assert.equal(store.state.changes[0]?.error?.code, 'forbidden');
  await visit(adapter, others);
  assert.equal(storeFor(adapter, 'c1'), store);
});

test('a contact that is being read is not forgotten', async () => {
  const adapter: ContactAdapter = { load: () => new Promise(() => undefined) };
  const store = storeFor(adapter, 'c1', { clock: new FakeClock().after });
  void store.load();
  for (const id of others) storeFor(adapter, id);
  assert.equal(storeFor(adapter, 'c1'), store);
});

test('something that cannot load is no source, and says so at once', () => {
  assert.throws(() => storeFor({} as ContactAdapter, 'c1'), TypeError);
});
