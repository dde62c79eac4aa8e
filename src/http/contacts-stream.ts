import type { Clock } from '../core/clock.js';
import type { Contact } from '../core/contact.js';
import type { EventStream, StreamEvent } from './event-stream.js';
import { isEncodable, positionId, STREAM_CONTACTS } from './transport.js';

/** How long to wait for more contacts, in milliseconds, so that one connection is made for all of them. */
const GATHERING = 50;

/** How many characters of a URL, and of a header, servers and proxies take without complaint. */
const LENGTH_LIMIT = 4_000;

/** Says that there is something to read, and no more: this is what goes from tab to tab. */
export type Hint = Pick<Contact, 'id' | 'version'>;

export function hintOf({ id, version }: Contact): Hint {
  return { id, ...(version !== undefined && { version }) };
}

/** Who is told what a connection brings. */
export interface LiveListener {
  /** A contact has changed: the whole of it, or a hint. */
  readonly onNews: (contact: Contact) => void;
  /** A contact is not reported here; it may be by a stream of its own. */
  readonly onRefused: (id: string) => void;
}

/** Keeps a stream open until it is aborted; resolves earlier where there is nothing to follow. */
export type OpenStream = (stream: EventStream, signal: AbortSignal) => Promise<void>;

/**
 * One event stream for all the contacts that its readers follow. It is opened anew when another contact is followed; one that
 * nobody follows any more stays in it until then.
 */
export class ContactsStream {
  readonly #open: OpenStream;
  readonly #clock: Clock;
  readonly #listener: LiveListener;
  readonly #idsByReader = new Map<string, readonly string[]>();
  /** The contacts of the open stream, with the newest that is known of each. */
  #reported = new Map<string, Hint | undefined>();
  #connection: AbortController | undefined;
  #stopGathering: (() => void) | undefined;
  /** The server has no such stream. */
  #isImpossible = false;

  constructor(open: OpenStream, clock: Clock, listener: LiveListener) {
    this.#open = open;
    this.#clock = clock;
    this.#listener = listener;
  }

  /** Lets a reader follow these contacts and no others. What is known of a contact that is new to the reader is told again. */
  follow(ids: readonly string[], reader = ''): void {
    const before = this.#idsByReader.get(reader) ?? [];
    if (ids.length) this.#idsByReader.set(reader, ids);
    else this.#idsByReader.delete(reader);
    for (const id of ids) {
      const known = before.includes(id) ? undefined : this.#reported.get(id);
      if (known) this.#listener.onNews(known);
    }
    this.#update();
  }

  close(): void {
    this.#stopGathering?.();
    this.#connection?.abort();
  }

  get #wanted(): readonly string[] {
    return [...new Set([...this.#idsByReader.values()].flat())];
  }

  #update(): void {
    if (this.#isImpossible) return this.#refuse(this.#wanted);
    this.#stopGathering ??= this.#clock(GATHERING, () => {
      this.#stopGathering = undefined;
      this.#connect(this.#wanted);
    });
  }

  #connect(wanted: readonly string[]): void {
    if (wanted.length && wanted.every((id) => this.#reported.has(id))) return;
    this.#connection?.abort();
    const ids = fitting(wanted.filter((id) => id && isEncodable(id)).slice(0, STREAM_CONTACTS), idInQuery);
    this.#reported = new Map(ids.map((id) => [id, this.#reported.get(id)]));
    this.#refuse(wanted.filter((id) => !this.#reported.has(id)));
    if (!ids.length) return;
    const connection = (this.#connection = new AbortController());
    const stream: EventStream = {
      path: ['events'],
      query: `?contacts=${ids.map(idInQuery).join('%2C')}`,
      lastEventId: () => this.#position,
      onEvent: (event) => this.#onEvent(event),
    };
    void this.#open(stream, connection.signal).then(() => {
      if (connection.signal.aborted) return;
      this.#isImpossible = true;
      this.#update();
    });
  }

  /** The newest that is known of each contact. What does not fit is left out: the server then tells it again. */
  get #position(): string {
    return fitting([...this.#reported.values()].flatMap((known) => (known && positionId(known)) ?? [])).join('&');
  }

  #onEvent({ type = 'message', data }: StreamEvent): void {
    const contact = JSON.parse(data) as Contact;
    const { id } = contact;
    if (typeof id !== 'string') throw new SyntaxError('No "id"');
    if (type === 'message') {
      this.#reported.set(id, hintOf(contact));
      this.#listener.onNews(contact);
    }
    if (type === 'refused') {
      this.#refuse([id]);
      this.#update();
    }
  }

  /** Takes contacts out of what is followed here, and says so. */
  #refuse(ids: readonly string[]): void {
    const refused = new Set(ids);
    for (const [reader, followed] of this.#idsByReader) {
      this.#idsByReader.set(
        reader,
        followed.filter((id) => !refused.has(id)),
      );
    }
    for (const id of refused) {
      this.#reported.delete(id);
      this.#listener.onRefused(id);
    }
  }
}

/** An id in the list of ids that is percent-encoded as a whole. */
function idInQuery(id: string): string {
  return encodeURIComponent(encodeURIComponent(id));
}

/** As many of these texts, from the first, as are short enough together. */
function fitting(texts: readonly string[], encode = (text: string) => text): readonly string[] {
  let length = 0;
  const end = texts.findIndex((text) => (length += encode(text).length + 3) > LENGTH_LIMIT);
  return end < 0 ? texts : texts.slice(0, end);
}
