/** The file for script tags, and the folder of what it loads later. */
export const ENTRY = 'cdn/contact-details.js';
export const CHUNKS = 'cdn/chunks';

/** The most that the first script may weigh after brotli, in bytes; `WHY` says why. */
export const LIMIT = 32_000;
export const WHY = `Over a fresh TCP connection every size from 14.7 to 43.8 KB takes the same two round trips (a server sends ten
packets of 1,460 bytes at first, then twenty more). 32 KB (32,000 bytes) leaves room for headers, and for growth.`;

/** The most requests that reading a contact may take where an import map leads to the files of npm, unbundled. */
export const MOST_REQUESTS = 40;

/**
 * Under this a chunk is not worth its request. A language is as small as its texts are, and nobody waits for what puts the panel in
 * the place of a server's, or saves edits.
 */
const LEAST_CHUNK = 1_000;
const MAY_BE_SMALL = ['saved-edits', 'server-drawn'];

/** The chunks that may follow by themselves while a contact is read, by their names. */
const MAY_FOLLOW: Readonly<Record<string, string>> = {
  'flag-drawing': 'flags, where the platform has none',
  'phone-number': 'how a phone number is written, once the page is painted and idle: it is shown as it is until then',
  live: 'the live connection, which tells of changes after the contact was read',
};

/** A file that a page has asked for while a contact was read. */
export interface Request {
  readonly path: string;
  /** What it was asked for as: `script`, `image`, `fetch` …, in the words of Chromium. */
  readonly type: string;
}

/** A built file, and what it weighs after brotli. */
export interface Weighed {
  readonly path: string;
  readonly bytes: number;
}

/** The name of a chunk, without its folder and its hash: `menu` of `cdn/chunks/menu-Ki2mzq.js`. */
export function chunkName(path: string): string {
  return path.replace(/^.*\//, '').replace(/-.{6}\.js$/, '');
}

/** What is wrong with what was asked for while a contact was read: anything but the page, the one script, data and pictures. */
export function faultsInRequests(requests: readonly Request[]): readonly string[] {
  return requests
    .filter(({ path, type }) => {
      const isExpected = ['document', 'fetch', 'xhr', 'image'].includes(type) || path === ENTRY;
      return !isExpected && !Object.hasOwn(MAY_FOLLOW, chunkName(path));
    })
    .map(({ path, type }) => `Reading a contact also fetches ${path} (${type}).`);
}

/** What is wrong with the sizes of the first script and of the chunks. */
export function faultsInSizes(entry: Weighed, chunks: readonly Weighed[], languages: readonly string[]): readonly string[] {
  const mayBeSmall = [...languages, ...MAY_BE_SMALL];
  const small = chunks.filter(({ path, bytes }) => bytes < LEAST_CHUNK && !mayBeSmall.includes(chunkName(path)));
  return [
    ...(entry.bytes > LIMIT ? [`${entry.path} is ${entry.bytes - LIMIT} bytes over its limit.`] : []),
    ...small.map(
      ({ path, bytes }) => `${path} has ${bytes} bytes, too few for a request of its own: put it into another chunk.`,
    ),
  ];
}
