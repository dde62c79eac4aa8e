import type { FieldValue } from '../core/contact.js';
import type { FieldType } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { shownFormatted } from './formats.js';
import { plainText } from './text.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

// All times are formatted in UTC, days as days of UTC and readings of the reader's clock as if it showed UTC: so a format
// can be kept, though the reader's time zone may change.
const dayFormat = utcFormat({ dateStyle: 'medium' });
const timeFormat = utcFormat({ timeStyle: 'short' });
const dateTimeFormat = utcFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** A day of the calendar, `YYYY-MM-DD` (ISO 8601), in no time zone: the same day for every reader. */
export const dateField: FieldType = {
  name: 'date',
  text: (value, { lang }) => {
    const text = plainText(value);
    const [, year, month, day] = DATE.exec(text) ?? [];
    const date = new Date(0);
    // `Date.UTC` would take the year 99 for 1999.
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
    const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
    return isDay ? dayFormat(lang).format(date) : text;
  },
  show: (value, context) => shownFormatted(dateField.text)(value, context),
  // The platform's control answers `YYYY-MM-DD` or nothing.
  edit: { input: 'date' },
};

/** A time of day, `HH:MM` of 24 hours, in no time zone; written as the reader's language writes it. */
export const timeField: FieldType = {
  name: 'time',
  text: (value, { lang }) => {
    const text = plainText(value);
    const [, hours, minutes] = TIME.exec(text) ?? [];
    return hours === undefined ? text : timeFormat(lang).format(Date.UTC(2000, 0, 1, Number(hours), Number(minutes)));
  },
  show: (value, context) => shownFormatted(timeField.text)(value, context),
  // The platform's control answers `HH:MM`, with seconds where the value had some, or nothing.
  edit: { input: 'time' },
};

/**
 * A moment, ISO 8601, shown and edited by the reader's clock. It is saved in UTC; one without a time zone is shown as it is
 * written and stays without one. What is not changed is kept as it was written.
 */
export const datetimeField: FieldType = {
  name: 'datetime',
  text: (value, { lang }) => {
    const text = plainText(value);
    const reading = clockReading(text);
    return reading === undefined ? text : dateTimeFormat(lang).format(reading);
  },
  show: (value, context) => shownFormatted(datetimeField.text)(value, context),
  edit: {
    // The platform's control knows no time zones.
    input: 'datetime-local',
    toControl,
    fromControl: (text, was) => {
      if (!text) return null;
      if (text === toControl(was)) return was;
      const isFloating = readDateTime(plainText(was))?.hasOffset === false;
      return isFloating ? text : new Date(text).toISOString().replace('.000Z', 'Z');
    },
  },
};

/** `YYYY-MM-DDTHH:MM` of the reader's clock, with seconds where there are any. */
function toControl(value: FieldValue): string {
  const reading = clockReading(plainText(value));
  return reading === undefined ? '' : new Date(reading).toISOString().replace(/(:00)?\.\d+Z$/, '');
}

/** What the reader's clock shows at a moment: the time, in milliseconds, at which a clock in UTC shows the same. */
function clockReading(text: string): number | undefined {
  const moment = readDateTime(text);
  if (!moment?.hasOffset) return moment?.time;
  return moment.time - new Date(moment.time).getTimezoneOffset() * 60_000;
}

/**
 * The moment that a text (ISO 8601, RFC 3339) names, in milliseconds since 1970, and whether it says in which time zone. One
 * without a time zone is read as UTC.
 */
function readDateTime(text: string): { readonly time: number; readonly hasOffset: boolean } | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const hasOffset = match[3] !== undefined;
  const time = Date.parse(hasOffset ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : { time, hasOffset };
}

function utcFormat(style: Intl.DateTimeFormatOptions): (lang: string) => Intl.DateTimeFormat {
  return perLanguage((lang) => new Intl.DateTimeFormat([lang, 'en'], { ...style, timeZone: 'UTC' }));
}
