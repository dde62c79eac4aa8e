import type { FieldType } from '../core/field-type.js';
import { makeLink } from './link.js';
import { plainText, textField } from './text.js';

/** An email address, shown as a `mailto:` link (RFC 6068). */
export const emailField: FieldType<Node> = {
  ...textField,
  name: 'email',
  // Half a surrogate pair cannot be encoded.
  show: (value) => {
    const address = encodeURIComponent(plainText(value).replace(/\p{Cs}/gu, '\ufffd'));
    return makeLink(`mailto:${address.replace('%40', '@')}`, plainText(value));
  },
  edit: async () => (await import('./email-editing.js')).emailEditing,
};
