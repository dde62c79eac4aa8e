import { ContactError } from '../core/error.js';
import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';
import { readEvents } from './event-stream.js';
import type { StreamEvent } from './event-stream.js';
import type { HttpHeaders, Message, Send } from './http-adapter.js';

/** One stream that is kept open. What it asks for is asked again for each connection. */
export interface KeptStream {
  readonly path: readonly string[];
  query?(): string;
  lastEventId(): string;
  /** Throws where the event is garbled, which counts as a failure of the connection. */
  onEvent(event: StreamEvent): void;
}

/** Failures that trying again may cure; any other means that there is nothing to follow. */
const PASSING = new Set(['offline', 'timeout', 'unavailable', 'rate-limited', 'invalid-data', 'unknown']);

/**
 * Keeps a stream open until it is aborted: reconnects with the id of the last event, after 0.5 to 30 seconds with full
 * jitter. `EventSource` cannot do this with headers of one's own. Resolves earlier where there is nothing to follow.
 */
export async function reconnect(stream: KeptStream, send: Send, signal: AbortSignal, after: Clock = startTimer): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    let retryAfter = 0;
    try {
      const { body } = await send('GET', stream.path, messageFor(stream, signal), (response) => response);
      if (!body) return;
      for await (const event of readEvents(body, signal, after)) {
        stream.onEvent(event);
        failures = 0;
      }
    } catch (thrown) {
      const error = ContactError.from(thrown);
      if (!PASSING.has(error.code)) return;
      retryAfter = error.retryAfter ?? 0;
    }
    await pause(Math.max(retryAfter, backoff(failures)), signal, after);
  }
}

function messageFor(stream: KeptStream, signal: AbortSignal): Message {
  const lastEventId = stream.lastEventId();
  const headers: HttpHeaders = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
  return { signal, headers, ...(stream.query && { query: stream.query() }) };
}

function backoff(failures: number): number {
  return 500 + Math.random() * Math.min(29_500, 500 * 2 ** failures);
}

function pause(milliseconds: number, signal: AbortSignal, after: Clock): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = after(milliseconds, done);
    signal.addEventListener('abort', done, { once: true });
  });
}
