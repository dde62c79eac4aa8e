import type { Contact } from '../core/contact.js';
import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';
import type { HttpAdapterOptions, Send } from './http-adapter.js';
import { followAlone } from './own-stream.js';
import { SharedConnection } from './shared-connection.js';
import type { Browser } from './shared-connection.js';

/** What following needs to know of an `httpAdapter`. */
export interface Followed extends Pick<HttpAdapterOptions, 'base' | 'session' | 'fetch'> {
  readonly send: Send;
  readonly after?: Clock | undefined;
}

const connections = new WeakMap<Send, SharedConnection>();

/**
 * Follows a contact for `httpAdapter.watch` until it is aborted: through the one connection that all tabs of the browser
 * share, or else through a stream of its own.
 */
export async function follow(
  source: Followed,
  id: string,
  onChange: (contact: Contact) => void,
  signal: AbortSignal,
): Promise<void> {
  const isRefused = await connectionOf(source)?.watch(id, onChange, signal);
  if (isRefused ?? true) await followAlone(source.send, id, onChange, signal, source.after);
}

function connectionOf({ send, base, session, fetch, after = startTimer }: Followed): SharedConnection | undefined {
  const browser = browserWith(after);
  // A `fetch` of one's own may lead anywhere: only a session's name says that it leads to the same place as another one.
  if (!browser || (fetch && session === undefined)) return undefined;
  const url = new Request(`${base.replace(/\/$/, '')}/events`).url;
  const connection = connections.get(send) ?? new SharedConnection(`contact-details:1:${url}:${session ?? ''}`, send, browser);
  connections.set(send, connection);
  return connection;
}

/** What this browser shares connections with; `undefined` where it cannot, and on servers, whose clients are not one person. */
function browserWith(after: Clock): Browser | undefined {
  const { navigator, document, BroadcastChannel } = globalThis as Partial<typeof globalThis>;
  const locks = navigator?.locks;
  if (!document || !locks || !BroadcastChannel) return undefined;
  return {
    locks,
    after,
    openChannel(name, onMessage) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => onMessage(data);
      return channel;
    },
    onAway(away, back) {
      // A page that holds a lock is not kept for the way back.
      addEventListener('pagehide', away);
      addEventListener('pageshow', back);
      return () => {
        removeEventListener('pagehide', away);
        removeEventListener('pageshow', back);
      };
    },
  };
}
