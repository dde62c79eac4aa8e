import type { FieldValue } from '../../core/contact.js';
import type { FieldDefinition, Option } from '../../core/field-definition.js';
import type { KnownOption } from '../../core/field-type.js';
import { foldText } from '../../core/fold-text.js';
import { parseOptions } from '../../core/parse.js';
import { editingOf } from '../../fields/field-editing.js';
import type { Choice, Panel } from '../panel.js';
import type { View } from '../view.js';

/**
 * What a field can be set to that matches what was typed, best first: of its options, or where it has none, of what the
 * source suggests. While nothing is typed, "no value" and the reader are offered too.
 */
export async function choicesFor(
  definition: FieldDefinition,
  query: string,
  { store, view }: Panel,
  asking: { readonly limit: number; readonly signal: AbortSignal },
): Promise<readonly Choice[]> {
  const known = knownOptions(definition, view);
  const options = known
    ? bestOf(known, query, asking.limit)
    : parseOptions((await store.adapter.suggestOptions?.(definition.key, query, asking)) ?? []);
  const found = options.map((option) => ({
    label: option.label,
    description: option.description ?? (isAmbiguous(option, options) ? option.value : undefined),
    value: meaningOf(option, definition, view),
  }));
  return query ? found : [...usualChoices(definition, view), ...found];
}

/** The options of a field, its own or those of its type; `undefined` where they are searched in the source. */
export function knownOptions(definition: FieldDefinition, { lang, messages }: View): readonly KnownOption[] | undefined {
  return editingOf(definition)?.options?.({ definition, lang, words: messages }) ?? definition.options;
}

/** The value that choosing an option means. */
function meaningOf(option: Option, definition: FieldDefinition, { contact }: View): FieldValue {
  const { choose, parse } = editingOf(definition) ?? {};
  if (choose) return choose(option);
  return parse ? parse(option.value, contact) : option.value;
}

/** Whether another option has the same label: then it takes more to tell them apart. */
function isAmbiguous({ label, value }: Option, options: readonly Option[]): boolean {
  return options.some((other) => other.label === label && other.value !== value);
}

function usualChoices({ key, required, type }: FieldDefinition, { contact, messages, state }: View): readonly Choice[] {
  const isAssignee = key === 'assignee';
  const me = type === 'person' ? state.me : undefined;
  const isMine = isAssignee && contact.assignee?.id === me?.id;
  return [
    ...(me && !isMine ? [{ label: isAssignee ? messages.assignToMe : me.name, value: me }] : []),
    ...(required ? [] : [{ label: isAssignee ? messages.unassigned : messages.noValue, value: null }]),
  ];
}

/**
 * The options that match by label, value, keyword or code, whatever the case, accents and punctuation: best first. Where an
 * abbreviation is typed in full, nothing else matches.
 */
function bestOf(options: readonly KnownOption[], query: string, limit: number): readonly Option[] {
  const wanted = searchForm(query);
  if (!wanted) return options;
  const meant = options.filter(({ abbreviations = [] }) => abbreviations.some((each) => searchForm(each) === wanted));
  if (meant.length) return meant;
  return options
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ option }) => option);
}

/**
 * How well an option matches: 0 for its name or one of its codes in full, then for a beginning, a word of it, a part of one, or
 * a beginning but for its spaces.
 */
function rankOf({ label, value, keywords = [], codes = [] }: KnownOption, wanted: string): number {
  const words = [label, ...keywords].map(searchForm);
  if ([...words, ...[value, ...codes].map(searchForm)].includes(wanted)) return 0;
  if (words.some((word) => word.startsWith(wanted))) return 1;
  if (words.some((word) => word.includes(` ${wanted}`))) return 2;
  if (words.some((word) => word.includes(wanted))) return 3;
  return words.some((word) => joined(word).startsWith(joined(wanted))) ? 4 : Infinity;
}

function joined(words: string): string {
  return words.replaceAll(' ', '');
}

/** A text without case, accents, punctuation; what is nothing but punctuation stays as it is. */
function searchForm(text: string): string {
  const folded = foldText(text);
  // An apostrophe or a dot may be left out; whatever else stands between words is a space.
  const words = folded.replace(/['’‘ʼʻ`´.]/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return words.trim() || folded;
}
