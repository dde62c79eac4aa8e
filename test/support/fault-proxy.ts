import { once } from 'node:events';
import { Agent, createServer, request as send } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenOn } from '../../demo/server/web/listen.js';
import { startTimer } from '../../src/core/clock.js';

/** What can become of a request on its way, after what the client sees of it. */
export type Fault =
  /** The connection breaks; the server has never heard of the request. */
  | 'lost request'
  /** The connection breaks; the server has done its work. */
  | 'lost answer'
  /** The connection breaks in the middle of the answer. */
  | 'cut answer'
  /** The answer comes late. */
  | 'late answer'
  /** The request reaches the server twice. */
  | 'sent twice'
  /** Something on the way answers 503, with `Retry-After`. */
  | 'busy'
  /** Something on the way answers 500, before or after the server has done its work. */
  | 'failed before'
  | 'failed after';

export const FAULTS: readonly Fault[] = [
  ...(['lost request', 'lost answer', 'cut answer', 'late answer'] as const),
  ...(['sent twice', 'busy', 'failed before', 'failed after'] as const),
];

/** Says what becomes of each request; nothing, for one that goes through. */
export type Fate = (request: IncomingMessage) => Fault | undefined;

/** How late an answer is, in milliseconds. */
const LATE = 40;

/** Stands before a server and does to requests what networks do. */
export class FaultProxy {
  readonly url: string;
  /** How often each fault has happened. */
  readonly counts = new Map<Fault, number>();
  /** May be replaced at any time. */
  fate: Fate = () => undefined;
  readonly #target: string;
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(target: string, server: Server, port: number) {
    this.#target = target;
    this.#server = server;
    this.url = `http://localhost:${port}`;
    server.on('request', (request, response) => {
      this.#handle(request, response).catch(() => request.socket.destroy());
    });
  }

  /** @param target the server behind, without a final slash */
  static async open(target: string): Promise<FaultProxy> {
    const server = createServer();
    return new FaultProxy(target, server, await listenOn(server, 0, 'localhost'));
  }

  /** Breaks every connection that is open now. */
  breakConnections(): void {
    this.#server.closeAllConnections();
  }

  close(): void {
    this.#server.close();
    this.breakConnections();
    this.#agent.destroy();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.fate(request);
    if (fault) this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
    const body = await buffer(request);
    if (fault === 'lost request') return void request.socket.destroy();
    if (fault === 'busy') return void response.writeHead(503, { 'retry-after': '1' }).end();
    if (fault === 'failed before') return void response.writeHead(500).end();
    const answer = await this.#forward(request, body, response);
    if (!fault) {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      return void answer.pipe(response);
    }
    const content = await buffer(answer);
    if (fault === 'lost answer') return void request.socket.destroy();
    if (fault === 'failed after') return void response.writeHead(500).end();
    if (fault === 'sent twice') await buffer(await this.#forward(request, body, response));
    if (fault === 'late answer') await new Promise<void>((resolve) => startTimer(LATE, resolve));
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    if (fault !== 'cut answer') return void response.end(content);
    response.write(content.subarray(0, content.length / 2), () => request.socket.destroy());
  }

  async #forward(
    { method, url = '/', headers }: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<IncomingMessage> {
    const forwarded = send(`${this.#target}${url}`, { method, headers, agent: this.#agent });
    // Who waits no longer for a stream need not be sent it.
    response.once('close', () => forwarded.destroy());
    forwarded.end(body);
    const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
    return answer;
  }
}
