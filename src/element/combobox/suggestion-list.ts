import { html, render } from 'lit';
import TomSelect from 'tom-select/base';
import { foldText } from '../../core/fold-text.js';
import { Inquiry } from './inquiry.js';
import type { Asking } from './inquiry.js';
import { allowEmptyInnerHtml, withoutHtmlStrings } from './trusted-html.js';

export interface SuggestionListOptions<Item> {
  /** The panel's own text input; the list works on it and leaves everything else of the panel alone. */
  readonly input: HTMLInputElement;
  /** Where the list of suggestions is drawn. */
  readonly popover: HTMLElement;
  /** Accessible name of the list. */
  readonly label: string;
  /** What a suggestion is called. */
  readonly nameOf: (item: Item) => string;
  /** A suggestion as its row shows it: anything that lit renders. */
  readonly shownAs: (item: Item) => unknown;
  /** Whether two suggestions, of two answers of the source, are one and the same. */
  readonly isSame: (a: Item, b: Item) => boolean;
  /** Whether a suggestion is the value as it is: until something is typed its row is shown first, and the arrows begin there. */
  readonly isCurrent?: (item: Item) => boolean;
  /** Whether a choice is the end of it: Escape is left to the editor around the input. */
  readonly isChooser?: boolean;
  /** Where something new can be made of what was typed. */
  readonly creation?: {
    /** What the row that creates something says; `undefined` where this text can make nothing. */
    readonly describe: (text: string) => string | undefined;
    /** `isMeant`: by a press on that row, or by the arrows; not by Enter alone. */
    readonly create: (text: string, isMeant: boolean) => void;
  };
  /** Whether what stands in the input has been typed to search by it: only then is a row active, and Enter takes it. */
  readonly isSearching: () => boolean;
  /** Asks the source what it finds for a text. */
  readonly ask: (text: string, asking: Asking) => Promise<readonly Item[]>;
  /** Whether asking costs nothing: then every text is asked for, even one that can only narrow the last answer. */
  readonly isLocal?: boolean;
  /** The source has answered. */
  readonly onAnswer: (items: readonly Item[], text: string) => void;
  readonly onFailure: (text: string) => void;
  /**
   * What stands in the list's place while it has no row: as long as the source has not answered for what is typed, and then.
   * Where that is nothing, the list is closed.
   */
  readonly describeEmpty: (isAnswered: boolean) => string;
  readonly onChoose: (item: Item) => void;
  readonly onType: (text: string) => void;
  /** Opens the popup; resolves when the list has its size. */
  readonly onOpen: () => Promise<void>;
  readonly onClose: () => void;
}

let count = 0;

/**
 * tom-select without its own looks, selection and search: the panel draws what is chosen, owns the input, asks the source and
 * places the popup. What is left is the list: its rows, the active one, the keys, the roles. What of the set-up would reach
 * into the page (listeners on the document and window, a search for labels) is undone at once.
 */
class Headless extends TomSelect {
  /** Given once the constructor, which already searches, has run. */
  declare readonly list?: SuggestionListOptions<unknown>;
  declare readonly found?: ReadonlyMap<string, unknown>;
  /** The text that what is shown is the answer to. */
  declare answered?: string;
  /** Whether the arrows have led to the active row since something was typed. */
  declare isSteered?: boolean;
  declare isRefreshing?: boolean;

  override setup(): void {
    allowEmptyInnerHtml(this.dropdown_content);
    super.setup();
    // Public at run time, private in the types of tom-select 2.6.
    (this as unknown as { _destroy(): void })._destroy();
  }

  /**
   * All that the source has found, however it found it; until it answers for what is typed since, what has that in its name.
   * Where something new can be made, what begins with it comes first: nobody shall make anew what is there.
   */
  override search(query: string): ReturnType<TomSelect['search']> {
    const wanted = foldText(query);
    const matching = [...(this.found ?? [])]
      .map(([id, item]) => ({ id, at: foldText(this.list?.nameOf(item) ?? '').indexOf(wanted) }))
      .filter(({ at }) => this.isAnswered || at >= 0);
    const ordered = this.list?.creation
      ? [...matching.filter(({ at }) => at === 0), ...matching.filter(({ at }) => at !== 0)]
      : matching;
    this.lastQuery = query;
    return {
      ...this.sifter.prepareSearch('', this.getSearchOptions()),
      items: ordered.map(({ id }) => ({ id, score: 1 })),
      total: ordered.length,
    };
  }

