import type { Channel } from '../core/contact.js';
import { displayName } from '../core/display-name.js';
import { makeAvatar } from '../fields/avatar.js';
import { countryField } from '../fields/country.js';
import { make, setAttribute, setText } from '../fields/make.js';
import { makeIconButton, setName } from './controls.js';
import { Drawn } from './drawn.js';
import { makeChannelIcon } from './icons.js';
import type { View } from './panel.js';

/** The top of the panel: picture, name, country, id, the more-actions button, and the channels. */
export class Header {
  readonly element: HTMLElement;
  readonly #picture = make('div', { class: 'picture' });
  readonly #text = make('bdi');
  readonly #heading = make('div', { id: 'name', part: 'name', role: 'heading' }, this.#text);
  readonly #pencil = makeIconButton('pencil', 'quiet pencil', 'edit-button', { part: 'editor', key: 'name' });
  readonly #name = make('div', { class: 'name' }, this.#heading, this.#pencil);
  /** Where editing draws the name's editor, and notices. */
  readonly #editing = make('div', { class: 'editing' });
  readonly #facts = make('p', { class: 'facts' });
  readonly #menuButton = makeIconButton('more', 'quiet', 'menu-button', { part: 'menu', key: '' });
  readonly #channels = make('div', { class: 'channels', part: 'channels', role: 'group' });
  readonly #drawn = new Drawn();
  readonly #drawnPicture = new Drawn();

  constructor() {
    this.#menuButton.id = 'menu-button';
    setAttribute(this.#menuButton, 'aria-haspopup', 'menu');
    setAttribute(this.#menuButton, 'aria-expanded', 'false');
    const title = make('div', { class: 'title' }, this.#name, this.#editing, this.#facts);
    const identity = make('div', { class: 'identity' }, this.#picture, title, this.#menuButton);
    this.element = make('header', { part: 'header' }, identity, this.#channels);
  }

  update(view: View): void {
    const { abilities, actions, contact, editing, headingLevel, lang, messages } = view;
    setAttribute(this.#heading, 'aria-level', String(headingLevel));
    setName(this.#pencil, abilities.edit ? messages.editName : undefined);
    const hasMenu = abilities.viewMessages || abilities.delete || abilities.deleteReason !== undefined || actions.length > 0;
    setName(this.#menuButton, hasMenu ? messages.moreActions : undefined);
    editing?.drawName(this.#name, this.#editing, view);
    const { avatarUrl, channels, country, id } = contact;
    const name = displayName(contact);
    setText(this.#text, name || messages.unnamed);
    if (this.#drawnPicture.isOutdated([id, name, avatarUrl])) this.#picture.replaceChildren(makeAvatar(id, name, avatarUrl));
    if (!this.#drawn.isOutdated([id, country, channels], lang, messages)) return;
    this.#facts.replaceChildren(...makeFacts(view));
    setAttribute(this.#channels, 'aria-label', messages.channels);
    this.#channels.replaceChildren(...makeChannels(view));
    this.#channels.hidden = !this.#channels.hasChildNodes();
  }
}

function makeFacts({ contact, lang, messages }: View): readonly Node[] {
  const { country } = contact;
  const shown = country && countryField.show?.(country, { definition: { key: 'country', type: 'country' }, lang });
  const id = make('span', { class: 'id', part: 'id' }, `${messages.contactId} `, make('bdi', { dir: 'ltr' }, contact.id));
  return shown ? [make('span', { part: 'country' }, shown), id] : [id];
}

/** The connected channels, and below them, folded away, those that could be. */
function makeChannels(view: View): readonly Node[] {
  const channels = view.contact.channels ?? [];
  const active = channels.filter(({ state }) => state === 'active');
  const others = channels.filter(({ state }) => state !== 'active');
  const lists = [active, others].filter(({ length }) => length).map((list) => makeChannelList(list, view));
  const [first, second] = lists;
  if (!first || !second) return lists;
  return [first, make('details', {}, make('summary', {}, view.messages.moreChannels(others.length)), second)];
}

function makeChannelList(channels: readonly Channel[], view: View): HTMLElement {
  const items = channels.map((channel) => {
    const { handle, name, type } = channel;
    const title = make('span', { class: 'channel-name' }, make('bdi', {}, name ?? type));
    if (handle) title.append(' ', make('bdi', { class: 'handle', dir: 'ltr' }, handle));
    const state = make('span', { class: 'channel-state' }, describeState(channel, view));
    return make('li', { class: 'channel', part: 'channel' }, makeChannelIcon(type), title, state);
  });
  return make('ul', { role: 'list' }, ...items);
}

function describeState({ state, connectedAt }: Channel, { lang, messages }: View): string {
  const since = state === 'active' && connectedAt ? Date.parse(connectedAt) : NaN;
  if (Number.isNaN(since)) return messages.channelStates[state];
  return messages.connectedSince(new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(since));
}
