import type { Tag } from '../core/contact.js';
import { make, setAttribute, setText } from '../fields/make.js';
import { isolate } from '../i18n/isolate.js';
import { makeIconButton, setName, withIntent } from './controls.js';
import type { View } from './panel.js';
import { Rows } from './rows.js';
import { tagColor } from './tag-color.js';

/** The bottom of the panel: the tags, each with its remove button, and the field that adds one. */
export class Tags {
  readonly element: HTMLElement;
  readonly #label = make('label', { class: 'label', id: 'tags-label', for: 'tag-input' });
  readonly #none = make('span', { class: 'nothing' });
  readonly #list = make('ul', { role: 'list', 'aria-labelledby': 'tags-label' });
  readonly #input = withIntent(
    make('input', {
      id: 'tag-input',
      part: 'tag-input',
      role: 'combobox',
      'aria-expanded': 'false',
      autocomplete: 'off',
      spellcheck: 'false',
    }),
    { part: 'tag-input', key: '' },
  );
  /** Where editing draws notices. */
  readonly #editing = make('div', { class: 'editing' });
  readonly #chips = new Rows(this.#list, (index) => new Chip(index));

  constructor() {
    const box = make('div', { class: 'tag-box', id: 'tag-box' }, this.#list, this.#none, this.#input);
    const hint = make('p', { class: 'problem', id: 'tag-hint', part: 'error' });
    const popover = make('div', { id: 'tag-popover', class: 'popup', part: 'tag-list', popover: 'manual' });
    const parts = [this.#label, box, hint, popover, this.#editing];
    this.element = make('div', { class: 'tags', part: 'tags', role: 'group', 'aria-labelledby': 'tags-label' }, ...parts);
  }

  update(view: View): void {
    const { abilities, contact, editing, messages } = view;
    const tags = contact.tags ?? [];
    setText(this.#label, messages.tags);
    setText(this.#none, messages.noTags);
    setAttribute(this.#input, 'placeholder', messages.addTag);
    this.#input.hidden = !abilities.addTags;
    this.#none.hidden = abilities.addTags || tags.length > 0;
    this.#list.hidden = !tags.length;
    this.#chips.update(tags, view);
    editing?.drawTagNotices(this.#editing, view);
  }
}

class Chip {
  readonly element: HTMLElement;
  readonly #emoji = make('span', { 'aria-hidden': 'true' });
  readonly #name = make('bdi', { class: 'tag-name' });
  readonly #remove: HTMLButtonElement;

  constructor(index: number) {
    this.#remove = makeIconButton('remove', 'tag-remove', 'tag-remove', { part: 'tag-remove', key: String(index) });
    const chip = make('li', { class: 'tag', part: 'tag' }, this.#emoji, this.#name, this.#remove);
    this.element = withIntent(chip, { part: 'tag', key: String(index) });
  }

  update({ color, description, emoji = '', name }: Tag, { abilities, lang, messages }: View): void {
    setText(this.#name, name);
    setText(this.#emoji, emoji);
    this.#emoji.hidden = !emoji;
    setName(this.#remove, abilities.removeTags ? messages.removeTag(isolate(name, lang)) : undefined);
    const focusable = abilities.removeTags ? this.#remove : this.element;
    setAttribute(focusable, 'aria-description', description);
    setAttribute(this.element, 'tabindex', description && focusable === this.element ? '0' : undefined);
    this.element.style.setProperty('--_tag', tagColor(color) ?? '');
  }
}
