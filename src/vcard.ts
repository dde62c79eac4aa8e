/** What is imported to exchange contacts with address books: vCard and JSContact, written and read. */
export { toVCard } from './vcard/to-vcard.js';
export type { VCardOptions } from './vcard/to-vcard.js';
export { fromVCard } from './vcard/from-vcard.js';
export type { CardFile } from './vcard/from-vcard.js';
export { fromJSContact, toJSContact } from './vcard/js-contact.js';
export type { JSContactCard, JSContactOptions } from './vcard/js-contact.js';
export type { CardContact, CardMapping, ReadCard, SkippedPart, SkipReason } from './vcard/card.js';
