/** A day, which databases and `JSON.stringify` may write as its first moment in UTC. */
const DAY = /^(\d{4}-\d\d-\d\d)([T ]00:00[:.0]*(Z|[+-][0:]+)?)?$/i;
const TIME = /^\d\d:\d\d(:[\d.]+)?$/;
/** A moment of ISO 8601, RFC 3339 and RFC 9557, and as databases write it: `2024-05-01 10:00:00.25+00`. */
const MOMENT =
  /^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)[.,]?(\d+)?)? ?(?:(Z|UTC)|([+-])(\d\d):?(\d\d)?:?(\d\d)?)?(\[.+])?$/i;

/** The start of a day in UTC, in milliseconds since 1970; `undefined` for what is no day. */
export function readDay(text: string): number | undefined {
  return utcTime(`${DAY.exec(text)?.[1]}T00:00Z`);
}

/** A time of day as one of the first day of 1970 in UTC, in milliseconds; `undefined` for what is no time. */
export function readTime(text: string): number | undefined {
  return TIME.test(text) ? utcTime(`1970-01-01T${text}Z`) : undefined;
}

/**
 * The moment that a text names, in milliseconds since 1970, and whether it says in which time zone. One without a time zone
 * is read as UTC.
 */
export function readMoment(text: string): { readonly time: number; readonly hasOffset: boolean } | undefined {
  const [, year, month, day, hour, minute, second = '00', fraction = '0', utc, sign, hours = 0, minutes = 0, seconds = 0] =
    MOMENT.exec(text) ?? [];
  const time = utcTime(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3)}Z`);
  if (time === undefined) return undefined;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return { time: sign === '-' ? time + offset : time - offset, hasOffset: Boolean(utc ?? sign) };
}

/** What the reader's clock shows at a moment: the time, in milliseconds, at which a clock in UTC shows the same. */
export function clockReading(text: string): number | undefined {
  const moment = readMoment(text);
  if (!moment?.hasOffset) return moment?.time;
  // `getTimezoneOffset` is of whole minutes, which the zones of former centuries were not: the parts of a date are exact.
  const date = new Date(moment.time);
  const reading = new Date(0);
  // `Date.UTC` would take the year 99 for 1999.
  reading.setUTCFullYear(date.getFullYear(), date.getMonth(), date.getDate());
  return reading.setUTCHours(date.getHours(), date.getMinutes(), date.getSeconds(), date.getMilliseconds());
}

/** The time of an ISO 8601 text in UTC; `undefined` where the calendar or the clock has none such, as on 30 February. */
function utcTime(text: string): number | undefined {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 16)) ? time : undefined;
}
