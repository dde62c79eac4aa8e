import { visibleContact } from '../core/field-definition.js';
import type { ContactState } from '../store/contact-state.js';
import type { Action } from '../store/reduce.js';
import { ContactDeletedEvent, ContactFailedEvent, ContactLoadedEvent } from './reading-events.js';

/** The facts to tell the page about reading the contact, and about its end. */
export function readingFacts(action: Action, state: ContactState, previous: ContactState): readonly Event[] {
  const contactId = state.id;
  const facts: Event[] = [];
  // What is tried again by itself, and fails for the same reason, is no news.
  if (action.type === 'load-failed' && state.loadError !== previous.loadError)
    facts.push(new ContactFailedEvent({ contactId, operation: 'load', error: action.error }));
  if (action.type === 'loaded' && state.base && state.base !== previous.base) {
    facts.push(new ContactLoadedEvent({ contact: visibleContact(state.base, state.fields) }));
  }
  if (state.phase === 'deleted' && previous.phase !== 'deleted') facts.push(new ContactDeletedEvent({ contactId }));
  return facts;
}
