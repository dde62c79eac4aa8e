import { PanelEvent } from './panel-event.js';

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
