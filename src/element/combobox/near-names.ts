import { foldText } from '../../core/fold-text.js';

/** The shortest name in which another letter is taken for a typing error, in letters. */
const SHORTEST = 4;
/** What makes a plural of a word, in English and German, beside what one letter does. */
const PLURAL_ENDINGS = ['es', 'en'];
const SEPARATORS = /[\s'"_./\\|:·•&-]+/u;

/**
 * Whether two names that are not the same may be meant to be: one the plural of the other, one typing error between them, the
 * same words in another order, or with other separators. Names that tell things apart by numbers are different: "Q1", "Q2".
 */
export function isNearName(a: string, b: string): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const [joined, other] = [words.join(''), others.join('')];
  if (!joined || !other || numbersOf(a) !== numbersOf(b)) return false;
  const hasSameWords = words.length === others.length && words.every((word, at) => isSameWord(word, others[at] ?? ''));
  return hasSameWords || isOneError(inOrder(a), inOrder(b));
}

/** What stands between the separators of a name, in an order of its own. */
function wordsOf(name: string): readonly string[] {
  return foldText(name).split(SEPARATORS).filter(Boolean).sort();
}

/** A name without its separators. */
function inOrder(name: string): string {
  return foldText(name).split(SEPARATORS).join('');
}

function numbersOf(name: string): string {
  return [...foldText(name).matchAll(/\p{N}+/gu)].map(String).sort().join(' ');
}

/** Whether two words are the same, or one is the plural of the other. */
function isSameWord(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long || long === `${short}s`) return true;
  if (short.length < 3) return false;
  return PLURAL_ENDINGS.some((ending) => long === short + ending) || long === short.replace(/y$/, 'ies');
}

/**
 * Whether two texts are the same, or one letter too many, another letter, or two neighbours in the wrong order make one of the
 * other: a Damerau-Levenshtein distance of at most 1.
 */
function isOneError(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (short.length < SHORTEST || long.length - short.length > 1) return false;
  const at = short.findIndex((letter, place) => letter !== long[place]);
  if (at < 0) return true;
  const isSame = (from: number, other: number) => short.slice(from).join('') === long.slice(other).join('');
  if (short.length < long.length) return isSame(at, at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSame(at + 1, at + 1) || (isSwapped && isSame(at + 2, at + 2));
}
