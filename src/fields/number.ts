import type { FieldType } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { shownFormatted } from './formats.js';
import { plainText } from './text.js';

/** What `Intl` would round: it writes 20 digits behind the decimal sign. */
const TOO_FINE = /e-|\.\d{21}/i;

/**
 * A number, written as the reader's language writes it; a text that is a number is read as one, any other stays as it is. A
 * text may have more digits than a `number` keeps: all of them are shown.
 */
export const numberField = numberType('number', {});

/** An amount of money, in the currency (ISO 4217) that the definition names. */
export const currencyField = numberType('currency', { minimumFractionDigits: 2 });

/** A percentage: 12.5 is 12.5 %. */
export const percentField = numberType('percent', { style: 'unit', unit: 'percent' });

function numberType(name: string, options: Intl.NumberFormatOptions): FieldType {
  const format = perLanguage((key) => {
    const [lang = 'en', currency] = key.split(' ');
    const unit = currency ? { style: name, currency } : options;
    return new Intl.NumberFormat([lang, 'en'], { maximumFractionDigits: 20, ...unit } as Intl.NumberFormatOptions);
  });
  const write: FieldType['text'] = (value, { definition: { currency = '' }, lang }) => {
    const text = plainText(value);
    const isNumber = text.trim() && Number.isFinite(Number(text)) && !TOO_FINE.test(text);
    return isNumber ? format(name === 'currency' ? `${lang} ${currency}`.trim() : lang).format(text as `${number}`) : text;
  };
  return {
    name,
    text: write,
    show: shownFormatted(write),
    edit: async () => (await import('./exact-editing.js')).numberEditing,
  };
}
