import type { Option } from '../core/field-definition.js';
import { nameIn } from './language.js';

const known = new Map<string, readonly Option[]>();

/** These codes as options, by their names in the reader's language (CLDR) and in the order of its alphabet. */
export function namedOptions(lang: string, type: 'region' | 'language', codes: readonly string[]): readonly Option[] {
  const key = `${type} ${lang}`;
  const { compare } = new Intl.Collator([lang, 'en']);
  const options =
    known.get(key) ??
    codes
      .map((code) => ({ value: code, label: nameIn(lang, type, code), keywords: [nameIn('en', type, code)] }))
      .sort((a, b) => compare(a.label, b.label));
  known.set(key, options);
  return options;
}
