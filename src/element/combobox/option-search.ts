import { html } from 'lit';
import type { ReactiveController } from 'lit';
import type { FieldValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import type { ShowContext } from '../../core/field-type.js';
import { foldText } from '../../core/fold-text.js';
import { plainText } from '../../fields/text.js';
import { definitionOf } from '../definitions.js';
import type { Choice, Panel, SearchTarget } from '../panel.js';
import { Popup } from '../popups/popup.js';
import { LIMIT } from './inquiry.js';
import { SuggestionList } from './suggestion-list.js';

/** The least width of the list, in pixels. */
const LEAST_WIDTH = 200;

/** The inputs in which a field's value is searched, one at a time: the one that has the focus. */
export class OptionSearch implements ReactiveController {
  readonly #panel: Panel;
  readonly #searches = new WeakMap<HTMLInputElement, InputSearch>();
  #current: InputSearch | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  hostDisconnected(): void {
    this.#current?.stop();
  }

  /** The focus has come to an input: it searches from now on. */
  start(input: HTMLInputElement, target: SearchTarget): void {
    if (this.#panel.root.activeElement !== input) return;
    const search = this.#searches.get(input) ?? new InputSearch(this.#panel, input, target);
    this.#searches.set(input, search);
    this.#current?.stop();
    this.#current = search;
    search.start();
  }
}

class InputSearch {
  readonly #panel: Panel;
  readonly #input: HTMLInputElement;
  readonly #target: SearchTarget;
  readonly #list: SuggestionList<Choice>;
  #value: FieldValue;
  #shown: readonly Choice[] = [];
  /** The text that the choices shown are the answer to. */
  #searched = '';
  #hasFailed = false;
  /** Whether the last key was one that goes on with what is typed. */
  #isGoingOn = false;

  constructor(panel: Panel, input: HTMLInputElement, target: SearchTarget) {
    const popover = input.nextElementSibling as HTMLElement;
    const popup = new Popup(input, popover, { placement: 'bottom-start', isAsWide: true, leastWidth: LEAST_WIDTH });
    this.#panel = panel;
    this.#input = input;
    this.#target = target;
    this.#value = target.value;
    this.#list = new SuggestionList<Choice>({
      input,
      popover,
      label: input.labels?.[0]?.textContent ?? '',
      nameOf: ({ label }) => label,
      shownAs: (choice) => this.#shownAs(choice),
      isSame: (a, b) => a.label === b.label && keyOf(a.value) === keyOf(b.value),
      isChooser: true,
      isSearching: () => this.#unchosen !== '',
      isCurrent: ({ value }) => value !== null && this.#isValue(value),
      isLocal: target.isListed,
      ask: (text, asking) => target.choicesFor(text.trim(), asking),
      onAnswer: (choices, text) => this.#show(choices, text, false),
      onFailure: (text) => this.#show([], text, true),
      describeEmpty: (isAnswered) => this.#describeEmpty(isAnswered),
      onChoose: (choice) => this.#take(choice, target.choose),
      onType: (text) => this.#onType(text),
      onOpen: () => popup.open(),
      onClose: () => popup.close(),
    });
    input.addEventListener('keydown', ({ key }) => (this.#isGoingOn = key === 'Enter' || key === 'Tab'));
    input.addEventListener('change', () => void this.#takeNamed(this.#isGoingOn ? target.choose : target.keep));
    input.addEventListener('click', () => !this.#list.isOpen && this.#list.open());
    input.addEventListener('blur', () => this.stop());
    if (input.value !== this.#textOf(target.value)) this.#onType(input.value);
  }

  start(): void {
    this.#list.search(this.#unchosen);
  }

  stop(): void {
    this.#list.close();
  }

  #onType(text: string): void {
    // Until something is chosen, what is typed is no value; nothing typed is none.
    this.#target.keepUnchosen(text);
    if (!text.trim()) this.#set(null, this.#target.keep);
    this.#list.follow(text);
  }

  #take({ label, value }: Choice, tell: (value: FieldValue) => void): void {
    this.#input.value = value === null ? '' : label;
    this.#list.close();
    this.#set(value, tell);
  }

  #set(value: FieldValue, tell: (value: FieldValue) => void): void {
    this.#value = value;
    this.#target.keepUnchosen('');
    tell(value);
  }

  /** Who types a name to its end means it, where it is the name of one choice only. */
  async #takeNamed(tell: (value: FieldValue) => void): Promise<void> {
    const text = this.#input.value;
    if (!this.#unchosen) return;
    if (!this.#target.isListed && text !== this.#searched) this.#shown = await this.#findAgain(text);
    const named = choiceNamed(text, this.#shown);
    if (named && this.#input.value === text) this.#take(named, tell);
  }

  /** What the source finds for a text in an input that has been left. */
  async #findAgain(text: string): Promise<readonly Choice[]> {
    try {
      return await this.#target.choicesFor(text.trim(), { limit: LIMIT, signal: new AbortController().signal });
    } catch {
      return [];
    }
  }

  #show(choices: readonly Choice[], text: string, hasFailed: boolean): void {
    const { messages } = this.#panel.view;
    this.#shown = choices;
    this.#searched = text;
    this.#hasFailed = hasFailed;
    this.#list.show(choices, text);
    this.#panel.announceSoon(choices.length ? messages.suggestions(choices.length) : this.#describeEmpty(true));
  }

  #describeEmpty(isAnswered: boolean): string {
    const { messages } = this.#panel.view;
    if (!isAnswered) return messages.searching;
    return this.#hasFailed ? messages.suggestionsFailed : messages.noMatches;
  }

  /** What the row of a choice shows: its value, where that says the same as its label and may show more; and its description. */
  #shownAs({ description, label, value }: Choice): unknown {
    const isLabelled = value === null || this.#textOf(value) !== label;
    const shown = isLabelled ? label : (fieldType(this.#definition.type).show?.(value, this.#context) ?? label);
    return description ? html`${shown} <span class="help">${description}</span>` : shown;
  }

  /** Whether a choice is the value, or a text that means the same: the country `de` is the country `DE`. */
  #isValue(value: FieldValue): boolean {
    if (typeof value !== 'string' || typeof this.#value !== 'string') return keyOf(value) === keyOf(this.#value);
    return this.#textOf(value) === this.#textOf(this.#value);
  }

  /** What is typed and nothing has been chosen by. */
  get #unchosen(): string {
    return this.#target.unchosen().trim() && this.#input.value;
  }

  #textOf(value: FieldValue): string {
    return fieldType(this.#definition.type).text(value, this.#context);
  }

  get #definition(): FieldDefinition {
    return definitionOf(this.#target.key, this.#panel.view);
  }

  get #context(): ShowContext {
    const { avatarPaths, lang, messages } = this.#panel.view;
    return { definition: this.#definition, lang, words: messages, avatarPaths };
  }
}

/** What tells values apart: of a person it is the id. */
function keyOf(value: FieldValue): string {
  return JSON.stringify(typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : value);
}

/** The one choice of that label, else of that value, but for case and accents. */
function choiceNamed(text: string, choices: readonly Choice[]): Choice | undefined {
  const typed = foldText(text);
  const labelled = choices.filter(({ label }) => foldText(label) === typed);
  const named = labelled.length ? labelled : choices.filter(({ value }) => foldText(plainText(value)) === typed);
  return new Set(named.map(({ value }) => keyOf(value))).size === 1 ? named[0] : undefined;
}
