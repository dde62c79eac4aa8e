import type { LessonCode } from './lessons.js';
import { teach } from './teach.js';

/** A regular expression that a whole text must match, and whether trying it cannot take long. */
export interface Pattern {
  readonly regexp: RegExp;
  readonly isQuick: boolean;
}

/** Makes a test of an expression that takes time in proportion to the text; `undefined` of one that it does not understand. */
export type LinearTest = (regexp: RegExp) => ((text: string) => boolean) | undefined;

/** Longer texts are not tested: no pattern may hold up a page or a server. */
const MAX_LENGTH = 10_000;
/** Within this length a quick expression is tested as it is. */
const MAX_QUICK_LENGTH = 300;
/** An expression between slashes, as a program and some databases have it, with its flags. */
const LITERAL = /^\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)$/;

const patterns = new Map<string, Pattern | undefined>();

/**
 * Whether a text matches the pattern of a field definition, the same in a panel and on a server. A plain pattern must match
 * the whole text, as in HTML; one written `/…/flags` is a literal of JavaScript, which matches anywhere unless it is anchored.
 * What is no regular expression demands nothing, nor does one that could take very long; the console tells so, once. Without
 * `linearTest`, only what is quick is tested.
 */
export function matchesPattern(text: string, pattern: string, linearTest: LinearTest | undefined): boolean {
  const known = patternOf(pattern);
  if (!known) return withoutTest('pattern-unreadable', pattern);
  if (known.isQuick && text.length <= MAX_QUICK_LENGTH) return known.regexp.test(text);
  const test = linearTest?.(known.regexp);
  if (linearTest && !test && !known.isQuick) return withoutTest('pattern-slow', pattern);
  return test === undefined || text.length > MAX_LENGTH || test(text);
}

/**
 * The regular expression of a pattern; `undefined` where it is none. Flag `v` is tried first, then `u`, then `u` without the
 * escapes that it forbids for meaning nothing (`\-`, `\_`), then neither.
 */
export function patternOf(pattern: string): Pattern | undefined {
  if (patterns.has(pattern)) return patterns.get(pattern);
  const [, body, given = ''] = LITERAL.exec(pattern) ?? [];
  const kept = given.replace(/[dguvy]/g, '');
  // A plain pattern is compiled alone first: one like `a)(b` is none, even if it were one in brackets.
  const regexp = compile(body ?? pattern, kept) && compile(body ?? `^(?:${pattern})$`, kept);
  const made = regexp && { regexp, isQuick: isQuick(regexp.source) };
  patterns.set(pattern, made);
  return made;
}

function compile(source: string, flags: string): RegExp | undefined {
  const attempts = [
    [source, 'v'],
    [source, 'u'],
    [withoutNeedlessEscapes(source), 'u'],
    [source, ''],
  ] as const;
  for (const [attempt, mode] of attempts) {
    try {
      return new RegExp(attempt, flags + mode);
    } catch {
      // The next one may allow what this one forbids.
    }
  }
  return undefined;
}

/** What may stand after a backslash under flag `u`; in a class the hyphen, too. */
const NEEDED_ESCAPE = /^[\^$\\.*+?()[\]{}|/dDsSwWbBnrtvfxuckpP\d]/;

function withoutNeedlessEscapes(source: string): string {
  const unescape = (escape: string) => (NEEDED_ESCAPE.test(escape.slice(1)) ? escape : escape.slice(1));
  return source.replace(/\[(?:[^\]\\]|\\.)*\]|\\./gsu, (found) =>
    found.startsWith('[') ? found.replace(/\\[^-]/gsu, unescape) : unescape(found),
  );
}

/** How often a quick expression repeats something; each is a loop in a loop at worst. */
const MOST_REPEATS = 3;

/**
 * Whether an expression cannot try very many ways: only single characters are repeated, and few of them. A group that is
 * repeated may fit the same text in many ways (`(a+)+`), and so may many repeats in a row. What is looked ahead at from the
 * start of the text is tried once, and counts by itself.
 */
function isQuick(source: string): boolean {
  const characters = source.replace(/\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\k<[^>]*>|\\./gsu, '_');
  const plain = withoutNested(characters, /\[[^[\]]*\]/g);
  if (/\)(?:[*+]|\{\d)/.test(plain)) return false;
  const [, ahead, rest] = /^\^(?:\(\?:)?((?:\(\?[=!][^()]*\))*)(.*)$/s.exec(plain) ?? [];
  // Where the start is not fixed, it is one more thing to try.
  if (ahead === undefined || rest === undefined) return repeatsIn(plain) < MOST_REPEATS;
  return [...ahead.split('(?'), rest].every((part) => repeatsIn(part) <= MOST_REPEATS);
}

/** How many characters or groups may be there more or less often. */
function repeatsIn(plain: string): number {
  return plain.match(/[^(](?=[*+?]|\{\d+,)/gs)?.length ?? 0;
}

/** The text with everything that this finds as one character, from the inside out: classes of flag `v` nest. */
function withoutNested(text: string, innermost: RegExp): string {
  const next = text.replace(innermost, '_');
  return next === text ? text : withoutNested(next, innermost);
}

/** Tells the author of the source; the answer is that of no pattern. */
function withoutTest(mistake: LessonCode, pattern: string): true {
  teach(mistake, pattern);
  return true;
}
