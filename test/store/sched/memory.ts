import { getValue } from '../../../src/core/contact.js';
import type { Contact, FieldValue, FieldValues } from '../../../src/core/contact.js';
import type { Change } from '../../../src/store/change.js';
import { normalise } from './server.js';

/** One field of one committed edit. */
export interface FieldIntent {
  readonly contactId: string;
  /** Idempotency key of the edit it was committed with. */
  readonly root: string;
  readonly field: string;
  readonly value: FieldValue;
  /** Later ones are newer. */
  readonly order: number;
  /** What the field held when the person began, or chose between their own value and another's. */
  shown: FieldValue;
  /** When that was: what came on the screen later does not count as seen. */
  lookedAt: number;
}

/** One tag, or one email address, that was put on a contact or taken off. */
export interface TagIntent {
  readonly contactId: string;
  readonly root: string;
  readonly tag: string;
  readonly isThere: boolean;
  /** The version that the person saw. */
  readonly since: number;
}

/** Keys of what is left of an edit, or of an edit meant anew, are those of the edit with marks behind. */
export function rootOf(key: string): string {
  return key.replace(/\++$/, '');
}

/** What the person has seen, written and pressed: the judge's own record, kept apart from the store's. */
export class Memory {
  /** Moves with every step of a schedule. */
  now = 0;
  readonly fieldIntents = new Map<string, readonly FieldIntent[]>();
  readonly tagIntents = new Map<string, TagIntent>();
  readonly discarded = new Set<string>();
  /** Contacts that the person has asked to delete. */
  readonly deletions = new Set<string>();
  /** By contact: how many writes there had been when the person last asked for one to be tried again. */
  readonly presses = new Map<string, number>();
  readonly #openings = new Map<string, { readonly at: number; readonly shown: FieldValues }>();
  readonly #seen = new Map<string, Map<FieldValue, number>>();
  readonly #written = new Map<string, Set<FieldValue>>();
  #order = 0;

  see(contactId: string, field: string, value: FieldValue): void {
    const seen = this.#seenIn(contactId, field);
    if (!seen.has(value)) seen.set(value, this.now);
  }

  /** Some value that the field has held before. */
  seenValue(contactId: string, field: string, choice: number): FieldValue {
    const seen = [...this.#seenIn(contactId, field).keys()];
    return seen[(choice >> 4) % (seen.length || 1)] ?? null;
  }

  open(contactId: string, editor: string, shown: FieldValues): void {
    this.#openings.set(`${contactId} ${editor}`, { at: this.now, shown });
  }

  intendFields(intent: {
    readonly contactId: string;
    readonly root: string;
    readonly values: FieldValues;
    readonly shown: FieldValues;
    readonly editor: string | undefined;
  }): void {
    const { contactId, root } = intent;
    const opening = intent.editor === undefined ? undefined : this.#openings.get(`${contactId} ${intent.editor}`);
    const { at: lookedAt, shown } = opening ?? { at: this.now, shown: intent.shown };
    const order = ++this.#order;
    this.fieldIntents.set(
      root,
      Object.entries(intent.values).map(([field, value]) => {
        const written = this.#written.get(`${contactId} ${field}`) ?? new Set();
        this.#written.set(`${contactId} ${field}`, written.add(value).add(normalise(field, value)));
        return { contactId, root, field, value, order, shown: shown[field] ?? null, lookedAt };
      }),
    );
  }

  intendTag(intent: TagIntent): void {
    this.tagIntents.set(intent.root, intent);
  }

  /** Whether the last thing wished of this tag is the same, and still on its way: wishing it again is not another wish. */
  isWished(contactId: string, tag: string, isThere: boolean, pending: readonly string[]): boolean {
    const last = [...this.tagIntents.values()].findLast((intent) => intent.contactId === contactId && intent.tag === tag);
    return last?.isThere === isThere && pending.includes(last.root);
  }

  /** The person has read what somebody else wrote, and wants their own value all the same. */
  acceptTheirs(contactId: string, key: string, base: Contact | undefined): void {
    for (const intent of this.fieldIntents.get(rootOf(key)) ?? []) {
      if (!base) continue;
      intent.lookedAt = this.now;
      intent.shown = getValue(base, intent.field);
      this.see(contactId, intent.field, intent.shown);
    }
  }

  discard(change: Change): void {
    const root = rootOf(change.id);
    if (change.kind !== 'fields') this.discarded.add(root);
    else for (const field of Object.keys(change.values)) this.discarded.add(`${root} ${field}`);
  }

  isDiscarded(root: string, field: string): boolean {
    return this.discarded.has(`${root} ${field}`);
  }

  /** Whether the person has discarded this edit, or a later one that had taken its place. */
  isAbandoned(key: string, field: string): boolean {
    const abandoned = this.fieldIntents.get(rootOf(key))?.find((intent) => intent.field === field);
    if (!abandoned) return false;
    const later = [...this.fieldIntents.values()].flat().filter((other) => other.order >= abandoned.order);
    return later.some(
      ({ contactId, root, field: other }) =>
        contactId === abandoned.contactId && other === field && this.isDiscarded(root, field),
    );
  }

  /**
   * Whether replacing this value overwrites nobody: the person had seen it when they began, or has written it, or an
   * earlier edit of theirs was made to replace it.
   */
  mayReplace(intent: FieldIntent, value: FieldValue): boolean {
    const { contactId, field, order } = intent;
    if (this.#written.get(`${contactId} ${field}`)?.has(value)) return true;
    const seenAt = this.#seenIn(contactId, field).get(value) ?? Infinity;
    return [...this.fieldIntents.values()]
      .flat()
      .filter((other) => other.contactId === contactId && other.field === field && other.order <= order)
      .filter((other) => other === intent || !this.isDiscarded(other.root, field))
      .some(({ shown, lookedAt }) => value === shown || seenAt <= lookedAt);
  }

  #seenIn(contactId: string, field: string): Map<FieldValue, number> {
    const seen = this.#seen.get(`${contactId} ${field}`) ?? new Map<FieldValue, number>();
    this.#seen.set(`${contactId} ${field}`, seen);
    return seen;
  }
}
