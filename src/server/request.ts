import { isText, PATCH_LIMITS } from '../core/patch-errors.js';
import { Refusal } from './problem.js';
import { STREAM_CONTACTS } from '../http/transport.js';

/** Largest request body, in bytes. */
export const BODY_LIMIT = 256 * 1024;

/** How many suggestions are given without being asked for a number, and at most. */
const SUGGESTIONS = { usual: 20, most: 100 };

/** The JSON body of a request that must be of this media type. */
export async function readJson(request: Request, mediaType: string): Promise<unknown> {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (given !== mediaType || encoding !== 'identity') {
    const accept = mediaType.includes('patch') ? { 'accept-patch': mediaType } : { 'accept-post': mediaType };
    throw new Refusal(415, `The body must be ${mediaType}, not compressed`, { headers: accept });
  }
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Refusal(400, 'The body must be JSON in UTF-8');
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(): Refusal {
  return new Refusal(413, `The body may have ${BODY_LIMIT} bytes`);
}

/** The version that `If-Match` demands, `undefined` for any. A request without it is refused: it would overwrite unseen changes. */
export function requiredVersion(request: Request): string | undefined {
  const ifMatch = request.headers.get('if-match')?.trim();
  if (!ifMatch) throw new Refusal(428, 'If-Match must name the version that the request is based on, or be *');
  if (ifMatch === '*') return undefined;
  const tag = /^"([^"]*)"$/.exec(ifMatch)?.[1];
  if (tag === undefined) throw new Refusal(400, 'If-Match must be one strong entity tag, or *');
  return decodeName(tag) ?? tag;
}

/** The key under which a write is done once. */
export function requiredKey(request: Request): string {
  const key = optionalKey(request);
  if (key === undefined) throw new Refusal(400, 'Idempotency-Key must be given');
  return key;
}

/** The key under which a write is done once, where the client gives one; quoted, as a structured field, or bare. */
export function optionalKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1');
  if (key && key.length > PATCH_LIMITS.name) throw new Refusal(400, 'Idempotency-Key may have 255 characters');
  return key || undefined;
}

/** What is searched for, and how many suggestions are wanted. */
export function searchOf(url: URL): { readonly query: string; readonly limit: number } {
  const query = url.searchParams.get('q') ?? '';
  if (!isText(query, PATCH_LIMITS.name)) throw new Refusal(400, 'q may have 255 characters, U+0000 not among them');
  const limit = Number(url.searchParams.get('limit') ?? SUGGESTIONS.usual);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal(400, 'limit must be a whole number from 1');
  return { query, limit: Math.min(limit, SUGGESTIONS.most) };
}

/** Which contacts a stream is to report: percent-encoded ids, separated by commas. */
export function contactsOf(url: URL): readonly string[] {
  const names = (url.searchParams.get('contacts') ?? '').split(',').map((name) => decodeName(name) ?? '');
  const ids = [...new Set(names)];
  if (ids.length <= STREAM_CONTACTS && ids.every((id) => id && isText(id, PATCH_LIMITS.name))) return ids;
  throw new Refusal(400, `contacts must name 1 to ${STREAM_CONTACTS} contacts, separated by commas`);
}

/** A percent-encoded name, decoded; `undefined` where it is none. */
export function decodeName(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
