import type { ReactiveController } from 'lit';
import type { Tag } from '../core/contact.js';
import { foldText } from '../core/fold-text.js';
import { parseTags } from '../core/parse.js';
import type { ContactStore } from '../store/contact-store.js';
import { plainText } from '../fields/text.js';
import { isolate } from '../i18n/isolate.js';
import { toEditView } from './edit-view.js';
import type { Panel } from './panel.js';
import { Popup } from './popup.js';
import { SuggestionList } from './suggestion-list.js';

export { styles } from './suggestion-styles.js';

/** How many suggestions are asked for. */
const LIMIT = 50;
/** The longest name of a tag, in code points. */
const MAX_LENGTH = 255;
/** Key of the draft that keeps what is typed in the tag field; no field can have it. */
const DRAFT = '#tag';

/** What the input needs once it is used: its role in full, and to be left alone by keyboards and password managers. */
const INPUT_ATTRIBUTES = {
  'aria-autocomplete': 'list',
  'aria-describedby': 'tag-hint',
  autocapitalize: 'off',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
} as const;

/** The field that adds tags: asks the source for suggestions, adds what is chosen, creates what is new. */
export class TagInput implements ReactiveController {
  readonly #panel: Panel;
  #store: ContactStore | undefined;
  #list: SuggestionList<Tag> | undefined;
  #popup: Popup | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.addController(this);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  /** Follows what has been drawn: another contact has its own half-typed tag, a new input its own list. */
  update(): void {
    const { root } = this.#panel;
    const input = root.getElementById('tag-input') as HTMLInputElement | null;
    if (input !== this.#list?.input) this.#detach();
    if (!input) return;
    const { store } = this.#panel;
    if (store !== this.#store) {
      this.#detach();
      const typed = store.state.drafts.get(DRAFT)?.values[DRAFT];
      if (this.#store || typed !== undefined) input.value = plainText(typed);
    }
    this.#store = store;
    if (!this.#list && root.activeElement === input) this.#attach(input);
  }

  #attach(input: HTMLInputElement): void {
    const { root, view } = this.#panel;
    const box = root.getElementById('tag-box');
    const popover = root.getElementById('tag-popover');
    if (!box || !popover) return;
    const popup = (this.#popup = new Popup(box, popover, { placement: 'bottom-start', isAsWide: true }));
    this.#list = new SuggestionList({
      input,
      popover,
      label: view.messages.tags,
      isSearching: () => input.value !== '',
      nameOf: ({ name }) => name,
      isMatch: ({ name }, query) => foldText(name).includes(foldText(query)),
      creation: { describe: (text) => this.#describeCreation(text), create: (text) => this.#create(text) },
      search: (text, signal) => this.#suggest(text, signal),
      onChoose: (tag) => this.#add(tag),
      onType: (text) => this.#onType(text),
      onOpen: () => popup.open(),
      onClose: () => popup.close(),
    });
    for (const [name, value] of Object.entries(INPUT_ATTRIBUTES)) input.setAttribute(name, value);
    // Assigned, not added: an input that is attached a second time must not answer twice.
    input.onpaste = (event) => this.#onPaste(event);
    input.onkeydown = (event) => this.#onKeydown(event);
    input.onclick = () => !this.#list?.isOpen && this.#list?.open();
    popover.onmousedown = (event) => event.preventDefault();
    this.#list.search(input.value);
  }

  #detach(): void {
    this.#list?.close();
    this.#popup?.close();
    this.#panel.root.getElementById('tag-popover')?.replaceChildren();
    this.#list = undefined;
  }

  #onType(text: string): void {
    this.#keepDraft(text);
    this.#complain('');
    // Soft keyboards send no key for the comma.
    if (/[,;\n]/.test(text)) return this.#createAll(text);
    this.#list?.searchSoon(text);
  }

  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[,;\n\t]/.test(text)) return;
    event.preventDefault();
    this.#createAll(text);
  }

  #onKeydown(event: KeyboardEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    const isAtStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const isBack = event.key === 'Backspace' || event.key === 'ArrowLeft';
    if (!isBack || !isAtStart || (event.key === 'Backspace' && input.value)) return;
    const last = [...this.#panel.root.querySelectorAll<HTMLElement>('.tag-remove')].at(-1);
    if (!last) return;
    event.preventDefault();
    last.focus();
  }

  async #suggest(query: string, signal: AbortSignal): Promise<void> {
    const { adapter } = this.#panel.store;
    const { messages } = toEditView(this.#panel.view);
    try {
      const tags = parseTags((await adapter.suggestTags?.(query.trim(), { limit: LIMIT, signal })) ?? []);
      if (signal.aborted) return;
      const present = this.#presentNames();
      const absent = tags.filter((tag) => !present.has(foldText(tag.name)));
      this.#list?.show(exactFirst(absent, query));
      this.#panel.announce(absent.length ? messages.suggestions(absent.length) : messages.noSuggestions);
    } catch {
      if (signal.aborted) return;
      this.#list?.show([]);
      this.#complain(messages.suggestionsFailed);
    }
  }

  #describeCreation(text: string): string | undefined {
    const { abilities, lang, messages } = toEditView(this.#panel.view);
    const isNew = text.trim() !== '' && !this.#presentNames().has(foldText(text)) && !this.#list?.has(text);
    return abilities.createTags && isNew ? messages.createTag(isolate(text.trim(), lang)) : undefined;
  }

  #createAll(text: string): void {
    const names = text.split(/[,;\n\t]/).map((name) => name.trim());
    this.#clear();
    for (const name of names) if (name) this.#create(name);
  }

  #create(text: string): void {
    const { abilities, lang, messages } = toEditView(this.#panel.view);
    const name = text.trim().normalize('NFC');
    if (!name) return;
    if (this.#presentNames().has(foldText(name))) return this.#refuse(name, messages.tagExists(isolate(name, lang)));
    if ([...name].length > MAX_LENGTH) return this.#refuse(name, messages.tagTooLong(MAX_LENGTH));
    if (!abilities.createTags) return this.#refuse(name, messages.cannotCreateTags);
    this.#add({ name });
  }

  #add(tag: Tag | { readonly name: string }): void {
    this.#panel.store.edits.addTag(tag);
    this.#clear();
    this.#list?.search('');
  }

  /** Leaves the text where it is, and says why it makes no tag. */
  #refuse(text: string, complaint: string): void {
    if (this.#list) this.#list.input.value = text;
    this.#keepDraft(text);
    this.#complain(complaint);
  }

  #complain(text: string): void {
    this.#panel.root.getElementById('tag-hint')?.replaceChildren(text);
    if (text) this.#panel.announce(text);
  }

  #clear(): void {
    this.#complain('');
    this.#keepDraft('');
    this.#list?.clear();
  }

  #keepDraft(text: string): void {
    const { edits } = this.#panel.store;
    if (text) edits.draft(DRAFT, { [DRAFT]: text });
    else edits.cancelDraft(DRAFT);
  }

  #presentNames(): ReadonlySet<string> {
    return new Set((this.#panel.store.contact?.tags ?? []).map((tag) => foldText(tag.name)));
  }
}

/** The tags with the one that is exactly what was typed, but for case and accents, in front: Enter takes it. */
function exactFirst(tags: readonly Tag[], query: string): readonly Tag[] {
  const isExact = (tag: Tag) => foldText(tag.name) === foldText(query);
  return [...tags.filter(isExact), ...tags.filter((tag) => !isExact(tag))];
}

/** Makes the part; called when it has been loaded. */
export function create(panel: Panel): TagInput {
  return new TagInput(panel);
}
