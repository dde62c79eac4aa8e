import { rootOf } from './memory.js';
import type { Memory } from './memory.js';
import type { Effect } from './server.js';
import { Violation } from './violation.js';

/** R2, R4, R5, R6: what reached the server is what was asked for, in that order, and replaced nothing unseen. */
export class EffectJudge {
  readonly #newestByField = new Map<string, number>();
  #judged = 0;

  /** @param log grows from one call to the next */
  check(log: readonly Effect[], memory: Memory): void {
    for (; this.#judged < log.length; this.#judged++) {
      const effect = log[this.#judged];
      if (effect?.key !== undefined) this.#judge(effect.key, effect, memory);
    }
  }

  #judge(key: string, { contactId, replaced, values }: Effect, memory: Memory): void {
    const intents = memory.fieldIntents.get(rootOf(key)) ?? [];
    const asked = intents[0] ?? memory.tagIntents.get(rootOf(key));
    if (!asked && !memory.deletions.has(contactId)) throw new Violation('R5', `nobody asked for ${key}`);
    if (asked && asked.contactId !== contactId) throw new Violation('R2', `${key} was meant for ${asked.contactId}`);
    for (const [field, value] of Object.entries(values)) {
      const intent = intents.find((other) => other.field === field && other.value === value);
      if (!intent) throw new Violation('R5', `nobody asked to set ${field} to ${String(value)} by ${key}`);
      const old = replaced[field] ?? null;
      if (!memory.mayReplace(intent, old)) throw new Violation('R4', `${key} replaced ${field} ${String(old)} unseen`);
      const slot = `${contactId} ${field}`;
      if ((this.#newestByField.get(slot) ?? 0) > intent.order)
        throw new Violation('R6', `${key} undid a newer edit of ${field}`);
      this.#newestByField.set(slot, intent.order);
    }
  }
}
