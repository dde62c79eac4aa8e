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
import {
  isNumber,
  isSeveral,
  MOST_CHARACTERS,
  plainNumber,
  SIGN,
  signsOf,
  takeApart,
  toAscii,
  vanityNumber,
  withoutLabels,
} from './phone-text.js';
import { plainText } from './text.js';

/**
 * What is known about phone numbers, all of it from libphonenumber-js with its smallest metadata. Nobody else imports it: it
 * is loaded when a page that shows a phone number is idle, or when one is edited. Decision 7 says why the smallest is enough.
 */

/** Nothing longer can be a number: 15 digits by E.164, and what is dialled before them abroad. */
const MOST_DIGITS = 20;
const SHORTEST = 3;
/** With a word before it, fewer digits may be anything: a room, a year. */
const LEAST_LABELLED = 7;
/** The digits of two numbers of one country. */
const SEVERAL = /^\d{6,20}$/;
const TRUNK_ZERO = /\(\s*0\s*\)/;
/** Emergency calls, services and the senders of text messages have short numbers, of no form that could be checked. */
const SHORT_CODE = /^\d{3,6}$/;
/** What may be dialled has as many digits at most: 15 by E.164, and 3 more after what is dialled before them abroad. */
const DIALLED = /^(?:\d{3,15}|(?:00|011)\d{7,16})$/;
const DIALLED_FROM_ANYWHERE = /^\+\d{7,15}$/;
/** Codes that telephones and networks know (ITU-T E.164 leaves them to the countries). */
const SERVICE_CODE = /^[*#][\d*#]+$/;
/**
 * Numbers as they were before a country gave out longer or shorter ones, which WhatsApp and others still deliver: Mexico's
 * with a 1, those of eight digits in Benin and the Ivory Coast.
 */
const FORMER = /^\+(?:521\d{10}|22[59]\d{8})$/;

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
  if (!isNumber(text)) return typed;
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
  const { number: written } = takeApart(text);
  if (!isNumber(written) && text.length <= MOST_CHARACTERS) return 'phone';
  const number = numberOf(written);
  if (SHORT_CODE.test(number) || FORMER.test(number)) return undefined;
  if (SEVERAL.test(number) && isSeveral(written)) return undefined;
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
  const { number: written, extension } = takeApart(text);
  const number = numberOf(written);
  if (FORMER.test(number) && extension === undefined) return number;
  const phone = parse(number, country);
  if (typeof phone !== 'object' || extension !== undefined || phone.ext || SHORT_CODE.test(number)) return text;
  // Without a country code it is a guess that the number is of that country: only a number that exists there is taken for one.
  if (!number.startsWith('+')) return phone.isValid() ? phone.number : text;
  return isPossible(phone) && isSaidBy(phone, number) ? phone.number : text;
}

/** A phone number as it is read, copied and dialled. */
export interface ReadPhone {
  /** With the spaces of its country, where it is one with a country code; else as it was written. */
  readonly shown: string;
  /** E.164, with its extension behind it; as it was written where it has no country code. */
  readonly copied: string;
  /** The URI of RFC 3966; `undefined` where it is not sure which number would be dialled. */
  readonly href: string | undefined;
}

/** Reads a phone number, however it was written. */
export function readPhone(text: string): ReadPhone {
  if (text.length > MOST_CHARACTERS) return { shown: text, copied: text, href: undefined };
  const { number: written, extension } = takeApart(text);
  const number = numberOf(written);
  const phone = isSeveral(written) ? undefined : internationalOf(number);
  const dialled = phone?.number ?? dialledNumber(written);
  const href = dialled && `tel:${dialled}${extension === undefined ? '' : `;ext=${extension}`}`;
  if (!phone) return { shown: text, copied: text, href };
  const formatted = phone.formatInternational();
  if (extension === undefined) return { shown: formatted, copied: phone.number, href };
  const whole = `${formatted} ext. ${extension}`;
  return { shown: whole, copied: whole, href };
}

/** What is dialled for a number that is not known to be one with a country code, `undefined` where that is not sure. */
function dialledNumber(written: string): string | undefined {
  const vanity = vanityNumber(written);
  if (vanity !== undefined) return vanity;
  if (SERVICE_CODE.test(written.trim())) return encodeURIComponent(written.trim());
  const labelled = withoutLabels(written);
  if (!isNumber(labelled) || isSeveral(labelled)) return undefined;
  const number = numberOf(labelled);
  if (number.startsWith('+')) {
    const isSure = DIALLED_FROM_ANYWHERE.test(number) && !TRUNK_ZERO.test(labelled);
    return internationalOf(number)?.number ?? (isSure ? number : undefined);
  }
  const isShort = labelled !== written.trim() && number.length < LEAST_LABELLED;
  return DIALLED.test(number) && !isShort ? number : undefined;
}

/**
 * The country of a phone number with country code (ISO 3166-1 alpha-2); `undefined` where several could have it. The library
 * alone would answer with the largest of them.
 */
export function countryOf(text: string): string | undefined {
  const phone = parse(numberOf(takeApart(text).number));
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

/** The number, where it is one with a country code that may exist, and where its digits say so. */
function internationalOf(number: string): PhoneNumber | undefined {
  const phone = number.startsWith('+') ? parse(number) : undefined;
  return typeof phone === 'object' && !phone.ext && isPossible(phone) && isSaidBy(phone, number) ? phone : undefined;
}

/**
 * The plus and the digits of a number, in ASCII; a text that is more than a number stays as it is. A zero in brackets, which is
 * dialled at home, goes where the number has none.
 */
function numberOf(written: string): string {
  const number = plainNumber(written);
  if (!TRUNK_ZERO.test(written) || internationalOf(number)) return number;
  const without = plainNumber(written.replace(TRUNK_ZERO, ' '));
  return internationalOf(without) ? without : number;
}

/** The signs with the separators of their country between them, `undefined` where the country is not known. */
function format(signs: readonly string[], country: string | undefined): string | undefined {
  const plain = toAscii(signs.join(''));
  const typing = new AsYouType(defaultCountry(country));
  const formatted = typing.input(plain);
  const isKnown = plain.startsWith('+') ? typing.getCallingCode() : defaultCountry(country).defaultCountry;
  if (!isKnown || signs.length > MOST_DIGITS || toAscii(signsOf(formatted).join('')) !== plain) return undefined;
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
