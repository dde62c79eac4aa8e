import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { ContactStore } from '../../src/store/contact-store.js';

const CONTACT = { id: 'c1', firstName: 'Maya', tags: [{ id: 't1', name: 'VIP' }] };

// No other test of this file's process has loaded what sends.
test('edits made before the code that sends them is there are sent when it is, each once and in their order', async () => {
  const source = memoryAdapter({ contacts: [CONTACT] });
  const calls: string[] = [];
  const adapter: typeof source = {
    ...source,
    save: (...call) => (calls.push('save'), source.save(...call)),
    removeTag: (...call) => (calls.push('removeTag'), source.removeTag(...call)),
  };
  const store = new ContactStore(adapter, 'c1', { clock: () => () => undefined });
  await store.load();
  store.edits.edit({ firstName: 'Maia' });
  store.edits.removeTag({ id: 't1', name: 'VIP' });
  assert.deepEqual([calls, store.state.changes.map(({ status }) => status)], [[], ['queued', 'queued']]);
  await store.whenSettled();
  assert.deepEqual([calls, store.contact?.firstName, store.contact?.tags], [['save', 'removeTag'], 'Maia', []]);
});
