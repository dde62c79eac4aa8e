import { displayName } from 'contact-details/server.js';
import { SHOP_USERS } from './people.js';
import { createRandom } from './random.js';
import type { ContactSeed, ConversationSeed, MessageSeed } from './rows.js';
import { FEATURED_TALK, TALKS } from './talks.js';

const MINUTE = 60_000;

/** Out of ten contacts, this many have written. */
const WRITERS_OF_TEN = 6;

/** The shop's conversations, the first contact's being the newest: the further down the list, the longer ago. */
export function shopConversations(contacts: readonly ContactSeed[], now: Date): readonly ConversationSeed[] {
  const random = createRandom(2002);
  const writers = contacts.filter(({ channels = [] }, index) => channels.length && (index * 7) % 10 < WRITERS_OF_TEN);
  return writers.map((contact, index) => {
    const isFeatured = index === 0;
    const talk = isFeatured ? FEATURED_TALK : random.pick(talksIn(contact.language) ?? talksIn('en') ?? []);
    const isAnswered = !isFeatured && random.percent(60);
    const lines = isAnswered ? talk : talk.slice(0, talk.length - ((talk.length + 1) % 2));
    const lastAt = now.getTime() - 4 * MINUTE - Math.round(index ** 1.9) * 3 * MINUTE;
    const channel = contact.channels?.find(({ state }) => state === 'active') ?? contact.channels?.[0];
    return {
      id: `v_${contact.id.slice(2)}`,
      contactId: contact.id,
      channelType: channel?.type ?? 'webchat',
      channelName: channel?.name ?? 'Web chat',
      unread: isAnswered || index > 30 ? 0 : 1 + (index % 3),
      messages: lines.map((line, position) => {
        const pause = ((lines.length - 1 - position) * 5 + random.below(4)) * MINUTE;
        return messageOf(line, contact, new Date(lastAt - pause));
      }),
    };
  });
}

function messageOf(line: string, contact: ContactSeed, sentAt: Date): MessageSeed {
  const direction = line.startsWith('<') ? 'in' : 'out';
  const answering = SHOP_USERS.find(({ id }) => id === contact.assigneeId) ?? SHOP_USERS[0];
  const author = direction === 'in' ? displayName(contact) : (answering?.name ?? '');
  return { direction, text: line.slice(2), author, sentAt };
}

function talksIn(language = 'en') {
  return Object.hasOwn(TALKS, language) ? TALKS[language] : undefined;
}
