import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';
import { ContactError } from '../core/error.js';
import { RetryTimer, retryStateAfter } from '../core/retry.js';
import type { RetryState } from '../core/retry.js';
import type { StreamPause } from './stream-pause.js';
import { asContactError } from './transport.js';
import type { HttpHeaders, Send } from './transport.js';

/** One event of a stream: its data, the id in force when it came, and its type where it has one. */
export interface StreamEvent {
  readonly id: string;
  readonly data: string;
  readonly type?: string;
}

/** Longest silence, in milliseconds. A server sends something more often, so that the connection must be dead. */
const SILENCE_LIMIT = 60_000;

/** The longest time, in milliseconds, for which a server can have a stream wait: a day, and no timer takes much more. */
const LONGEST_RETRY_AFTER = 86_400_000;

/** The events of a `text/event-stream` body, wherever its chunks are split; ends after too long a silence. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  clock: Clock = startTimer,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  const event = { id: '', data: '', type: '' };
  let rest = '';
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      const stopTimer = clock(SILENCE_LIMIT, cancel);
      const { value, done } = await reader.read().finally(stopTimer);
      if (done || signal.aborted) return;
      // A carriage return at the end may be half a line break: it waits for what follows.
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line) readLine(line, event);
        else if (event.data) yield { id: event.id, data: event.data.slice(0, -1), ...(event.type && { type: event.type }) };
        if (!line) event.data = event.type = '';
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

/** Takes in one line that is not blank; comments and fields that say nothing about a contact are left aside. */
function readLine(line: string, event: { id: string; data: string; type: string }): void {
  const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
  if (name === 'data') event.data += `${value}\n`;
  if (name === 'event') event.type = value;
  if (name === 'id' && !value.includes('\0')) event.id = value;
}

/** A stream that is kept open. Its position is asked for anew for each connection. */
export interface EventStream {
  readonly path: readonly string[];
  readonly query?: string;
  readonly lastEventId: () => string;
  /** Throws where the event is garbled, which counts as a failure of the connection. */
  readonly onEvent: (event: StreamEvent) => void;
}

/** What streams are opened by, and when. */
export interface Connecting {
  readonly send: Send;
  readonly clock: Clock;
  readonly pause: StreamPause;
}

/**
 * Keeps a stream open until it is aborted: connects again after each failure, from the last event on. `EventSource` cannot
 * do this with headers of one's own. While the server wants to be left alone, it waits. Resolves earlier where there is
 * nothing to follow.
 */
export async function keepOpen(stream: EventStream, signal: AbortSignal, { send, clock, pause }: Connecting): Promise<void> {
  const timer = new RetryTimer({ clock });
  let retry: RetryState | undefined;
  let proceed = (): void => undefined;
  const onAbort = (): void => {
    timer.start(undefined, proceed);
    proceed();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  while (!signal.aborted) {
    const { left } = pause;
    if (left > LONGEST_RETRY_AFTER) return;
    if (left) retry = { failureCount: retry?.failureCount ?? 1, error: new ContactError('rate-limited', { retryAfter: left }) };
    if (retry) {
      await new Promise<void>((resolve) => {
        proceed = resolve;
        timer.start(retry, resolve);
      });
      if (signal.aborted || pause.left) continue;
    }
    const lastEventId = stream.lastEventId();
    const headers: HttpHeaders = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
    const message = { signal, headers, ...(stream.query && { query: stream.query }) };
    let error = new ContactError('offline');
    try {
      const { body } = await send('GET', stream.path, message, (response) => response);
      if (!body) return;
      for await (const event of readEvents(body, signal, clock)) {
        stream.onEvent(event);
        retry = undefined;
      }
    } catch (thrown) {
      error = asOutage(asContactError(thrown));
    }
    if (error.retryAfter) pause.start(error.retryAfter);
    retry = retryStateAfter(retry, error, Infinity, LONGEST_RETRY_AFTER);
    if (!retry) return;
  }
}

/** A failure that does not say why counts as an outage: there is nobody who could be asked whether to try again. */
function asOutage(error: ContactError): ContactError {
  const isUnexplained = error.code === 'unknown' || error.code === 'invalid-data';
  return isUnexplained ? new ContactError('unavailable', { cause: error }) : error;
}
