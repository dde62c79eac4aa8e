import { languageTag } from '../i18n/languages.js';
import { perLanguage } from '../i18n/per-language.js';
import { perText } from './per-text.js';

/** What is named: a country (ISO 3166-1 alpha-2) or a language (BCP 47). */
export type Named = 'region' | 'language';

const namesIn = {
  region: perLanguage((lang) => namesOf(lang, 'region')),
  language: perLanguage((lang) => namesOf(lang, 'language')),
};

/** The name of a country or language in another language, by CLDR; the code itself where there is none. */
export function nameIn(lang: string, type: Named, code: string): string {
  try {
    return namesIn[type](lang)(type === 'region' ? code.toUpperCase() : languageTag(code)) ?? code;
  } catch {
    return code;
  }
}

function namesOf(lang: string, type: Named): (tag: string) => string | undefined {
  const names = new Intl.DisplayNames([lang, 'en'], { type });
  return perText((tag) => names.of(tag));
}
