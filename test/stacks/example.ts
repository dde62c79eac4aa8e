import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { manifestOf } from './manifest.js';
import type { Manifest } from './manifest.js';

/** Where a page is, until it is no more needed. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Outside of this repository, whose packages would be found otherwise; each clone has its own. */
const CACHE = join(tmpdir(), `contact-details-stacks-${createHash('sha256').update(resolve()).digest('hex').slice(0, 8)}`);
/** What tools leave in a folder, and what they are not to send or ask. */
const LEFT_BEHIND = ['node_modules', 'dist', '.next', '.angular', '.svelte-kit', 'package-lock.json'];
const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', NODE_ENV: undefined };
/** How long one command of a stack may take, and how long its server may take to answer, in milliseconds. */
const PATIENCE = 300_000;
/** The most of the output of a command that is shown, in characters. */
const MOST_SHOWN = 4_000;
const isWindows = process.platform === 'win32';

/** A copy of an example with packages of its own, as a stranger has it. */
export class Example {
  readonly manifest: Manifest;
  readonly #source: string;
  readonly #folder: string;

  constructor(name: string) {
    this.#source = join('examples', name);
    this.#folder = join(CACHE, name);
    this.manifest = manifestOf(name);
  }

  /** Copies the example, and has npm install the package into it, and what else it needs where that has changed since. */
  async install(tarball: string): Promise<void> {
    this.#copy();
    const packages = join(this.#folder, 'node_modules');
    const stamp = join(packages, '.installed');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    const wanted = JSON.stringify([this.manifest, dependencies, process.version]);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
      const own = join(packages, 'contact-details');
      rmSync(own, { recursive: true, force: true });
      mkdirSync(own);
      await this.#run('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
    } else {
      rmSync(packages, { recursive: true, force: true });
      await this.#run('npm', ['install', tarball, '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']);
      writeFileSync(stamp, wanted);
    }
  }

  /** Whether the example has a script of that name. */
  has(script: string): boolean {
    return this.manifest.scripts?.[script] !== undefined;
  }

  /** Runs a script of the example; rejects with what it has printed. */
  async runScript(script: string): Promise<void> {
    await this.#run('npm', ['run', '--silent', script]);
  }

  /** Serves the page: by the example's own server, or else as files. */
  async serve(): Promise<Served> {
    return this.has('start') ? this.#start() : serveFiles(join(this.#folder, this.has('build') ? 'dist' : ''));
  }

  #copy(): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const name of readdirSync(this.#folder))
      if (name !== 'node_modules') rmSync(join(this.#folder, name), { recursive: true });
    const isOurs = (path: string) => !LEFT_BEHIND.includes(basename(path));
    cpSync(this.#source, this.#folder, { recursive: true, filter: isOurs });
  }

  async #run(command: string, options: readonly string[]): Promise<void> {
    const settings = { cwd: this.#folder, env: ENVIRONMENT, timeout: PATIENCE, maxBuffer: 2 ** 26, shell: isWindows };
    try {
      await promisify(execFile)(command, options, settings);
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      const printed = `${stdout}${stderr}`.trim().slice(-MOST_SHOWN);
      throw new Error(`${[command, ...options].join(' ')}\n${printed || String(error)}`, { cause: error });
    }
  }

  async #start(): Promise<Served> {
    const port = await freePort();
    // A group of its own, so that what npm starts ends with it.
    const child = spawn('npm', ['start'], {
      ...{ cwd: this.#folder, env: { ...ENVIRONMENT, PORT: String(port) }, shell: isWindows },
      ...{ detached: !isWindows, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const ended = once(child, 'close');
    const end = () => {
      if (child.exitCode !== null) return;
      if (isWindows || !child.pid) child.kill();
      else process.kill(-child.pid);
    };
    const close = async () => {
      process.off('exit', end);
      end();
      await ended;
    };
    process.once('exit', end);
    const url = `http://localhost:${port}/`;
    for (const last = Date.now() + PATIENCE; !(await answers(url)); ) {
      if (child.exitCode !== null || Date.now() > last) {
        await close();
        throw new Error(`npm start\n${printed.slice(-MOST_SHOWN)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { url, close };
  }
}

async function serveFiles(root: string): Promise<Served> {
  const app = new Hono().get('/favicon.ico', ({ body }) => body(null, 204)).use(serveStatic({ root }));
  const server = serve({ fetch: app.fetch, port: 0 });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    await once(server, 'close');
  };
  return { url: `http://localhost:${port}/`, close };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
