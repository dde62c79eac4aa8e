/** The longest name, id or search, in characters. */
export const MAX_NAME = 255;

/** Whether this is a text that Postgres can keep: within the limit, well-formed Unicode, no U+0000. */
export function isText(value: unknown, limit = MAX_NAME): value is string {
  return typeof value === 'string' && [...value.slice(0, 2 * limit + 1)].length <= limit && !/\p{Cs}|\0/u.test(value);
}
