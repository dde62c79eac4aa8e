import type { FieldEditing } from '../core/field-type.js';
import { textEditing } from './text-editing.js';
import { plainText } from './text.js';

/** Editing a web address: absolute, and one that a browser may follow. It is kept as it was typed. */
export const urlEditing: FieldEditing = {
  ...textEditing,
  input: 'url',
  check: (value) => (value !== null && !/^https?:$/.test(protocolOf(plainText(value))) ? 'url' : undefined),
};

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}