  /** Whether what is shown is the answer to what is typed; what stands in the input and was not typed asks for everything. */
  get isAnswered(): boolean {
    return this.answered === (this.list?.isSearching() ? this.inputValue() : '');
  }

  /** What is known already is filtered at once, while the source is asked. */
  override onInput(): void {
    const text = this.inputValue();
    if (text === this.lastValue) return;
    this.lastValue = text;
    this.isSteered = false;
    this.list?.onType(text);
    if (!this.isAnswered) this.refreshOptions();
  }

  override onKeyDown(event: KeyboardEvent): void {
    // The keys that steer and end a composition are the input method's; Safari sends the last one with key code 229.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.list?.isChooser && event.key === 'Escape') return;
    // A row that was found for less than what is typed may be one of several of that name.
    const isMeant = this.isSteered || this.inputValue() === this.answered;
    // Tab moves on with the active row, and makes nothing new.
    if (event.key === 'Tab' && this.isOpen && this.activeOption && this.activeOption !== this.creation && isMeant)
      return this.onOptionSelect(event, this.activeOption);
    if (event.key === 'Escape' && this.isOpen) {
      // tom-select stops it here, where nobody knows yet that its release is ours, too.
      event.preventDefault();
      return this.close();
    }
    const step = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    const isFirstStep = step !== undefined && this.isOpen && !this.isSteered;
    if (step !== undefined) this.isSteered = this.isOpen;
    const isCreationActive = this.activeOption !== null && this.activeOption === this.creation;
    if (!isFirstStep || (this.activeOption && !isCreationActive)) return super.onKeyDown(event);
    event.preventDefault();
    const rows = [...this.selectable()] as HTMLElement[];
    const others = rows.filter((row) => !isCreationActive || row !== this.creation);
    this.setActiveOption(this.current ?? others.at(step) ?? this.creation);
  }

