import { displayName } from '../core/display-name.js';
import { Avatar } from '../fields/avatar.js';
import { countryField } from '../fields/country.js';
import { make, setAttribute, setText } from '../fields/make.js';
import { Channels } from './channels.js';
import { makeIconButton, setName } from './controls.js';
import { definitionOf, isEditable, NAME_KEYS } from './definitions.js';
import { Drawn } from './drawn.js';
import type { View } from './panel.js';

/** A heading's level, of an attribute; 2 where it says none. */
export function toHeadingLevel(value: string | null): number {
  return /^[1-6]$/.test(value ?? '') ? Number(value) : 2;
}

/** The top of the panel: picture, name, country, id, the more-actions button, and the channels. */
export class Header {
  readonly element: HTMLElement;
  readonly #avatar = new Avatar();
  readonly #text = make('bdi');
  readonly #heading = make('div', { id: 'name', part: 'name', role: 'heading' }, this.#text);
  readonly #pencil = makeIconButton('pencil', 'quiet pencil', 'edit-button', { part: 'editor', key: 'name' });
  readonly #name = make('div', { class: 'name' }, this.#heading, this.#pencil);
  /** Where editing draws the name's editor, and notices. */
  readonly #editing = make('div', { class: 'editing' });
  readonly #facts = make('p', { class: 'facts' });
  readonly #menuButton = makeIconButton('more', 'quiet', 'menu-button', { part: 'menu', key: '' });
  readonly #channels = new Channels();
  readonly #drawn = new Drawn();

  constructor() {
    this.#menuButton.id = 'menu-button';
    setAttribute(this.#menuButton, 'aria-haspopup', 'menu');
    setAttribute(this.#menuButton, 'aria-expanded', 'false');
    const title = make('div', { class: 'title' }, this.#name, this.#editing, this.#facts);
    const identity = make('div', { class: 'identity' }, this.#avatar.element, title, this.#menuButton);
    this.element = make('div', { part: 'header' }, identity, this.#channels.element);
  }

  update(view: View): void {
    const { abilities, actions, contact, editing, headingLevel, lang, messages } = view;
    setAttribute(this.#heading, 'aria-level', String(headingLevel));
    const isEditableName = NAME_KEYS.every((key) => isEditable(definitionOf(key, view), view));
    setName(this.#pencil, isEditableName ? messages.editName : undefined);
    const hasMenu = abilities.viewMessages || abilities.delete || abilities.deleteReason !== undefined || actions.length > 0;
    setName(this.#menuButton, hasMenu ? messages.moreActions : undefined);
    editing?.drawName(this.#name, this.#editing, view);
    const name = displayName(contact);
    setText(this.#text, name || messages.unnamed);
    this.#avatar.update(contact.id, name, contact.avatarUrl);
    this.#channels.update(view);
    if (this.#drawn.isOutdated([contact.id, contact.country], lang, messages)) this.#facts.replaceChildren(...makeFacts(view));
  }
}

function makeFacts({ contact, lang, messages }: View): readonly Node[] {
  const { country } = contact;
  const shown =
    country && countryField.show?.(country, { definition: { key: 'country', type: 'country' }, lang, words: messages });
  const id = make('span', { class: 'id', part: 'id' }, `${messages.contactId} `, make('bdi', { dir: 'ltr' }, contact.id));
  return shown ? [make('span', { part: 'country' }, shown), id] : [id];
}
