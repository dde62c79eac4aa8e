import type { TagSeed } from './rows.js';

/** The tags that the shop's people made: short and long, in several scripts, with and without emoji, colour, description. */
export const SHOP_TAGS: readonly TagSeed[] = [
  { id: 't_vip', name: 'VIP', emoji: '⭐', color: '#b7791f', description: 'Answer within the hour; free delivery' },
  { id: 't_designer', name: 'Interior designer', emoji: '📐', color: '#5a67d8', description: 'Buys for clients: trade prices' },
  { id: 't_delivery', name: 'Awaiting delivery', emoji: '🚚', color: '#2b6cb0' },
  { id: 't_chat', name: 'Prefers chat', emoji: '💬', color: '#2f855a', description: 'Please do not phone' },
  { id: 't_wholesale', name: 'Wholesale', color: '#805ad5' },
  { id: 't_return', name: 'Return', emoji: '↩️', color: '#c05621', description: 'Something is on its way back to us' },
  { id: 't_warranty', name: 'Warranty', emoji: '🛠️', color: '#4a5568' },
  { id: 't_newsletter', name: 'Newsletter', color: '#319795' },
  { id: 't_press', name: 'Press', emoji: '📰', color: '#d53f8c', description: 'Journalists and bloggers: ask Olivia first' },
  { id: 't_invoice', name: 'Needs invoice', color: '#2c5282' },
  { id: 't_late', name: 'Late payer', color: '#c53030', description: 'Prepayment only' },
  { id: 't_gift', name: 'Gift buyer', emoji: '🎁', color: '#b83280' },
  { id: 't_eco', name: 'Ökologisch', emoji: '🌿', color: '#276749' },
  { id: 't_cafe', name: 'Café owner', emoji: '☕', color: '#744210' },
  { id: 't_new', name: 'New', color: 'green' },
  { id: 't_local', name: 'Local pickup', color: 'teal' },
  { id: 't_ja', name: '常連さん', color: '#c53030', description: 'A regular of the Osaka pop-up' },
  { id: 't_ar', name: 'عميل مميز', color: '#2b6cb0' },
  {
    id: 't_long',
    name: 'Asked for the oak table in a size that we do not make yet but have promised to think about',
    color: '#4a5568',
  },
  { id: 't_html', name: '<b>bold</b> & "quoted"', color: '#9b2c2c', description: '<img src=x onerror=alert(1)>' },
  { id: 't_proto', name: 'constructor' },
  { id: 't_plain', name: 'Showroom 2026' },
];

export const CLINIC_TAGS: readonly TagSeed[] = [
  { id: 't_vip', name: 'Vip', emoji: '🩺', color: '#2f855a' },
  { id: 't_recall', name: 'Recall in spring', color: '#2b6cb0' },
];
