import type { ReactiveController } from 'lit';
import type { FieldValue } from '../core/contact.js';
import { fieldType } from '../core/fields.js';
import type { FieldDefinition, Option } from '../core/fields.js';
import { fold } from '../core/fold.js';
import { parseOptions } from '../core/parse.js';
import { plainText } from '../fields/text.js';
import { toEditView } from './edit-view.js';
import { editingOf } from './field-editing.js';
import type { Panel } from './panel.js';
import { Popup } from './popup.js';
import { SuggestionList } from './suggestion-list.js';

export { styles } from './suggestion-styles.js';

/** How many options are shown, and asked for, at a time. */
const LIMIT = 50;
/** How long typing must pause before the source is asked, in milliseconds. */
const PAUSE = 120;

/** A row of the list: what it says, and the value it means. */
interface Choice {
  readonly label: string;
  readonly value: FieldValue;
}

/** Searches a field's value among its options, or where it has none, in the source. One input at a time: the focused one. */
export class OptionSearch implements ReactiveController {
  readonly #panel: Panel;
  #input: HTMLInputElement | undefined;
  #list: SuggestionList<Choice> | undefined;
  #popup: Popup | undefined;
  #asking: AbortController | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #shown: readonly Choice[] = [];

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.addController(this);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  /** Makes the input search; `choose` is told every value that is chosen. */
  attach(input: HTMLInputElement, definition: FieldDefinition, choose: (value: FieldValue) => void): void {
    const popover = input.nextElementSibling;
    if (input === this.#input || !(popover instanceof HTMLElement)) return;
    this.#detach();
    this.#input = input;
    const popup = (this.#popup = new Popup(input, popover, { placement: 'bottom-start', isAsWide: true }));
    const take = (choice: Choice) => {
      input.setCustomValidity('');
      choose(choice.value);
      input.value = choice.value === null ? '' : choice.label;
      this.#list?.close();
    };
    this.#list = new SuggestionList<Choice>({
      input,
      popover,
      label: input.labels?.[0]?.textContent ?? '',
      nameOf: ({ label }) => label,
      draw: (choice) => this.#draw(choice, definition),
      isMatch: () => true,
      onChoose: take,
      onType: (text) => {
        // Until something is chosen, what is typed is no value; nothing typed is none.
        input.setCustomValidity(text.trim() ? text : '');
        if (!text.trim()) choose(null);
        clearTimeout(this.#pause);
        this.#pause = setTimeout(() => void this.#search(definition, text), PAUSE);
      },
      onOpen: () => popup.open(),
      onClose: () => popup.close(),
    });
    input.onchange = () => {
      const exact = this.#shown.find(({ label, value }) =>
        [label, value].some((word) => fold(plainText(word)) === fold(input.value)),
      );
      if (exact && input.validity.customError) take(exact);
    };
    input.onclick = () => !this.#list?.isOpen && this.#list?.open();
    input.onblur = () => this.#detach();
    popover.onmousedown = (event) => event.preventDefault();
    void this.#search(definition, '');
  }

  #detach(): void {
    this.#asking?.abort();
    clearTimeout(this.#pause);
    this.#list?.close();
    this.#popup?.close();
    this.#input = undefined;
    this.#list = undefined;
  }

  async #search(definition: FieldDefinition, text: string): Promise<void> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const view = toEditView(this.#panel.view);
    const { messages } = view;
    try {
      const options = await this.#find(definition, text.trim(), signal);
      if (signal.aborted) return;
      this.#shown = text.trim()
        ? this.#choicesOf(definition, options)
        : [...this.#usual(definition), ...this.#choicesOf(definition, options)];
      this.#list?.show(this.#shown);
      this.#panel.announce(options.length ? messages.suggestions(options.length) : messages.noMatches);
    } catch {
      if (signal.aborted) return;
      this.#list?.show([]);
      this.#panel.announce(messages.suggestionsFailed);
    }
  }

  async #find(definition: FieldDefinition, query: string, signal: AbortSignal): Promise<readonly Option[]> {
    const { lang, messages } = toEditView(this.#panel.view);
    const options = editingOf(definition)?.options?.({ definition, lang, words: messages }) ?? definition.options;
    if (options) return bestOf(options, query);
    const { adapter } = this.#panel.store;
    return parseOptions((await adapter.suggestOptions?.(definition.key, query, { limit: LIMIT, signal })) ?? []);
  }

  #choicesOf(definition: FieldDefinition, options: readonly Option[]): readonly Choice[] {
    const choose = editingOf(definition)?.choose ?? (({ value }: Option) => value);
    return options.map((option) => ({ label: option.label, value: choose(option) }));
  }

  /** What is offered before anything is typed: no value, and for a person the reader. */
  #usual({ key, required, type }: FieldDefinition): readonly Choice[] {
    const { contact, messages, state } = toEditView(this.#panel.view);
    const isAssignee = key === 'assignee';
    const { me } = state;
    const isMine = contact.assignee?.id === me?.id;
    return [
      ...(type === 'person' && me && !(isAssignee && isMine)
        ? [{ label: isAssignee ? messages.assignToMe : me.name, value: me }]
        : []),
      ...(required ? [] : [{ label: isAssignee ? messages.unassigned : messages.noValue, value: null }]),
    ];
  }

  #draw({ label, value }: Choice, definition: FieldDefinition): Node {
    const { lang, messages } = toEditView(this.#panel.view);
    const type = fieldType(definition.type);
    const context = { definition, lang, words: messages };
    const shown = value !== null && type.text(value, context) === label ? type.show?.(value, context) : undefined;
    return shown instanceof Node ? shown : document.createTextNode(label);
  }
}

/** The options that match, by label, value or keyword, without case and accents: those that begin with what was typed first. */
function bestOf(options: readonly Option[], query: string): readonly Option[] {
  const wanted = fold(query);
  const rank = ({ label, value, keywords = [] }: Option): number => {
    const words = [label, ...keywords].map(fold);
    if (fold(value) === wanted) return 0;
    if (words.some((word) => word.startsWith(wanted))) return 1;
    if (words.some((word) => word.includes(` ${wanted}`))) return 2;
    return words.some((word) => word.includes(wanted)) ? 3 : 4;
  };
  if (!wanted) return options.slice(0, 300);
  const ranked = options.map((option) => ({ option, rank: rank(option) })).filter((found) => found.rank < 4);
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, LIMIT)
    .map(({ option }) => option);
}

/** Makes the part; called when it has been loaded. */
export function create(panel: Panel): OptionSearch {
  return new OptionSearch(panel);
}
