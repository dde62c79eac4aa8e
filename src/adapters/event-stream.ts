import type { Contact } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import { startTimer } from '../core/time-limit.js';
import type { After } from '../core/time-limit.js';
import type { Send } from './http.js';
import { inPlace } from './places.js';

/** One event of a stream: its data, and the id in force when it came. */
export interface StreamEvent {
  readonly id: string;
  readonly data: string;
}

/** Longest silence, in milliseconds: a server's heartbeat is more frequent, so that the connection must be dead. */
const SILENCE_LIMIT = 60_000;

/** Failures that trying again may cure; any other means that there is nothing to follow. */
const PASSING = new Set(['offline', 'timeout', 'unavailable', 'rate-limited', 'invalid-data', 'unknown']);

/**
 * Follows a contact for `httpAdapter.watch`, which `EventSource` cannot do with headers of one's own: reports each version
 * that comes, and reconnects with the id of the last one, after 0.5 to 30 seconds with full jitter, until it is aborted.
 */
export function follow(
  send: Send,
  id: string,
  onChange: (contact: Contact) => void,
  signal: AbortSignal,
  after: After = startTimer,
): Promise<void> {
  return inPlace(signal, () => followNow(send, id, onChange, signal, after));
}

async function followNow(
  send: Send,
  id: string,
  onChange: (contact: Contact) => void,
  signal: AbortSignal,
  after: After,
): Promise<void> {
  let lastEventId = '';
  for (let failures = 0; !signal.aborted; failures++) {
    let retryAfter = 0;
    try {
      const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
      const { body } = await send('GET', ['contacts', id, 'events'], { signal, headers }, (response) => response);
      if (!body) return;
      for await (const event of readEvents(body, signal, after)) {
        const contact = JSON.parse(event.data) as Contact;
        lastEventId = event.id;
        failures = 0;
        onChange(contact);
      }
    } catch (thrown) {
      const error = ContactError.from(thrown);
      if (!PASSING.has(error.code)) return;
      retryAfter = error.retryAfter ?? 0;
    }
    await pause(Math.max(retryAfter, backoff(failures)), signal, after);
  }
}

/** The events of a `text/event-stream` body, wherever its chunks are split; ends after too long a silence. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  after: After = startTimer,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  const event = { id: '', data: '' };
  let rest = '';
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      const stop = after(SILENCE_LIMIT, cancel);
      const { value, done } = await reader.read().finally(stop);
      if (done || signal.aborted) return;
      // A carriage return at the end may be half a line break: it waits for what follows.
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line) take(line, event);
        else if (event.data) yield { id: event.id, data: event.data.slice(0, -1) };
        if (!line) event.data = '';
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

/** Takes in one line that is not blank; comments and fields that say nothing about a contact are left aside. */
function take(line: string, event: { id: string; data: string }): void {
  const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
  if (name === 'data') event.data += `${value}\n`;
  if (name === 'id' && !value.includes('\0')) event.id = value;
}

function backoff(failures: number): number {
  return 500 + Math.random() * Math.min(29_500, 500 * 2 ** failures);
}

function pause(milliseconds: number, signal: AbortSignal, after: After): Promise<void> {
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
