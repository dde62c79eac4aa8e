import { contactHandler } from '../../src/server/handler.js';
import type { Send } from '../../src/http/http-adapter.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { SharedConnection } from '../../src/http/shared-connection.js';
import type { Browser } from '../../src/http/shared-connection.js';
import { codeOf } from '../../src/http/transport.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
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
  #holder: Holder | undefined;

  /** Whether the tab holds the lock. */
  isLeader(tab: Tab): boolean {
    return this.#holder?.tab === tab;
  }

  browserOf(tab: Tab): Browser {
    return {
      after: tab.after,
      onAway: () => () => undefined,
      openChannel: (_, onMessage) => {
        this.#listeners.set(tab, onMessage);
        return {
          postMessage: (message) => this.#post(tab, structuredClone(message)),
          close: () => void this.#listeners.delete(tab),
        };
      },
      locks: { request: (...call: unknown[]) => this.#request(tab, call) } as Browser['locks'],
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

  #request(tab: Tab, call: readonly unknown[]): Promise<unknown> {
    const [, options, callback] = call as [string, { signal?: AbortSignal; steal?: boolean }, () => Promise<unknown>];
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(new DOMException('', 'AbortError'));
      const entry = {
        grant: (): void => {
          if (tab.isDead || options.signal?.aborted) return this.#release();
          const holder = (this.#holder = { tab, lose: abort });
          void callback().then((value) => {
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
  readonly connection: SharedConnection;
  /** The queries and positions of the streams that it opened. */
  readonly opened: { readonly contacts: string; readonly lastEventId: string | null }[] = [];
  isDead = false;
  #cut = new AbortController();

  constructor(browser: FakeBrowser, handler: (request: Request) => Promise<Response>) {
    const send: Send = async (method, names, { signal, headers = {}, query = '' }, read) => {
      const both = AbortSignal.any([signal, this.#cut.signal]);
      const request = new Request(`https://app.example/${names.join('/')}${query}`, { method, headers, signal: both });
      this.opened.push({
        contacts: new URL(request.url).searchParams.get('contacts') ?? '',
        lastEventId: request.headers.get('last-event-id'),
      });
      const response = await handler(request);
      if (!response.ok) throw new ContactError(codeOf(response.status, undefined));
      return read(response);
    };
    this.connection = new SharedConnection('test', send, browser.browserOf(this));
  }

  /** Gathering is not waited for; every other timer goes off by hand. */
  readonly after = (milliseconds: number, callback: () => void): (() => void) => {
    if (milliseconds > 50) return this.timer.after(milliseconds, () => this.isDead || callback());
    let isWanted = true;
    queueMicrotask(() => isWanted && !this.isDead && callback());
    return () => {
      isWanted = false;
    };
  };

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
  handle = contactHandler(() => source, { after: () => () => undefined }),
) {
  const browser = new FakeBrowser();
  return { browser, tabs: Array.from({ length: count }, () => new Tab(browser, handle)) };
}

/** A watch of one contact, what it was told, and whether it was refused. */
export function watching(tab: Tab, id: string) {
  const told: Contact[] = [];
  const controller = new AbortController();
  const state = { told, isRefused: undefined as boolean | undefined, stop: () => controller.abort() };
  void tab.connection
    .watch(id, (contact) => void (tab.isDead || told.push(contact)), controller.signal)
    .then((isRefused) => {
      state.isRefused = isRefused;
    });
  return state;
}
