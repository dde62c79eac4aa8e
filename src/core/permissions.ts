/** What the person looking at a contact may do. The source decides; the panel only shows it. */
export interface Permissions {
  readonly edit?: boolean;
  /** Adding, changing and removing further email addresses and phone numbers. Missing means no. */
  readonly editEntries?: boolean;
  readonly editTags?: boolean;
  readonly createTags?: boolean;
  /** Missing means no. */
  readonly delete?: boolean;
  /** Why deleting is not allowed. Given: the menu shows the item disabled, with this text; absent: no item. */
  readonly deleteReason?: string;
  /** Making one contact of this one and another. Missing means no. */
  readonly merge?: boolean;
  /** Why merging is not allowed. Given: the menu shows the item disabled, with this text; absent: no item. */
  readonly mergeReason?: string;
  readonly viewMessages?: boolean;
  /** Blocking the contact, and letting them write again. Missing means no. */
  readonly block?: boolean;
  /** Why blocking is not allowed. Given: the menu shows the item disabled, with this text; absent: no item. */
  readonly blockReason?: string;
  /** Taking the contact along as a file. Missing means no. */
  readonly export?: boolean;
  /** Whether a press on an active channel asks the page for its conversation. Missing means no. */
  readonly openChannels?: boolean;
  /** Whether an inactive channel offers to send a first message. Missing means no. */
  readonly startConversations?: boolean;
  /** Removing channels from the contact. Missing means no. */
  readonly removeChannels?: boolean;
}

/** Who is asking: a role of the workspace, and the restrictions put on this person. */
export interface Principal {
  readonly role: string;
  readonly restrictions?: readonly string[];
}

const EDITORS = ['owner', 'manager', 'agent'];
const DELETERS = ['owner', 'manager'];

/** What says why something is not allowed, and allows nothing. */
type Reasons = 'deleteReason' | 'mergeReason' | 'blockReason';

/**
 * The permission rule, for the side that holds the data. Roles are `owner`, `manager` and `agent`; any other role may
 * look and nothing else. Restrictions take away: `restrict_contact_editing`, `restrict_tag_creation`,
 * `restrict_contact_deletion`, `restrict_message_viewing`, `restrict_contact_blocking`, `restrict_contact_export`.
 */
export function permissionsFor({ role, restrictions = [] }: Principal): Required<Omit<Permissions, Reasons>> {
  const isRestricted = (restriction: string) => restrictions.includes(restriction);
  const edit = EDITORS.includes(role) && !isRestricted('restrict_contact_editing');
  const canDelete = DELETERS.includes(role) && !isRestricted('restrict_contact_deletion');
  const viewMessages = !isRestricted('restrict_message_viewing');
  return {
    edit,
    editEntries: edit,
    editTags: edit,
    createTags: edit && !isRestricted('restrict_tag_creation'),
    delete: canDelete,
    // One of the two contacts is edited, the other one is there no more.
    merge: edit && canDelete,
    viewMessages,
    block: edit && !isRestricted('restrict_contact_blocking'),
    openChannels: viewMessages,
    startConversations: edit && viewMessages,
    removeChannels: edit && DELETERS.includes(role),
    export: EDITORS.includes(role) && !isRestricted('restrict_contact_export'),
  };
}
