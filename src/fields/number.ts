import type { FieldEditing, FieldType } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { shownFormatted } from './formats.js';
import { plainText } from './text.js';

/** Numbers keep so many digits exactly: they are IEEE 754 doubles. */
const MOST_DIGITS = 15;

/** A comma is a decimal sign where it cannot be anything else: "1,5" is one and a half, "1,234" is refused. */
const numberEditing: FieldEditing = {
  input: 'text',
  inputMode: 'decimal',
  parse: (text) => {
    const plain = text
      .trim()
      .replace(/^\u2212/, '-')
      .replace(/^([+-]?\d*),(?!\d{3}$)(\d+)$/, '$1.$2');
    const digits = plain.replace(/\D/g, '').replace(/^0+/, '');
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) && digits.length <= MOST_DIGITS;
    return isNumber ? Number(plain) : text.trim() || null;
  },
  check: (value) => (value !== null && typeof value !== 'number' ? 'number' : undefined),
};

/** A number, written as the reader's language writes it; a text that is a number is read as one, any other stays as it is. */
export const numberField = numberType('number', {});

/** An amount of money. Its currency is the source's: say it in the label. */
export const currencyField = numberType('currency', { minimumFractionDigits: 2 });

/** A percentage: 12.5 is 12.5 %. */
export const percentField = numberType('percent', { style: 'unit', unit: 'percent' });

function numberType(name: string, options: Intl.NumberFormatOptions): FieldType {
  const format = perLanguage((lang) => new Intl.NumberFormat([lang, 'en'], { maximumFractionDigits: 20, ...options }));
  const write: FieldType['text'] = (value, { lang }) => {
    const text = plainText(value);
    const number = text.trim() ? Number(text) : NaN;
    return Number.isFinite(number) ? format(lang).format(number) : text;
  };
  return { name, text: write, show: shownFormatted(write), edit: numberEditing };
}
