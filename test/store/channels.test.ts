import assert from 'node:assert/strict';
import test from 'node:test';
import type { Channel, Contact } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import { toRecord } from '../../src/store/saved-edits-format.js';
import { parseRecord } from '../../src/store/saved-edits-parser.js';
import { edited, keyOf, MAYA, settle } from './support/editing.js';

const LINE: Channel = { id: 'ch_line', type: 'line', name: 'LINE', state: 'active' };
const SMS: Channel = { id: 'ch_sms', type: 'sms', state: 'inactive' };
const CONNECTED: Contact = { ...MAYA, channels: [LINE, SMS] };

test('a channel that is removed is gone at once, and removed once', async () => {
  const { hand, store, edits } = await edited(CONNECTED);
  edits.removeChannel(LINE);
  edits.removeChannel(LINE);
  assert.deepEqual(store.contact?.channels, [SMS]);
  const removal = await hand.next('removeChannel');
  assert.deepEqual(removal.arguments.slice(0, 2), ['c1', 'ch_line']);
  removal.resolve({ ...CONNECTED, version: 'v2', channels: [SMS] });
  await store.whenSettled();
  assert.equal(hand.calls.removeChannel.length, 1);
  assert.equal(store.hasUnsavedEdits, false);
});

test('each channel is removed by itself', async () => {
  const { hand, store, edits } = await edited(CONNECTED);
  edits.removeChannel(LINE);
  edits.removeChannel(SMS);
  assert.deepEqual(store.contact?.channels, []);
  const first = await hand.next('removeChannel');
  first.resolve({ ...CONNECTED, version: 'v2', channels: [SMS] });
  const second = await hand.next('removeChannel');
  assert.deepEqual([first.arguments[1], second.arguments[1]], ['ch_line', 'ch_sms']);
});

test('a channel that cannot be removed is back, and the removal is kept and sent again under its key', async () => {
  const { hand, store, edits } = await edited(CONNECTED);
  edits.removeChannel(LINE);
  const refused = await hand.next('removeChannel');
  refused.reject(new ContactError('forbidden'));
  await settle();
  assert.deepEqual(store.contact?.channels, [LINE, SMS]);
  const [change] = store.state.changes;
  assert.deepEqual([change?.kind, change?.status], ['channel-removal', 'failed']);
  edits.retry(change?.id ?? '');
  assert.equal(keyOf(await hand.next('removeChannel')), keyOf(refused));
});

for (const code of ['not-found', 'gone'] as const) {
  test(`a channel that is ${code} is removed, as long as there is the contact`, async () => {
    const { hand, store, edits } = await edited(CONNECTED);
    edits.removeChannel(LINE);
    (await hand.next('removeChannel')).reject(new ContactError(code));
    (await hand.next('load')).resolve({ contact: { ...CONNECTED, version: 'v2', channels: [SMS] } });
    await store.whenSettled();
    assert.deepEqual([store.state.phase, store.hasUnsavedEdits], ['ready', false]);
    assert.deepEqual(store.contact?.channels, [SMS]);
  });

  test(`a contact that is ${code} is gone, channels and all`, async () => {
    const { hand, store, edits } = await edited(CONNECTED);
    edits.removeChannel(LINE);
    (await hand.next('removeChannel')).reject(new ContactError(code));
    (await hand.next('load')).reject(new ContactError(code));
    await settle();
    assert.equal(store.state.phase, 'deleted');
  });
}

test('a channel that is there still, whatever the source said, or of which nobody can tell, was not removed', async () => {
  for (const answer of [CONNECTED, undefined]) {
    const { hand, store, edits } = await edited(CONNECTED);
    edits.removeChannel(LINE);
    (await hand.next('removeChannel')).reject(new ContactError('not-found'));
    const read = await hand.next('load');
    if (answer) read.resolve({ contact: answer });
    else read.reject(new ContactError('offline'));
    await settle();
    assert.deepEqual([store.state.phase, store.state.changes[0]?.status], ['ready', 'failed']);
    assert.deepEqual(store.contact?.channels, [LINE, SMS]);
    assert.equal(hand.calls.removeChannel.length, 1);
  }
});

test('a removal that is not with the source yet survives a reload, with what the channel is called', async () => {
  const { hand, store, edits } = await edited(CONNECTED);
  edits.removeChannel(LINE);
  await hand.next('removeChannel');
  const { changes } = parseRecord(JSON.parse(JSON.stringify(toRecord({ changes: store.state.changes, drafts: [] }))));
  const [change] = changes;
  assert.ok(change?.kind === 'channel-removal');
  assert.deepEqual([change.channel.id, change.channel.name], ['ch_line', 'LINE']);
});
