import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';
import { ContactError } from '../core/error.js';
import { changedKeys } from '../core/merge-patch.js';
import type { ContactState } from './contact-state.js';
import { parseRecord } from './saved-edits-parser.js';
import { toRecord } from './saved-edits-format.js';
import type { Persistence, SavedRecord, UnsavedEdits } from './saved-edits-format.js';

/** How much of what is typed may be lost, in milliseconds. */
const DRAFT_DELAY = 150;

/** Saves the edits of one contact where they survive a reload, and restores what pages that are gone have saved. */
export class SavedEdits {
  readonly #persistence: Persistence;
  readonly #contactId: string;
  readonly #onRestored: (edits: UnsavedEdits) => void;
  readonly #clock: Clock;
  #changes: ContactState['changes'] = [];
  #drafts: ContactState['drafts'] = new Map();
  #isEmpty = true;
  #stopTimer: (() => void) | undefined;
  #saving: Promise<void> = Promise.resolve();
  #isSaved = true;

  constructor(persistence: Persistence, contactId: string, onRestored: (edits: UnsavedEdits) => void, clock = startTimer) {
    this.#persistence = persistence;
    this.#contactId = contactId;
    this.#onRestored = onRestored;
    this.#clock = clock;
  }

  /** Whether the last edits could be saved: not where the place is full or forbidden. */
  get isSaved(): boolean {
    return this.#isSaved;
  }

  /** Restores what pages that are gone have saved: their changes, and `withDrafts` what was being typed. */
  restore({ withDrafts }: { readonly withDrafts: boolean }): void {
    const take = async (input: unknown): Promise<SavedRecord | undefined> => {
      const { changes, drafts } = parsed(input);
      this.#onRestored({ changes, drafts: withDrafts ? drafts : [] });
      await this.#saving;
      if (!this.#isSaved) throw new ContactError('unavailable', { message: 'The edits cannot be saved' });
      return withDrafts || !drafts.length ? undefined : toRecord({ changes: [], drafts });
    };
    this.#attempt(() => this.#persistence.restore(this.#contactId, take)).catch(() => undefined);
  }

  /** Saves what is new in the state: changes at once, drafts when nothing was typed for a moment. */
  follow({ changes, drafts }: ContactState): void {
    const isChanged = changes !== this.#changes;
    if (!isChanged && drafts === this.#drafts) return;
    this.#changes = changes;
    this.#drafts = drafts;
    if (isChanged || drafts.size === 0) this.#save();
    else this.#stopTimer ??= this.#clock(DRAFT_DELAY, () => this.#save());
  }

  #save(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    const drafts = [...this.#drafts].filter(([, draft]) => changedKeys(draft).length > 0);
    const wasEmpty = this.#isEmpty;
    this.#isEmpty = this.#changes.length + drafts.length === 0;
    if (wasEmpty && this.#isEmpty) return;
    const record = this.#isEmpty ? undefined : toRecord({ changes: this.#changes, drafts });
    this.#saving = this.#attempt(() => this.#persistence.save(this.#contactId, record)).then(
      () => void (this.#isSaved = true),
      () => void (this.#isSaved = false),
    );
  }

  /** Turns what foreign code throws at once into a rejection. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    await act();
  }
}

/** The edits, or none if they are garbage. */
function parsed(input: unknown): UnsavedEdits {
  try {
    return parseRecord(input);
  } catch {
    return { changes: [], drafts: [] };
  }
}
