import type { FieldType } from '../core/field-type.js';
import { link } from './link.js';
import { lineEditing, plainText, textField } from './text.js';

/** One `@`, something before it and a name with a dot after it. Whether mail arrives there, only sending some can show. */
const ADDRESS = /^[^\s@,;:<>()[\]"\\]+@[^\s@.,]+(\.[^\s@.,]+)+$/u;

/** An email address, shown as a `mailto:` link (RFC 6068). What cannot be seen is no part of the link. */
export const emailField: FieldType = {
  ...textField,
  name: 'email',
  show: (value) => {
    // `encodeURIComponent` throws for half a surrogate pair.
    const address = encodeURIComponent(
      plainText(value)
        .replace(/\p{DI}/gu, '')
        .replace(/\p{Cs}/gu, '\ufffd'),
    );
    return link(`mailto:${address.replace('%40', '@')}`, plainText(value));
  },
  edit: {
    ...lineEditing,
    input: 'email',
    check: (value) => (value !== null && !ADDRESS.test(plainText(value)) ? 'email' : undefined),
  },
};
