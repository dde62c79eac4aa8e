import { Refusal } from 'contact-details/server.js';
import type { Context, MiddlewareHandler } from 'hono';
import type { HttpBindings } from '@hono/node-server';

/** The names of this machine: a server for trying things answers to no other. */
export const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export interface ConnectionOptions {
  /** The names that this server answers to, without ports. */
  readonly hosts?: readonly string[];
  /** Whether all requests come through a proxy whose `X-Forwarded-For` and `X-Forwarded-Proto` are true. */
  readonly trustsProxy?: boolean;
}

/** Where requests come from and by which name they reach this server. */
export class Connections {
  readonly #hosts: ReadonlySet<string>;
  readonly #trustsProxy: boolean;

  constructor({ hosts = LOCAL_HOSTS, trustsProxy = false }: ConnectionOptions) {
    this.#hosts = new Set(hosts.map((host) => host.toLowerCase()));
    this.#trustsProxy = trustsProxy;
  }

  /**
   * Refuses requests by a name that is not this server's, to which a page of somebody else can point its own name (DNS
   * rebinding), and those of a page with another origin.
   */
  readonly demandOwnHost: MiddlewareHandler = async (context, next) => {
    const { hostname, host } = new URL(context.req.url);
    if (!this.#hosts.has(hostname)) throw new Refusal(421, 'This server has another name', { code: 'forbidden' });
    const origin = context.req.header('origin');
    const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
    if (!isOwn) throw new Refusal(403, 'The request comes from another site', { code: 'forbidden' });
    await next();
  };

  /** The address of the client; `undefined` where there is no connection, as in tests. */
  addressOf(context: Context): string | undefined {
    const forwarded = this.#trustsProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    return forwarded ?? incoming?.socket.remoteAddress;
  }

  /** Whether the client has a connection that nobody can listen to. */
  isSecure(context: Context): boolean {
    const forwarded = this.#trustsProxy ? context.req.header('x-forwarded-proto')?.split(',')[0]?.trim() : undefined;
    return (forwarded ?? new URL(context.req.url).protocol.slice(0, -1)) === 'https';
  }
}
