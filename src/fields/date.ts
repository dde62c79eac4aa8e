import type { FieldType } from '../core/field-type.js';
import { plainText } from './text.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day of the calendar, `YYYY-MM-DD` (ISO 8601), in no time zone: the same day for every reader. */
export const dateField: FieldType = {
  name: 'date',
  text: (value, { lang }) => {
    const text = plainText(value);
    const [, year, month, day] = DATE.exec(text) ?? [];
    // A day in UTC, told in UTC: no time zone comes into it. `Date.UTC` would take the year 99 for 1999.
    const date = new Date(0);
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
    const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
    return isDay ? new Intl.DateTimeFormat([lang, 'en'], { dateStyle: 'medium', timeZone: 'UTC' }).format(date) : text;
  },
  edit: async () => (await import('./date-editing.js')).dateEditing,
};
