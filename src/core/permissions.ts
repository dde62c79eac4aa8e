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
  readonly viewMessages?: boolean;
  /** Taking the contact along as a file. Missing means no. */
  readonly export?: boolean;
  /** Whether a press on an active channel asks the page for its conversation. Missing means no. */
  readonly openChannels?: boolean;
  /** Whether an inactive channel offers to send a first message. Missing means no. */
  readonly startConversations?: boolean;
}

/** Who is asking: a role of the workspace, and the restrictions put on this person. */
export interface Principal {
  readonly role: string;
  readonly restrictions?: readonly string[];
}

const EDITORS = ['owner', 'manager', 'agent'];
const DELETERS = ['owner', 'manager'];

/**
 * The permission rule, for the side that holds the data. Roles are `owner`, `manager` and `agent`; any other role may
 * look and nothing else. Restrictions take away: `restrict_contact_editing`, `restrict_tag_creation`,
 * `restrict_contact_deletion`, `restrict_message_viewing`, `restrict_contact_export`.
 */
export function permissionsFor({ role, restrictions = [] }: Principal): Required<Omit<Permissions, 'deleteReason'>> {
  const isRestricted = (restriction: string) => restrictions.includes(restriction);
  const edit = EDITORS.includes(role) && !isRestricted('restrict_contact_editing');
  const viewMessages = !isRestricted('restrict_message_viewing');
  return {
    edit,
    editEntries: edit,
    editTags: edit,
    createTags: edit && !isRestricted('restrict_tag_creation'),
    delete: DELETERS.includes(role) && !isRestricted('restrict_contact_deletion'),
    viewMessages,
    openChannels: viewMessages,
    startConversations: edit && viewMessages,
    export: EDITORS.includes(role) && !isRestricted('restrict_contact_export'),
  };
}
