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
  email: (value, field) => checkText(value, field) ?? orElse(EMAIL.test(String(value)), 'must be an email address'),
  phone: (value, field) => checkText(value, field) ?? orElse(/\d/.test(String(value)), 'must have a digit'),
  url: (value, field) => checkText(value, field) ?? orElse(URL.canParse(String(value)), 'must be an absolute URL'),
  country: (value) =>
    orElse(isText(value) && /^[A-Z]{2}$/.test(value) && REGIONS.of(value) !== undefined, 'must be a country code'),
  language: (value) => orElse(isText(value) && isLanguage(value), 'must be a language tag'),
  list: (value, field) => orElse(isText(value) && isOption(value, field), 'must be one of the options'),
  multilist: (value, field) =>
    orElse(Array.isArray(value) && value.every((item: string) => isOption(item, field)), 'must be a list of options'),
  checkbox: (value) => orElse(typeof value === 'boolean', 'must be true or false'),
  number: checkNumber,
  currency: checkNumber,
  percent: checkNumber,
  date: (value, field) => orElse(isText(value) && isDate(value), 'must be a date') ?? checkRange(value, field),
  time: (value, field) => orElse(isText(value) && TIME.test(value), 'must be a time') ?? checkRange(value, field),
  datetime: (value) =>
    orElse(isText(value) && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)), 'must be a date and time'),
  person: (value) => orElse(typeof value === 'object', 'must be a person'),
};

/** What keeps the value from being one of that field, `undefined` where nothing does. `null` and `''` are "no value". */
export function valueProblem(value: FieldValue, field: FieldDefinition): string | undefined {
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return field.required ? 'is required' : undefined;
  return (RULES[field.type] ?? checkText)(value, field);
}

function checkText(value: FieldValue, field: FieldDefinition): string | undefined {
  if (!isText(value)) return 'must be a text';
  const limit = Math.min(field.maxLength ?? Infinity, MAX_LENGTH[field.type] ?? DEFAULT_MAX_LENGTH);
  if ([...value].length > limit) return `must be at most ${limit} characters long`;
  if (field.pattern === undefined) return undefined;
  return orElse(new RegExp(`^(?:${field.pattern})$`, 'v').test(value), field.patternHint ?? 'must match the pattern');
}

function checkNumber(value: FieldValue, field: FieldDefinition): string | undefined {
  return orElse(Number.isFinite(value), 'must be a number') ?? checkRange(value, field);
}

function checkRange(value: FieldValue, { min, max }: FieldDefinition): string | undefined {
  if (value === null) return undefined;
  const isNumber = typeof value === 'number';
  if (min !== undefined && (isNumber ? value < Number(min) : String(value) < String(min))) return `must be at least ${min}`;
  if (max !== undefined && (isNumber ? value > Number(max) : String(value) > String(max))) return `must be at most ${max}`;
  return undefined;
}

function isText(value: FieldValue): value is string {
  return typeof value === 'string';
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
