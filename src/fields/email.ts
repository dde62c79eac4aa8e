import type { FieldType } from '../core/fields.js';
import { makeLink } from './link.js';
import { textField } from './text.js';

/** An email address, shown as a `mailto:` link (RFC 6068), checked as `<input type=email>` does (HTML, "valid email address"). */
export const emailField: FieldType<Node> = {
  ...textField,
  name: 'email',
  show: (value) => makeLink(`mailto:${encodeURIComponent(String(value)).replace('%40', '@')}`, String(value)),
  control: { type: 'email', autocomplete: 'off' },
  check: (value) =>
    value !== null && !/^[^\s@,;:<>()[\]"\\]+@[^\s@.,]+(\.[^\s@.,]+)+$/u.test(String(value)) ? 'email' : undefined,
};
