import type { Contact } from '../core/contact.js';

/** How many contacts one stream reports at most. */
export const STREAM_CONTACTS = 100;

/** How many characters of a request header servers take without complaint. */
const HEADER_LIMIT = 4_000;

/** The version, percent-encoded: `Last-Event-ID` is a header, which cannot carry every character. */
export function eventId({ version }: Contact): string | undefined {
  return version === undefined ? undefined : encodeURIComponent(version);
}

/** Where a stream of several contacts is after this one: what its reader has, as `id=version`. */
export function positionOf({ id, version }: Contact): string | undefined {
  return version === undefined ? undefined : `${encodeURIComponent(id)}=${encodeURIComponent(version)}`;
}

/**
 * The positions of several contacts in one, joined by `&`: what a client that knows more than the last event says on coming
 * back. What does not fit is left out, which costs an event that tells nothing new.
 */
export function joinPositions(contacts: readonly Contact[]): string {
  let joined = '';
  for (const position of contacts.filter(isEncodable).map(positionOf)) {
    const longer = [joined, position].filter(Boolean).join('&');
    if (longer.length <= HEADER_LIMIT) joined = longer;
  }
  return joined;
}

/** Whether this can be percent-encoded, which half of a character cannot. */
export function isEncodable({ id, version = '' }: Contact): boolean {
  return !/\p{Cs}/u.test(id + version);
}

/** The versions, by id, that a position stands for; what is none stands for nothing. */
export function knownVersions(position: string): ReadonlyMap<string, string> {
  // `URLSearchParams` would take a plus sign for a space.
  return new Map(new URLSearchParams(position.replaceAll('+', '%2B')));
}
