import type { Change } from './change.js';
import type { Draft } from './contact-state.js';

/** Edits of one contact that are not with the source yet, and what is being typed. */
export interface UnsavedEdits {
  readonly changes: readonly Change[];
  readonly drafts: readonly (readonly [key: string, draft: Draft])[];
}

/** The same as plain data, for a database or a text. */
export interface SavedRecord {
  readonly changes: readonly object[];
  readonly drafts: readonly object[];
}

/**
 * Where edits survive a reload or a crash, for one principal (whoever is signed in). It decides itself how long it saves them;
 * what it hands back is parsed. Where it fails, everything works as without it.
 */
export interface Persistence {
  /** Saves this page's edits of a contact, in place of those before; `undefined`: there are none any more. */
  save(contactId: string, edits: SavedRecord | undefined): Promise<void>;
  /**
   * Hands over the edits of this contact that pages which are gone have saved, each once and to one page only. They are this
   * page's once `take` has resolved, but for what that answers, which stays for the next; all of them stay if `take` fails.
   */
  restore(contactId: string, take: (edits: unknown) => Promise<SavedRecord | undefined>): Promise<void>;
  /** Calls back with each contact of which a page that is gone has saved edits: now, and whenever one goes. */
  onPageGone?(found: (contactId: string) => void): void;
  /** Forgets everything of this principal. */
  clear(): Promise<void>;
}

/** Writes edits as plain data: errors by their codes. */
export function toRecord({ changes, drafts }: UnsavedEdits): SavedRecord {
  const plain = changes.map(({ error, retryState: _, ...change }) => ({
    ...change,
    ...(error && { error: { code: error.code } }),
  }));
  return structuredClone({ changes: plain, drafts });
}
