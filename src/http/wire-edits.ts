/** Media type of a patch (RFC 7396). */
export const MERGE_PATCH = 'application/merge-patch+json';

/** A version as an entity tag: percent-encoded, because a header cannot carry every character. */
export function toETag(version: string): string {
  return `"${encodeURIComponent(version)}"`;
}
