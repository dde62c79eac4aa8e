import type { Contact, FieldDefinition, Option, Permissions, Tag } from 'contact-details';
import type { MemorySeed } from 'contact-details/adapters/memory.js';

/** Everything a person may be allowed to do. */
export const EVERYTHING: Permissions = {
  ...{ edit: true, editEntries: true, editTags: true, createTags: true, delete: true, merge: true },
  ...{ viewMessages: true, openChannels: true, startConversations: true, block: true, export: true },
  ...{ removeChannels: true },
};

/** The tags that the gallery's workspace knows. */
export const KNOWN_TAGS: readonly Tag[] = [
  { id: 't_vip', name: 'VIP', emoji: '⭐', color: 'amber', description: 'Answers within the hour' },
  { id: 't_wholesale', name: 'Wholesale', color: 'blue' },
  { id: 't_renewal', name: 'Renewal in May', color: 'green', description: 'Annual plan, 40 seats' },
  { id: 't_press', name: 'Press', color: 'purple' },
  { id: 't_beta', name: 'Beta tester', emoji: '🧪' },
  { id: 't_invoice', name: 'Open invoice', color: 'red' },
];

const PEOPLE: readonly Option[] = [
  { value: 'u_mara', label: 'Mara Lindqvist', avatarUrl: '/avatars/u_mara.svg' },
  { value: 'u_tomas', label: 'Tomás Ferreira', avatarUrl: '/avatars/u_tomas.svg' },
  { value: 'u_aiko', label: 'Aiko Tanaka', avatarUrl: '/avatars/u_aiko.svg' },
];

/** Custom fields of a small company. */
export const FIELDS: readonly FieldDefinition[] = [
  {
    key: 'status',
    type: 'list',
    options: [
      { value: 'open', label: 'Open' },
      { value: 'snoozed', label: 'Snoozed' },
      { value: 'closed', label: 'Closed' },
    ],
  },
  { key: 'company', label: 'Company', type: 'text' },
  { key: 'website', label: 'Website', type: 'url' },
  { key: 'customerSince', label: 'Customer since', type: 'date' },
];

/** A contact with something in every standard place. */
export const INES: Contact = {
  id: 'c_2041',
  firstName: 'Inês',
  lastName: 'Carvalho',
  avatarUrl: '/avatars/c_2041.svg',
  country: 'PT',
  language: 'pt-PT',
  email: 'ines.carvalho@example.com',
  phone: '+351912345678',
  messageCount: 48,
  conversationCount: 3,
  assignee: { id: 'u_mara', name: 'Mara Lindqvist', avatarUrl: '/avatars/u_mara.svg' },
  status: 'open',
  channels: [
    { id: 'ch_1', type: 'whatsapp', name: 'WhatsApp', state: 'active', connectedAt: '2026-03-12T09:30:00Z' },
    {
      id: 'ch_2',
      type: 'instagram',
      name: 'Instagram',
      handle: '@ines.bakes',
      state: 'active',
      connectedAt: '2026-06-02T17:05:00Z',
    },
    { id: 'ch_3', type: 'email', name: 'Email', state: 'inactive' },
    { id: 'ch_4', type: 'viber', name: 'Viber', state: 'unavailable', reason: 'Has left Viber' },
  ],
  tags: KNOWN_TAGS.slice(0, 3),
  custom: { company: 'Padaria da Esquina', website: 'https://example.com/padaria', customerSince: '2023-05-01' },
};

/** The same person, as another channel has made them known. */
export const INES_AGAIN: Contact = {
  id: 'c_2040',
  firstName: 'Ines',
  lastName: INES.lastName ?? '',
  email: 'ines@private.example',
  channels: [{ id: 'ch_ig', type: 'instagram', name: 'Instagram', handle: '@ines', state: 'active' }],
  tags: [{ id: 't_press', name: 'Press', color: 'purple' }],
};

/** A source with these contacts, the known tags, and everything allowed unless said otherwise. */
export function seedOf(contact: Contact, options: Partial<MemorySeed> = {}): MemorySeed {
  return { contacts: [contact], fields: FIELDS, can: EVERYTHING, tags: KNOWN_TAGS, options: { assignee: PEOPLE }, ...options };
}
