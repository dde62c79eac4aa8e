import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { httpAdapter } from '../../src/http/http-adapter.js';
import { STREAM_LIMIT } from '../../src/http/stream-limit.js';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { until } from '../support/until.js';
import { bytes, HandTimer, seed, streamOf, writing } from './support.js';

const SILENCE = 60_000;
const HEARTBEAT = 15_000;
const LINGER = 1_000;
const isBackoff = (milliseconds: number): boolean =>
  milliseconds >= 500 && ![SILENCE, HEARTBEAT, LINGER].includes(milliseconds);

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

/** A timer by which the time of day passes, too. */
function timerOfDay(t: TestContext): HandTimer {
  t.mock.timers.enable({ apis: ['Date'] });
  return new HandTimer((milliseconds) => t.mock.timers.tick(milliseconds));
}

describe('watching over HTTP', () => {
  test('the current contact comes first, then each change, with headers of one’s own', async () => {
    const source = memoryAdapter(seed);
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

  test('a stream that ends is opened again where it was, and what was missed comes', async () => {
    const timer = new HandTimer();
    const answers = ['id: c_1=7\ndata: {"id":"c_1","version":"7"}\n\n', 'id: c_1=8\ndata: {"id":"c_1","version":"8"}\n\n'];
    const ids: (string | null)[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      clock: timer.clock,
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
    assert.deepEqual(ids.slice(0, 2), [null, 'c_1=7']);
  });

  test('failures are tried again, later and later, not before Retry-After; what is garbled counts as a failure', async (t) => {
    const timer = timerOfDay(t);
    const answers = [
      () => Promise.reject(new TypeError('fetch failed')),
      () => Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '100' } })),
      () => Promise.resolve(new Response(streamOf(bytes('id: 9\ndata: {garbage\n\n')))),
      () => Promise.resolve(new Response(streamOf(bytes('data: {"id":"c_1","version":"8"}\n\n')))),
    ];
    const ids: (string | null)[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      clock: timer.clock,
      fetch(request) {
        ids.push(request.headers.get('last-event-id'));
        return (answers.shift() ?? (() => Promise.reject(new TypeError('fetch failed'))))();
      },
    });
    const reports = new Reports();
    const stop = adapter.watch('c_1', reports.onChange);
    assert.ok((await timer.fire(isBackoff)) <= 1_000);
    const wait = await timer.fire(isBackoff);
    assert.ok(wait >= 100_500 && wait <= 102_000, `${wait} ms`);
    assert.ok((await timer.fire(isBackoff)) <= 2_000);
    assert.equal((await reports.next()).version, '8');
    stop();
    assert.deepEqual(ids, [null, null, null, null]);
  });

  test('a server with too many streams is left alone for as long as it says, in one stream for all contacts', async (t) => {
    const timer = timerOfDay(t);
    const answers = ['30', '3600'].map((wait) => new Response(null, { status: 429, headers: { 'retry-after': wait } }));
    const asked: string[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      clock: timer.clock,
      fetch({ url }) {
        asked.push(new URL(url).pathname);
        return Promise.resolve(answers.shift() ?? new Response(streamOf(bytes('data: {"id":"c_1","version":"8"}\n\n'))));
      },
    });
    const reports = new Reports();
    const stop = adapter.watch('c_1', reports.onChange);
    for (const least of [30_500, 3_600_500]) {
      const wait = await timer.fire(isBackoff);
      assert.ok(wait >= least && wait <= least + 2_000, `${wait} ms`);
    }
    assert.equal((await reports.next()).version, '8');
    stop();
    assert.deepEqual(asked, ['/events', '/events', '/events']);
  });

  for (const status of [429, 503]) {
    test(`after ${status} a contact that is followed meanwhile waits for what is left of Retry-After`, async (t) => {
      const timer = timerOfDay(t);
      const asked: (string | null)[] = [];
      const adapter = httpAdapter({
        base: 'https://app.example',
        clock: timer.clock,
        fetch({ url }) {
          asked.push(new URL(url).searchParams.get('contacts'));
          const refusal = new Response(null, { status, headers: { 'retry-after': '30' } });
          return Promise.resolve(asked.length < 2 ? refusal : new Response(streamOf(bytes('data: {"id":"c_2"}\n\n'))));
        },
      });
      const [first, second] = [new Reports(), new Reports()];
      const stops = [adapter.watch('c_1', first.onChange)];
      await until(() => timer.pending.some(({ milliseconds }) => milliseconds >= 30_500), 'the wait');
      t.mock.timers.tick(10_000);
      stops.push(adapter.watch('c_2', second.onChange));
      await until(() => timer.pending.some(({ milliseconds }) => milliseconds < 30_000 && isBackoff(milliseconds)), 'the rest');
      const wait = await timer.fire(isBackoff);
      assert.ok(wait >= 20_000 && wait <= 22_000, `${wait} ms`);
      await second.next();
      stops.forEach((stop) => stop());
      assert.deepEqual(asked, ['c_1', 'c_1,c_2']);
    });
  }

  for (const status of [204, 401, 403, 404, 410, 405]) {
    test(`status ${status} ends the watch: neither stream is asked for again`, async () => {
      const timer = new HandTimer();
      const asked: string[] = [];
      const adapter = httpAdapter({
        base: 'https://app.example',
        clock: timer.clock,
        fetch({ url }) {
          asked.push(new URL(url).pathname);
          return Promise.resolve(new Response(null, { status }));
        },
      });
      adapter.watch('c_1', () => undefined);
      await until(() => asked.length === 2, 'both streams');
      await new Promise(setImmediate);
      assert.deepEqual(timer.pending, []);
      assert.deepEqual(asked, ['/events', '/contacts/c_1/events']);
    });
  }

  test('stopping cancels the stream, the pause and the server’s watch', async () => {
    const timer = new HandTimer();
    const source = memoryAdapter(seed);
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
    const fetch = contactHandler(() => watched, { clock: timer.clock });
    const reports = new Reports();
    const stop = httpAdapter({ base: 'https://app.example', fetch, clock: timer.clock }).watch('c_1', reports.onChange);
    await reports.next();
    stop();
    await timer.fire((milliseconds) => milliseconds === LINGER);
    await unwatched;
    await new Promise(setImmediate);
    assert.deepEqual(timer.pending, []);
  });

  test('an outage, said or unexplained, is waited for as long as it takes', async () => {
    const timer = new HandTimer();
    let failures = 0;
    const adapter = httpAdapter({
      base: 'https://app.example',
      clock: timer.clock,
      fetch: () =>
        Promise.resolve(
          ++failures > 20
            ? new Response(streamOf(bytes('data: {"id":"c_1","version":"8"}\n\n')))
            : new Response(null, { status: failures % 2 ? 500 : 503 }),
        ),
    });
    const reports = new Reports();
    const stop = adapter.watch('c_1', reports.onChange);
    for (let count = 0; count < 20; count++) assert.ok((await timer.fire(isBackoff)) <= 30_000);
    assert.equal((await reports.next()).version, '8');
    stop();
  });

  test('several contacts come through one stream', async () => {
    const handler = contactHandler(() => memoryAdapter(seed));
    const asked: string[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      fetch: (request) => (asked.push(request.url), handler(request)),
    });
    const [one, two] = [new Reports(), new Reports()];
    const stops = [adapter.watch('c_1', one.onChange), adapter.watch('c_2', two.onChange)];
    assert.deepEqual([(await one.next()).id, (await two.next()).id], ['c_1', 'c_2']);
    assert.deepEqual(asked, ['https://app.example/events?contacts=c_1%2Cc_2']);
    stops.forEach((stop) => stop());
  });

  test('a server that has one stream for each contact is asked for those, from the last event on', async () => {
    const timer = new HandTimer();
    const answers = ['id: 7\ndata: {"id":"c_1","version":"7"}\n\n', 'id: 8\ndata: {"id":"c_1","version":"8"}\n\n'];
    const asked: string[] = [];
    const adapter = httpAdapter({
      base: 'https://app.example',
      clock: timer.clock,
      fetch({ url, headers }) {
        const { pathname } = new URL(url);
        if (pathname === '/events') return Promise.resolve(new Response(null, { status: 404 }));
        asked.push(`${pathname} after ${headers.get('last-event-id')}`);
        return Promise.resolve(new Response(streamOf(bytes(answers.shift() ?? ''))));
      },
    });
    const reports = new Reports();
    const stop = adapter.watch('c_1', reports.onChange);
    assert.equal((await reports.next()).version, '7');
    await timer.fire(isBackoff);
    assert.equal((await reports.next()).version, '8');
    stop();
    assert.deepEqual(asked.slice(0, 2), ['/contacts/c_1/events after null', '/contacts/c_1/events after 7']);
  });

  test('of streams that no tab shares, a page has so many at once, and the next when one of them ends', async () => {
    const handler = contactHandler(() => memoryAdapter(seed), { clock: () => () => undefined });
    let open = 0;
    const watches = Array.from({ length: 5 }, () => {
      const timer = new HandTimer();
      const fetch = (request: Request) => {
        open++;
        request.signal.addEventListener('abort', () => open--);
        return handler(request);
      };
      const reports = new Reports();
      const stop = httpAdapter({ base: 'https://app.example', clock: timer.clock, fetch }).watch('c_1', reports.onChange);
      return {
        reports,
        async end() {
          stop();
          await timer.fire((milliseconds) => milliseconds === LINGER);
        },
      };
    });
    for (const { reports } of watches.slice(0, STREAM_LIMIT)) await reports.next();
    assert.equal(open, STREAM_LIMIT);
    await watches[0]?.end();
    await watches[STREAM_LIMIT]?.reports.next();
    assert.equal(open, STREAM_LIMIT);
    for (const { end } of watches.slice(1)) await end();
  });
});
