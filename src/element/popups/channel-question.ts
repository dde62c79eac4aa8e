import type { Channel } from '../../core/contact.js';
import { displayName } from '../../core/display-name.js';
import { isolate } from '../../i18n/isolate.js';
import type { Question } from './confirm-dialog.js';
import { RemoveChannelEvent } from './menu-requests.js';

/** Asks before a channel is removed, and says that the messages stay. */
export function channelQuestion(channel: Channel): Question {
  return {
    subject: () => [channel.name ?? channel.type, channel.handle].filter(Boolean).join(' '),
    title: (messages, name) => messages.removeChannelTitle(name),
    warning: ({ contact, lang, messages }) =>
      messages.removeChannelWarning(isolate(displayName(contact) || messages.unnamed, lang)),
    action: (messages) => messages.removeChannelShort,
    isAllowed: (abilities) => abilities.removeChannels,
    onConfirm: ({ host, store, view }) => {
      if (host.dispatchEvent(new RemoveChannelEvent({ contactId: view.contact.id, channel })))
        store.edits.removeChannel(channel);
      return undefined;
    },
  };
}
