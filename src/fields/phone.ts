import type { FieldType } from '../core/fields.js';
import { makeLink } from './link.js';
import { plainText, textField } from './text.js';

/** A phone number, E.164 or as it was typed, shown as a `tel:` link (RFC 3966). Never rewritten. */
export const phoneField: FieldType<Node> = {
  ...textField,
  name: 'phone',
  show: (value) => makeLink(`tel:${plainText(value).replace(/[^\d+*#]/g, '')}`, plainText(value)),
  control: { type: 'tel', autocomplete: 'off' },
  check: (value) => (value !== null && !/^\+?[\d\s().\-/]{3,30}$/u.test(plainText(value)) ? 'phone' : undefined),
};
