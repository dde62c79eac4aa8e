import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { STREAM_CONTACTS } from '../../src/http/transport.js';
import { ContactError } from '../../src/core/error.js';
import { problemOf } from './support-handler.js';
import { HandTimer, seed, writing } from '../http/support.js';

const HEARTBEAT = 15_000;

describe('serving a stream of several contacts', () => {
  const events = (contacts: string, lastEventId = '', source = memoryAdapter(seed), timer = new HandTimer()) => {
    const headers: Record<string, string> = lastEventId ? { 'last-event-id': lastEventId } : {};
    const request = new Request(`https://app.example/events?contacts=${contacts}`, { headers });
    return contactHandler(() => source, { clock: timer.clock })(request);
  };

  async function textOf(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<string> {
    return new TextDecoder().decode((await reader?.read())?.value);
  }

  test('each contact comes first as it is, then as it changes, under an id that says what the client has', async () => {
    const source = memoryAdapter(seed);
    const reader = (await events('c_1,c_2', '', source)).body?.getReader();
    assert.match(await textOf(reader), /^id: c_1=7\ndata: \{"id":"c_1".*Ana/);
    assert.match(await textOf(reader), /^id: c_2=1\ndata: \{"id":"c_2".*Bo/);
    await source.save('c_2', { firstName: 'Bodil' }, writing());
    assert.match(await textOf(reader), /^id: c_2=8\ndata: .*Bodil/);
    await reader?.cancel();
  });

  test('of what the client has, nothing is told again', async () => {
    const source = memoryAdapter(seed);
    const reader = (await events('c_1,c_2', 'c_1=7&c_2=0', source)).body?.getReader();
    assert.match(await textOf(reader), /^id: c_2=1\n/);
    await source.save('c_1', { firstName: 'Anna' }, writing());
    assert.match(await textOf(reader), /^id: c_1=8\n/);
    await reader?.cancel();
  });

  test('a contact that is not there is named, and the others are reported', async () => {
    const reader = (await events('c_9,c_2')).body?.getReader();
    assert.equal(await textOf(reader), 'event: refused\ndata: {"id":"c_9","code":"not-found"}\n\n');
    assert.match(await textOf(reader), /^id: c_2=1\n/);
    await reader?.cancel();
  });

  test('ids and versions may hold anything: commas, plus signs, line breaks', async () => {
    const source = memoryAdapter({ contacts: [{ id: 'a,b+c=&', version: 'v,1+\n' }] });
    const contacts = encodeURIComponent(encodeURIComponent('a,b+c=&'));
    const reader = (await events(contacts, '', source)).body?.getReader();
    const text = await textOf(reader);
    const position = /^id: (.*)\n/.exec(text)?.[1] ?? '';
    assert.match(text, /"id":"a,b\+c=&"/);
    await reader?.cancel();
    const again = (await events(contacts, position, source)).body?.getReader();
    await source.save('a,b+c=&', { firstName: 'Known' }, writing());
    assert.match(await textOf(again), /Known/);
    await again?.cancel();
  });

  test('a failure that is not one contact’s alone fails the stream, and no watch is left', async () => {
    let watches = 0;
    const source = {
      ...memoryAdapter(seed),
      load: () => Promise.reject(new ContactError('unavailable')),
      watch: () => {
        watches++;
        return () => watches--;
      },
    };
    await problemOf(await events('c_1,c_2', '', source), 503, 'unavailable');
    assert.equal(watches, 0);
  });

  test('it is alive every 15 seconds, and when it is cancelled nothing is left', async () => {
    const timer = new HandTimer();
    const reader = (await events('c_1', 'c_1=7', memoryAdapter(seed), timer)).body?.getReader();
    await timer.fire((milliseconds) => milliseconds === HEARTBEAT);
    assert.equal(await textOf(reader), ':\n\n');
    await reader?.cancel();
    assert.deepEqual(timer.pending, []);
  });

  test('no contact, an empty one and too many are refused', async () => {
    const many = Array.from({ length: STREAM_CONTACTS + 1 }, (_, index) => `c_${index}`).join(',');
    for (const contacts of ['', 'c_1,,c_2', '%25E0', many]) await problemOf(await events(contacts), 400, 'invalid');
    assert.equal((await events(many.replace(/,c_\d+$/, ''))).status, 200);
  });
});
