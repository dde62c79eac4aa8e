const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** The day, the time and the offset of a date-time (ISO 8601); seconds and their fractions may be missing. */
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
/** A date-time as definitions may give it. */
const LIMIT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|([+-]\d\d):?(\d\d)?)?$/i;

/** Whether the calendar has that day, `YYYY-MM-DD`: 30 February is none. */
export function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  // `Date.UTC` would take the year 99 for 1999.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether this is a time of the day, `HH:MM`. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** Whether this is a day and a time of it, with an offset or, as a clock on the wall shows it, without. */
export function isDateTime(text: string): boolean {
  const [, day = '', time = ''] = DATE_TIME.exec(text) ?? [];
  return isDate(day) && isTime(time);
}

/**
 * The instant of a date-time, to compare it with others: also of one as databases write it, `2024-05-01 10:00:00+00`.
 * Without an offset, it is taken for one of UTC. `undefined` for what is none.
 */
export function timeOf(dateTime: string): number | undefined {
  const [, day = '', time = '', offset = 'Z', hours = '', minutes = '00'] = LIMIT.exec(dateTime) ?? [];
  const instant = Date.parse(`${day}T${time}${/z/i.test(offset) ? 'Z' : `${hours}:${minutes}`}`);
  return isDate(day) && !Number.isNaN(instant) ? instant : undefined;
}
