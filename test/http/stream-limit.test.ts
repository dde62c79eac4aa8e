import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { STREAM_LIMIT, withinStreamLimit } from '../../src/http/stream-limit.js';

/** Streams that run until they are told to end, and the order in which they began. */
function streams() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (name: string, signal = new AbortController().signal) =>
    withinStreamLimit(signal, () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  return { begun, ends, start };
}

describe('the limit of event streams', () => {
  test('lets as many run as it says, and the next waits until one has ended', async () => {
    const { begun, ends, start } = streams();
    const names = Array.from({ length: STREAM_LIMIT + 2 }, (_, index) => `stream ${index}`);
    const running = names.map((name) => start(name));
    await Promise.resolve();
    assert.deepEqual(begun, names.slice(0, STREAM_LIMIT));
    ends.get('stream 0')?.();
    await running[0];
    await Promise.resolve();
    assert.deepEqual(begun, names.slice(0, STREAM_LIMIT + 1));
    for (const index of names.keys()) {
      ends.get(`stream ${index}`)?.();
      await running[index];
      await Promise.resolve();
    }
    assert.deepEqual(begun, names);
  });

  test('does not wait for one that has given up waiting', async () => {
    const { begun, ends, start } = streams();
    const running = Array.from({ length: STREAM_LIMIT }, (_, index) => start(`stream ${index}`));
    const impatient = new AbortController();
    const given = start('impatient', impatient.signal);
    const patient = start('patient');
    impatient.abort();
    await given;
    ends.get('stream 0')?.();
    await running[0];
    await Promise.resolve();
    assert.equal(begun.at(-1), 'patient');
    for (const end of ends.values()) end();
    await Promise.all([...running, patient]);
  });
});
