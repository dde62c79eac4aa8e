import { getValue } from '../core/contact.js';
import type { Contact, Tag } from '../core/contact.js';
import { ContactError } from '../core/error.js';
import { visibleContact } from '../core/field-definition.js';
import { toPatch } from '../core/merge-patch.js';
import { ownValue } from '../core/own-value.js';
import { contestedFields, isSameTag } from '../store/change.js';
import type { Change, NamedTag } from '../store/change.js';
import type { ContactState } from '../store/contact-state.js';
import type { Action } from '../store/reduce.js';
import {
  ContactConflictedEvent,
  ContactDeletedEvent,
  ContactFailedEvent,
  ContactLoadedEvent,
  ContactSavedEvent,
} from './events.js';
import type { FailedOperation } from './events.js';

/** The facts that a kind of action may mean to the page. */
type FactsOf<Type extends Action['type']> = (
  action: Extract<Action, { readonly type: Type }>,
  state: ContactState,
  previous: ContactState,
) => readonly Event[];

const OPERATIONS: Readonly<Record<Exclude<Change['kind'], 'entry'>, FailedOperation>> = {
  fields: 'save',
  'tag-addition': 'addTag',
  'tag-removal': 'removeTag',
  block: 'setBlocked',
  unblock: 'setBlocked',
  'channel-removal': 'removeChannel',
};

/** Which events a store action means, by the type of the action. */
const FACTS: { readonly [Type in Action['type']]?: FactsOf<Type> } = {
  loaded: (_, { base, fields, id, odd }, previous) => {
    const loaded = base && base !== previous.base ? [new ContactLoadedEvent({ contact: visibleContact(base, fields) })] : [];
    if (!odd.length || odd.join() === previous.odd.join()) return loaded;
    const error = new ContactError('invalid-data', { message: `Not understood: ${odd.join(', ')}` });
    return [...loaded, new ContactFailedEvent({ contactId: id, operation: 'load', error })];
  },
  // What is tried again by itself, and fails for the same reason, is no news.
  'load-failed': ({ error }, { id, loadError }, previous) =>
    loadError === previous.loadError ? [] : [new ContactFailedEvent({ contactId: id, operation: 'load', error })],
  'change-saved': (action, { fields }, previous) => {
    const change = previous.changes.find(({ id }) => id === action.id);
    return change ? [savedEvent(change, visibleContact(action.contact, fields))] : [];
  },
  'change-failed': (action, state) => {
    const change = state.changes.find(({ id }) => id === action.id);
    const { error } = action;
    return change ? [new ContactFailedEvent({ contactId: state.id, operation: operationOf(change), error })] : [];
  },
  'change-refused': (action, state) => {
    const change = state.changes.find(({ id }) => id === action.id);
    if (change?.kind !== 'fields' || change.status !== 'conflict') return [];
    return contestedFields(change, action.current).map((field) => {
      const mine = ownValue(change.values, field) ?? null;
      return new ContactConflictedEvent({ contactId: state.id, field, mine, theirs: getValue(action.current, field) });
    });
  },
  'delete-failed': ({ error }, { id }) => [new ContactFailedEvent({ contactId: id, operation: 'delete', error })],
};

/** The facts to tell the page about what has happened to a contact. */
export function eventsFor(action: Action, state: ContactState, previous: ContactState): readonly Event[] {
  const factsOf = FACTS[action.type] as FactsOf<Action['type']> | undefined;
  const facts = factsOf?.(action, state, previous) ?? [];
  const isDeleted = state.phase === 'deleted' && previous.phase !== 'deleted';
  return isDeleted
    ? [...facts, new ContactDeletedEvent({ contactId: state.id, mergedInto: state.loadError?.mergedInto })]
    : facts;
}

function operationOf(change: Change): FailedOperation {
  if (change.kind === 'entry') return change.patch ? 'saveEntry' : 'removeEntry';
  return OPERATIONS[change.kind];
}

function savedEvent(change: Change, contact: Contact): ContactSavedEvent {
  const tags = 'tag' in change ? [confirmedTag(change.tag, contact)] : [];
  const isAddition = change.kind === 'tag-addition';
  return new ContactSavedEvent({
    contact,
    patch: change.kind === 'fields' ? toPatch(change.values) : {},
    added: isAddition ? tags : [],
    removed: isAddition ? [] : tags,
  });
}

function confirmedTag(tag: NamedTag, { tags = [] }: Contact): Tag {
  return tags.find((other) => isSameTag(other, tag)) ?? { ...tag, id: tag.id ?? tag.name };
}
