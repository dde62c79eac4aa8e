import type { FieldValue } from '../../../src/core/contact.js';
import type { FieldDefinition } from '../../../src/core/fields.js';

/** What is wrong with a value for its field, for a developer to read; `undefined` where nothing is. */
type Rule = (value: FieldValue, field: FieldDefinition) => string | undefined;

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@.]+$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Longest value in characters, where the definition does not say less. */
const MAX_LENGTH: Readonly<Record<string, number>> = { textarea: 10_000, email: 254, phone: 64, url: 2_048 };
const DEFAULT_MAX_LENGTH = 255;

const RULES: Readonly<Record<string, Rule>> = {
  text: checkText,
  textarea: checkText,
  email: textThat((text) => EMAIL.test(text), 'must be an email address'),
  phone: textThat((text) => /\d/.test(text), 'must have a digit'),
  url: textThat((text) => URL.canParse(text), 'must be an absolute URL'),
  country: textThat((text) => /^[A-Z]{2}$/.test(text) && REGIONS.of(text) !== undefined, 'must be a country code'),
  language: textThat(isLanguage, 'must be a language tag'),
  list: textThat(isOption, 'must be one of the options'),
  multilist: (value, field) =>
    orElse(Array.isArray(value) && value.every((item: string) => isOption(item, field)), 'must be a list of options'),
  checkbox: (value) => orElse(typeof value === 'boolean', 'must be true or false'),
  number: checkNumber,
  currency: checkNumber,
  percent: checkNumber,
  date: textThat(isDate, 'must be a date', checkRange),
  time: textThat((text) => TIME.test(text), 'must be a time', checkRange),
  datetime: textThat((text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)), 'must be a date and time'),
  person: (value) => orElse(typeof value === 'object', 'must be a person'),
};

/** What keeps the value from being one of that field, `undefined` where nothing does. `null` and `''` are "no value". */
export function valueProblem(value: FieldValue, field: FieldDefinition): string | undefined {
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return field.required ? 'is required' : undefined;
  return (RULES[field.type] ?? checkText)(value, field);
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
  const limit = Math.min(field.maxLength ?? Infinity, MAX_LENGTH[field.type] ?? DEFAULT_MAX_LENGTH);
  if ([...value].length > limit) return `must be at most ${limit} characters long`;
  return orElse(hasPattern(value, field.pattern), field.patternHint ?? 'must match the pattern');
}

/** As HTML's `pattern` works: the whole text must match, and what is no regular expression demands nothing. */
function hasPattern(text: string, pattern: string | undefined): boolean {
  try {
    return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'v').test(text);
  } catch {
    return true;
  }
}

function checkNumber(value: FieldValue, field: FieldDefinition): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? checkRange(value, field) : 'must be a number';
}

/** Numbers by size; dates and times by their text, which sorts as they do. */
function checkRange(value: number | string, { min, max }: FieldDefinition): string | undefined {
  const like = (limit: number | string) => (typeof value === 'number' ? Number(limit) : String(limit));
  if (min !== undefined && value < like(min)) return `must be at least ${min}`;
  if (max !== undefined && value > like(max)) return `must be at most ${max}`;
  return undefined;
}

function isOption(value: string, { options }: FieldDefinition): boolean {
  return !options || options.some((option) => option.value === value);
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Whether the calendar has that day: 30 February is none. */
function isDate(value: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return DATE.test(value) && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function orElse(isRight: boolean, problem: string): string | undefined {
  return isRight ? undefined : problem;
}
