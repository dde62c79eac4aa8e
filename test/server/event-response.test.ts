import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { HandTimer, seed, writing } from '../http/support.js';

const HEARTBEAT = 15_000;

describe('serving a stream', () => {
  const events = (headers: Record<string, string> = {}, source = memoryAdapter(seed), timer = new HandTimer(), id = 'c_1') =>
    contactHandler(() => source, { clock: timer.clock })(new Request(`https://app.example/contacts/${id}/events`, { headers }));

  async function textOf(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<string> {
    return new TextDecoder().decode((await reader?.read())?.value);
  }

  test('it is an event stream that nobody stores or holds back', async () => {
    const { status, headers, body } = await events();
    assert.equal(status, 200);
    assert.deepEqual(
      ['content-type', 'cache-control', 'x-accel-buffering'].map((name) => headers.get(name)),
      ['text/event-stream', 'no-store', 'no'],
    );
    await body?.cancel();
  });

  test('its events are the contact under its version, percent-encoded', async () => {
    const contacts = [{ id: 'c_1', version: 'ü\n1' }];
    const reader = (await events({}, memoryAdapter({ contacts }))).body?.getReader();
    assert.equal(await textOf(reader), 'id: %C3%BC%0A1\ndata: {"id":"c_1","version":"ü\\n1"}\n\n');
    await reader?.cancel();
  });

  test('a client that has the current version is told nothing until it changes', async () => {
    const source = memoryAdapter(seed);
    const reader = (await events({ 'last-event-id': '7' }, source)).body?.getReader();
    await source.save('c_1', { firstName: 'Anna' }, writing());
    assert.match(await textOf(reader), /^id: 8\ndata: .*Anna/);
    await reader?.cancel();
  });

  test('a slow client gets the newest contact, not every one', async () => {
    const source = memoryAdapter(seed);
    const reader = (await events({}, source)).body?.getReader();
    for (const firstName of ['B', 'C', 'D']) await source.save('c_1', { firstName }, writing());
    assert.match(await textOf(reader), /"Ana"/);
    assert.match(await textOf(reader), /"D"/);
    await reader?.cancel();
  });

  test('a heartbeat shows every 15 seconds that the stream is alive', async () => {
    const timer = new HandTimer();
    const reader = (await events({ 'last-event-id': '7' }, memoryAdapter(seed), timer)).body?.getReader();
    for (let beat = 0; beat < 3; beat++) {
      await timer.fire((milliseconds) => milliseconds === HEARTBEAT);
      assert.equal(await textOf(reader), ':\n\n');
    }
    await reader?.cancel();
    assert.deepEqual(timer.pending, []);
  });

  test('a contact that changes while the stream begins is not missed', async () => {
    const source = memoryAdapter(seed);
    let isFirst = true;
    const racing = {
      ...source,
      load: async (...call: Parameters<typeof source.load>) => {
        const snapshot = await source.load(...call);
        if (isFirst) await source.save('c_1', { firstName: 'Anna' }, writing());
        isFirst = false;
        return snapshot;
      },
    };
    const reader = (await events({}, racing)).body?.getReader();
    assert.match(await textOf(reader), /"Anna"/);
    await reader?.cancel();
  });

  test('who may not see the contact gets the problem, not a stream, and the watch ends', async () => {
    let isStopped = false;
    const source = {
      ...memoryAdapter(seed),
      watch: () => () => {
        isStopped = true;
      },
    };
    assert.equal((await events({}, source, new HandTimer(), 'c_9')).status, 404);
    assert.ok(isStopped);
  });

  test('a request that is aborted ends the stream', async () => {
    const controller = new AbortController();
    const timer = new HandTimer();
    const request = new Request('https://app.example/contacts/c_1/events', { signal: controller.signal });
    const reader = (await contactHandler(() => memoryAdapter(seed), { clock: timer.clock })(request)).body?.getReader();
    await reader?.read();
    controller.abort();
    assert.equal((await reader?.read())?.done, true);
    assert.deepEqual(timer.pending, []);
  });

  test('an adapter that reports another contact ends the stream', async () => {
    let report: (contact: Contact) => void = () => undefined;
    const source = {
      ...memoryAdapter(seed),
      watch: (_: string, onChange: (contact: Contact) => void) => {
        report = onChange;
        return () => undefined;
      },
    };
    const reader = (await events({ 'last-event-id': '7' }, source)).body?.getReader();
    report({ id: 'c_2' });
    assert.equal((await reader?.read())?.done, true);
  });
});
