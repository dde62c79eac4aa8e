import { ContactError } from './error.js';

/**
 * Makes a value of what was found at `path`: `undefined` of `null` and `undefined`. Throws `ContactError` of code `invalid-data`
 * naming the path of what cannot be understood. The paths of what is let pass all the same are added to `odd`.
 */
export type Parser<T> = (input: unknown, path: string, odd?: string[]) => T | undefined;

/** A parser for each member of `T`. */
export type Parsers<T> = { readonly [K in keyof T]-?: Parser<Exclude<T[K], undefined>> };

/** A text, or a number as text: sources often number their ids. */
export const text: Parser<string> = (input, path) =>
  typeof input === 'string' ? input : isNothing(input) ? undefined : typeof input === 'number' ? String(input) : refuse(path);

export const flag: Parser<boolean> = (input, path) =>
  typeof input === 'boolean' ? input : isNothing(input) ? undefined : refuse(path);

/** A finite number, or a text that is one. */
export const number: Parser<number> = (input, path) => {
  const value = typeof input === 'string' && input.trim() ? Number(input) : input;
  return typeof value === 'number' && Number.isFinite(value) ? value : isNothing(value) ? undefined : refuse(path);
};

/** One of these words. `otherwise` stands for every other one, for lists that may grow; without it, another one is refused. */
export const oneOf =
  <T extends string>(words: readonly T[], otherwise?: T): Parser<T> =>
  (input, path) =>
    isNothing(input) ? undefined : (words.find((word) => word === input) ?? otherwise ?? refuse(path));

/** An array of such items, each one present. */
export const list =
  <T>(item: Parser<T>): Parser<readonly T[]> =>
  (input, path, odd) =>
    Array.isArray(input)
      ? input.map((member, index) => item(member, `${path}.${index}`, odd) ?? refuse(`${path}.${index}`))
      : isNothing(input)
        ? undefined
        : refuse(path);

/** An object of these members, the `required` ones present. Where `lift` is given, it makes one of a plain text. */
export function object<T extends object>(
  parsers: Parsers<T>,
  required: readonly (keyof T & string)[] = [],
  lift?: (text: string) => unknown,
): Parser<T> {
  const members = Object.entries<Parser<unknown>>(parsers);
  const isRequired = (key: string) => (required as readonly string[]).includes(key);
  return (input, path, odd) => {
    const source = lift && (typeof input === 'string' || typeof input === 'number') ? lift(String(input)) : input;
    if (isNothing(source)) return undefined;
    if (!isRecord(source)) return refuse(path);
    const found = new Map<string, unknown>();
    for (const [key, parse] of members) {
      const value = Object.hasOwn(source, key) ? parse(source[key], `${path}.${key}`, odd) : undefined;
      if (value !== undefined) found.set(key, value);
      else if (isRequired(key)) refuse(`${path}.${key}`);
    }
    return Object.fromEntries(found) as T;
  };
}

/** The parsed object, with defaults for the members that it does not have. */
export const withDefaults =
  <T>(parser: Parser<T>, defaults: (value: T) => object): Parser<T> =>
  (input, path, odd) => {
    const value = parser(input, path, odd);
    return value && { ...defaults(value), ...value };
  };

/** An object of such items under any keys, `__proto__` and `constructor` included. */
export const byKey =
  <T>(item: Parser<T>): Parser<Readonly<Record<string, T>>> =>
  (input, path, odd) => {
    if (isNothing(input)) return undefined;
    if (!isRecord(input)) return refuse(path);
    const entries = Object.entries(input).map(([key, value]) => [key, item(value, `${path}.${key}`, odd)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, T>;
  };

/** What the parser makes of it, or what `otherwise` makes of something odd, which is let pass where that is told. */
export const letPass =
  <T>(parser: Parser<T>, otherwise: (input: unknown) => T | undefined): Parser<T> =>
  (input, path, odd) => {
    try {
      return parser(input, path, odd);
    } catch (error) {
      if (!odd) throw error;
      odd.push(path);
      return otherwise(input);
    }
  };

export function isNothing(input: unknown): input is null | undefined {
  return input === null || input === undefined;
}

/** Whether this is an object with members, not an array. */
export function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** Throws for what stands at this path. */
export function refuse(path: string): never {
  throw new ContactError('invalid-data', { message: `Not understood: ${path}` });
}
