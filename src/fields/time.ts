import type { FieldType } from '../core/field-type.js';
import { plainText } from './text.js';

/** A time of day, `HH:MM` of 24 hours, in no time zone; written as the reader's language writes it. */
export const timeField: FieldType = {
  name: 'time',
  text: (value, { lang }) => {
    const text = plainText(value);
    const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
    if (hours === undefined) return text;
    const time = new Date(Date.UTC(2000, 0, 1, Number(hours), Number(minutes)));
    return new Intl.DateTimeFormat([lang, 'en'], { timeStyle: 'short', timeZone: 'UTC' }).format(time);
  },
  edit: async () => (await import('./time-editing.js')).timeEditing,
};
