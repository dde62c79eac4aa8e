import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { httpAdapter } from '../../src/http/http-adapter.js';
import { readEvents } from '../../src/http/event-stream.js';
import type { Contact } from '../../src/core/contact.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { SpawnedServer } from '../support/spawned-server.js';

export interface LoadOptions {
  readonly seconds: number;
  readonly panels: number;
  /** How many writes there are in a second. */
  readonly writes: number;
}

export interface LoadReport {
  readonly lines: readonly string[];
  readonly isGood: boolean;
}

/** Everybody in the demo who sees all of a contact's names, and may write. */
const WRITERS = ['u_olivia', 'u_mateo', 'u_meiling', 'u_amara', 'u_jonas'];
/** How many panels one browser has open, which share a stream. */
const PANELS_PER_BROWSER = 4;
/** How many contacts the panels are about: several of them show the same one. */
const CONTACTS = 100;
/** How long news may take after the last write, in milliseconds, until it counts as lost. */
const PATIENCE = 10_000;

/** One panel that is open: which contact it shows, and the newest version that it was told of. */
interface OpenPanel {
  readonly contactId: string;
  version: number;
}

/** Opens panels at the servers by the client that ships, writes at a steady rate, and says how that went. */
export async function runLoad(
  servers: readonly SpawnedServer[],
  { seconds, panels, writes }: LoadOptions,
): Promise<LoadReport> {
  const ids = Array.from({ length: CONTACTS }, (_, index) => `c_${1101 + index}`);
  const written = new Map<string, { readonly version: number; readonly at: number }>();
  const [writeTimes, newsTimes]: [number[], number[]] = [[], []];
  const errors = new Map<string, number>();
  const fail = (error: unknown): void => {
    const { name, code = name } = error as { readonly name: string; readonly code?: string | number };
    const told = typeof code === 'string' ? code : name;
    errors.set(told, (errors.get(told) ?? 0) + 1);
  };
  const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
  const adapterAt = async (index: number): Promise<Required<ContactAdapter>> => {
    const server = at(servers, index);
    return httpAdapter({ base: `${server.url}/api`, headers: { cookie: await server.signIn(at(WRITERS, index)) } });
  };

  const over = new AbortController();
  const open: OpenPanel[] = [];
  const news = new Map<string, { readonly at: number; readonly version: number }[]>();
  const onNews = (shown: OpenPanel, version: number): void => {
    if (version <= shown.version) return;
    shown.version = version;
    news.set(shown.contactId, [...(news.get(shown.contactId) ?? []).slice(-20), { at: performance.now(), version }]);
    const write = written.get(shown.contactId);
    if (write?.version === version) newsTimes.push(performance.now() - write.at);
  };
  for (let browser = 0; open.length < panels; browser++) {
    const rest = Math.min(PANELS_PER_BROWSER, panels - open.length);
    const own = Array.from({ length: rest }, (_, index) => ({ contactId: at(ids, open.length + index), version: 0 }));
    open.push(...own);
    const server = at(servers, browser);
    void follow(server.url, await server.signIn(at(WRITERS, browser)), own, onNews, over.signal);
  }
  await settled(() => open.every(({ version }) => version > 0));

  const writers = await Promise.all(Array.from({ length: 10 }, (_, index) => adapterAt(index)));
  const versions = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const write = async (index: number): Promise<void> => {
    const [id, start] = [at(ids, index * 7), performance.now()];
    try {
      const options = { key: crypto.randomUUID(), signal: AbortSignal.timeout(30_000) };
      const saved = await at(writers, index).save(id, { firstName: `Load ${index}` }, options);
      if (!saved) throw new TypeError('The server answers a write with nothing');
      const { version } = saved;
      writeTimes.push(performance.now() - start);
      versions.add(`${id} ${version}`);
      const known = written.get(id)?.version ?? 0;
      if (Number(version) > known) written.set(id, { version: Number(version), at: start });
      // The news may have overtaken the answer.
      for (const told of news.get(id) ?? []) if (told.version === Number(version)) newsTimes.push(told.at - start);
    } catch (error) {
      fail(error);
    }
  };
  const begin = performance.now();
  const memory = [0];
  let sent = 0;
  while (performance.now() - begin < seconds * 1_000) {
    const due = Math.floor(((performance.now() - begin) / 1_000) * writes);
    for (; sent < due; sent++) {
      const running = write(sent);
      underWay.add(running);
      void running.finally(() => underWay.delete(running));
    }
    if (sent % (5 * writes) < 2) memory.push(servers.reduce((sum, { pid }) => sum + megabytes(pid), 0));
    await pause(10);
  }
  await Promise.all(underWay);
  const elapsed = (performance.now() - begin) / 1_000;
  const isCurrent = ({ contactId, version }: OpenPanel): boolean => version >= (written.get(contactId)?.version ?? 0);
  await settled(() => open.every(isCurrent));
  const lost = open.filter((panel) => !isCurrent(panel)).length;
  over.abort();
  const failures = [...errors].map(([code, count]) => `${count} × ${code}`).join(', ') || '0';
  return {
    lines: [
      `writes: ${versions.size} of ${sent} saved, ${(versions.size / elapsed).toFixed(1)} a second; p50 ${percentile(writeTimes, 50)}, p99 ${percentile(writeTimes, 99)}`,
      `news in a panel, from the press on: p50 ${percentile(newsTimes, 50)}, p99 ${percentile(newsTimes, 99)}, ${newsTimes.length} of them`,
      `memory of the server: ${Math.max(...memory)} MB at most`,
      `errors: ${failures}; panels that ended with an old version: ${lost}; writes without a version of their own: ${sent - versions.size}`,
    ],
    isGood: !errors.size && !lost && versions.size === sent,
  };
}

/** Follows the contacts of some panels by one stream, as a browser does, and opens it again when it ends. */
async function follow(
  url: string,
  cookie: string,
  panels: readonly OpenPanel[],
  onNews: (panel: OpenPanel, version: number) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const ids = panels.map(({ contactId }) => contactId).join();
      const { body } = await fetch(`${url}/api/events?contacts=${ids}`, { headers: { cookie }, signal });
      for await (const { data } of readEvents(body ?? new ReadableStream(), signal)) {
        const { id, version } = JSON.parse(data) as Contact;
        for (const panel of panels) if (panel.contactId === id) onNews(panel, Number(version));
      }
    } catch {
      // The connection broke, or the load is over.
    }
    await pause(500);
  }
}

/** Waits until something holds, or for as long as patience lasts. */
async function settled(isSo: () => boolean): Promise<void> {
  const start = performance.now();
  while (!isSo() && performance.now() - start < PATIENCE) await pause(20);
}

/** The memory of a process, as the operating system counts it. */
function megabytes(pid: number): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024);
}

function percentile(times: readonly number[], percent: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const time = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
  return time === undefined ? 'none' : `${Math.round(time)} ms`;
}
