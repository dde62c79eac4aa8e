import { html, nothing } from 'lit';
import type { ReactiveController } from 'lit';
import type { Tag } from '../../core/contact.js';
import { foldText } from '../../core/fold-text.js';
import { parseTags } from '../../core/parse.js';
import { isolate } from '../../i18n/isolate.js';
import { TAG_DRAFT } from '../panel.js';
import type { ContactStore } from '../../store/contact-store.js';
import type { Panel } from '../panel.js';
import { Popup } from '../popups/popup.js';
import { tagFace } from '../reading/tag-face.js';
import type { View } from '../view.js';
import type { Asking } from './inquiry.js';
import { SuggestionList } from './suggestion-list.js';
import { finishedPart, hasLineBreak, hasSeparator, splitNames, withoutLeading } from './tag-names.js';

/** The longest name of a tag, in code points. */
const MAX_LENGTH = 255;

/** The field that adds tags: asks the source for suggestions, adds what is chosen, creates what is new. */
export class TagInput implements ReactiveController {
  /** Counts the inputs that have been used: the next contact gets a new one, as this one is tom-select's for ever. */
  used = 0;
  readonly #panel: Panel;
  /** Why what is typed makes no tag, in the language that it is read in; `undefined` where it may. */
  #complaint: ((view: View) => string) | undefined;
  #list: SuggestionList<Tag> | undefined;
  #store: ContactStore | undefined;
  /** What stood in the input after the last keystroke. */
  #typed = '';
  /** The part of it that makes tags once the source has answered, unless a tag is called like that. */
  #finished = '';
  #isComposing = false;
  /** What the source has answered last. */
  #answered: readonly Tag[] = [];

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  /** Why what is typed makes no tag; empty where it may. */
  get complaint(): string {
    return this.#complaint?.(this.#panel.view) ?? '';
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
    const input = root.querySelector<HTMLInputElement>('#tag-input');
    if (this.#list && this.#list.input !== input) this.#detach();
    if (this.#list || !input) return;
    if (root.activeElement === input) this.#attach(input);
    else if (hasLineBreak(input.value)) this.#createEntered(input);
  }

  /** Enter was pressed before this was loaded, and the field has been left since. */
  #createEntered(input: HTMLInputElement): void {
    const names = splitNames(input.value);
    // What has not been drawn yet is not drawn away either.
    input.value = '';
    this.#createAll(names);
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
      shownAs: (tag) => renderSuggestion(tag, this.#panel.view.valuesLang),
      isSame: (a, b) => a.id === b.id,
      creation: { describe: (text) => this.#describeCreation(text), create: (text) => this.#create(text) },
      ask: (text, asking) => this.#ask(text, asking),
      onAnswer: (tags, text) => this.#onAnswer(tags, text),
      onFailure: (text) => this.#onFailure(text),
      describeEmpty: (isAnswered) => (input.value.trim() ? this.#describeEmpty(isAnswered) : ''),
      onChoose: (tag) => this.#choose(tag),
      onType: (text) => this.#onType(text),
      onOpen: () => popup.open(),
      onClose: () => popup.close(),
    });
    // Shown again by a click.
    input.addEventListener('click', () => !this.#list?.isOpen && this.#list?.open());
    input.addEventListener('paste', (event) => this.#onPaste(event));
    input.addEventListener('compositionstart', () => (this.#isComposing = true));
    input.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#finish(input.value, finishedPart(input.value));
    });
    const { value } = input;
    this.#typed = value;
    // What stands before a break was ended by Enter before this was loaded.
    this.#finish(value, hasLineBreak(value) ? finishedPart(value) : '');
  }

  #detach(): void {
    this.#list?.close();
    this.#list = undefined;
    this.#finished = '';
    this.#answered = [];
    this.#isComposing = false;
    this.#complaint = undefined;
    this.used++;
  }

  /** Several names make several tags; what may be one name with a comma in it is put to the source first. */
  #onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (!hasSeparator(pasted)) return;
    event.preventDefault();
    const { selectionEnd, selectionStart, value } = event.currentTarget as HTMLInputElement;
    const text = (value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? 0)).trim();
    const mayBeName = hasSeparator(text) && !hasLineBreak(text) && [...text].length <= MAX_LENGTH;
    if (!mayBeName) return this.#createAll(splitNames(text));
    this.#setText(text);
    this.#finished = text;
    this.#list?.search(text);
  }

  #onType(text: string): void {
    this.#complain(undefined);
    const isAtOnce = [...text].length - [...this.#typed].length > 1;
    this.#typed = text;
    const finished = this.#isComposing ? '' : finishedPart(text);
    this.#finish(text, finished && isAtOnce ? text : finished);
  }

  /** Searches; what is finished by a separator makes tags when the source has answered. */
  #finish(text: string, finished: string): void {
    this.#finished = finished;
    if (finished) this.#list?.search(text);
    else this.#list?.follow(text);
  }

