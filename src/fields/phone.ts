import type { FieldType } from '../core/field-type.js';
import { link } from './link.js';
import { plainText, textField } from './text.js';

/** A phone number, E.164 or as it was typed, shown as a `tel:` link (RFC 3966). Showing it never rewrites it. */
export const phoneField: FieldType = {
  ...textField,
  name: 'phone',
  show: (value) => link(`tel:${plainText(value).replace(/[^\d+*#]/g, '')}`, plainText(value)),
  edit: async () => (await import('./phone-number.js')).phoneEditing,
};
