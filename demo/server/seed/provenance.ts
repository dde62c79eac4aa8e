import type { Origin } from '../contacts/contact-rows.js';
import type { ContactSeed } from './rows.js';

const NAMES = ['firstName', 'lastName', 'language'] as const;

/** Where the values of a contact come from who has written to the shop: from the channels, and the country from the phone number. */
export function provenanceFor(contact: Omit<ContactSeed, 'id'>): Readonly<Record<string, Origin>> {
  const { channels = [], country, email, phone } = contact;
  const first = channels.find(({ state }) => state === 'active');
  const by = (handle: string | undefined) => channels.find((each) => handle !== undefined && each.handle === handle) ?? first;
  const from = (channel = first): Origin => ({
    source: 'channel',
    by: channel?.name ?? 'Web chat',
    ...(channel?.connectedAt && { at: channel.connectedAt }),
  });
  return {
    ...Object.fromEntries(NAMES.filter((key) => contact[key]).map((key) => [key, from()])),
    ...(email && { email: from(by(email)) }),
    ...(phone && { phone: from(by(phone)) }),
    ...(country && phone && { country: { source: 'phone' } }),
  };
}
