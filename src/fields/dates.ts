import type { FieldEditing, FieldType } from '../core/field-type.js';
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
export const dateField = timeType(
  'date',
  readDay,
  () => dayFormat,
  async () => (await loadEditing()).dateEditing,
);

/** A time of day, `HH:MM` of 24 hours, in no time zone; written as the reader's language writes it. */
export const timeField = timeType(
  'time',
  readTime,
  (time) => (time % 60_000 ? secondsFormat : timeFormat),
  async () => (await loadEditing()).timeEditing,
);

/**
 * A moment, ISO 8601, shown and edited by the reader's clock. It is saved in UTC; one without a time zone is shown as it is
 * written and stays without one. What is not changed is kept as it was written.
 */
export const datetimeField = timeType(
  'datetime',
  clockReading,
  () => dateTimeFormat,
  async () => (await loadEditing()).datetimeEditing,
);

/** A type of texts that name a time, `read` as milliseconds since 1970 in UTC; other texts are shown as they are. */
function timeType(
  name: string,
  read: (text: string) => number | undefined,
  formatOf: (time: number) => (lang: string) => Intl.DateTimeFormat,
  edit: () => Promise<FieldEditing>,
): FieldType {
  const write: FieldType['text'] = (value, { lang }) => {
    const text = plainText(value);
    const time = read(text);
    return time === undefined ? text : formatOf(time)(lang).format(time);
  };
  return { name, text: write, show: shownFormatted(write), edit };
}

function loadEditing() {
  return import('./exact-editing.js');
}

function utcFormat(style: Intl.DateTimeFormatOptions): (lang: string) => Intl.DateTimeFormat {
  return perLanguage((lang) => new Intl.DateTimeFormat([lang, 'en'], { ...style, timeZone: 'UTC' }));
}
