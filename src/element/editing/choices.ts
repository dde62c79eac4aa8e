import type { FieldDefinition, Option } from '../../core/field-definition.js';
import { foldText } from '../../core/fold-text.js';
import { parseOptions } from '../../core/parse.js';
import { editingOf } from '../../fields/field-editing.js';
import type { Choice, Panel } from '../panel.js';
import type { View } from '../view.js';

/** How many matches are shown, and asked for, at a time. */
const LIMIT = 50;

/**
 * What a field can be set to that matches what was typed, best first: of its options, or where it has none, of what the
 * source suggests. While nothing is typed, "no value" and the reader are offered too.
 */
export async function choicesFor(
  definition: FieldDefinition,
  query: string,
  { store, view }: Panel,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const { lang, messages } = view;
  const editing = editingOf(definition);
  const known = editing?.options?.({ definition, lang, words: messages }) ?? definition.options;
  const options = known
    ? bestOf(known, query)
    : parseOptions((await store.adapter.suggestOptions?.(definition.key, query, { limit: LIMIT, signal })) ?? []);
  const found = options.map((option) => ({
    label: option.label,
    description: option.description ?? (isAmbiguous(option, options) ? option.value : undefined),
    value: editing?.choose ? editing.choose(option) : option.value,
  }));
  return query ? found : [...usualChoices(definition, view), ...found];
}

/** Whether what a field can be set to is its own, and not searched in the source. */
export function isListed(definition: FieldDefinition): boolean {
  return definition.options !== undefined || editingOf(definition)?.options !== undefined;
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

/** The options that match by label, value or keyword, whatever the case and accents: those that begin with it first. */
function bestOf(options: readonly Option[], query: string): readonly Option[] {
  const wanted = foldText(query);
  if (!wanted) return options;
  return options
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, LIMIT)
    .map(({ option }) => option);
}

function rankOf({ label, value, keywords = [] }: Option, wanted: string): number {
  const words = [label, ...keywords].map(foldText);
  if (foldText(value) === wanted) return 0;
  if (words.some((word) => word.startsWith(wanted))) return 1;
  if (words.some((word) => word.includes(` ${wanted}`))) return 2;
  return words.some((word) => word.includes(wanted)) ? 3 : Infinity;
}
