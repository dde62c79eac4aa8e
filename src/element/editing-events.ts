import type { Contact, ContactPatch, FieldValue, Tag } from '../core/contact.js';
import { PanelEvent } from './panel-event.js';

interface OfContact {
  readonly contactId: string;
  readonly contact: Contact;
}

/** The person asks for the messages of the contact. Nothing happens by itself: the host goes there. */
export class ViewMessagesEvent extends PanelEvent<OfContact> {
  declare readonly contactId: string;
  declare readonly contact: Contact;

  constructor(detail: OfContact) {
    super('view-messages', detail, true);
  }
}

/** The person has confirmed the delete. `preventDefault()` leaves it to the host. */
export class DeleteContactEvent extends PanelEvent<OfContact> {
  declare readonly contactId: string;
  declare readonly contact: Contact;

  constructor(detail: OfContact) {
    super('delete-contact', detail, true);
  }
}

interface Opening {
  readonly contactId: string;
}

/** The person asks for another contact: the one that has the value that was refused. The host goes there. */
export class OpenContactEvent extends PanelEvent<Opening> {
  declare readonly contactId: string;

  constructor(detail: Opening) {
    super('open-contact', detail, true);
  }
}

interface Saving {
  readonly contactId: string;
  readonly patch: ContactPatch;
}

/** The person has committed an edit. `preventDefault()` vetoes it: the editor stays open. */
export class SaveContactEvent extends PanelEvent<Saving> {
  declare readonly contactId: string;
  declare readonly patch: ContactPatch;

  constructor(detail: Saving) {
    super('save-contact', detail, true);
  }
}

interface Acting {
  readonly contactId: string;
  /** The `id` of the host's own menu item. */
  readonly action: string;
}

/** The person has chosen one of the host's own menu items. */
export class ContactActionEvent extends PanelEvent<Acting> {
  declare readonly contactId: string;
  declare readonly action: string;

  constructor(detail: Acting) {
    super('contact-action', detail, true);
  }
}

interface Saved {
  readonly contact: Contact;
  /** The values that were saved; empty when tags were. */
  readonly patch: ContactPatch;
  readonly added: readonly Tag[];
  readonly removed: readonly Tag[];
}

/** The source has confirmed an edit. */
export class ContactSavedEvent extends PanelEvent<Saved> {
  declare readonly contact: Contact;
  declare readonly patch: ContactPatch;
  declare readonly added: readonly Tag[];
  declare readonly removed: readonly Tag[];

  constructor(detail: Saved) {
    super('contact-saved', detail, false);
  }
}

interface Conflicted {
  readonly contactId: string;
  /** Key of the field that two people have changed. */
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** Somebody else has changed the same field; the person is being asked whose value counts. */
export class ContactConflictedEvent extends PanelEvent<Conflicted> {
  declare readonly contactId: string;
  declare readonly field: string;
  declare readonly mine: FieldValue;
  declare readonly theirs: FieldValue;

  constructor(detail: Conflicted) {
    super('contact-conflicted', detail, false);
  }
}
