import type { Contact } from '../core/contact.js';
import type { Clock } from '../core/clock.js';
import type { Send } from './http-adapter.js';
import { StreamLeader } from './stream-leader.js';
import { isEncodable } from './stream-position.js';

/** How long a leader may be silent, in milliseconds: background tabs have their timers slowed down to one a minute. */
const LEADER_SILENCE = 150_000;

/** How long a member without anything to watch stays, in milliseconds: a panel that switches contacts comes back at once. */
const LINGER = 1_000;

/** How many contacts' newest versions are remembered. */
const REMEMBERED = 500;

/** What members say to each other over: the part of a `BroadcastChannel` that is used. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'>;

/** What the tabs of a browser share connections with. */
export interface Browser {
  readonly locks: Pick<LockManager, 'request'>;
  readonly after: Clock;
  openChannel(name: string, onMessage: (message: unknown) => void): Channel;
  /** Calls back when the page is put aside, perhaps for ever, and when it is taken up again. Returns what ends that. */
  onAway(away: () => void, back: () => void): () => void;
}

/** What members say to each other: of a contact no more than its id and version, which are worth nothing to whom may not read it. */
type Message =
  | { readonly type: 'leading' }
  | { readonly type: 'watching'; readonly member: string; readonly ids: readonly string[] }
  | { readonly type: 'news'; readonly id: string; readonly version?: string }
  | { readonly type: 'refused'; readonly id: string };

interface Watcher {
  onChange(contact: Contact): void;
  refuse(): void;
}

/**
 * One adapter's membership among all those of the browser that share one connection to a server. A Web Lock makes one of
 * them the leader, who holds the stream; a BroadcastChannel takes the news to the others, who read with their own
 * credentials what they are told of. When the leader's tab dies, the next one in the queue takes over where it was.
 */
export class SharedConnection {
  readonly #name: string;
  readonly #send: Send;
  readonly #browser: Browser;
  readonly #self = crypto.randomUUID();
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #newest = new Map<string, Contact>();
  #isImpossible = false;
  #channel: Channel | undefined;
  #turn: AbortController | undefined;
  #leader: StreamLeader | undefined;
  #stopAway: (() => void) | undefined;
  #stopWaiting: (() => void) | undefined;
  #stopLingering: (() => void) | undefined;

  constructor(name: string, send: Send, browser: Browser) {
    this.#name = name;
    this.#send = send;
    this.#browser = browser;
  }

  /** Reports a contact until it is aborted; answers `true` where it was not, because the shared stream will not have it. */
  watch(id: string, onChange: (contact: Contact) => void, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(false);
      if (this.#isImpossible || !id || !isEncodable({ id })) return resolve(true);
      const end = (isRefused: boolean): void => {
        signal.removeEventListener('abort', abort);
        this.#remove(id, watcher);
        resolve(isRefused);
      };
      const abort = (): void => end(false);
      const watcher: Watcher = { onChange, refuse: () => end(true) };
      signal.addEventListener('abort', abort);
      this.#add(id, watcher);
    });
  }

  #add(id: string, watcher: Watcher): void {
    const watchers = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, watchers.add(watcher));
    const known = this.#newest.get(id);
    if (known) queueMicrotask(() => watchers.has(watcher) && watcher.onChange(known));
    this.#stopLingering?.();
    this.#stopAway ??= this.#browser.onAway(
      () => this.#leave(),
      () => this.#join(),
    );
    if (this.#channel) this.#announce();
    else this.#join();
  }

  #remove(id: string, watcher: Watcher): void {
    const watchers = this.#watchers.get(id);
    watchers?.delete(watcher);
    if (watchers?.size) return;
    this.#watchers.delete(id);
    this.#announce();
    if (this.#watchers.size) return;
    this.#stopLingering?.();
    this.#stopLingering = this.#browser.after(LINGER, () => {
      this.#stopAway?.();
      this.#stopAway = undefined;
      this.#leave();
    });
  }

  #join(): void {
    if (this.#channel) return;
    this.#channel = this.#browser.openChannel(this.#name, (message) => this.#hear(message as Message));
    this.#stand();
    this.#announce();
  }

  #leave(): void {
    this.#post({ type: 'watching', member: this.#self, ids: [] });
    this.#turn?.abort();
    this.#stopWaiting?.();
    this.#channel?.close();
    this.#turn = this.#channel = undefined;
  }

  /** Queues for the lock, or takes it from a leader that does nothing any more. */
  #stand(steal = false): void {
    const turn = (this.#turn = new AbortController());
    const { locks } = this.#browser;
    const request = steal
      ? locks.request(this.#name, { steal }, () => this.#lead(turn.signal))
      : locks.request(this.#name, { signal: turn.signal }, () => this.#lead(turn.signal));
    this.#awaitLeader();
    request.catch(() => {
      if (turn.signal.aborted) return;
      if (!this.#leader) return this.#resign();
      // Somebody took this one for dead: its tab was frozen, perhaps.
      turn.abort();
      this.#stand();
    });
  }

  /** There are no locks for this page after all, as in a frame without an origin. */
  #resign(): void {
    this.#isImpossible = true;
    for (const id of [...this.#watchers.keys()]) this.#refuseHere(id);
  }

  #lead(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      this.#stopWaiting?.();
      const leader = (this.#leader = new StreamLeader({
        send: this.#send,
        after: this.#browser.after,
        self: this.#self,
        newest: this.#newest,
        greet: () => this.#post({ type: 'leading' }),
        tell: (contact) => this.#tell(contact),
        refuse: (id) => this.#refuse(id),
      }));
      signal.addEventListener('abort', () => {
        leader.stop();
        this.#leader = undefined;
        resolve();
      });
      this.#announce();
    });
  }

  #announce(): void {
    const ids = [...this.#watchers.keys()];
    if (this.#leader) this.#leader.follow(this.#self, ids);
    else this.#post({ type: 'watching', member: this.#self, ids });
  }

  #hear(message: Message): void {
    if (message.type === 'watching') return this.#leader?.follow(message.member, message.ids);
    if (this.#leader) return;
    this.#awaitLeader();
    if (message.type === 'leading') this.#announce();
    if (message.type === 'refused') this.#refuseHere(message.id);
    if (message.type === 'news')
      this.#report({ id: message.id, ...(message.version !== undefined && { version: message.version }) });
  }

  #awaitLeader(): void {
    this.#stopWaiting?.();
    // Not all at once: the first to lose patience is a leader to the others.
    this.#stopWaiting = this.#browser.after(LEADER_SILENCE + Math.random() * 30_000, () => {
      this.#turn?.abort();
      this.#stand(true);
    });
  }

  #tell(contact: Contact): void {
    const { id, version } = contact;
    this.#post({ type: 'news', id, ...(version !== undefined && { version }) });
    this.#report(contact);
  }

  #report(contact: Contact): void {
    const { id, version } = contact;
    this.#newest.delete(id);
    this.#newest.set(id, { id, ...(version !== undefined && { version }) });
    for (const oldest of this.#newest.keys()) {
      if (this.#newest.size <= REMEMBERED) break;
      this.#newest.delete(oldest);
    }
    for (const watcher of [...(this.#watchers.get(id) ?? [])]) watcher.onChange(contact);
  }

  #refuse(id: string): void {
    this.#post({ type: 'refused', id });
    this.#refuseHere(id);
  }

  #refuseHere(id: string): void {
    for (const watcher of [...(this.#watchers.get(id) ?? [])]) watcher.refuse();
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
