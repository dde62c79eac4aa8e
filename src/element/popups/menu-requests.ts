import type { Channel, Contact } from '../../core/contact.js';
import { PanelEvent } from '../panel-event.js';

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

/** The person has confirmed the delete. `preventDefault()` leaves it to the host. */
export class DeleteContactEvent extends PanelEvent<OfContact> {
  declare readonly contactId: string;
  declare readonly contact: Contact;

  constructor(detail: OfContact) {
    super('delete-contact', detail, true);
  }
}

interface Blocking extends OfContact {
  /** Whether the contact is to be blocked, or may write again. */
  readonly isBlocked: boolean;
}

/** The person wants to block the contact, and has confirmed it, or to let them write again. `preventDefault()` leaves it to the host. */
export class BlockContactEvent extends PanelEvent<Blocking> {
  declare readonly contactId: string;
  declare readonly contact: Contact;
  declare readonly isBlocked: boolean;

  constructor(detail: Blocking) {
    super('block-contact', detail, true);
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

interface Removing {
  readonly contactId: string;
  readonly channel: Channel;
}

/** The person has confirmed that a channel is to be removed. `preventDefault()` leaves it to the host. */
export class RemoveChannelEvent extends PanelEvent<Removing> {
  declare readonly contactId: string;
  declare readonly channel: Channel;

  constructor(detail: Removing) {
    super('remove-channel', detail, true);
  }
}