  async #ask(text: string, asking: Asking): Promise<readonly Tag[]> {
    return parseTags((await this.#panel.store.adapter.suggestTags?.(text.trim(), asking)) ?? []);
  }

  #onAnswer(tags: readonly Tag[], text: string): void {
    const { messages } = this.#panel.view;
    this.#answered = tags;
    if (this.#createFinished(tags)) return;
    const present = this.#presentNames();
    const absent = tags.filter((tag) => !present.has(foldText(tag.name)));
    this.#list?.show(absent, text);
    this.#panel.announceSoon(absent.length ? messages.suggestions(absent.length) : messages.noSuggestions);
  }

  #onFailure(text: string): void {
    this.#createFinished([]);
    this.#complain(({ messages }) => messages.suggestionsFailed);
    this.#list?.show([], text);
  }

  /** What is said where nothing is found; where a tag can be created, the row that does so is enough. */
  #describeEmpty(isAnswered: boolean): string {
    const { abilities, messages } = this.#panel.view;
    if (abilities.createTags || this.complaint) return '';
    return isAnswered ? messages.noSuggestions : messages.searching;
  }

  #describeCreation(text: string): string | undefined {
    const { abilities, lang, messages } = this.#panel.view;
    const present = this.#presentNames();
    if (!abilities.createTags || present.has(foldText(text)) || this.#find(text)) return undefined;
    const names = splitNames(text).filter((name) => !present.has(foldText(name)));
    return names.length ? messages.createTag(names.map((name) => isolate(name, lang)).join(', ')) : undefined;
  }

  /** Creates what is finished of what is typed, unless a suggestion begins like that; answers whether it has. */
  #createFinished(suggested: readonly Tag[]): boolean {
    const finished = this.#finished;
    this.#finished = '';
    const isName = !hasLineBreak(finished) && suggested.some(({ name }) => foldText(name).startsWith(foldText(finished)));
    if (!finished || isName) return false;
    this.#createAll(splitNames(finished), withoutLeading(this.#list?.input.value.slice(finished.length) ?? ''));
    return true;
  }

  #create(text: string): void {
    const isPresent = this.#presentNames().has(foldText(text));
    this.#createAll(isPresent ? [text.trim()] : splitNames(text));
  }

  /** Creates tags, of which those that the contact has already are passed over where there are others; the rest goes on being typed. */
  #createAll(names: readonly string[], rest = ''): void {
    this.#setText(rest);
    const refused = names.filter((name) => {
      const complaint = this.#complaintAbout(name);
      const isPassedOver = names.length > 1 && this.#presentNames().has(foldText(name));
      if (complaint === undefined) this.#add(this.#find(name) ?? { name: name.normalize('NFC') });
      return complaint !== undefined && !isPassedOver;
    });
    const [first] = refused;
    if (first === undefined) return this.#list?.search(rest);
    this.#setText([...refused, rest].filter(Boolean).join(', '));
    this.#complain(this.#complaintAbout(first));
  }

  #complaintAbout(name: string): ((view: View) => string) | undefined {
    const { abilities } = this.#panel.view;
    if (this.#presentNames().has(foldText(name))) return ({ lang, messages }) => messages.tagExists(isolate(name, lang));
    if ([...name].length > MAX_LENGTH) return ({ messages }) => messages.tagTooLong(MAX_LENGTH);
    return abilities.createTags || this.#find(name) ? undefined : ({ messages }) => messages.cannotCreateTags;
  }

  #choose(tag: Tag): void {
    this.#add(tag);
    this.#setText('');
    this.#list?.search('');
  }

  #add(tag: Tag | { readonly name: string }): void {
    this.#panel.store.edits.addTag(tag);
  }

  /** The tag of this name that the source has told of, but for case and accents. */
  #find(name: string): Tag | undefined {
    return this.#list?.find(name) ?? this.#answered.find((tag) => foldText(tag.name) === foldText(name));
  }

  #complain(complaint: ((view: View) => string) | undefined): void {
    this.#complaint = complaint;
    this.#panel.host.requestUpdate();
    if (complaint) this.#panel.announce(this.complaint);
  }

  /** Replaces what is typed, and what is said of it. */
  #setText(text: string): void {
    const { edits } = this.#panel.store;
    this.#complain(undefined);
    this.#typed = text;
    this.#finished = '';
    if (text) edits.draft(TAG_DRAFT, { [TAG_DRAFT]: text });
    else edits.cancelDraft(TAG_DRAFT);
    this.#list?.setText(text);
  }

  #presentNames(): ReadonlySet<string> {
    return new Set((this.#panel.store.contact?.tags ?? []).map((tag) => foldText(tag.name)));
  }
}

/** A suggested tag as it will look, and what it is for. */
function renderSuggestion(tag: Tag, lang: View['valuesLang']): unknown {
  const { mark, style } = tagFace(tag);
  return html`<span class="tag" lang=${lang} .style=${style}>${mark}<bdi class="tag-name">${tag.name}</bdi></span>
    ${tag.description ? html`<span class="help" lang=${lang}>${tag.description}</span>` : nothing}`;
}
