import {
  AsYouType,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  ParseError,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js';
import type { Complaint, FieldEditing, TypedEdit, TypedText } from '../core/field-type.js';
import { plainText } from './text.js';

/**
 * What is known about phone numbers, all of it from libphonenumber-js with its smallest metadata. Nobody else imports it: it
 * is loaded when a phone number is edited. Decision 7 says why the smallest is enough.
 */

// The digits that the library knows: ASCII, fullwidth, Arabic-Indic, and those of Persian and Urdu.
const DIGITS = '0-9０-９٠-٩۰-۹';
const SIGN = new RegExp(`[+＋${DIGITS}]`);
/** Digits with a plus before them or not, and whatever people, and the programs they copy from, put between them. */
const SEPARATORS = '[\\s\\p{Cf}\\p{Pd}\u2212.·()（）[\\]/]*';
const NUMBER = new RegExp(`^${SEPARATORS}[+＋]?(?:${SEPARATORS}[${DIGITS}])*${SEPARATORS}$`, 'u');
/** Nothing longer can be a number: 15 digits by E.164, and what is dialled before them abroad. */
const MOST_DIGITS = 20;
const SHORTEST = 3;
/** Emergency calls, services and the senders of text messages have short numbers, of no form that could be checked. */
const SHORT_CODE = /^\d{3,6}$/;
/** Texts longer than this are not looked at; the library would not either. */
const MOST_CHARACTERS = 250;

/**
 * What is given out in several countries though the smallest metadata knows of one: personal numbers of North America,
 * freephone of Russia and Kazakhstan, mobile numbers of the Isle of Man among those of Britain.
 */
const SHARED = /^\+(?:1500|780[089]|447924)/;

/** Territories whose numbers have a plan of their own, but which are part of a country by ISO 3166-1. */
const PARTS: Readonly<Record<string, string>> = { AC: 'SH', TA: 'SH' };

/**
 * How a phone number is edited: formatted as it is typed, saved as E.164 where its country is known, and kept as it was typed
 * where it is not.
 */
export const phoneEditing: FieldEditing = {
  input: 'tel',
  format: ({ text, caret }, { country }, edit) => formatAsTyped(text, caret, country, edit),
  parse: (text, { country }) => (text.trim() ? toE164(text.trim(), country) : null),
  implies: (value) => {
    const country = countryOf(plainText(value));
    return country === undefined ? {} : { country };
  },
  check: (value, _, { country }) => (value === null ? undefined : phoneProblem(plainText(value), country)),
};

/**
 * Formats a phone number while it is typed: digits and their order stay, the caret stays behind the same digit. What is no
 * phone number, and a number of an unknown country, is left as it is. `country` (ISO 3166-1 alpha-2) is the one of numbers
 * without a country code. With `edit`, deleting a space or bracket that would come back deletes the digit beyond it.
 */
export function formatAsTyped(text: string, caret: number, country?: string, edit?: TypedEdit): TypedText {
  const typed = { text, caret };
  if (text.length > MOST_CHARACTERS || !NUMBER.test(text)) return typed;
  const signs = signsOf(text);
  let at = signsOf(text.slice(0, caret)).length;
  const isStubborn = edit && edit.before.length > text.length && edit.before === format(signs, country);
  if (isStubborn && edit.inputType.endsWith('Backward') && at > 0) signs.splice(--at, 1);
  if (isStubborn && edit.inputType.endsWith('Forward')) signs.splice(at, 1);
  const formatted = format(signs, country);
  if (formatted === undefined) return typed;
  const isPastSeparator = caret > 0 && !SIGN.test(text.charAt(caret - 1));
  return { text: formatted, caret: placeBehind(formatted, at, isPastSeparator) };
}

/**
 * What is wrong with a phone number; `undefined` where nothing is, or nothing can be known: a number without a country code
 * may be any number, unless `country` (ISO 3166-1 alpha-2) says where it is from.
 */
export function phoneProblem(text: string, country?: string): Complaint | undefined {
  const number = plainNumber(text);
  if (SHORT_CODE.test(number)) return undefined;
  const phone = parse(number, country);
  if (typeof phone === 'object') return isPossible(phone) ? undefined : lengthProblem(number, country);
  switch (phone) {
    case 'TOO_SHORT':
      return 'phoneTooShort';
    case 'TOO_LONG':
      return 'phoneTooLong';
    case 'INVALID_COUNTRY':
      if (number.startsWith('+')) return 'phoneCountryCode';
      if (number.length < SHORTEST) return 'phoneTooShort';
      return number.length > MOST_DIGITS ? 'phoneTooLong' : undefined;
    default:
      return 'phone';
  }
}

/**
 * A phone number in the form of E.164, or else the text, untouched: where it is none, or has no country code and `country`
 * (ISO 3166-1 alpha-2) does not make it valid, where something would be lost (an extension) or a digit moved.
 */
export function toE164(text: string, country?: string): string {
  const number = plainNumber(text);
  const phone = parse(number, country);
  if (typeof phone !== 'object' || phone.ext || SHORT_CODE.test(number)) return text;
  // Without a country code it is a guess that the number is of that country: only a number that exists there is taken for one.
  if (!number.startsWith('+')) return phone.isValid() ? phone.number : text;
  return isPossible(phone) && isSaidBy(phone, number) ? phone.number : text;
}

/**
 * The country of a phone number with country code (ISO 3166-1 alpha-2); `undefined` where several could have it. The library
 * alone would answer with the largest of them.
 */
export function countryOf(text: string): string | undefined {
  const phone = parse(plainNumber(text));
  if (typeof phone !== 'object' || SHARED.test(phone.number)) return undefined;
  const { countryCallingCode, nationalNumber } = phone;
  const sharing = getCountries().filter((country) => getCountryCallingCode(country) === countryCallingCode);
  const candidates = sharing.length > 1 ? sharing.filter((country) => isOf(country, phone, nationalNumber)) : sharing;
  const [country, another] = candidates;
  return country === undefined || another !== undefined ? undefined : (PARTS[country] ?? country);
}

/** Whether a number may be of one of the countries that share its country code, by its first digits or by its whole form. */
function isOf(country: CountryCode, phone: PhoneNumber, nationalNumber: string): boolean {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const firstDigits = metadata.numberingPlan?.leadingDigits();
  if (firstDigits) return new RegExp(`^(?:${firstDigits})`).test(nationalNumber);
  phone.country = country;
  return phone.isValid();
}

/** The number, or the library's word for why it is none. */
function parse(number: string, country?: string): PhoneNumber | string {
  try {
    return parsePhoneNumberWithError(number, { extract: false, ...defaultCountry(country) });
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
}

function defaultCountry(country: string | undefined): { readonly defaultCountry?: CountryCode } {
  const code = country?.toUpperCase();
  return code !== undefined && isSupportedCountry(code) ? { defaultCountry: code } : {};
}

function isPossible(phone: PhoneNumber): boolean {
  return phone.isPossible() || (!phone.country && phone.getPossibleCountries().length > 0);
}

function lengthProblem(number: string, country: string | undefined): Complaint {
  const problem = validatePhoneNumberLength(number, defaultCountry(country));
  if (problem === 'TOO_SHORT') return 'phoneTooShort';
  return problem === 'TOO_LONG' ? 'phoneTooLong' : 'phoneLength';
}

/**
 * Whether the digits say that very number, but for the one that is dialled before it in its own country, as in +44 (0)20 and
 * +7 8 912. Other rules of the library move digits.
 */
function isSaidBy({ countryCallingCode, nationalNumber, number }: PhoneNumber, text: string): boolean {
  if (text === number) return true;
  return text.length === number.length + 1 && text.startsWith(`+${countryCallingCode}`) && text.endsWith(nationalNumber);
}

/** The digits of a number, in ASCII, with its plus; a text that is more than a number stays as it is. */
function plainNumber(text: string): string {
  return text.length <= MOST_CHARACTERS && NUMBER.test(text) ? toAscii(signsOf(text)) : text;
}

function signsOf(text: string): string[] {
  return text.split('').filter((character) => SIGN.test(character));
}

/** Fullwidth digits, and both kinds of Arabic ones, lie in the order of their values, from a code whose last bits are zero. */
function toAscii(signs: readonly string[]): string {
  return signs.map((sign) => (/[+＋]/.test(sign) ? '+' : String(sign.charCodeAt(0) & 0xf))).join('');
}

/** The signs with the separators of their country between them, `undefined` where the country is not known. */
function format(signs: readonly string[], country: string | undefined): string | undefined {
  const plain = toAscii(signs);
  const typing = new AsYouType(defaultCountry(country));
  const formatted = typing.input(plain);
  const isKnown = plain.startsWith('+') ? typing.getCallingCode() : defaultCountry(country).defaultCountry;
  if (!isKnown || signs.length > MOST_DIGITS || toAscii(signsOf(formatted)) !== plain) return undefined;
  let next = 0;
  return formatted.replace(/[+\d]/g, (sign) => signs[next++] ?? sign);
}

/** Where the caret is that stands behind so many signs, and perhaps behind the separators after them. */
function placeBehind(text: string, count: number, isPastSeparator: boolean): number {
  let at = 0;
  for (let passed = 0; passed < count; at++) if (SIGN.test(text.charAt(at))) passed++;
  if (isPastSeparator) while (at < text.length && !SIGN.test(text.charAt(at))) at++;
  return at;
}
