import type { ContactPatch } from '../../core/contact.js';
import { PanelEvent } from '../panel-event.js';

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
