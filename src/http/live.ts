import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';
import type { Contact } from '../core/contact.js';
import { browserTabs } from '../core/tabs.js';
import type { Tabs } from '../core/tabs.js';
import { ContactsStream } from './contacts-stream.js';
import type { LiveListener, OpenStream } from './contacts-stream.js';
import { keepOpen } from './event-stream.js';
import type { Connecting, EventStream } from './event-stream.js';
import { SharedLive } from './shared-live.js';
import { withinStreamLimit } from './stream-limit.js';
import { StreamPause } from './stream-pause.js';
import type { Send } from './transport.js';

/** How long the connection stays when nothing is watched, in milliseconds: a panel that switches contacts comes back at once. */
const LINGER = 1_000;

/** What reports several contacts: a stream, or the share in one. */
interface Connection {
  follow(ids: readonly string[]): void;
  close(): void;
}

/** A contact that is watched in this page. */
interface Watched {
  readonly watchers: Set<(contact: Contact) => void>;
  /** Ends the stream of its own that a contact has which the connection refuses. */
  ownStream?: AbortController;
}

export interface LiveOptions {
  readonly clock?: Clock | undefined;
  /** The name under which tabs share the stream; without it they do not. */
  readonly sharedName?: string | undefined;
  readonly tabs?: Tabs | undefined;
}

/**
 * The live updates of one `httpAdapter`: one stream for all contacts that are watched, shared with the other tabs where they
 * can talk. A contact which that stream refuses gets one of its own.
 */
export class LiveContacts {
  readonly #connecting: Connecting;
  readonly #sharedName: string | undefined;
  readonly #tabs: Tabs | undefined;
  readonly #watched = new Map<string, Watched>();
  #connection: Connection | undefined;
  #stopLingering: (() => void) | undefined;

  constructor(send: Send, { clock = startTimer, sharedName, tabs = browserTabs() }: LiveOptions) {
    this.#connecting = { send, clock, pause: new StreamPause() };
    this.#sharedName = sharedName;
    this.#tabs = tabs;
  }

  /** Calls back with each change of a contact; the returned function ends it. */
  watch(id: string, onChange: (contact: Contact) => void): () => void {
    const watched = this.#watched.get(id) ?? { watchers: new Set() };
    // Wrapped, because the same callback may be given twice and stopped once.
    const watcher = (contact: Contact): void => onChange(contact);
    watched.watchers.add(watcher);
    if (watched.watchers.size === 1) {
      this.#watched.set(id, watched);
      this.#follow();
    }
    return () => {
      if (!watched.watchers.delete(watcher) || watched.watchers.size) return;
      this.#watched.delete(id);
      watched.ownStream?.abort();
      this.#follow();
    };
  }

  /** Tells the connection what is watched now; makes it with the first contact, and ends it a while after the last. */
  #follow(): void {
    this.#stopLingering?.();
    if (this.#watched.size === 0) {
      this.#stopLingering = this.#connecting.clock(LINGER, () => {
        this.#connection?.close();
        this.#connection = undefined;
      });
    }
    this.#connection ??= this.#connect();
    this.#connection.follow([...this.#watched].filter(([, { ownStream }]) => !ownStream).map(([id]) => id));
  }

  #connect(): Connection {
    const listener: LiveListener = {
      onNews: (contact) => this.#report(contact.id, contact),
      onRefused: (id) => this.#followAlone(id),
    };
    const [name, tabs, { clock, pause }] = [this.#sharedName, this.#tabs, this.#connecting];
    if (name === undefined || !tabs) return new ContactsStream((...stream) => this.#openAlone(...stream), clock, listener);
    const open: OpenStream = (stream, signal) => keepOpen(stream, signal, this.#connecting);
    return new SharedLive({ name, tabs, clock, pause, open, listener });
  }

  #openAlone(stream: EventStream, signal: AbortSignal): Promise<void> {
    return withinStreamLimit(signal, () => keepOpen(stream, signal, this.#connecting));
  }

  #followAlone(id: string): void {
    const watched = this.#watched.get(id);
    if (!watched || watched.ownStream) return;
    const { signal } = (watched.ownStream = new AbortController());
    let lastEventId = '';
    const stream: EventStream = {
      path: ['contacts', id, 'events'],
      lastEventId: () => lastEventId,
      onEvent: (event) => {
        const contact = JSON.parse(event.data) as Contact;
        lastEventId = event.id;
        this.#report(id, contact);
      },
    };
    void this.#openAlone(stream, signal);
  }

  #report(id: string, contact: Contact): void {
    for (const watcher of [...(this.#watched.get(id)?.watchers ?? [])]) watcher(contact);
  }
}
