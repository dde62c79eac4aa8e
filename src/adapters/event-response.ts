import type { ContactAdapter } from '../core/adapter.js';
import type { Contact } from '../core/contact.js';
import { parseContact, parseSnapshot } from '../core/parse.js';
import type { After } from '../core/time-limit.js';

/** Milliseconds between two signs of life: proxies cut connections that are silent for 30 seconds or more. */
const HEARTBEAT = 15_000;

const encoder = new TextEncoder();

/** The newest contact that has not been sent yet, and how to say that there is one. */
interface News {
  contact?: Contact | undefined;
  announce?: () => void;
}

/**
 * The `text/event-stream` answer that reports each version of one contact, and first the current one unless that is the
 * `Last-Event-ID`: nothing that happened while the client was away is missed. Fails as `load` does where it may not be seen.
 */
export async function eventResponse(
  adapter: ContactAdapter & Required<Pick<ContactAdapter, 'watch'>>,
  id: string,
  request: Request,
  after: After,
): Promise<Response> {
  const news: News = {};
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const unwatch = adapter.watch(id, (contact) => {
    news.contact = contact;
    news.announce?.();
  });
  ended.signal.addEventListener('abort', unwatch, { once: true });
  request.signal.addEventListener('abort', end, { once: true, signal: ended.signal });
  try {
    const current = await loadCurrent(adapter, id, request.signal, news);
    if (eventId(current) !== request.headers.get('last-event-id')) news.contact = current;
  } catch (thrown) {
    end();
    throw thrown;
  }
  const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
  return new Response(streamOf(id, news, ended, after), { headers });
}

/** A contact that changes while it is read is read again: of two opaque versions nobody knows which is the newer one. */
async function loadCurrent(adapter: ContactAdapter, id: string, signal: AbortSignal, news: News): Promise<Contact> {
  delete news.contact;
  const { contact } = parseSnapshot(await adapter.load(id, { signal }), id);
  return news.contact && !signal.aborted ? loadCurrent(adapter, id, signal, news) : contact;
}

/** A slow client gets fewer events, not a queue: each carries the whole contact, so that the newest is enough. */
function streamOf(id: string, news: News, ended: AbortController, after: After): ReadableStream<Uint8Array> {
  const end = (): void => ended.abort();
  let isCancelled = false;
  const flush = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (!news.contact || !controller.desiredSize || ended.signal.aborted) return;
    const { contact } = news;
    delete news.contact;
    try {
      controller.enqueue(encoder.encode(eventOf(parseContact(contact, id))));
    } catch {
      // What the adapter reports is not this contact: the client reconnects, and is told why it cannot be read.
      end();
    }
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let stopBeat = (): void => undefined;
        const beat = (): void => {
          stopBeat = after(HEARTBEAT, () => {
            if (controller.desiredSize) controller.enqueue(encoder.encode(':\n\n'));
            beat();
          });
        };
        news.announce = () => flush(controller);
        ended.signal.addEventListener('abort', () => {
          stopBeat();
          if (!isCancelled) controller.close();
        });
        beat();
        flush(controller);
      },
      pull: flush,
      cancel() {
        isCancelled = true;
        end();
      },
    },
    { highWaterMark: 1 },
  );
}

function eventOf(contact: Contact): string {
  const id = eventId(contact);
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(contact)}\n\n`;
}

/** The version, percent-encoded: `Last-Event-ID` is a header, which cannot carry every character. */
function eventId({ version }: Contact): string | undefined {
  return version === undefined ? undefined : encodeURIComponent(version);
}
