import { shopContacts } from './contacts.js';
import { shopConversations } from './conversations.js';
import { CLINIC_FIELDS, SHOP_FIELDS } from './fields.js';
import { CLINIC, CLINIC_USERS, SHOP, SHOP_USERS } from './people.js';
import type { ContactSeed, WorkspaceSeed } from './rows.js';
import { CLINIC_TAGS, SHOP_TAGS } from './tags.js';

/**
 * What the demo's database holds at first: two workspaces, the same on every machine. Only the times depend on `now`, so
 * that the newest messages always look recent.
 */
export function createSeed(now: Date): readonly WorkspaceSeed[] {
  const contacts = shopContacts(now);
  const conversations = shopConversations(contacts, now);
  const openIds = new Set(conversations.filter(({ unread }) => unread > 0).map(({ contactId }) => contactId));
  const snoozedIds = new Set(conversations.filter((_, index) => index % 9 === 5).map(({ contactId }) => contactId));
  const statusOf = ({ id }: ContactSeed) => (openIds.has(id) ? 'open' : snoozedIds.has(id) ? 'snoozed' : 'closed');
  return [
    {
      ...SHOP,
      ...{ users: SHOP_USERS, fields: SHOP_FIELDS, tags: SHOP_TAGS, conversations },
      contacts: contacts.map((contact) => ({ ...contact, status: statusOf(contact) })),
    },
    { ...CLINIC, users: CLINIC_USERS, fields: CLINIC_FIELDS, tags: CLINIC_TAGS, ...clinicPatients(now) },
  ];
}

function clinicPatients(now: Date): Pick<WorkspaceSeed, 'contacts' | 'conversations'> {
  const patients = ['Selma Holm', 'Viktor Ek', 'Nadia Haddad', 'Tor Åkesson', 'Ines Prado', 'Yusuf Aden'].map((name, index) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    return {
      ...{ id: `c_${5001 + index}`, firstName, lastName, country: 'SE', language: 'sv', status: 'open' },
      email: `patient${index}@example.com`,
      assigneeId: 'u_kofi',
      channels: [{ id: 'ch_sms', type: 'sms', name: 'SMS', state: 'active' as const }],
      tagIds: index % 2 ? [] : ['t_recall'],
      custom: { patientNumber: `J${10_000 + index}` },
    };
  });
  const conversations = patients.map(({ id, firstName }, index) => ({
    ...{ id: `v_${id.slice(2)}`, contactId: id, channelType: 'sms', channelName: 'SMS', unread: 1 },
    messages: [
      {
        direction: 'in' as const,
        text: 'Hej, kan jag flytta min tid?',
        author: firstName,
        sentAt: new Date(now.getTime() - index * 3_600_000),
      },
    ],
  }));
  return { contacts: patients, conversations };
}
