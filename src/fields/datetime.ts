import type { FieldType } from '../core/field-type.js';
import { plainText } from './text.js';

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A moment, ISO 8601, told by the reader's clock. One without a time zone is told as it is written. */
export const datetimeField: FieldType = {
  name: 'datetime',
  text: (value, { lang }) => {
    const text = plainText(value);
    const moment = readDateTime(text);
    if (!moment) return text;
    const style = { dateStyle: 'medium', timeStyle: 'short', ...(!moment.hasOffset && { timeZone: 'UTC' }) } as const;
    return new Intl.DateTimeFormat([lang, 'en'], style).format(moment.time);
  },
  edit: async () => (await import('./datetime-editing.js')).datetimeEditing,
};

/** The moment that a text (ISO 8601, RFC 3339) names, in milliseconds since 1970, and whether it says in which time zone. */
export function readDateTime(text: string): { readonly time: number; readonly hasOffset: boolean } | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const hasOffset = match[3] !== undefined;
  // One without a time zone is the same on every clock: it is told in UTC, as if it were UTC.
  const time = Date.parse(hasOffset ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : { time, hasOffset };
}
