import type { Channel, Contact, ContactPatch, FieldValue, Tag } from '../core/contact.js';
import type { ContactError } from '../core/error.js';

/** Everything the panel tells the page: read-only fields on the event, and the same in `detail`. Bubbles, crosses shadow roots. */
abstract class PanelEvent<Detail extends object> extends Event {
  readonly detail: Detail;

  constructor(type: string, detail: Detail, cancelable: boolean) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze({ ...detail });
    Object.assign(this, detail);
  }
}

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

/**
 * The person wants to take the contact along. By default it is downloaded as a vCard; `preventDefault()` leaves it to the host.
 */
export class ExportContactEvent extends PanelEvent<OfContact> {
  declare readonly contactId: string;
  declare readonly contact: Contact;

  constructor(detail: OfContact) {
    super('export-contact', detail, true);
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

/**
 * The person has committed an edit. `preventDefault()` vetoes it: the editor stays open. `refuse(message)` vetoes it and says
 * why.
 */
export class SaveContactEvent extends PanelEvent<Saving> {
  declare readonly contactId: string;
  declare readonly patch: ContactPatch;
  /** Why the edit is refused, where a listener has said so. */
  declare readonly refusal?: string;

  constructor(detail: Saving) {
    super('save-contact', detail, true);
  }

  /**
   * Vetoes the edit, while the event is being dispatched, and tells the person why, in a sentence in their language. It stands
   * at the field until what was typed is changed. Where several listeners refuse, the first reason is told.
   */
  refuse(message: string): void {
    this.preventDefault();
    (this as { refusal?: string }).refusal ||= message;
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

interface OfChannel {
  readonly contactId: string;
  readonly channel: Channel;
}

/** The person asks for the conversation on an active channel. Nothing happens by itself: the host goes there. */
export class OpenChannelEvent extends PanelEvent<OfChannel> {
  declare readonly contactId: string;
  declare readonly channel: Channel;

  constructor(detail: OfChannel) {
    super('open-channel', detail, true);
  }
}

/** The person wants to send a first message by an inactive channel. Nothing happens by itself: the host goes there. */
export class StartConversationEvent extends PanelEvent<OfChannel> {
  declare readonly contactId: string;
  declare readonly channel: Channel;

  constructor(detail: OfChannel) {
    super('start-conversation', detail, true);
  }
}

interface Revealing {
  readonly contactId: string;
  readonly field: string;
}

/** The person asks to see a masked value. Nothing happens by itself: the host decides, and shows it or not. */
export class RevealFieldEvent extends PanelEvent<Revealing> {
  declare readonly contactId: string;
  declare readonly field: string;

  constructor(detail: Revealing) {
    super('reveal-field', detail, true);
  }
}

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
export type FailedOperation = 'load' | 'save' | 'saveEntry' | 'removeEntry' | 'addTag' | 'removeTag' | 'delete';

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

interface Toggled {
  readonly group: string;
  readonly isCollapsed: boolean;
}

/** A group of fields has been folded away or unfolded: `collapsedGroups` has changed. */
export class GroupToggledEvent extends PanelEvent<Toggled> {
  declare readonly group: string;
  declare readonly isCollapsed: boolean;

  constructor(detail: Toggled) {
    super('group-toggled', detail, false);
  }
}

/** The events by name, for typed listeners. */
export interface ContactDetailsEventMap {
  'view-messages': ViewMessagesEvent;
  'delete-contact': DeleteContactEvent;
  'export-contact': ExportContactEvent;
  'save-contact': SaveContactEvent;
  'contact-action': ContactActionEvent;
  'open-contact': OpenContactEvent;
  'open-channel': OpenChannelEvent;
  'start-conversation': StartConversationEvent;
  'reveal-field': RevealFieldEvent;
  'group-toggled': GroupToggledEvent;
  'contact-loaded': ContactLoadedEvent;
  'contact-saved': ContactSavedEvent;
  'contact-conflicted': ContactConflictedEvent;
  'contact-deleted': ContactDeletedEvent;
  'contact-failed': ContactFailedEvent;
}
