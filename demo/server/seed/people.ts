import type { UserSeed } from './rows.js';

/** The workspace that the demo opens with. */
export const SHOP = { id: 'w_harbor', name: 'Harbor & Hale' };

/** A second workspace: nothing of it may ever be seen from the first. */
export const CLINIC = { id: 'w_juniper', name: 'Juniper Clinic' };

/** Who the demo is used as until somebody chooses otherwise. */
export const DEFAULT_USER_ID = 'u_olivia';

export const SHOP_USERS: readonly UserSeed[] = [
  { id: 'u_olivia', name: 'Olivia Marsh', role: 'owner', avatarUrl: '/avatars/olivia.svg' },
  { id: 'u_mateo', name: 'Mateo Rivera', role: 'manager', avatarUrl: '/avatars/p13.svg' },
  {
    id: 'u_meiling',
    name: '陳美玲 Mei-Ling Chen',
    role: 'manager',
    restrictions: ['restrict_contact_deletion'],
    avatarUrl: '/avatars/mei-ling.svg',
  },
  { id: 'u_amara', name: 'Amara Okafor', role: 'agent', avatarUrl: '/avatars/amara.svg' },
  {
    id: 'u_jonas',
    name: 'Jónas Þórsson',
    role: 'agent',
    restrictions: ['restrict_tag_creation'],
    avatarUrl: '/avatars/p22.svg',
  },
  { id: 'u_leila', name: 'ليلى حداد', role: 'viewer', avatarUrl: '/avatars/leila-haddad.svg' },
];

export const CLINIC_USERS: readonly UserSeed[] = [
  { id: 'u_ida', name: 'Ida Lindqvist', role: 'owner', avatarUrl: '/avatars/u_ida.svg' },
  { id: 'u_kofi', name: 'Kofi Mensah', role: 'agent', avatarUrl: '/avatars/p24.svg' },
];
