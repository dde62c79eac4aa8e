import type { Clock } from '../core/clock.js';
import type { Channel, Tabs } from '../core/tabs.js';
import { ContactsStream, hintOf } from './contacts-stream.js';
import type { Hint, LiveListener, OpenStream } from './contacts-stream.js';
import type { StreamPause } from './stream-pause.js';

/** Milliseconds between two greetings of a leader, which show that it is alive. */
const BEAT = 15_000;

/** How long a leader may say nothing, in milliseconds: a browser slows the timers of a hidden tab down to one a minute. */
const LEADER_SILENCE = 150_000;

/**
 * What members say to each other. Of a contact it is no more than its id and version: whoever may not read the contact
 * learns nothing from that.
 */
type Message =
  | { readonly type: 'leading' }
  | { readonly type: 'watching'; readonly member: string; readonly ids: readonly string[] }
  | { readonly type: 'news'; readonly hint: Hint }
  | { readonly type: 'refused'; readonly id: string }
  | { readonly type: 'paused'; readonly milliseconds: number };

export interface SharedLiveOptions {
  /** The name of the lock and of the channel: the same for all who share one stream. */
  readonly name: string;
  readonly tabs: Tabs;
  readonly clock: Clock;
  readonly pause: StreamPause;
  readonly open: OpenStream;
  readonly listener: LiveListener;
}

/**
 * One member among all those of the browser that share one stream. A Web Lock makes one of them the leader, who holds the
 * stream for what any of them follows; a BroadcastChannel takes the news to the others. When the leader's tab dies, the next
 * in the queue for the lock takes over.
 */
export class SharedLive {
  readonly #options: SharedLiveOptions;
  readonly #self = crypto.randomUUID();
  readonly #stopAway: () => void;
  #ids: readonly string[] = [];
  #channel: Channel | undefined;
  /** Ends the membership: the wait for the lock, or the leading. */
  #turn: AbortController | undefined;
  /** The stream, while this member leads. */
  #stream: ContactsStream | undefined;
  /** While this member leads: the others, and whether they have answered the last greeting. */
  readonly #answered = new Map<string, boolean>();
  /** Stops the timer of the next greeting, or of the patience with a silent leader. */
  #stopTimer: (() => void) | undefined;

  constructor(options: SharedLiveOptions) {
    this.#options = options;
    options.pause.onStart = (milliseconds) => this.#post({ type: 'paused', milliseconds });
    this.#stopAway = options.tabs.onAway(
      () => this.#leave(),
      () => this.#join(),
    );
    this.#join();
  }

  /** Follows these contacts and no others. */
  follow(ids: readonly string[]): void {
    this.#ids = ids;
    this.#announce();
  }

  close(): void {
    this.#stopAway();
    this.#leave();
  }

  #join(): void {
    if (this.#channel) return;
    const { tabs, name } = this.#options;
    this.#channel = tabs.openChannel(name, (message) => this.#onMessage(message as Message));
    this.#queueForLock();
    this.#announce();
  }

  #leave(): void {
    this.#post({ type: 'watching', member: this.#self, ids: [] });
    this.#turn?.abort();
    this.#stopTimer?.();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #queueForLock(steal = false): void {
    const { tabs, name } = this.#options;
    const { signal } = (this.#turn = new AbortController());
    this.#awaitLeader();
    tabs
      .withLock(name, steal ? { steal } : { signal }, () => this.#lead(signal))
      .catch(() => {
        if (signal.aborted) return;
        // A page that may have no locks, as in a frame without an origin, has no other members either.
        if (!this.#stream) return this.#lead(signal);
        // Another member has stolen the lock: this tab was frozen, perhaps.
        this.#turn?.abort();
        this.#queueForLock();
        this.#announce();
      });
  }

  #lead(signal: AbortSignal): Promise<void> {
    const { open, clock, listener } = this.#options;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const stream = (this.#stream = new ContactsStream(open, clock, {
        onNews: (contact) => {
          this.#post({ type: 'news', hint: hintOf(contact) });
          listener.onNews(contact);
        },
        onRefused: (id) => {
          this.#post({ type: 'refused', id });
          this.#onRefused(id);
        },
      }));
      signal.addEventListener('abort', () => {
        stream.close();
        this.#stream = undefined;
        this.#answered.clear();
        resolve();
      });
      this.#announce();
      this.#greet(stream);
    });
  }

  /** Asks the members what they follow. One that has not answered the greeting before is gone: its tab was killed. */
  #greet(stream: ContactsStream): void {
    for (const [member, hasAnswered] of this.#answered) {
      this.#answered.set(member, false);
      if (hasAnswered) continue;
      this.#answered.delete(member);
      stream.follow([], member);
    }
    this.#post({ type: 'leading' });
    this.#stopTimer?.();
    this.#stopTimer = this.#options.clock(BEAT, () => this.#greet(stream));
  }

  #awaitLeader(): void {
    this.#stopTimer?.();
    // Not all at once: to the others, the first to lose patience is a leader.
    this.#stopTimer = this.#options.clock(LEADER_SILENCE + Math.random() * 30_000, () => {
      this.#turn?.abort();
      this.#queueForLock(true);
    });
  }

  #announce(): void {
    if (this.#stream) this.#stream.follow(this.#ids, this.#self);
    else this.#post({ type: 'watching', member: this.#self, ids: this.#ids });
  }

  #onMessage(message: Message): void {
    if (message.type === 'watching') return this.#onWatching(message.member, message.ids);
    if (message.type === 'paused') return this.#options.pause.extend(message.milliseconds);
    if (this.#stream) return;
    this.#awaitLeader();
    if (message.type === 'leading') this.#announce();
    if (message.type === 'news') this.#options.listener.onNews(message.hint);
    if (message.type === 'refused') this.#onRefused(message.id);
  }

  #onWatching(member: string, ids: readonly string[]): void {
    if (!this.#stream) return;
    if (ids.length) this.#answered.set(member, true);
    else this.#answered.delete(member);
    this.#stream.follow(ids, member);
    // Whoever joins now may be the next to lead.
    const { left } = this.#options.pause;
    if (left) this.#post({ type: 'paused', milliseconds: left });
  }

  #onRefused(id: string): void {
    this.#ids = this.#ids.filter((other) => other !== id);
    this.#options.listener.onRefused(id);
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
