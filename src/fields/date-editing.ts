import type { FieldValue } from '../core/contact.js';
import type { ControlContext, FieldEditing } from '../core/field-type.js';
import { clockReading, readDay, readMoment, readTime } from './moments.js';
import { plainText } from './text.js';

/** Texts as the platform's controls write them; some let people type years of more than four digits. */
const CONTROL_DAY = /^\d{4,6}-\d\d-\d\d$/;
const CONTROL_TIME = /^\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/;
const CONTROL_MOMENT = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/;

/** How a day is edited. */
export const dateEditing: FieldEditing = {
  input: 'date',
  least: '0001-01-01',
  most: '9999-12-31',
  toControl: toControlDay,
  fromControl: unlessSame(toControlDay, (text) => text),
  order: (value) => readDay(plainText(value)) ?? NaN,
  check: (value) => (readDay(plainText(value)) === undefined ? 'incomplete' : undefined),
};

/** How a time of day is edited: by the minute, as it is saved. */
export const timeEditing: FieldEditing = {
  input: 'time',
  toControl: toControlTime,
  fromControl: unlessSame(toControlTime, (text) => text.slice(0, 5)),
  order: (value) => readTime(plainText(value)) ?? NaN,
};

/** How a moment is edited: in the platform's control, which knows no time zones, by the reader's clock. */
export const datetimeEditing: FieldEditing = {
  input: 'datetime-local',
  least: '0001-01-01T00:00',
  most: '9999-12-31T23:59',
  toControl: toControlMoment,
  fromControl: unlessSame(toControlMoment, (text, { was }) => {
    const isFloating = readMoment(plainText(was))?.hasOffset === false;
    return isFloating || !CONTROL_MOMENT.test(text) ? text : toMoment(text);
  }),
  order: (value) => readMoment(plainText(value))?.time ?? NaN,
  check: (value) => (readMoment(plainText(value)) ? undefined : 'incomplete'),
};

/** A value of what stands in a control: nothing, the value that was there where it stands for that, or what `read` makes of it. */
function unlessSame(
  toControl: NonNullable<FieldEditing['toControl']>,
  read: (text: string, context: ControlContext) => string,
): NonNullable<FieldEditing['fromControl']> {
  return (typed, context) => {
    const text = plainText(typed);
    if (!text) return null;
    return text === toControl(context.was, context) ? context.was : read(text, context);
  };
}

function toControlDay(value: FieldValue): string {
  const text = plainText(value);
  if (CONTROL_DAY.test(text)) return text;
  return readDay(text) === undefined ? '' : text.slice(0, 10);
}

/** `HH:MM`, as times are saved; what the control wrote stays as it is. */
function toControlTime(value: FieldValue, { was }: ControlContext): string {
  const text = plainText(value);
  if (value !== was && CONTROL_TIME.test(text)) return text;
  return readTime(text) === undefined ? '' : text.slice(0, 5);
}

/** `YYYY-MM-DDTHH:MM` of the reader's clock, with seconds where there are any; what the control wrote stays as it is. */
function toControlMoment(value: FieldValue): string {
  const text = plainText(value);
  if (CONTROL_MOMENT.test(text)) return text;
  const reading = clockReading(text);
  return reading === undefined ? '' : new Date(reading).toISOString().replace(/(:00)?\.\d+Z$/, '');
}

/** The moment at which the reader's clock shows this, in UTC; of the year 10,000 in UTC, by the reader's own offset. */
function toMoment(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  const moment = date.toISOString();
  return moment.startsWith('+') ? text + offsetOf(date) : moment.replace('.000Z', 'Z');
}

/** `-05:00`: how far the reader's clock is from UTC. */
function offsetOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const parts = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, '0'));
  return (minutes < 0 ? '-' : '+') + parts.join(':');
}
