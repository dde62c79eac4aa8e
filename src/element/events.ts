import type {
  ContactActionEvent,
  ContactConflictedEvent,
  ContactSavedEvent,
  DeleteContactEvent,
  OpenContactEvent,
  SaveContactEvent,
  ViewMessagesEvent,
} from './editing-events.js';
import type { GroupToggledEvent, RevealFieldEvent } from './field-events.js';
import type { ContactDeletedEvent, ContactFailedEvent, ContactLoadedEvent } from './reading-events.js';

export * from './editing-events.js';
export * from './field-events.js';
export * from './reading-events.js';

/** The events by name, for typed listeners. */
export interface ContactDetailsEventMap {
  'view-messages': ViewMessagesEvent;
  'delete-contact': DeleteContactEvent;
  'save-contact': SaveContactEvent;
  'contact-action': ContactActionEvent;
  'open-contact': OpenContactEvent;
  'reveal-field': RevealFieldEvent;
  'group-toggled': GroupToggledEvent;
  'contact-loaded': ContactLoadedEvent;
  'contact-saved': ContactSavedEvent;
  'contact-conflicted': ContactConflictedEvent;
  'contact-deleted': ContactDeletedEvent;
  'contact-failed': ContactFailedEvent;
}
