import type { FieldType } from '../core/field-type.js';
import { link } from './link.js';
import { lineEditing, plainText, textField } from './text.js';

/**
 * A web address (WHATWG URL), shown as a link named by the definition's `linkText`; one that may not be followed is shown as
 * text. What cannot be seen at its start is no part of the link. A new one must be absolute; it is kept as it was typed.
 */
export const urlField: FieldType = {
  ...textField,
  name: 'url',
  show: (value, { definition }) => link(plainText(value).replace(/^\p{DI}+/u, ''), definition.linkText ?? plainText(value)),
  edit: {
    ...lineEditing,
    input: 'url',
    check: (value) => (value !== null && !/^https?:$/.test(protocolOf(plainText(value))) ? 'url' : undefined),
  },
};

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}
