import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Core } from '../sched/core.js';

/** A fault to put into the core: `find` stands exactly once in that file of it, and becomes `replace`. */
export interface Mutation {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const SOURCE = join(import.meta.dirname, '../../../src');

/**
 * Hands a copy of the core to `use`, with a fault put into it where one is given. Throws when the fault does not fit the
 * source as it is now.
 */
export async function withMutant<T>(mutation: Mutation | undefined, use: (core: Core) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'planted-'));
  try {
    for (const room of ['core', 'store']) await cp(join(SOURCE, room), join(folder, room), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    if (mutation) await mutate(join(folder, 'store', mutation.file), mutation);
    const load = (name: string): Promise<unknown> => import(pathToFileURL(join(folder, 'store', name)).href);
    const { storeFor } = (await load('store-registry.ts')) as Pick<Core, 'storeFor'>;
    const { EditQueue } = (await load('edit-queue.ts')) as Pick<Core, 'EditQueue'>;
    return await use({ storeFor, EditQueue });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function mutate(path: string, { find, replace }: Mutation): Promise<void> {
  const parts = (await readFile(path, 'utf8')).split(find);
  if (parts.length !== 2) throw new Error(`Found ${parts.length - 1} times, not once: ${find}`);
  await writeFile(path, parts.join(replace));
}
