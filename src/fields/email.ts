import type { FieldType } from '../core/fields.js';
import { makeLink } from './link.js';
import { plainText, textField } from './text.js';

/** An email address, shown as a `mailto:` link (RFC 6068), checked as `<input type=email>` does (HTML, "valid email address"). */
export const emailField: FieldType<Node> = {
  ...textField,
  name: 'email',
  show: (value) => makeLink(`mailto:${encodeURIComponent(plainText(value)).replace('%40', '@')}`, plainText(value)),
  control: { type: 'email', autocomplete: 'off' },
  check: (value) =>
    value !== null && !/^[^\s@,;:<>()[\]"\\]+@[^\s@.,]+(\.[^\s@.,]+)+$/u.test(plainText(value)) ? 'email' : undefined,
};
