import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';

/** One event of a stream: its data, the id in force when it came, and its type where it has one. */
export interface StreamEvent {
  readonly id: string;
  readonly data: string;
  readonly type?: string;
}

/** Longest silence, in milliseconds: a server's heartbeat is more frequent, so that the connection must be dead. */
const SILENCE_LIMIT = 60_000;

/** The events of a `text/event-stream` body, wherever its chunks are split; ends after too long a silence. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  after: Clock = startTimer,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  const event = { id: '', data: '', type: '' };
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
function take(line: string, event: { id: string; data: string; type: string }): void {
  const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
  if (name === 'data') event.data += `${value}\n`;
  if (name === 'event') event.type = value;
  if (name === 'id' && !value.includes('\0')) event.id = value;
}
