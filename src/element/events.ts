import type { Contact, ContactPatch, FieldValue, Tag } from '../core/contact.js';
import type { ContactError } from '../core/error.js';
import type { OpenContactEvent, SaveContactEvent } from './editing/edit-requests.js';
import type { ContactMergedEvent, MergeContactEvent } from './merging/merge-events.js';
import { PanelEvent } from './panel-event.js';
import type {
  BlockContactEvent,
  ContactActionEvent,
  DeleteContactEvent,
  ExportContactEvent,
  RemoveChannelEvent,
  ViewMessagesEvent,
} from './popups/menu-requests.js';
import type { OpenChannelEvent, RevealFieldEvent, StartConversationEvent } from './rows/row-requests.js';

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
  /** The values that were saved; empty where tags, a channel or a block were changed: `contact` says what is. */
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
  /** The id of the contact that this one was merged into, which the person is offered to see. */
  readonly mergedInto?: string | undefined;
}

/** The contact has been deleted, or is part of another one. */
export class ContactDeletedEvent extends PanelEvent<Deleted> {
  declare readonly contactId: string;
  declare readonly mergedInto: string | undefined;

  constructor(detail: Deleted) {
    super('contact-deleted', detail, false);
  }
}

/** What was being done when it failed: the names of the adapter's methods. */
export type FailedOperation =
  | 'load'
  | 'save'
  | 'saveEntry'
  | 'removeEntry'
  | 'addTag'
  | 'removeTag'
  | 'setBlocked'
  | 'removeChannel'
  | 'delete'
  | 'merge';

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
  'block-contact': BlockContactEvent;
  'remove-channel': RemoveChannelEvent;
  'merge-contact': MergeContactEvent;
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
  'contact-merged': ContactMergedEvent;
  'contact-failed': ContactFailedEvent;
}
