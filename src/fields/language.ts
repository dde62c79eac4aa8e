import type { FieldType } from '../core/field-type.js';
import { plainText } from './text.js';

/** A language (BCP 47), by its name in the reader's language; an unknown tag stays as it is. */
export const languageField: FieldType = {
  name: 'language',
  text: (value, { lang }) => (value === null ? '' : nameIn(lang, 'language', plainText(value))),
  edit: async () => (await import('./language-editing.js')).languageEditing,
};

const names = new Map<string, Intl.DisplayNames>();

/** The name of a country or language in another language, by CLDR; the code itself where there is none. */
export function nameIn(lang: string, type: 'region' | 'language', code: string): string {
  const key = `${type} ${lang}`;
  try {
    if (!names.has(key)) names.set(key, new Intl.DisplayNames([lang, 'en'], { type }));
    return names.get(key)?.of(type === 'region' ? code.toUpperCase() : code) ?? code;
  } catch {
    return code;
  }
}
