const DAY = 86_400_000;

/** The language in which pages format times and names of countries. */
export function pageLanguage(): string {
  return document.documentElement.lang || navigator.language;
}

/** A moment (ISO 8601) as a list shows it: the time today, the weekday this week, the date before that. */
export function shortMoment(iso: string, now = new Date()): string {
  const moment = new Date(iso);
  const days = daysBetween(moment, now);
  if (days === 0) return format(moment, { hour: 'numeric', minute: '2-digit' });
  if (days > 0 && days < 7) return format(moment, { weekday: 'short' });
  const isThisYear = moment.getFullYear() === now.getFullYear();
  return format(moment, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** A moment (ISO 8601) in full, for a tooltip. */
export function fullMoment(iso: string): string {
  return format(new Date(iso), { dateStyle: 'full', timeStyle: 'short' });
}

/** The time of day of a moment (ISO 8601). */
export function timeOfDay(iso: string): string {
  return format(new Date(iso), { hour: 'numeric', minute: '2-digit' });
}

/** The day of a moment (ISO 8601) as a separator names it: today, yesterday, or the date. */
export function dayName(iso: string, now = new Date()): string {
  const moment = new Date(iso);
  const days = daysBetween(moment, now);
  if (days === 0 || days === 1) {
    const relative = new Intl.RelativeTimeFormat(pageLanguage(), { numeric: 'auto' }).format(-days, 'day');
    return relative.charAt(0).toLocaleUpperCase(pageLanguage()) + relative.slice(1);
  }
  const isThisYear = moment.getFullYear() === now.getFullYear();
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** Whether two moments (ISO 8601) fall on the same day where the reader is. */
export function isSameDay(a: string, b: string): boolean {
  return daysBetween(new Date(a), new Date(b)) === 0;
}

/** A country's name in the page's language; an unknown code stays as it is. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(pageLanguage(), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A whole number with the page's digits and separators. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(pageLanguage()).format(count);
}

function format(moment: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(pageLanguage(), options).format(moment);
}

function daysBetween(from: Date, to: Date): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
