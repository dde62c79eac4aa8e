import type { FieldType } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { shownFormatted } from './formats.js';
import { clockReading, readDay, readTime } from './moments.js';
import { plainText } from './text.js';

// All times are formatted in UTC, days as days of UTC and readings of the reader's clock as if it showed UTC: so a format
// can be kept, though the reader's time zone may change.
const dayFormat = utcFormat({ dateStyle: 'medium' });
const timeFormat = utcFormat({ timeStyle: 'short' });
const secondsFormat = utcFormat({ timeStyle: 'medium' });
const dateTimeFormat = utcFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** A day of the calendar, `YYYY-MM-DD` (ISO 8601), in no time zone: the same day for every reader. */
export const dateField: FieldType = {
  name: 'date',
  text: (value, { lang }) => {
    const text = plainText(value);
    const day = readDay(text);
    return day === undefined ? text : dayFormat(lang).format(day);
  },
  show: (value, context) => shownFormatted(dateField.text)(value, context),
  edit: async () => (await import('./exact-editing.js')).dateEditing,
};

/** A time of day, `HH:MM` of 24 hours, in no time zone; written as the reader's language writes it. */
export const timeField: FieldType = {
  name: 'time',
  text: (value, { lang }) => {
    const text = plainText(value);
    const time = readTime(text);
    return time === undefined ? text : (time % 60_000 ? secondsFormat : timeFormat)(lang).format(time);
  },
  show: (value, context) => shownFormatted(timeField.text)(value, context),
  edit: async () => (await import('./exact-editing.js')).timeEditing,
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
  edit: async () => (await import('./exact-editing.js')).datetimeEditing,
};

function utcFormat(style: Intl.DateTimeFormatOptions): (lang: string) => Intl.DateTimeFormat {
  return perLanguage((lang) => new Intl.DateTimeFormat([lang, 'en'], { ...style, timeZone: 'UTC' }));
}