  /**
   * Nothing is active before anything is typed: Enter must not choose what nobody looked for. Then it is the suggestion of
   * exactly that name, else the first one that begins with it, else the row that creates it, which stands last. Where nothing
   * can be created it is the first; of several of that name it is none.
   */
  override refreshOptions(triggerDropdown = true): void {
    const empty = this.list?.describeEmpty(this.isAnswered) ?? '';
    this.settings.shouldOpen = empty !== '';
    this.isRefreshing = true;
    super.refreshOptions(triggerDropdown);
    this.isRefreshing = false;
    const { creation } = this;
    if (creation) {
      this.dropdown_content.append(creation);
      this.setActiveOption(this.beginning ?? creation);
    }
    const note = this.dropdown.querySelector('.note');
    if (note) note.textContent = this.dropdown_content.childElementCount ? '' : empty;
    for (const row of this.dropdown_content.querySelectorAll<HTMLElement>('[data-selectable]')) {
      const item = this.found?.get(row.dataset['value'] ?? '');
      if (item !== undefined && this.list?.isCurrent?.(item)) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    const [exact, another] = this.exact;
    if (!this.list?.isSearching() || another) {
      this.clearActiveOption();
      this.showCurrent();
    } else if (exact) {
      this.setActiveOption(exact);
    }
  }

  /** The row that creates what is typed. */
  get creation(): HTMLElement | null {
    return this.dropdown_content.querySelector('.create');
  }

  /** The rows of suggestions whose name is what is typed, but for case and accents. */
  get exact(): readonly HTMLElement[] {
    return this.rowsNamed((name, typed) => name === typed);
  }

  /** The first row whose name begins with what is typed. */
  get beginning(): HTMLElement | undefined {
    return this.rowsNamed((name, typed) => name.startsWith(typed))[0];
  }

  rowsNamed(isNamed: (name: string, typed: string) => boolean): readonly HTMLElement[] {
    const typed = foldText(this.inputValue());
    return [...this.dropdown_content.querySelectorAll<HTMLElement>('.option')].filter((row) => {
      const item = this.found?.get(row.dataset['value'] ?? '');
      return item !== undefined && isNamed(foldText(this.list?.nameOf(item) ?? ''), typed);
    });
  }

  /** The arrows go round. */
  override getAdjacent(option: HTMLElement | null, direction: number, type?: string): HTMLElement | null {
    const next = super.getAdjacent(option, direction, type) as HTMLElement | null | undefined;
    return next ?? ([...this.selectable()].at(direction > 0 ? 0 : -1) as HTMLElement | undefined) ?? null;
  }

  get current(): HTMLElement | null {
    return this.dropdown_content.querySelector('[aria-current]');
  }

  /** Scrolls the list until the value is in its middle, as long as no row is active. */
  showCurrent(): void {
    if (this.activeOption || !this.current) return;
    const [row, list] = [this.current.getBoundingClientRect(), this.dropdown_content.getBoundingClientRect()];
    this.scroll(this.dropdown_content.scrollTop + (row.top + row.bottom - list.top - list.bottom) / 2, 'auto');
  }

  override clearActiveOption(): void {
    super.clearActiveOption();
    this.focus_node.removeAttribute('aria-activedescendant');
  }

  override onOptionHover(): void {
    // The pointer may merely be where the list has opened. Its row is marked by the styles; Enter and Tab do not take it.
  }

  override onOptionSelect({ type }: Event, option: HTMLElement): void {
    const item = this.found?.get(option.dataset['value'] ?? '');
    if (item) this.list?.onChoose(item);
    else this.list?.creation?.create(this.inputValue(), type !== 'keydown' || this.isSteered === true);
  }

  override createItem(): boolean {
    const text = this.inputValue();
    const item = [...(this.found?.values() ?? [])].find((found) => foldText(this.list?.nameOf(found) ?? '') === foldText(text));
    if (item) this.list?.onChoose(item);
    else if (text.trim()) this.list?.creation?.create(text, false);
    return true;
  }

  /** Closing keeps what was typed. */
  override close(): void {
    super.close(false);
  }

  override onPaste(): void {
    // The tag input splits what is pasted itself.
  }

  override onKeyPress(): void {
    // And what is typed.
  }

  /** The row that creates stands in sight, over the end of the others. */
  override scrollToOption(option: HTMLElement | null, behavior?: string): void {
    const { creation } = this;
    if (!option || option === creation) return;
    super.scrollToOption(option, behavior);
    if (!creation) return;
    const covered = option.getBoundingClientRect().bottom - creation.getBoundingClientRect().top;
    if (covered > 0) this.scroll(this.dropdown_content.scrollTop + covered, behavior);
  }

  override positionDropdown(): void {
    // The panel's popup does this, in the top layer.
  }

  override advanceSelection(): void {
    // The tags are the panel's: there is nothing here to move through, to select or to delete.
  }

  override selectAll(): void {
    // As above.
  }

  override deleteSelection(): boolean {
    return false;
  }
}

/** The suggestions under a text input, an APG combobox with a listbox popup. tom-select is known to this file only. */
export class SuggestionList<Item extends object> {
  readonly input: HTMLInputElement;
  readonly #select: Headless;
  readonly #options: SuggestionListOptions<Item>;
  readonly #inquiry: Inquiry<Item>;
  readonly #found = new Map<string, Item>();

  #isPressed = false;
  #postponed: (() => void) | undefined;

