import type { ContactAdapter } from '../core/adapter.js';
import type { Clock } from '../core/clock.js';
import type { Contact } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import type { ErrorCode } from '../core/error.js';
import { parseContact, parseSnapshot } from '../core/parse.js';
import { positionId, versionId } from '../http/transport.js';

/** Milliseconds between two comments that keep a stream alive: proxies cut connections that are silent for 30 seconds. */
const HEARTBEAT = 15_000;

/** Why a contact is not among those that a stream reports; any other failure is one of the whole stream. */
const REFUSALS: readonly ErrorCode[] = ['not-found', 'gone', 'forbidden'];

type Watched = ContactAdapter & Required<Pick<ContactAdapter, 'watch'>>;

/** Makes the id of an event that reports this contact. */
type EventId = (contact: Contact) => string | undefined;

/** What has not been sent yet, the newest of each contact alone, and how to say that there is something. */
interface News {
  readonly contacts: Map<string, Contact>;
  readonly refused: Map<string, ErrorCode>;
  announce(): void;
}

/**
 * The `text/event-stream` answer that reports each version of one contact, and first the current one unless that is the
 * `Last-Event-ID`: nothing that happened while the client was away is missed. Fails as `load` does where it may not be seen.
 */
export function eventResponse(adapter: Watched, id: string, request: Request, clock: Clock): Promise<Response> {
  return respond(adapter, [id], request, clock, versionId, []);
}

/**
 * The same for several contacts in one stream. Those that may not be seen are named, in events of the type `refused`, and do
 * not keep the others from being reported.
 */
export function eventsResponse(adapter: Watched, ids: readonly string[], request: Request, clock: Clock): Promise<Response> {
  return respond(adapter, ids, request, clock, positionId, REFUSALS);
}

async function respond(
  adapter: Watched,
  ids: readonly string[],
  request: Request,
  clock: Clock,
  idOf: EventId,
  refusals: readonly ErrorCode[],
): Promise<Response> {
  const known = new Set<string | undefined>(request.headers.get('last-event-id')?.split('&'));
  const news: News = { contacts: new Map(), refused: new Map(), announce: () => undefined };
  const ended = new AbortController();
  const end = (): void => ended.abort();
  request.signal.addEventListener('abort', end, { once: true, signal: ended.signal });
  const unwatching = new Set<() => void>();
  ended.signal.addEventListener('abort', () => unwatching.forEach((unwatch) => unwatch()), { once: true });
  const begin = async (id: string): Promise<void> => {
    const stop = adapter.watch(id, (contact) => {
      news.contacts.set(id, contact);
      news.announce();
    });
    const unwatch = (): void => stop();
    unwatching.add(unwatch);
    try {
      const current = await loadCurrent(adapter, id, request.signal, news.contacts);
      if (!known.has(idOf(current))) news.contacts.set(id, current);
    } catch (thrown) {
      const { code } = ContactError.from(thrown);
      if (request.signal.aborted || !refusals.includes(code)) throw thrown;
      unwatching.delete(unwatch);
      unwatch();
      news.refused.set(id, code);
    }
  };
  try {
    await Promise.all(ids.map(begin));
  } catch (thrown) {
    end();
    throw thrown;
  }
  const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
  return new Response(streamOf(news, idOf, ended, clock), { headers });
}

/** Reads a contact until it has not changed meanwhile: of two opaque versions nobody knows which is the newer one. */
async function loadCurrent(
  adapter: ContactAdapter,
  id: string,
  signal: AbortSignal,
  changed: Map<string, Contact>,
): Promise<Contact> {
  for (;;) {
    changed.delete(id);
    const { contact } = parseSnapshot(await adapter.load(id, { signal }), id);
    if (!changed.has(id) || signal.aborted) return contact;
  }
}

/** Streams the newest of each contact. A slow client gets fewer events: each carries the whole contact. */
function streamOf(news: News, idOf: EventId, ended: AbortController, clock: Clock): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const end = (): void => ended.abort();
  let isCancelled = false;
  const flush = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (!controller.desiredSize || ended.signal.aborted) return;
    try {
      const event = nextEvent(news, idOf);
      if (event) controller.enqueue(encoder.encode(event));
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
          stopBeat = clock(HEARTBEAT, () => {
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

/** Takes what is to be sent next, as the lines of one event. */
function nextEvent({ contacts, refused }: News, idOf: EventId): string | undefined {
  for (const [id, code] of refused) {
    refused.delete(id);
    return `event: refused\ndata: ${JSON.stringify({ id, code })}\n\n`;
  }
  for (const [id, contact] of contacts) {
    contacts.delete(id);
    const parsed = parseContact(contact, id);
    const eventId = idOf(parsed);
    return `${eventId === undefined ? '' : `id: ${eventId}\n`}data: ${JSON.stringify(parsed)}\n\n`;
  }
  return undefined;
}
