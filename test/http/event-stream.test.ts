import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readEvents } from '../../src/http/event-stream.js';
import { contactHandler } from '../../src/server/handler.js';
import { httpAdapter } from '../../src/http/http-adapter.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { HandTimer, seed, writing } from './support.js';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const SILENCE = 60_000;
const HEARTBEAT = 15_000;
const isBackoff = (milliseconds: number): boolean => milliseconds !== SILENCE && milliseconds !== HEARTBEAT;

function streamOf(...chunks: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function eventsOf(...chunks: readonly Uint8Array<ArrayBuffer>[]) {
  const events = [];
  for await (const event of readEvents(streamOf(...chunks), new AbortController().signal)) events.push({ ...event });
  return events;
}

/** What a watcher was told, one after the other. */
class Reports {
  readonly #told: Contact[] = [];
  #waiting: (() => void) | undefined;

  readonly onChange = (contact: Contact): void => {
    this.#told.push(contact);
    this.#waiting?.();
  };

  async next(): Promise<Contact> {
    for (;;) {
      const contact = this.#told.shift();
      if (contact) return contact;
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
  }
}

describe('reading a stream', () => {
  test('an event has the data of its lines and the last id', async () => {
    const text = ': hello\nid: 1\ndata: a\ndata:b\n\ndata: c\n\nretry: 5\nevent: x\n\nid\ndata\n\ndata: never finished';
    assert.deepEqual(await eventsOf(bytes(text)), [
      { id: '1', data: 'a\nb' },
      { id: '1', data: 'c' },
      { id: '', data: '' },
    ]);
  });

  test('chunks and line ends may be split anywhere', async () => {
    const text = 'id: ü1\ndata: {"name":\ndata: "Élodie 👩🏽‍🚀"}\n\n:\n\ndata: 2\n\n';
    const whole = await eventsOf(bytes(text));
    const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(lineEnds, fc.array(fc.nat({ max: 90 }), { maxLength: 20 }), async (lineEnd, cuts) => {
        const all = bytes(`${text}:\n`.replaceAll('\n', lineEnd));
        const ends = [...new Set(cuts.filter((cut) => cut < all.length)), all.length].sort((a, b) => a - b);
        const chunks = ends.map((end, at) => all.slice(ends[at - 1] ?? 0, end));
        assert.deepEqual(await eventsOf(...chunks), whole);
      }),
    );
    assert.deepEqual(whole, [
      { id: 'ü1', data: '{"name":\n"Élodie 👩🏽‍🚀"}' },
      { id: 'ü1', data: '2' },
    ]);
  });

  test('a stream that has been silent for a minute is given up', async () => {
    const timer = new HandTimer();
    let isCancelled = false;
    const silent = new ReadableStream<Uint8Array>({
      cancel() {
        isCancelled = true;
      },
    });
    const next = readEvents(silent, new AbortController().signal, timer.after).next();
    await timer.fire((milliseconds) => milliseconds === SILENCE);
    assert.deepEqual(await next, { done: true, value: undefined });
    assert.ok(isCancelled);
  });
});

describe('watching over HTTP', () => {
  const memory = () => memoryAdapter(seed);

  test('the current contact comes first, then each change, with headers of one’s own', async () => {
    const source = memory();
    const handler = contactHandler(() => source);
    const seen: Request[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      headers: { authorization: 'Bearer x' },
      fetch: (request) => (seen.push(request), handler(request)),
    });
    const reports = new Reports();
    const stop = adapter.watch('c_1', reports.onChange);
    assert.equal((await reports.next()).version, '7');
    await source.save('c_1', { firstName: 'Anna' }, writing());
    assert.equal((await reports.next()).firstName, 'Anna');
    stop();
    assert.equal(seen[0]?.headers.get('authorization'), 'Bearer x');
    assert.equal(seen[0]?.headers.get('accept'), 'text/event-stream');
  });

  test('a stream that ends is opened again with the last id, and what was missed comes', async () => {
    const timer = new HandTimer();
    const answers = ['id: 7\ndata: {"id":"c_1","version":"7"}\n\n', 'id: 8\ndata: {"id":"c_1","version":"8"}\n\n'];
    const ids: (string | null)[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      after: timer.after,
      fetch(request) {
        ids.push(request.headers.get('last-event-id'));
        return Promise.resolve(new Response(streamOf(bytes(answers.shift() ?? ''))));
      },
    });
    const reports = new Reports();
    const stop = adapter.watch('c_1', reports.onChange);
    assert.equal((await reports.next()).version, '7');
    const wait = await timer.fire(isBackoff);
    assert.ok(wait >= 500 && wait <= 30_000, `${wait} ms`);
    assert.equal((await reports.next()).version, '8');
    await timer.fire(isBackoff);
    stop();
    assert.deepEqual(ids.slice(0, 2), [null, '7']);
  });

  test('failures are tried again, later and later, not before Retry-After; what is garbled counts as a failure', async () => {
    const timer = new HandTimer();
    const answers = [
      () => Promise.reject(new TypeError('fetch failed')),
      () => Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '100' } })),
      () => Promise.resolve(new Response(streamOf(bytes('id: 9\ndata: {garbage\n\n')))),
      () => Promise.resolve(new Response(streamOf(bytes('data: {"id":"c_1","version":"8"}\n\n')))),
    ];
    const ids: (string | null)[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      after: timer.after,
      fetch(request) {
        ids.push(request.headers.get('last-event-id'));
        return (answers.shift() ?? (() => Promise.reject(new TypeError('fetch failed'))))();
      },
    });
    const reports = new Reports();
    const stop = adapter.watch('c_1', reports.onChange);
    assert.ok((await timer.fire(isBackoff)) <= 1_000);
    assert.equal(await timer.fire(isBackoff), 100_000);
    assert.ok((await timer.fire(isBackoff)) <= 2_500);
    assert.equal((await reports.next()).version, '8');
    stop();
    assert.deepEqual(ids, [null, null, null, null]);
  });

  for (const status of [204, 401, 403, 404, 410, 405]) {
    test(`status ${status} ends the watch: nothing is tried again`, async () => {
      const timer = new HandTimer();
      let answered = (): void => undefined;
      const asked = new Promise<void>((resolve) => {
        answered = resolve;
      });
      const adapter = httpAdapter({
        base: 'https://app.example',
        after: timer.after,
        fetch() {
          answered();
          return Promise.resolve(new Response(null, { status }));
        },
      });
      adapter.watch('c_1', () => undefined);
      await asked;
      await new Promise(setImmediate);
      assert.deepEqual(timer.pending, []);
    });
  }

  test('stopping cancels the stream, the pause and the server’s watch', async () => {
    const timer = new HandTimer();
    const source = memory();
    let ended = (): void => undefined;
    const unwatched = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const watched = {
      ...source,
      watch: (id: string, onChange: (contact: Contact) => void) => {
        const stop = source.watch(id, onChange);
        return () => (stop(), ended());
      },
    };
    const fetch = contactHandler(() => watched, { after: timer.after });
    const reports = new Reports();
    const stop = httpAdapter({ base: 'https://app.example', fetch, after: timer.after }).watch('c_1', reports.onChange);
    await reports.next();
    stop();
    await unwatched;
    await new Promise(setImmediate);
    assert.deepEqual(timer.pending, []);
  });
});
