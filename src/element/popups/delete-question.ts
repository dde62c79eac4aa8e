import { displayName } from '../../core/display-name.js';
import { DeleteContactEvent } from './menu-requests.js';
import type { Panel } from '../panel.js';
import type { View } from '../view.js';
import type { Question } from './confirm-dialog.js';

/** Asks before deleting, and says what is lost. Stays open with the error when the delete fails. */
export const deleteQuestion: Question = {
  subject: ({ contact, messages }) => displayName(contact) || messages.unnamed,
  title: (messages, name) => messages.deleteTitle(name),
  warning,
  action: (messages) => messages.deleteContact,
  isAllowed: (abilities) => abilities.delete,
  onConfirm,
  progress: ({ messages, state: { deletion } }) =>
    deletion && { busy: deletion.status === 'failed' ? undefined : messages.deleting, error: deletion.error },
  onDismiss: (store) => store.edits.withdrawDelete(),
};

function onConfirm({ host, store, view: { contact } }: Panel): Promise<unknown> | undefined {
  if (!host.dispatchEvent(new DeleteContactEvent({ contactId: contact.id, contact }))) return undefined;
  store.edits.delete();
  return store.when(({ deletion }) => !deletion || deletion.status === 'failed');
}

/** What is lost, with how much of it where the source says so and the person may see messages. */
function warning({ abilities, contact, messages }: View): string {
  const { conversationCount, messageCount } = contact;
  if (messageCount === undefined || !abilities.viewMessages) return messages.deleteWarning;
  return messages.deleteWarningCounted(messageCount, conversationCount);
}
