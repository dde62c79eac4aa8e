import { isBlank, matchesPattern } from 'contact-details/server.js';
import type { FieldDefinition, FieldValue, Person } from 'contact-details/server.js';
import { isDate, isDateTime, isTime, timeOf } from './moments.js';
import { isPhone } from './phone-rule.js';

/** What is wrong with a value for its field, for a developer to read; `undefined` where nothing is. */
type Rule = (value: FieldValue, field: FieldDefinition) => string | undefined;

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@."(),:;<>[\\\]]+(\.[^\s@."(),:;<>[\\\]]+)+$/;
/** ISO 3166-1 without what it leaves to its users (save XK, which everybody uses for Kosovo) and what is no country. */
const COUNTRY = /^(?!AA|Q[M-Z]|X(?!K)|ZZ|EU|EZ|UN)[A-Z]{2}$/;
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Links that a panel shows as links. */
const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];

/** Longest value in characters, where the definition does not say less. */
const MAX_LENGTH: Readonly<Record<string, number>> = { textarea: 10_000, email: 254, phone: 64, url: 2_048, language: 35 };
const DEFAULT_MAX_LENGTH = 255;

const RULES: Readonly<Record<string, Rule>> = {
  text: checkText,
  textarea: checkText,
  email: textThat((text) => EMAIL.test(text), 'must be an email address'),
  phone: textThat(isPhone, 'must be a phone number'),
  url: textThat((text) => URL.canParse(text) && SCHEMES.includes(new URL(text).protocol), 'must be an absolute URL'),
  country: textThat(isCountry, 'must be a country code'),
  language: textThat(isLanguage, 'must be a language tag'),
  list: textThat(isOption, 'must be one of the options'),
  multilist: checkChoices,
  checkbox: (value) => orElse(typeof value === 'boolean', 'must be true or false'),
  number: checkNumber,
  currency: checkNumber,
  percent: checkNumber,
  date: textThat(
    isDate,
    'must be a date',
    rangeOf((text) => (isDate(text) ? text : undefined)),
  ),
  time: textThat(
    isTime,
    'must be a time',
    rangeOf((text) => (isTime(text) ? text : undefined)),
  ),
  datetime: textThat(isDateTime, 'must be a date and time', rangeOf(timeOf)),
  person: (value) => orElse(isPerson(value), 'must be a person'),
};

/** What keeps the value from being one of that field, `undefined` where nothing does. */
export function valueProblem(value: FieldValue, field: FieldDefinition): string | undefined {
  if (isNothing(value)) return field.required ? 'is required' : undefined;
  return (Object.hasOwn(RULES, field.type) ? RULES[field.type] : checkText)?.(value, field);
}

/** Whether a value is none: a text that shows nothing and an empty list say nothing either. */
export function isNothing(value: FieldValue): boolean {
  return value === null || (typeof value === 'string' && isBlank(value)) || (isList(value) && value.length === 0);
}

/** Whether a value is several choices. */
export function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether a value is a person. */
export function isPerson(value: FieldValue): value is Person {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** The rule of a text that is of some form, and then within some limits. */
function textThat(
  isRight: (text: string, field: FieldDefinition) => boolean,
  problem: string,
  limit?: (text: string, field: FieldDefinition) => string | undefined,
): Rule {
  return (value, field) => {
    if (typeof value !== 'string') return problem;
    return checkText(value, field) ?? orElse(isRight(value, field), problem) ?? limit?.(value, field);
  };
}

function checkText(value: FieldValue, field: FieldDefinition): string | undefined {
  if (typeof value !== 'string') return 'must be a text';
  const limit = Math.min(
    field.maxLength ?? Infinity,
    (Object.hasOwn(MAX_LENGTH, field.type) && MAX_LENGTH[field.type]) || DEFAULT_MAX_LENGTH,
  );
  if ([...value].length > limit) return `must be at most ${limit} characters long`;
  const hasPattern = field.pattern === undefined || matchesPattern(value, field.pattern);
  return orElse(hasPattern, field.patternHint ?? 'must match the pattern');
}

function checkNumber(value: FieldValue, field: FieldDefinition): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
  const like = (limit: number | string = '') => (String(limit).trim() ? Number(limit) : NaN);
  return checkRange(value, like(field.min), like(field.max), field);
}

/** The range of texts that can be put in order; a limit that is none of their kind demands nothing. */
function rangeOf<T extends number | string>(comparable: (text: string) => T | undefined) {
  return (value: string, field: FieldDefinition): string | undefined => {
    const like = (limit: number | string = '') => comparable(String(limit));
    return checkRange(like(value), like(field.min), like(field.max), field);
  };
}

function checkRange<T extends number | string>(
  value: T | undefined,
  least: T | undefined,
  most: T | undefined,
  { min, max }: Pick<FieldDefinition, 'min' | 'max'>,
): string | undefined {
  if (value === undefined) return undefined;
  if (least !== undefined && value < least) return `must be at least ${min}`;
  return most !== undefined && value > most ? `must be at most ${max}` : undefined;
}

function checkChoices(value: FieldValue, field: FieldDefinition): string | undefined {
  if (!isList(value)) return 'must be a list of options';
  if (new Set(value).size < value.length) return 'must have each option once';
  return orElse(
    value.every((choice) => isOption(choice, field)),
    'must be a list of options',
  );
}

function isOption(value: string, { options }: FieldDefinition): boolean {
  return !options || options.some((option) => option.value === value);
}

/** A country code means the same in small letters. */
function isCountry(text: string): boolean {
  const code = text.toUpperCase();
  return COUNTRY.test(code) && REGIONS.of(code) !== undefined;
}

/** A language tag means the same with the underscores of POSIX. */
function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value.replaceAll('_', '-')).length === 1;
  } catch {
    return false;
  }
}

function orElse(isRight: boolean, problem: string): string | undefined {
  return isRight ? undefined : problem;
}
