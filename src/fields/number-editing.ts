import type { FieldEditing } from '../core/field-type.js';

/**
 * Editing a number. A comma is a decimal sign where it cannot be anything else: "1,5" is one and a half, "1,234" is refused,
 * and so are more digits than a number keeps (IEEE 754 doubles: 15).
 */
export const numberEditing: FieldEditing = {
  input: 'text',
  inputMode: 'decimal',
  parse: (text) => {
    const plain = text
      .trim()
      .replace(/^\u2212/, '-')
      .replace(/^([+-]?\d*),(?!\d{3}$)(\d+)$/, '$1.$2');
    const digits = plain.replace(/\D/g, '').replace(/^0+/, '');
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) && digits.length <= 15;
    return isNumber ? Number(plain) : text.trim() || null;
  },
  check: (value) => (value !== null && typeof value !== 'number' ? 'number' : undefined),
};
