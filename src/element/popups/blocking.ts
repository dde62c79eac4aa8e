import { displayName } from '../../core/display-name.js';
import { BlockContactEvent } from './menu-requests.js';
import type { Panel } from '../panel.js';
import type { Question } from './confirm-dialog.js';

/** Asks before blocking, and says what that means. Unblocking needs no question. */
export const blockQuestion: Question = {
  subject: ({ contact, messages }) => displayName(contact) || messages.unnamed,
  title: (messages, name) => messages.blockTitle(name),
  warning: ({ messages }) => messages.blockWarning,
  action: (messages) => messages.blockContact,
  isAllowed: (abilities) => abilities.block,
  onConfirm: (panel) => setBlocked(panel, true),
};

/** Blocks the contact, or lets them write again, unless the host has said that it sees to that. */
export function setBlocked({ host, store, view: { contact } }: Panel, isBlocked: boolean): undefined {
  if (host.dispatchEvent(new BlockContactEvent({ contactId: contact.id, contact, isBlocked })))
    store.edits.setBlocked(isBlocked);
}
