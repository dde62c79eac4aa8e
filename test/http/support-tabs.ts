import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { LiveContacts } from '../../src/http/live.js';
import { codeOf, pathOf } from '../../src/http/transport.js';
import type { Send } from '../../src/http/transport.js';
import type { LockOptions, Tabs } from '../../src/core/tabs.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { Clock } from '../../src/core/clock.js';
import type { Contact } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import { HandTimer } from './support.js';

interface Holder {
  readonly tab: Tab | undefined;
  readonly lose: () => void;
}

/** Messages on their way to one tab. */
interface Post {
  readonly to: Tab;
  readonly deliver: () => void;
}

/** The locks and channels that several tabs share, under a test's control. */
export class FakeBrowser {
  readonly #queue: { readonly grant: () => void }[] = [];
  readonly #listeners = new Map<Tab, (message: unknown) => void>();
  /** What was said on the channel, in order. */
  readonly said: unknown[] = [];
  /** Posts that have not arrived yet; they arrive at once unless `isSlow`. */
  readonly posts: Post[] = [];
  isSlow = false;
  hasLocks = true;
  #holder: Holder | undefined;

  /** Whether the tab holds the lock. */
  isLeader(tab: Tab): boolean {
    return this.#holder?.tab === tab;
  }

  tabsFor(tab: Tab): Tabs {
    return {
      onAway: () => () => undefined,
      openChannel: (_, onMessage) => {
        this.#listeners.set(tab, onMessage);
        return {
          postMessage: (message) => this.#post(tab, structuredClone(message)),
          close: () => void this.#listeners.delete(tab),
        };
      },
      withLock: (_, options, act) => this.#request(tab, options, act),
    };
  }

  /** The tab is gone: no farewell, and what it held is free. */
  forget(tab: Tab): void {
    this.#listeners.delete(tab);
    if (this.isLeader(tab)) this.#release();
  }

  #post(from: Tab, message: unknown): void {
    if (from.isDead) return;
    this.said.push(message);
    for (const [to] of this.#listeners) {
      if (to === from) continue;
      const deliver = (): void => this.#listeners.get(to)?.(message);
      if (this.isSlow) this.posts.push({ to, deliver });
      else queueMicrotask(deliver);
    }
  }

  #request<T>(tab: Tab, options: LockOptions, act: () => Promise<T>): Promise<T> {
    if (!this.hasLocks) return Promise.reject(new DOMException('', 'SecurityError'));
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(new DOMException('', 'AbortError'));
      const entry = {
        grant: (): void => {
          if (tab.isDead || options.signal?.aborted) return this.#release();
          const holder = (this.#holder = { tab, lose: abort });
          void act().then((value) => {
            resolve(value);
            if (this.#holder === holder) this.#release();
          });
        },
      };
      if (options.steal) {
        this.#holder?.lose();
        entry.grant();
        return;
      }
      options.signal?.addEventListener('abort', () => {
        const at = this.#queue.indexOf(entry);
        if (at >= 0) this.#queue.splice(at, 1);
        abort();
      });
      this.#queue.push(entry);
      if (!this.#holder) this.#release();
    });
  }

  /** Gives the lock to the next in the queue. */
  #release(): void {
    this.#holder = undefined;
    const next = this.#queue.shift();
    if (!next) return;
    this.#holder = { tab: undefined, lose: () => undefined };
    queueMicrotask(() => next.grant());
  }
}

/** One tab: a membership of its own, a clock of its own, and a network that can be cut. */
export class Tab {
  readonly timer = new HandTimer();
  readonly live: LiveContacts;
  /** The queries and positions of the shared streams that it opened. */
  readonly opened: { readonly contacts: string; readonly lastEventId: string | null }[] = [];
  /** The contacts for which it opened a stream of their own. */
  readonly alone: string[] = [];
  isDead = false;
  #cut = new AbortController();

  constructor(browser: FakeBrowser, handler: (request: Request) => Promise<Response>) {
    const send: Send = async (method, names, { signal, headers = {}, query = '' }, read) => {
      const both = AbortSignal.any([signal, this.#cut.signal]);
      const request = new Request(`https://app.example${pathOf(names)}${query}`, { method, headers, signal: both });
      const contacts = new URL(request.url).searchParams.get('contacts');
      if (contacts === null) this.alone.push(names[1] ?? '');
      else this.opened.push({ contacts, lastEventId: request.headers.get('last-event-id') });
      const response = await handler(request);
      const retryAfter = Number(response.headers.get('retry-after')) * 1_000;
      if (!response.ok) throw new ContactError(codeOf(response.status, undefined), { retryAfter });
      return read(response);
    };
    this.live = new LiveContacts(send, { clock: this.clock, sharedName: 'test', tabs: browser.tabsFor(this) });
  }

  /** Whose time comes after the tab has died is not called any more. */
  readonly clock: Clock = (milliseconds, callback) => this.timer.clock(milliseconds, () => this.isDead || callback());

  /** Cuts the stream, as a network does that goes away for a moment. */
  cut(): void {
    this.#cut.abort();
    this.#cut = new AbortController();
  }

  /** Kills the tab. */
  die(browser: FakeBrowser): void {
    this.isDead = true;
    this.cut();
    browser.forget(this);
  }
}

/** A browser with so many tabs, on one server, whose heart does not beat: the test must come to an end. */
export function tabs(
  count: number,
  source: ContactAdapter = memoryAdapter({ contacts: [] }),
  handle = contactHandler(() => source, { clock: () => () => undefined }),
) {
  const browser = new FakeBrowser();
  return { browser, tabs: Array.from({ length: count }, () => new Tab(browser, handle)) };
}

/** A watch of one contact, and what it was told. */
export function watching(tab: Tab, id: string) {
  const told: Contact[] = [];
  const stop = tab.live.watch(id, (contact) => void (tab.isDead || told.push(contact)));
  return { told, stop };
}
