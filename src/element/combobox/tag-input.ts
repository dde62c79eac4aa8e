import type { ReactiveController } from 'lit';
import type { Tag } from '../../core/contact.js';
import { foldText } from '../../core/fold-text.js';
import { isBlank } from '../../core/is-blank.js';
import { parseTags } from '../../core/parse.js';
import { isolate } from '../../i18n/isolate.js';
import { TAG_DRAFT } from '../panel.js';
import type { ContactStore } from '../../store/contact-store.js';
import type { Panel } from '../panel.js';
import { Popup } from '../popups/popup.js';
import { SuggestionList } from './suggestion-list.js';

/** How many suggestions are asked for. */
const LIMIT = 50;
/** The longest name of a tag, in code points. */
const MAX_LENGTH = 255;
/** What separates several names. */
const SEPARATORS = /[,;\n\t]/;

/** The field that adds tags: asks the source for suggestions, adds what is chosen, creates what is new. */
export class TagInput implements ReactiveController {
  /** Why what is typed makes no tag; empty where it may. */
  complaint = '';
  /** Counts the inputs that have been used: the next contact gets a new one, as this one is tom-select's for ever. */
  used = 0;
  readonly #panel: Panel;
  #list: SuggestionList<Tag> | undefined;
  #store: ContactStore | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  hostDisconnected(): void {
    this.#list?.close();
  }

  hostUpdate(): void {
    if (this.#list && !this.#panel.isShowing(this.#store)) this.#detach();
  }

  hostUpdated(): void {
    this.update();
  }

  /** Follows what has been drawn: an input that is new has suggestions of its own. */
  update(): void {
    const { root } = this.#panel;
    const input = root.getElementById('tag-input');
    if (this.#list && this.#list.input !== input) this.#detach();
    if (!this.#list && input instanceof HTMLInputElement && root.activeElement === input) this.#attach(input);
  }

  /** Shows the suggestions again. */
  open(): void {
    if (this.#list && !this.#list.isOpen) this.#list.open();
  }

  onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!SEPARATORS.test(text)) return;
    event.preventDefault();
    this.#createAll(text);
  }

  /** Backspace and the arrow lead from the start of the field to the last tag. */
  onKeydown(event: KeyboardEvent): void {
    const { selectionEnd, selectionStart, value } = event.currentTarget as HTMLInputElement;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const isBack = event.key === 'Backspace' || event.key === 'ArrowLeft';
    if (!isBack || !isAtStart || (event.key === 'Backspace' && value)) return;
    const last = [...this.#panel.root.querySelectorAll<HTMLElement>('.tag-remove')].at(-1);
    if (!last) return;
    event.preventDefault();
    last.focus();
  }

  #attach(input: HTMLInputElement): void {
    const { root, store, view } = this.#panel;
    const box = root.getElementById('tag-box');
    const popover = root.getElementById('tag-popover');
    if (!box || !popover) return;
    const popup = new Popup(box, popover, { placement: 'bottom-start', isAsWide: true });
    this.#store = store;
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
    this.#list.search(input.value);
  }

  #detach(): void {
    this.#list?.close();
    this.#list = undefined;
    this.complaint = '';
    this.used++;
  }

  #onType(text: string): void {
    this.#complain('');
    // Soft keyboards send no key for the comma.
    if (SEPARATORS.test(text)) return this.#createAll(text);
    this.#list?.searchSoon(text);
  }

  async #suggest(query: string, signal: AbortSignal): Promise<void> {
    const { store, view } = this.#panel;
    const { messages } = view;
    try {
      const tags = parseTags((await store.adapter.suggestTags?.(query.trim(), { limit: LIMIT, signal })) ?? []);
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
    const { abilities, lang, messages } = this.#panel.view;
    const isNew = !isBlank(text) && !this.#presentNames().has(foldText(text)) && !this.#list?.has(text);
    return abilities.createTags && isNew ? messages.createTag(isolate(text.trim(), lang)) : undefined;
  }

  #createAll(text: string): void {
    const names = text.split(SEPARATORS).map((name) => name.trim());
    this.#clear();
    for (const name of names) this.#create(name);
  }

  #create(text: string): void {
    const { abilities, lang, messages } = this.#panel.view;
    const name = text.trim().normalize('NFC');
    if (isBlank(name)) return;
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
    this.#panel.store.edits.draft(TAG_DRAFT, { [TAG_DRAFT]: text });
    this.#complain(complaint);
  }

  #complain(text: string): void {
    this.complaint = text;
    this.#panel.host.requestUpdate();
    if (text) this.#panel.announce(text);
  }

  #clear(): void {
    this.#complain('');
    this.#panel.store.edits.cancelDraft(TAG_DRAFT);
    this.#list?.clear();
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
