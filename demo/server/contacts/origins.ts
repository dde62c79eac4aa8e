import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { getValue, isSameValue } from 'contact-details/server.js';
import type { Contact, FieldValue, FieldValues } from 'contact-details/server.js';
import type { Origin } from './contact-rows.js';
import type { Member } from './member.js';

/**
 * Where those of the values come from that change the contact: from the member who saves them. A country that is set where there was
 * none, and is the one of the phone number, comes from that.
 */
export function originsOf(values: FieldValues, contact: Contact, member: Member): Readonly<Record<string, Origin>> {
  const at = new Date().toISOString();
  const phone = Object.hasOwn(values, 'phone') ? values['phone'] : getValue(contact, 'phone');
  const isOfPhone = (key: string, value: FieldValue) =>
    key === 'country' && !contact.country && value !== null && value === countryOfPhone(phone);
  const changed = Object.entries(values).filter(([key, value]) => !isSameValue(value, getValue(contact, key)));
  return Object.fromEntries(
    changed.map(([key, value]) => [
      key,
      isOfPhone(key, value) ? { source: 'phone', at } : { source: 'person', userId: member.id, at },
    ]),
  );
}

function countryOfPhone(phone: FieldValue | undefined): string | undefined {
  return typeof phone === 'string' ? parsePhoneNumberFromString(phone)?.country : undefined;
}
