import { changedKeys } from './reduce-edit.js';
import { ContactError } from '../core/error.js';
import { parseKept, toRecord } from './saved-edits-format.js';
import type { KeptEdits, KeptRecord, Persistence } from './saved-edits-format.js';
import type { ContactState } from './contact-state.js';
import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';

/** How much of what is typed may be lost, in milliseconds. */
const DRAFT_DELAY = 150;

/** Writes the edits of one contact through to where they are kept, and takes back what was kept of it. */
export class Keeper {
  readonly #persistence: Persistence;
  readonly #contactId: string;
  readonly #after: Clock;
  readonly #restore: (kept: KeptEdits) => void;
  #changes: ContactState['changes'] = [];
  #drafts: ContactState['drafts'] = new Map();
  #isEmpty = true;
  #stopTimer: (() => void) | undefined;
  #saving: Promise<void> = Promise.resolve();
  /** Whether what was saved last is kept: it is not where the place is full or forbidden. */
  isKept = true;

  constructor(persistence: Persistence, contactId: string, restore: (kept: KeptEdits) => void, after: Clock = startTimer) {
    this.#persistence = persistence;
    this.#contactId = contactId;
    this.#restore = restore;
    this.#after = after;
  }

  /** Looks for what other pages have left; what was only typed is left for whoever opens the contact. */
  adopt({ withDrafts }: { readonly withDrafts: boolean }): void {
    const take = async (input: unknown): Promise<KeptRecord | undefined> => {
      const { changes, drafts } = parsed(input);
      this.#restore({ changes, drafts: withDrafts ? drafts : [] });
      await this.#saving;
      if (!this.isKept) throw new ContactError('unavailable', { message: 'The edits cannot be kept' });
      return withDrafts || !drafts.length ? undefined : toRecord({ changes: [], drafts });
    };
    this.#attempt(() => this.#persistence.adopt(this.#contactId, take)).catch(() => undefined);
  }

  /** Keeps what is new in the state: changes at once, what is typed once the hand rests for a moment. */
  follow({ changes, drafts }: ContactState): void {
    const isChanged = changes !== this.#changes;
    if (!isChanged && drafts === this.#drafts) return;
    this.#changes = changes;
    this.#drafts = drafts;
    if (isChanged || drafts.size === 0) this.#save();
    else this.#stopTimer ??= this.#after(DRAFT_DELAY, () => this.#save());
  }

  #save(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    const drafts = [...this.#drafts].filter(([, draft]) => changedKeys(draft).length > 0);
    const wasEmpty = this.#isEmpty;
    this.#isEmpty = this.#changes.length + drafts.length === 0;
    if (wasEmpty && this.#isEmpty) return;
    const kept = this.#isEmpty ? undefined : toRecord({ changes: this.#changes, drafts });
    this.#saving = this.#attempt(() => this.#persistence.save(this.#contactId, kept)).then(
      () => void (this.isKept = true),
      () => void (this.isKept = false),
    );
  }

  /** Foreign code may throw at once. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    await act();
  }
}

/** Of what is garbage there is nothing that anybody could go on with. */
function parsed(input: unknown): KeptEdits {
  try {
    return parseKept(input);
  } catch {
    return { changes: [], drafts: [] };
  }
}
