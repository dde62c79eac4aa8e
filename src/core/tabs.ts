/** How a lock is asked for: at most one of the two. */
export interface LockOptions {
  /** Gives up the wait for the lock; one that is held already stays held. */
  readonly signal?: AbortSignal;
  /** Takes the lock from the tab that holds it, instead of waiting. */
  readonly steal?: boolean;
}

/** The way to say something to the other tabs that have opened a channel of the same name. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'>;

/** What the tabs of one browser and one origin share. */
export interface Tabs {
  /**
   * Runs `act` once this tab holds the lock of that name; only one tab can. The lock is free again as soon as `act` is over, or
   * the page is gone. Rejects if the wait is given up, if another tab steals the lock, or if the page may have no locks.
   */
  withLock<T>(name: string, options: LockOptions, act: () => Promise<T>): Promise<T>;
  /** Opens a channel to the other tabs. Whoever opens one closes it while the page is away. */
  openChannel(name: string, onMessage: (message: unknown) => void): Channel;
  /**
   * Calls back when the page is left, perhaps for ever, and when it is back as it was. A page that still holds a lock by then is
   * not kept for the "back" button. The returned function ends it.
   */
  onAway(away: () => void, back: () => void): () => void;
}

/** The tabs of this browser; `undefined` where they cannot talk: without Web Locks, as on plain HTTP, and outside of browsers. */
export function browserTabs(): Tabs | undefined {
  const { navigator, document, BroadcastChannel } = globalThis as Partial<typeof globalThis>;
  const locks = navigator?.locks;
  // A server may have locks too, but its clients are not one person.
  if (!document || !locks || !BroadcastChannel) return undefined;
  return {
    // The DOM's type, Promise<Awaited<…>>, is the same for whatever a promise can answer.
    withLock: <T>(name: string, options: LockOptions, act: () => Promise<T>) => locks.request(name, options, act) as Promise<T>,
    openChannel(name, onMessage) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => onMessage(data);
      return channel;
    },
    onAway(away, back) {
      const onShow = ({ persisted }: PageTransitionEvent): void => {
        if (persisted) back();
      };
      addEventListener('pagehide', away);
      addEventListener('pageshow', onShow);
      return () => {
        removeEventListener('pagehide', away);
        removeEventListener('pageshow', onShow);
      };
    },
  };
}

/** Holds a lock until the returned function is called, or until the page is gone. */
export function holdLock(tabs: Tabs, name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    tabs.withLock(name, {}, () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}
