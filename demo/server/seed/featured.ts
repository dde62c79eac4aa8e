import type { ContactSeed } from './rows.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The contact of the README's picture, everything filled in. */
export function featuredContact(now: Date): ContactSeed {
  const ago = (days: number): string => new Date(now.getTime() - days * DAY).toISOString();
  return {
    id: 'c_1001',
    displayName: 'atelier.fontaine',
    avatarUrl: '/avatars/atelier.svg',
    firstName: 'Amélie',
    lastName: 'Fontaine',
    country: 'CA',
    language: 'fr-CA',
    email: 'amelie@atelier-fontaine.example',
    phone: '+15145550142',
    assigneeId: 'u_olivia',
    status: 'open',
    channels: [
      { id: 'ch_wa', type: 'whatsapp', name: 'WhatsApp', handle: '+15145550142', state: 'active', connectedAt: ago(412) },
      {
        id: 'ch_ig',
        type: 'instagram',
        name: 'Instagram',
        handle: '@atelier.fontaine',
        state: 'active',
        connectedAt: ago(230),
      },
      {
        id: 'ch_em',
        type: 'email',
        name: 'Email',
        handle: 'amelie@atelier-fontaine.example',
        state: 'active',
        connectedAt: ago(640),
      },
      { id: 'ch_sms', type: 'sms', name: 'SMS', handle: '+15145550142', state: 'inactive' },
      { id: 'ch_fb', type: 'facebook', name: 'Messenger', state: 'unavailable' },
    ],
    provenance: {
      ...{
        firstName: { source: 'channel', by: 'Email', at: ago(640) },
        lastName: { source: 'channel', by: 'Email', at: ago(640) },
      },
      ...{
        email: { source: 'channel', by: 'Email', at: ago(640) },
        phone: { source: 'channel', by: 'WhatsApp', at: ago(412) },
      },
      country: { source: 'phone', at: ago(412) },
      language: { source: 'person', userId: 'u_olivia', at: ago(3) },
      company: { source: 'import', userId: 'u_jonas', at: ago(500) },
      jobTitle: { source: 'ai', at: ago(1) },
      orders: { source: 'api', by: 'the shop', at: ago(2) },
      lifetimeValue: { source: 'api', by: 'the shop', at: ago(2) },
      loyaltyCard: { source: 'import', userId: 'u_jonas', at: ago(500) },
      notes: { source: 'person', userId: 'u_amara', at: ago(11) },
    },
    tagIds: ['t_vip', 't_designer', 't_delivery', 't_chat', 't_cafe'],
    custom: {
      company: 'Atelier Fontaine',
      jobTitle: 'Interior designer',
      website: 'https://atelier-fontaine.example',
      plan: 'trade',
      interests: ['lamps', 'chairs', 'textiles'],
      orders: 23,
      lifetimeValue: 18_460,
      discount: 15,
      loyaltyCard: 'HH-204817',
      bankAccount: '10042-815-2041-337',
      customerSince: '2021-03-09',
      birthday: '1988-06-21',
      newsletter: true,
      callAt: '09:30',
      nextVisit: `${ago(-6).slice(0, 10)}T14:30:00.000Z`,
      shipsTo: 'CA',
      secondLanguage: 'en',
      advisor: { id: 'u_amara', name: 'Amara Okafor', avatarUrl: '/avatars/amara.svg' },
      taxId: '123456789 RT0001',
      notes: 'Plans the café in Mile End. Loves brass, avoids chrome.\nDeliver to the back door, ring twice.',
    },
  };
}
