import TomSelect from 'tom-select/base';
import type { Tag } from '../core/contact.js';
import { fold } from '../core/fold.js';
import { allowEmptyInnerHtml, withoutHtmlStrings } from './trusted-dom.js';

export interface TagListOptions {
  /** The panel's own text input; the list works on it and leaves everything else of the panel alone. */
  readonly input: HTMLInputElement;
  /** Where the list of suggestions is drawn. */
  readonly popover: HTMLElement;
  /** Accessible name of the list. */
  readonly label: string;
  /** What the row that creates a tag says; `undefined` where this text can make no tag. */
  readonly describeCreation: (text: string) => string | undefined;
  readonly onChoose: (tag: Tag) => void;
  readonly onCreate: (text: string) => void;
  readonly onType: (text: string) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

let count = 0;

/**
 * tom-select without its own looks, selection and search: the panel draws the tags, owns the input, asks the source and
 * places the popup. What is left is the list: its rows, the active one, the keys, the roles. What of the set-up would reach
 * into the page (listeners on the document and window, a search for labels) is undone at once.
 */
class Headless extends TomSelect {
  /** Given once the constructor, which already searches, has run. */
  declare readonly list?: TagListOptions;
  declare readonly tags?: ReadonlyMap<string, Tag>;

  override setup(): void {
    allowEmptyInnerHtml(this.dropdown_content);
    super.setup();
    // Public at run time, private in the types of tom-select 2.6.
    (this as unknown as { _destroy(): void })._destroy();
  }

  override search(query: string): ReturnType<TomSelect['search']> {
    const wanted = fold(query);
    const matching = [...(this.tags ?? [])].filter(([, tag]) => fold(tag.name).includes(wanted));
    this.lastQuery = query;
    return {
      ...this.sifter.prepareSearch('', this.getSearchOptions()),
      items: matching.map(([id]) => ({ id, score: 1 })),
      total: matching.length,
    };
  }

  override onKeyDown(event: KeyboardEvent): void {
    // The keys that steer and end a composition are the input method's; Safari sends the last one with key code 229.
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (step === undefined || !this.isOpen || this.activeOption) return super.onKeyDown(event);
    event.preventDefault();
    this.setActiveOption([...this.selectable()].at(step) as HTMLElement);
  }

  /** Nothing is active before anything is typed: Enter in an empty input must not tag. */
  override refreshOptions(triggerDropdown = true): void {
    super.refreshOptions(triggerDropdown);
    if (!this.inputValue()) this.clearActiveOption();
  }

  override clearActiveOption(): void {
    super.clearActiveOption();
    this.focus_node.removeAttribute('aria-activedescendant');
  }

  override onOptionSelect(_: Event, option: HTMLElement): void {
    const tag = this.tags?.get(option.dataset['value'] ?? '');
    if (tag) this.list?.onChoose(tag);
    else this.list?.onCreate(this.inputValue());
  }

  override createItem(): boolean {
    const text = this.inputValue();
    const tag = [...(this.tags?.values() ?? [])].find(({ name }) => fold(name) === fold(text));
    if (tag) this.list?.onChoose(tag);
    else if (text.trim()) this.list?.onCreate(text);
    return true;
  }

  /** Closing keeps what was typed. */
  override close(): void {
    super.close(false);
  }

  override onPaste(): void {
    // The tag input splits what is pasted itself.
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

/** The suggestions under the tag input, an APG combobox with a listbox popup. tom-select is known to this file only. */
export class TagList {
  readonly input: HTMLInputElement;
  readonly #select: Headless;
  readonly #tags = new Map<string, Tag>();

  constructor(options: TagListOptions) {
    this.input = options.input;
    const source = document.createElement('input');
    // tom-select looks for a label of this id in the whole page, and would take it over.
    source.id = `contact-details-tags-${++count}`;
    this.#select = withoutHtmlStrings(() => new Headless(source, settingsFor(options, source.id)));
    Object.assign(this.#select, { list: options, tags: this.#tags });
    const { dropdown_content: list } = this.#select;
    list.setAttribute('aria-label', options.label);
    list.removeAttribute('tabindex');
    this.#select.onFocus();
  }

  get isOpen(): boolean {
    return this.#select.isOpen;
  }

  /** Replaces the suggestions and shows them, in this order. */
  show(tags: readonly Tag[]): void {
    this.#tags.clear();
    this.#select.clearOptions();
    for (const [index, tag] of tags.entries()) {
      // Keys of our own: tom-select keeps plain objects, where a tag named `constructor` would be no tag like any other.
      const key = `tag-${index}`;
      this.#tags.set(key, tag);
      this.#select.addOption({ value: key, text: tag.name });
    }
    this.#select.isDropdownContentStale = true;
    this.#select.refreshOptions(this.#select.isFocused);
  }

  /** Whether one of the suggestions is this text, but for case and accents. */
  has(text: string): boolean {
    return [...this.#tags.values()].some(({ name }) => fold(name) === fold(text));
  }

  open(): void {
    this.#select.refreshOptions(true);
  }

  /** Empties the input. */
  clear(): void {
    this.#select.setTextboxValue('');
    this.#select.lastValue = '';
  }

  close(): void {
    this.#select.close();
  }
}

function settingsFor(options: TagListOptions, id: string): ConstructorParameters<typeof TomSelect>[1] {
  const settings = {
    mode: 'multi',
    maxItems: null,
    maxOptions: null,
    controlInput: options.input,
    dropdownParent: options.popover,
    refreshThrottle: 0,
    highlight: false,
    hideSelected: false,
    addPrecedence: true,
    delimiter: ',',
    create: true,
    createFilter: (text: string) => options.describeCreation(text) !== undefined,
    render: {
      dropdown: () => element('div', ''),
      option: ({ text }: { readonly text: string }) => element('div', text),
      item: ({ text }: { readonly text: string }) => element('div', text),
      option_create: ({ input }: { readonly input: string }) => {
        const row = element('div', options.describeCreation(input) ?? '');
        row.className = 'create';
        row.id = `${id}-create`;
        row.setAttribute('role', 'option');
        return row;
      },
      no_results: () => null,
      loading: () => null,
      not_loading: () => null,
    },
    onType: options.onType,
    onDropdownOpen: options.onOpen,
    onDropdownClose: options.onClose,
  };
  // Its types ask for HTML strings where its code, under Trusted Types, needs elements.
  return settings as unknown as ConstructorParameters<typeof TomSelect>[1];
}

function element(name: string, text: string): HTMLElement {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}
