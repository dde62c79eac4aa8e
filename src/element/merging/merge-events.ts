import type { MergeChoices } from '../../core/adapter.js';
import type { Contact } from '../../core/contact.js';
import { PanelEvent } from '../panel-event.js';

interface OfContacts {
  readonly contactId: string;
  readonly contact: Contact;
  /** The contact that becomes part of this one. */
  readonly otherId: string;
}

interface Merging extends OfContacts {
  /** Whose values are to be kept. */
  readonly choices: MergeChoices;
}

/** The person has confirmed that two contacts are to become one. `preventDefault()` leaves it to the host. */
export class MergeContactEvent extends PanelEvent<Merging> {
  declare readonly contactId: string;
  declare readonly contact: Contact;
  declare readonly otherId: string;
  declare readonly choices: MergeChoices;

  constructor(detail: Merging) {
    super('merge-contact', detail, true);
  }
}

/** Two contacts have become one. */
export class ContactMergedEvent extends PanelEvent<OfContacts> {
  declare readonly contactId: string;
  declare readonly contact: Contact;
  declare readonly otherId: string;

  constructor(detail: OfContacts) {
    super('contact-merged', detail, false);
  }
}
