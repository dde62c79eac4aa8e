import { getValue } from '../../../src/core/contact.js';
import type { Contact } from '../../../src/core/contact.js';
import type { ContactState } from '../../../src/store/contact-state.js';
import type { Before, World } from './judge.js';
import type { Evidence } from './judge-fate.js';
import { rootOf } from './memory.js';
import { EMAILS, FIELDS, TAGS } from './person.js';
import { BLOCKED, CAN, CHANNEL, hasItem, versionOf } from './server.js';
import { Violation } from './violation.js';

const ITEMS: readonly string[] = [...TAGS, ...EMAILS, BLOCKED, CHANNEL];

/** The confirmed contact is one that the source had, whole, and never an older one than before. Answers its version. */
export function checkBase({ id, base }: ContactState, before: Before | undefined, { network }: World): number {
  const newest = before?.version ?? 0;
  if (!base || base === before?.state.base) return newest;
  const version = versionOf(base);
  if (version < newest) throw new Violation('R2', `${id} went back from version ${newest} to ${version}`);
  const original = network.server.history.get(id)?.[version];
  if (!original || base.id !== id) throw new Violation('R2', `${id} never was like its version ${version}`);
  const isFaithful =
    FIELDS.every((field) => getValue(base, field) === getValue(original, field)) &&
    ITEMS.every((item) => hasItem(base, item) === hasItem(original, item));
  if (!isFaithful) throw new Violation('R3', `the confirmed ${id} is not what version ${version} was`);
  return version;
}

/** R3: what is pending is shown, what is not is not, field by field. */
export function checkShown({ id, base, changes }: ContactState, shown: Contact | undefined, { person }: Evidence): void {
  if (!base || !shown) {
    if (base !== shown) throw new Violation('R3', `${id} shows what it does not have`);
    return;
  }
  const pending = changes.filter(({ status }) => status !== 'failed' && status !== 'conflict');
  for (const field of FIELDS) {
    const change = pending.findLast((other) => other.kind === 'fields' && Object.hasOwn(other.values, field));
    const intent = change && person.memory.fieldIntents.get(rootOf(change.id))?.find((other) => other.field === field);
    const expected = intent ? intent.value : getValue(base, field);
    if (getValue(shown, field) !== expected)
      throw new Violation('R3', `${id} shows ${field} ${String(getValue(shown, field))}`);
  }
  for (const tag of ITEMS) {
    const intents = pending.flatMap((change) => person.memory.tagIntents.get(rootOf(change.id)) ?? []);
    const expected = intents.findLast((intent) => intent.tag === tag)?.isThere ?? hasItem(base, tag);
    if (hasItem(shown, tag) !== expected) throw new Violation('R3', `${id} shows tag ${tag} ${expected ? 'not' : 'still'}`);
  }
}

/** Nothing is allowed that the source has not allowed. */
export function checkPermissions({ id, can }: ContactState): void {
  for (const [ability, isAllowed] of Object.entries(can)) {
    if (isAllowed && !Object.hasOwn(CAN, ability)) throw new Violation('R16', `${id} may ${ability} without a permission`);
  }
}
