import { ownValue } from './own-value.js';

const SPELLED_OUT: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};

/** What cannot be seen, save what tells two emoji apart: the joiner between their parts, and the letters of a region's flag. */
const INVISIBLE = /(?!\u200d\p{ExtPict}|[\u{e0020}-\u{e007f}])\p{DI}/gu;

/**
 * The form in which names are compared: without case, accents, invisible characters and Unicode form (UAX #15 NFKD without
 * the combining diacritical marks U+0300–U+036F), white space collapsed, apostrophes, quotation marks and dashes as a
 * keyboard has them, and the Latin letters that Unicode does not decompose spelled out. Letters with a compatibility form
 * (𝓥) have a case only after it, and some emoji (🈲) are letters after it. "VIP", "vip" and "víp" fold alike. Vowel signs of other
 * scripts, and й, are letters: they stay.
 */
export function foldText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replaceAll('´', "'")
    .toLowerCase()
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/(?<!и)[\u0300-\u036f]+/gu, '')
    .replace(/[^ -~]/g, (letter) => ownValue(SPELLED_OUT, letter) ?? letter)
    .replace(/[‘’‛′ʹʻʼ`׳]/g, "'")
    .replace(/[“”„‟״]/g, '"')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[\s\u2800]+/gu, ' ')
    .trim();
}
