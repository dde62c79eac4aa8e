import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readEvents } from '../../src/http/event-stream.js';
import { bytes, HandTimer, streamOf } from './support.js';

const SILENCE = 60_000;

async function eventsOf(...chunks: readonly Uint8Array<ArrayBuffer>[]) {
  const events = [];
  for await (const event of readEvents(streamOf(...chunks), new AbortController().signal)) events.push({ ...event });
  return events;
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
    const next = readEvents(silent, new AbortController().signal, timer.clock).next();
    await timer.fire((milliseconds) => milliseconds === SILENCE);
    assert.deepEqual(await next, { done: true, value: undefined });
    assert.ok(isCancelled);
  });
});
