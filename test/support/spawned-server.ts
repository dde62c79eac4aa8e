import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const SCRIPT = `${import.meta.dirname}/server-process.ts`;

/** Where the data of a server lies. */
export type Place = { readonly DATABASE_URL: string } | { readonly DATA_DIR: string };

/** The demo server as a process that can be stopped, or killed. */
export class SpawnedServer {
  readonly url: string;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.#ended = once(child, 'exit');
    this.url = url;
    this.pid = child.pid ?? 0;
  }

  static async start(place: Place): Promise<SpawnedServer> {
    const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...place };
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'exit').then(() => Promise.reject(new Error('The server did not start'))),
    ])) as [string];
    return new SpawnedServer(child, url);
  }

  /** Ends the process, and answers its exit code; `null` where it was killed. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.#child.kill(signal);
    const [code] = (await this.#ended) as [number | null];
    return code;
  }

  /** The cookie of the person of that id. */
  async signIn(userId: string): Promise<string> {
    const response = await fetch(`${this.url}/app/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId }),
    });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  }
}
