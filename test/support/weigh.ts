import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { CHUNKS, ENTRY } from './built-script.js';
import type { Weighed } from './built-script.js';

/** Weighs a file after brotli at its best, as a server that compresses beforehand sends it. */
function weigh(path: string): Weighed {
  return { path, bytes: brotliCompressSync(readFileSync(path)).length };
}

/** The first script that was built for script tags. */
export function weighEntry(): Weighed {
  return weigh(ENTRY);
}

/** What it loads later, the heaviest first. */
export function weighChunks(): readonly Weighed[] {
  const names = existsSync(CHUNKS) ? readdirSync(CHUNKS).filter((name) => name.endsWith('.js')) : [];
  return names.map((name) => weigh(`${CHUNKS}/${name}`)).sort((a, b) => b.bytes - a.bytes);
}
