import type { FieldEditing, KnownOption } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { nameIn } from './display-names.js';
import type { Named } from './display-names.js';
import { COUNTRIES, LANGUAGES } from './everyday-names.js';
import type { Findable } from './everyday-names.js';

/** How a country is edited: searched by its names and codes. */
export const countryEditing: FieldEditing = editing('region', COUNTRIES);

/** How a language is edited: searched by its names and tags. */
export const languageEditing: FieldEditing = editing('language', LANGUAGES);

function editing(type: Named, all: readonly Findable[]): FieldEditing {
  const optionsIn = perLanguage((lang) => namedOptions(lang, type, all));
  return { input: 'search', options: ({ lang }) => optionsIn(lang) };
}

/** All of them as options, by their names in the reader's language and in the order of its alphabet; English names find them too. */
function namedOptions(lang: string, type: Named, all: readonly Findable[]): readonly KnownOption[] {
  const { compare } = new Intl.Collator([lang, 'en']);
  return all
    .map(({ code, names, codes, abbreviations }) => ({
      value: code,
      label: nameIn(lang, type, code),
      keywords: [nameIn('en', type, code), ...names].flatMap(spelledOut),
      codes,
      abbreviations,
    }))
    .sort((a, b) => compare(a.label, b.label));
}

/** An English name, and as it is written where nothing is abbreviated: "St. Kitts & Nevis" is "Saint Kitts and Nevis". */
function spelledOut(name: string): readonly string[] {
  const whole = name.replace(/\bSt\. /g, 'Saint ').replace(/ & /g, ' and ');
  return whole === name ? [name] : [name, whole];
}
