import type { Contact, FieldDefinition } from 'contact-details';
import { INES, KNOWN_TAGS, seedOf } from '../people.js';
import { defineState } from '../state.js';

const LONG_TAG = 'Ordered the limited spring edition before it was announced and is still waiting for the matching lid';

const FIFTEEN_TAGS = [
  ...KNOWN_TAGS,
  ...['Newsletter', 'Lisbon', 'Prefers mornings', 'Référence', 'مهم', '常連', 'Ångström', 'No calls'].map((name, index) => ({
    id: `t_more_${index}`,
    name,
  })),
  { id: 't_long', name: LONG_TAG, color: '#0a6b78' },
];

const VERY_LONG: Contact = {
  ...INES,
  id: 'c_2046',
  firstName: 'Hubert Blaine Zacharias Wolfeschlegelsteinhausen',
  lastName: 'Bergerdorff-Featherstonehaugh von und zu Hohenlohe-Waldenburg-Schillingsfürst',
  email: 'hubert.blaine.zacharias.wolfeschlegelsteinhausenbergerdorff@a-very-long-subdomain.department.example.com',
  country: 'GS',
  assignee: { id: 'u_long', name: 'Maximiliane-Alexandrine von Hohenfels-Ortenburg y Fernández de la Vega' },
  custom: { company: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' },
  tags: [{ id: 't_long', name: LONG_TAG }],
};

const ARABIC_FIELDS: readonly FieldDefinition[] = [
  { key: 'company', label: 'الشركة', type: 'text' },
  { key: 'customerSince', label: 'عميلة منذ', type: 'date' },
];

/** People of every kind: what a contact's data alone does to the panel. */
export const peopleStates = [
  defineState({
    id: 'full',
    title: 'Everything known',
    description: 'Name, flag, channels, all fields and tags. Edit it: changes live in memory.',
    seed: seedOf(INES),
  }),
  defineState({
    id: 'one-name',
    title: 'One name',
    description: 'A first name is a whole name. No picture: initials on a colour of the contact’s own.',
    seed: seedOf({ id: 'c_2042', firstName: 'Sukarno', country: 'ID', phone: '+62215550101', status: 'open' }),
  }),
  defineState({
    id: 'no-name',
    title: 'No name at all',
    description: 'The phone number stands in where nothing else is known.',
    seed: seedOf({
      id: 'c_2043',
      phone: '+4915112345678',
      channels: [{ id: 'ch', type: 'sms', name: 'SMS', state: 'active' }],
    }),
  }),
  defineState({
    id: 'unnamed',
    title: 'Nothing known',
    description: 'A web visitor who has said nothing yet.',
    seed: seedOf({ id: 'c_2044', channels: [{ id: 'ch', type: 'webchat', name: 'Web chat', state: 'active' }] }),
  }),
  defineState({
    id: 'provenance',
    title: 'Where values come from',
    description: 'Rest on a row to read it. What a language model has suggested is marked.',
    seed: seedOf({
      ...INES,
      id: 'c_2052',
      provenance: {
        firstName: { source: 'channel', by: 'Instagram', at: '2026-06-02T17:05:00Z' },
        lastName: { source: 'person', by: 'Mara Lindqvist', at: '2026-06-03T08:20:00Z' },
        country: { source: 'phone' },
        language: { source: 'ai' },
        email: { source: 'import', by: 'Tomás Ferreira', at: '2026-03-12T10:00:00Z' },
        phone: { source: 'channel', by: 'WhatsApp', at: '2026-03-12T09:30:00Z' },
        customerSince: { source: 'api', by: 'the shop' },
      },
    }),
  }),
  defineState({
    id: 'arabic',
    title: 'Arabic, right to left',
    description: 'The panel follows the direction around it; numbers and addresses keep theirs.',
    attributes: { dir: 'rtl', lang: 'ar' },
    seed: seedOf(
      {
        ...INES,
        id: 'c_2045',
        firstName: 'ليلى',
        lastName: 'الحسن',
        avatarUrl: '/avatars/c_2045.svg',
        country: 'LB',
        language: 'ar',
        email: 'layla@example.com',
        phone: '+9611555010',
        tags: [{ id: 't_ar', name: 'عميلة مميزة', emoji: '⭐' }, ...KNOWN_TAGS.slice(1, 2)],
        custom: { company: 'مكتبة الأرز', customerSince: '2024-11-18' },
      },
      { fields: ARABIC_FIELDS },
    ),
  }),
  defineState({
    id: 'japanese',
    title: 'Family name first',
    description: 'Japanese names are shown in their own order, unspaced.',
    attributes: { lang: 'ja' },
    seed: seedOf({
      ...INES,
      id: 'c_2047',
      firstName: '花子',
      lastName: '山田',
      avatarUrl: '/avatars/c_2047.svg',
      country: 'JP',
      language: 'ja',
      email: 'hanako@example.jp',
      phone: '+81312345678',
      channels: [{ id: 'ch', type: 'line', name: 'LINE', state: 'active', connectedAt: '2026-01-20T02:00:00Z' }],
      tags: [{ id: 't_ja', name: '常連のお客様' }],
      custom: { company: '株式会社さくら' },
    }),
  }),
  defineState({
    id: 'very-long',
    title: 'Very long everything',
    description: 'Long words break, nothing is cut without a way to read it.',
    seed: seedOf(VERY_LONG),
  }),
  defineState({
    id: 'many-tags',
    title: 'Fifteen tags',
    description: 'Several scripts, a colour of its own, one very long name.',
    seed: seedOf({ ...INES, id: 'c_2048', tags: FIFTEEN_TAGS }),
  }),
  defineState({
    id: 'broken-picture',
    title: 'Broken picture, emoji name',
    description: 'Initials are made of whole letters and show through when a picture does not come.',
    seed: seedOf({
      ...INES,
      id: 'c_2049',
      firstName: '🌸 Flora',
      lastName: 'Bloom 👩🏽‍🌾',
      avatarUrl: 'https://pictures.invalid/flora.png',
      country: 'NZ',
      channels: [{ id: 'ch', type: 'carrier-pigeon', name: 'Carrier pigeon', state: 'active' }],
    }),
  }),
  defineState({
    id: 'hostile',
    title: 'Hostile data',
    description: 'Whatever a source sends is shown as text and never run; unsafe links are no links.',
    seed: seedOf({
      ...INES,
      id: 'c_2050',
      firstName: '<img src=x onerror=alert(1)>',
      lastName: '\u202Egnp.exe',
      email: '"><script>alert(1)</script>@example.com',
      tags: [{ id: 't_x', name: '</li><script>alert(1)</script>', color: 'red;background:url(x)' }],
      custom: { company: '{{constructor.constructor("alert(1)")()}}', website: 'javascript:alert(1)' },
    }),
  }),
];
