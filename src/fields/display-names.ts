import { languageTag } from '../i18n/languages.js';
import { perLanguage } from '../i18n/per-language.js';
import { perText } from './per-text.js';

/** What is named: a country (ISO 3166-1 alpha-2) or a language (BCP 47). */
export type Named = 'region' | 'language';

const formats = {
  region: perLanguage((lang) => new Intl.DisplayNames([lang, 'en'], { type: 'region' })),
  language: perLanguage((lang) => new Intl.DisplayNames([lang, 'en'], { type: 'language' })),
};

const namesIn = perLanguage((lang) => ({
  region: perText((code) => findName(lang, 'region', code)),
  language: perText((code) => findName(lang, 'language', code)),
}));

/** The name of a country or language in another language, by CLDR; the code itself where there is none. */
export function nameIn(lang: string, type: Named, code: string): string {
  return namesIn(lang)[type](code);
}

function findName(lang: string, type: Named, code: string): string {
  try {
    return formats[type](lang).of(type === 'region' ? code.toUpperCase() : languageTag(code)) ?? code;
  } catch {
    return code;
  }
}
