import type { FieldType } from '../core/field-type.js';
import type { FieldValue } from '../core/contact.js';
import { plainText } from './text.js';

const edit = async () => (await import('./number-editing.js')).numberEditing;

/** A number, written as the reader's language writes it; a text that is a number is read as one, any other stays as it is. */
export const numberField: FieldType = {
  name: 'number',
  text: (value, { lang }) => format(value, lang, { maximumFractionDigits: 20 }),
  edit,
};

/** An amount of money. Its currency is the source's: say it in the label. */
export const currencyField: FieldType = {
  name: 'currency',
  text: (value, { lang }) => format(value, lang, { minimumFractionDigits: 2, maximumFractionDigits: 20 }),
  edit,
};

/** A percentage: 12.5 is 12.5 %. */
export const percentField: FieldType = {
  name: 'percent',
  text: (value, { lang }) => format(value, lang, { style: 'unit', unit: 'percent', maximumFractionDigits: 20 }),
  edit,
};

function format(value: FieldValue, lang: string, options: Intl.NumberFormatOptions): string {
  const text = plainText(value);
  const number = text.trim() ? Number(text) : NaN;
  return Number.isFinite(number) ? new Intl.NumberFormat([lang, 'en'], options).format(number) : text;
}