  constructor(options: SuggestionListOptions<Item>) {
    this.input = options.input;
    this.#options = options;
    this.#inquiry = new Inquiry({ ...options, ...(!options.isLocal && { foundBy: options.nameOf }) });
    options.popover.addEventListener('pointerdown', () => this.#onPress());
    const source = document.createElement('input');
    // tom-select looks for a label of this id in the whole page, and would take it over.
    source.id = `contact-details-list-${++count}`;
    this.#select = withoutHtmlStrings(() => new Headless(source, this.#settings(source.id)));
    // What stands in the input already is no news, and emptying it is.
    Object.assign(this.#select, { list: options, found: this.#found, lastValue: options.input.value });
    const { dropdown_content: list } = this.#select;
    list.setAttribute('aria-label', options.label);
    this.#select.onFocus();
  }

  get isOpen(): boolean {
    return this.#select.isOpen;
  }

  /** Asks at once; what was being asked is given up. */
  search(text: string): void {
    this.#postponed = undefined;
    this.#inquiry.ask(text);
  }

  /** Asks for what has just been typed: at once, or as soon as the answer that is under way is there. */
  follow(text: string): void {
    this.#postponed = undefined;
    this.#inquiry.follow(text);
  }

  /** Shows what the source has found for a text, in this order. The row that the arrows have led to stays the active one. */
  show(items: readonly Item[], text: string): void {
    if (this.#isPressed) {
      this.#postponed = () => this.show(items, text);
      return;
    }
    const { activeOption, creation, isSteered } = this.#select;
    const isCreationSteered = isSteered && activeOption !== null && activeOption === creation;
    const steered = isSteered ? this.#found.get(activeOption?.dataset['value'] ?? '') : undefined;
    this.#select.answered = text;
    this.#found.clear();
    this.#select.clearOptions();
    items.forEach((item, index) => {
      // Keys of our own: tom-select keeps plain objects, where a tag named `constructor` would be no tag like any other.
      const key = `item-${index}`;
      this.#found.set(key, item);
      this.#select.addOption({ value: key, text: this.#options.nameOf(item) });
    });
    this.#select.isDropdownContentStale = true;
    this.#select.refreshOptions(this.#select.isFocused);
    const [key] = [...this.#found].find(([, item]) => steered && this.#options.isSame(item, steered)) ?? [];
    const row = key === undefined ? isCreationSteered && this.#select.creation : this.#select.getOption(key);
    if (row) this.#select.setActiveOption(row);
    else if (isSteered && !isCreationSteered) this.#select.isSteered = false;
  }

  /** The suggestion of this name, but for case and accents. */
  find(name: string): Item | undefined {
    const named = [...this.#found.values()].filter((item) => foldText(this.#options.nameOf(item)) === foldText(name));
    return named.find((item) => this.#options.nameOf(item) === name) ?? named[0];
  }

  open(): void {
    this.#select.refreshOptions(true);
  }

  /** Replaces what stands in the input. */
  setText(text: string): void {
    this.#giveUp();
    this.#select.setTextboxValue(text);
    this.#select.lastValue = text;
  }

  close(): void {
    this.#giveUp();
    this.#select.close();
  }

  /** A row that is replaced under a finger, or between the two halves of a click, could not be chosen: news waits for its end. */
  #onPress(): void {
    const { ownerDocument } = this.#options.popover;
    this.#isPressed = true;
    const release = () => {
      ownerDocument.removeEventListener('pointerup', release, true);
      ownerDocument.removeEventListener('pointercancel', release, true);
      // The click comes after it, in the same task.
      setTimeout(() => {
        this.#isPressed = false;
        this.#postponed?.();
        this.#postponed = undefined;
      });
    };
    ownerDocument.addEventListener('pointerup', release, true);
    ownerDocument.addEventListener('pointercancel', release, true);
  }

  /** What is still being searched would open a list that has been closed. */
  #giveUp(): void {
    this.#postponed = undefined;
    this.#inquiry.giveUp();
  }

  #settings(id: string): ConstructorParameters<typeof TomSelect>[1] {
    const settings = {
      mode: 'multi',
      maxItems: null,
      maxOptions: null,
      controlInput: this.#options.input,
      dropdownParent: this.#options.popover,
      highlight: false,
      hideSelected: false,
      addPrecedence: true,
      delimiter: ',',
      create: this.#options.creation !== undefined,
      createFilter: (text: string) => this.#options.creation?.describe(text) !== undefined,
      render: {
        dropdown: () => row(html`<p class="note"></p>`),
        option: ({ value, text }: { readonly value: string; readonly text: string }) => {
          const item = this.#found.get(value);
          return row(item ? this.#options.shownAs(item) : text);
        },
        item: ({ text }: { readonly text: string }) => row(text),
        option_create: ({ input }: { readonly input: string }) => {
          const create = row(this.#options.creation?.describe(input) ?? '');
          create.className = 'create';
          create.id = `${id}-create`;
          create.setAttribute('role', 'option');
          return create;
        },
        no_results: () => null,
        loading: () => null,
        not_loading: () => null,
      },
      onDropdownOpen: () => void this.#options.onOpen().then(() => this.#select.showCurrent()),
      onDropdownClose: () => {
        // A list that has no row for now still waits for some.
        if (!this.#select.isRefreshing) this.#giveUp();
        this.#options.onClose();
      },
    };
    // Its types ask for HTML strings where its code, under Trusted Types, needs elements.
    return settings as unknown as ConstructorParameters<typeof TomSelect>[1];
  }
}

/** A row of the list, which is tom-select's to mark and to move; what is in it is rendered once. */
function row(content: unknown): HTMLElement {
  const node = document.createElement('div');
  render(content, node);
  return node;
}
