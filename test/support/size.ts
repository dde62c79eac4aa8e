import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { staticClosure } from './static-imports.js';

/** Bytes that fit the first flight of a fresh TCP connection. */
const LIMIT = 16_700;
const ENTRY = join('cdn', 'contact-details.js');
const CHUNKS = join('cdn', 'chunks');

/** Prints a file's size after brotli at its best, as a server that compresses beforehand sends it, and answers it. */
function measure(path: string): number {
  const bytes = brotliCompressSync(readFileSync(path)).length;
  console.log(`${String(bytes).padStart(8)}  ${path}`);
  return bytes;
}

console.log('Bytes after brotli. To read a contact:');
const first = staticClosure(ENTRY);
const total = first.map(measure).reduce((sum, bytes) => sum + bytes, 0);
console.log(`${String(total).padStart(8)}  together, of ${LIMIT} allowed`);

console.log('Later, on intent:');
const chunks = readdirSync(CHUNKS).map((name) => join(CHUNKS, name));
for (const path of chunks.filter((chunk) => chunk.endsWith('.js') && !first.includes(chunk))) measure(path);

if (total > LIMIT) {
  console.error(`The first script is ${total - LIMIT} bytes over its limit.`);
  process.exitCode = 1;
}
