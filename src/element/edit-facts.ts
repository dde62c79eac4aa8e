import { contestedFields, isSameTag } from '../store/change.js';
import type { Change, NamedTag } from '../store/change.js';
import { getValue } from '../core/contact.js';
import type { Contact, Tag } from '../core/contact.js';
import { visibleContact } from '../core/field-definition.js';
import { toPatch } from '../core/merge-patch.js';
import type { ContactState } from '../store/contact-state.js';
import type { Action } from '../store/reduce.js';
import { ContactConflictedEvent, ContactSavedEvent } from './editing-events.js';
import { ContactFailedEvent } from './reading-events.js';
import type { FailedOperation } from './reading-events.js';

const OPERATIONS: Readonly<Record<Change['kind'], FailedOperation>> = {
  fields: 'save',
  'tag-addition': 'addTag',
  'tag-removal': 'removeTag',
};

/** The facts to tell the page about what became of an edit. */
export function editFacts(action: Action, state: ContactState, previous: ContactState): readonly Event[] {
  const contactId = state.id;
  switch (action.type) {
    case 'change-saved': {
      const change = previous.changes.find(({ id }) => id === action.id);
      return change ? [savedEvent(change, visibleContact(action.contact, state.fields))] : [];
    }
    case 'change-failed': {
      const change = state.changes.find(({ id }) => id === action.id);
      return change ? [new ContactFailedEvent({ contactId, operation: OPERATIONS[change.kind], error: action.error })] : [];
    }
    case 'change-refused': {
      const change = state.changes.find(({ id }) => id === action.id);
      if (change?.kind !== 'fields' || change.status !== 'conflict') return [];
      return contestedFields(change, action.current).map(
        (field) =>
          new ContactConflictedEvent({
            contactId,
            field,
            mine: change.values[field] ?? null,
            theirs: getValue(action.current, field),
          }),
      );
    }
    case 'delete-failed':
      return [new ContactFailedEvent({ contactId, operation: 'delete', error: action.error })];
    default:
      return [];
  }
}

function savedEvent(change: Change, contact: Contact): ContactSavedEvent {
  if (change.kind === 'fields')
    return new ContactSavedEvent({ contact, patch: toPatch(change.values), added: [], removed: [] });
  const tags = [confirmedTag(change.tag, contact)];
  const isAddition = change.kind === 'tag-addition';
  return new ContactSavedEvent({ contact, patch: {}, added: isAddition ? tags : [], removed: isAddition ? [] : tags });
}

function confirmedTag(tag: NamedTag, { tags = [] }: Contact): Tag {
  return tags.find((other) => isSameTag(other, tag)) ?? { ...tag, id: tag.id ?? tag.name };
}
