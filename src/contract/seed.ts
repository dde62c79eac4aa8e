import type { MemorySeed } from '../memory/memory-source.js';

/** Ids of the contacts, persons, tags and channels of the seed, by what they are there for. */
export const ID = {
  ana: 'c_ana',
  bo: 'c_bo',
  olga: 'u_olga',
  vip: 't_vip',
  lead: 't_lead',
  line: 'ch_line',
  missing: 'c_missing',
} as const;

/** Keys of custom fields that are also members of every object. */
export const HOSTILE_KEYS = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'] as const;

/** What the source of a case holds, unless the case says otherwise. */
export const SEED: MemorySeed = {
  contacts: [
    {
      id: ID.ana,
      firstName: 'Ana',
      lastName: 'Sousa',
      country: 'PT',
      language: 'pt-PT',
      email: 'ana@example.com',
      phone: '+351912345678',
      status: 'open',
      tags: [{ id: ID.vip, name: 'VIP' }],
      custom: { plan: 'pro', seats: 3 },
      provenance: {
        firstName: { source: 'channel', by: 'WhatsApp', at: '2026-01-05T09:00:00.000Z' },
        lastName: { source: 'import', at: '2026-01-05T09:00:00.000Z' },
      },
    },
    { id: ID.bo, firstName: 'Bo', email: 'bo@example.com' },
  ],
  fields: [
    { key: 'plan', label: 'Plan', type: 'list', options: ['free', 'pro'].map((value) => ({ value, label: value })) },
    { key: 'seats', label: 'Seats', type: 'number' },
    { key: 'newsletter', label: 'Newsletter', type: 'checkbox' },
    {
      key: 'interests',
      label: 'Interests',
      type: 'multilist',
      options: ['art', 'go'].map((value) => ({ value, label: value })),
    },
    ...HOSTILE_KEYS.map((key) => ({ key, label: 'A hostile key', type: 'text' })),
  ],
  me: { id: ID.olga, name: 'Olga Ólafsdóttir' },
  can: {
    ...{ edit: true, editEntries: true, editTags: true, createTags: true, delete: true, merge: true },
    ...{ viewMessages: true, block: true, removeChannels: true },
  },
  tags: [
    { id: ID.vip, name: 'VIP' },
    { id: 't_mislead', name: 'Mislead' },
    { id: ID.lead, name: 'Lead' },
    { id: 't_elodie', name: 'Élodie' },
    { id: 't_strasse', name: 'Straße' },
  ],
  options: {
    assignee: [
      { value: 'u_max', label: 'Max Olgason' },
      { value: ID.olga, label: 'Olga Ólafsdóttir' },
      { value: 'u_kim', label: 'Kim' },
    ],
  },
};
