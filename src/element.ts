/** The element's class alone, without registering it: for hosts that choose the tag name or the registry. */
export { ContactDetails } from './element/contact-details.js';
