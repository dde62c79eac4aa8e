import { Big } from 'big.js';
import type { FieldValue } from '../core/contact.js';
import type { FieldDefinition } from '../core/field-definition.js';
import type { FieldEditing } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { plainText } from './text.js';

/**
 * How numbers are edited: read as the reader's language writes them, and kept to the last digit. Nobody else imports big.js,
 * which compares numbers of any length.
 */

/** A number that is written like one of the program: as `Intl` takes it. */
type Decimal = `${number}`;

/** A text that is a number in two ways, a thousand times apart. */
interface Ambiguous {
  readonly readings: readonly [string, string];
}

/** Signs between digits: spaces, apostrophes, and both of the Arabic scripts are what they are for every reader. */
const SEPARATORS = /[.,' \u066b\u066c]/;
const BODY = /^(?=\D*\d)[\d.,' \u066b\u066c]+$/;
const ARABIC_DECIMAL = '\u066b';
const DECIMAL_SIGNS = ['.', ',', ARABIC_DECIMAL];
/** Very small numbers are shown as programs write them. */
const SCIENTIFIC = /^[+-]?\d+(\.\d+)?e-\d+$/i;
const PERCENT_SIGNS = ['%', '\u066a'];

const format = perLanguage((lang) => new Intl.NumberFormat([lang, 'en'], { maximumFractionDigits: 20, useGrouping: false }));

/** How a number, an amount or a percentage is edited. */
export const numberEditing: FieldEditing = {
  input: 'text',
  // The number pad of iOS has no minus.
  inputMode: ({ min }) => (plainText(min).trim() && Number(min) >= 0 ? 'decimal' : undefined),
  unit: ({ currency, type }) => (type === 'percent' ? '%' : type === 'currency' ? currency : undefined),
  start,
  toControl: (typed, { lang, was }) => {
    const isTyped = typeof typed === 'string' && typed !== start(was);
    const decimal = isTyped ? undefined : toDecimal(typed);
    return decimal === undefined || /e-|\.\d{21}/i.test(decimal) ? plainText(typed) : format(lang).format(decimal);
  },
  fromControl: (typed, { definition, lang, was }) => {
    const text = plainText(typed).trim();
    if (!text) return null;
    const read = typeof typed === 'number' ? toDecimal(typed) : readNumber(text, definition, lang);
    if (typeof read !== 'string') return text;
    if (isSameNumber(read, was)) return was;
    return isSameNumber(read, Number(read)) ? Number(read) : text;
  },
  order: (value) => (plainText(value).trim() ? Number(value) : NaN),
  check: (value, definition, _contact, lang) => {
    if (typeof value === 'number') return undefined;
    const read = readNumber(plainText(value), definition, lang);
    if (typeof read === 'string') return 'tooLong';
    return read ?? 'number';
  },
};

/** A number that is stored as a text is edited as a number, so that no typed text is taken for it. */
function start(value: FieldValue): FieldValue {
  const number = Number(value);
  return isSameNumber(plainText(value), number) ? number : value;
}

function isSameNumber(first: FieldValue, second: FieldValue): boolean {
  const [one, other] = [toDecimal(first), toDecimal(second)];
  return one !== undefined && other !== undefined && new Big(one).eq(other);
}

/** The value as big.js and `Intl` take it, `undefined` where it is no number. */
function toDecimal(value: FieldValue): Decimal | undefined {
  const text = plainText(value).trim();
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
    ? (text.replace(/^\+/, '') as Decimal)
    : undefined;
}

/** The number that a person wrote in their language, with the sign of its unit or without; `undefined` for what is none. */
function readNumber(text: string, definition: FieldDefinition, lang: string): Decimal | Ambiguous | undefined {
  const plain = fold(text);
  if (SCIENTIFIC.test(plain)) return toDecimal(plain);
  const [, sign, body = ''] = /^([+-]?)(.*)$/.exec(withoutUnit(plain, definition, lang)) ?? [];
  const read = BODY.test(body) ? readDigits(body.trim(), lang) : undefined;
  if (read === undefined) return undefined;
  const minus = sign === '-' ? '-' : '';
  if (typeof read === 'string') return `${minus}${read}` as Decimal;
  const [whole, fraction] = read.map((reading) => format(lang).format(`${minus}${reading}` as Decimal));
  return { readings: [whole ?? '', fraction ?? ''] };
}

/** Digits and what is between them as one number, or as two where the reader's language does not decide. */
function readDigits(body: string, lang: string): string | readonly [string, string] | undefined {
  const signs = [...body].filter((character) => SEPARATORS.test(character));
  const last = signs.at(-1);
  if (last === undefined) return body;
  const at = body.lastIndexOf(last);
  const whole = body.slice(0, at);
  const fraction = body.slice(at + 1);
  const others = new Set(signs.slice(0, -1));
  if (others.has(last)) return others.size === 1 ? grouped(body, last) : undefined;
  const [group] = others;
  if (group !== undefined) {
    const before = others.size === 1 && fraction && DECIMAL_SIGNS.includes(last) ? grouped(whole, group) : undefined;
    return before && `${before}.${fraction}`;
  }
  const asWhole = grouped(body, last);
  if (!DECIMAL_SIGNS.includes(last)) return asWhole;
  const asFraction = `${whole || '0'}.${fraction || '0'}`;
  const own = separatorsOf(lang);
  if (last === own.decimal || last === ARABIC_DECIMAL) return asFraction;
  if (last === own.group && asWhole !== undefined) return asWhole;
  return fraction.length === 3 && Number(whole) > 0 ? [whole + fraction, asFraction] : asFraction;
}

/** The digits of groups of three, or of two before the last three as in India, by commas; `undefined` for other groups. */
function grouped(text: string, sign: string): string | undefined {
  if (sign === ARABIC_DECIMAL) return undefined;
  const lengths = text.split(sign).map(({ length }) => length);
  const isGrouped = (sign === ',' ? /^[1-3](,3)+$|^[12](,2)+,3$/ : /^[1-3](,3)+$/).test(String(lengths));
  return isGrouped && !text.startsWith('0') ? text.replaceAll(sign, '') : undefined;
}

const separatorsOf = perLanguage((lang) => {
  const parts = new Intl.NumberFormat([lang, 'en'], { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(1234567);
  const signOf = (name: string) => fold(parts.find(({ type }) => type === name)?.value ?? '', false);
  return { group: signOf('group'), decimal: signOf('decimal') };
});

/** The text in ASCII digits and one form of each sign, without what is invisible. */
function fold(text: string, isTrimmed = true): string {
  const folded = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uff01-\uffee]/g, (character) => character.normalize('NFKC'))
    .replace(/\p{Nd}/gu, toAscii)
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'")
    .replace(/\s/g, ' ');
  return isTrimmed ? folded.trim() : folded;
}

/** Digits of every script lie in the order of their values, ten by ten. */
function toAscii(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** The text without a sign of its unit before or behind it, its minus first. */
function withoutUnit(text: string, definition: FieldDefinition, lang: string): string {
  if (/^[+-]?[\d.,' \u066b\u066c]*$/.test(text)) return text;
  const [sign] = /^[+-]/.exec(text) ?? [''];
  const rest = text.slice(sign.length).trim();
  const units = unitsOf(definition, lang);
  const upper = rest.toUpperCase();
  const before = units.find((unit) => upper.startsWith(unit));
  if (before !== undefined) return sign + rest.slice(before.length).trim();
  const after = units.find((unit) => upper.endsWith(unit));
  return after === undefined ? text : sign + rest.slice(0, -after.length).trim();
}

/** The signs that may stand beside a value of the field, in capitals, the longest first. */
function unitsOf({ type, currency }: FieldDefinition, lang: string): readonly string[] {
  if (type === 'percent') return PERCENT_SIGNS;
  const currencies = currency === undefined ? Intl.supportedValuesOf('currency') : [currency];
  const signs = currencies.flatMap((code) => [code, ...signsOf(code, lang)]).map((sign) => fold(sign).toUpperCase());
  // Without a currency of the field, a single letter may also stand for thousands or millions.
  const clear = signs.filter((sign) => currency !== undefined || /..|\p{Sc}/u.test(sign));
  return [...new Set(clear)].sort((a, b) => b.length - a.length);
}

/** How a currency is written: `US$`, `$`. */
function signsOf(currency: string, lang: string): readonly string[] {
  if (!/^[A-Z]{3}$/i.test(currency)) return [];
  return (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => {
    const parts = new Intl.NumberFormat([lang, 'en'], { style: 'currency', currency, currencyDisplay }).formatToParts(0);
    return parts.find(({ type }) => type === 'currency')?.value ?? currency;
  });
}
