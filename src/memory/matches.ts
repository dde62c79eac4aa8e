import { foldText } from '../core/fold-text.js';

/** The items whose text matches what was typed, folded, those that begin with it first; at most `limit` of them. */
export function matches<T>(items: readonly T[], textOf: (item: T) => string, query: string, limit: number): readonly T[] {
  const wanted = foldText(query);
  const found = items.map((item) => ({ item, at: foldText(textOf(item)).indexOf(wanted) })).filter(({ at }) => at >= 0);
  const first = found.filter(({ at }) => at === 0);
  return [...first, ...found.filter(({ at }) => at > 0)].slice(0, limit).map(({ item }) => item);
}
