import type { Contact } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { Permissions } from '../../src/core/permissions.js';

/** The custom fields of every contact of the benchmark. */
export const FIELDS: readonly FieldDefinition[] = [
  { key: 'plan', label: 'Plan', type: 'text' },
  { key: 'company', label: 'Company', type: 'text' },
];

/** The reader may do everything, so that every part of the panel is there. */
export const CAN: Permissions = { edit: true, editTags: true, createTags: true, delete: true, viewMessages: true };

const FIRST_NAMES = ['Ana', 'Bilal', 'Chiara', 'Dmitri', 'Emeka', 'Fatima', 'Goran', 'Hanako'];
const LAST_NAMES = ['García', 'Haddad', 'Rossi', 'Volkov', 'Okafor', 'Zahra', 'Kovač', 'Sato'];
const COUNTRIES = ['ES', 'LB', 'IT', 'RU', 'NG', 'MA', 'HR', 'JP'];
const LANGUAGES = ['es', 'ar', 'it', 'ru', 'en', 'fr', 'hr', 'ja'];

/**
 * A contact of the benchmark. All of them have the same shape (every field, two channels, three tags) and differ in every
 * text, so that showing another one changes texts and nothing else.
 * @param index which one; the same index is the same contact
 */
export function contactOf(index: number): Contact {
  const pick = (texts: readonly string[]) => texts[index % texts.length] ?? '';
  return {
    id: `c_${index}`,
    version: '1',
    firstName: pick(FIRST_NAMES),
    lastName: pick(LAST_NAMES),
    country: pick(COUNTRIES),
    language: pick(LANGUAGES),
    email: `person${index}@example.com`,
    phone: `+3460000${String(index).padStart(4, '0')}`,
    assignee: { id: `u_${index % 5}`, name: `Agent ${index % 5}` },
    status: index % 2 ? 'open' : 'closed',
    channels: [
      { id: `w_${index}`, type: 'whatsapp', name: `WhatsApp ${index}`, state: 'active' },
      { id: `e_${index}`, type: 'email', name: `Mail ${index}`, state: 'active' },
    ],
    tags: ['VIP', 'Lead', 'Partner'].map((name, place) => ({ id: `t_${index}_${place}`, name: `${name} ${index}` })),
    custom: { plan: `Plan ${index}`, company: `Company ${index}` },
  };
}

/** The same contact after somebody changed one field. */
export function withOtherCompany(contact: Contact): Contact {
  return { ...contact, version: '2', custom: { ...contact.custom, company: 'Another company' } };
}
