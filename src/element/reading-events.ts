import type { Contact } from '../core/contact.js';
import type { ContactError } from '../core/error.js';
import { PanelEvent } from './panel-event.js';

interface Loaded {
  readonly contact: Contact;
}

/** A contact has been read and is shown. */
export class ContactLoadedEvent extends PanelEvent<Loaded> {
  declare readonly contact: Contact;

  constructor(detail: Loaded) {
    super('contact-loaded', detail, false);
  }
}

interface Deleted {
  readonly contactId: string;
}

/** The contact has been deleted. */
export class ContactDeletedEvent extends PanelEvent<Deleted> {
  declare readonly contactId: string;

  constructor(detail: Deleted) {
    super('contact-deleted', detail, false);
  }
}

/** What was being done when it failed: the names of the adapter's methods. */
export type FailedOperation = 'load' | 'save' | 'addTag' | 'removeTag' | 'delete';

interface Failed {
  readonly contactId: string;
  readonly operation: FailedOperation;
  /** `error.code` says why; its message carries no personal data. */
  readonly error: ContactError;
}

/** Something the person asked for has failed; the panel shows it and offers to try again. */
export class ContactFailedEvent extends PanelEvent<Failed> {
  declare readonly contactId: string;
  declare readonly operation: FailedOperation;
  declare readonly error: ContactError;

  constructor(detail: Failed) {
    super('contact-failed', detail, false);
  }
}
