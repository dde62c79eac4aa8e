import type { Channel } from '../core/contact.js';
import { make, setAttribute, setText } from '../fields/make.js';
import { drawChannel, makeIcon } from './icons.js';
import type { View } from './panel.js';
import { Rows } from './rows.js';

/** The channels: the connected ones, and below them, folded away, those that could be. */
export class Channels {
  readonly element: HTMLElement;
  readonly #active = make('ul', { role: 'list' });
  readonly #others = make('ul', { role: 'list' });
  readonly #activeRows = new Rows(this.#active, () => new ChannelRow());
  readonly #otherRows = new Rows(this.#others, () => new ChannelRow());
  readonly #more = make('summary');
  readonly #details = make('details', {}, this.#more);

  constructor() {
    this.element = make('div', { class: 'channels', part: 'channels', role: 'group' }, this.#active, this.#details);
  }

  update(view: View): void {
    const { contact, messages } = view;
    const { channels = [] } = contact;
    const active = channels.filter(({ state }) => state === 'active');
    const others = channels.filter(({ state }) => state !== 'active');
    this.element.hidden = !channels.length;
    this.#details.hidden = !active.length || !others.length;
    setAttribute(this.element, 'aria-label', messages.channels);
    setText(this.#more, messages.moreChannels(others.length));
    this.#active.hidden = !active.length;
    this.#activeRows.update(active, view);
    this.#otherRows.update(others, view);
    // With nothing above them, the others have no reason to be folded away.
    const place = active.length ? this.#details : this.element;
    if (this.#others.parentNode !== place) place.append(this.#others);
  }
}

class ChannelRow {
  readonly element: HTMLElement;
  readonly #icon = makeIcon('neutral');
  readonly #name = make('bdi');
  readonly #handle = make('bdi', { class: 'handle', dir: 'ltr' });
  readonly #state = make('span', { class: 'channel-state' });
  #type: string | undefined;

  constructor() {
    const title = make('span', { class: 'channel-name' }, this.#name, ' ', this.#handle);
    this.element = make('li', { class: 'channel', part: 'channel' }, this.#icon, title, this.#state);
  }

  update(channel: Channel, view: View): void {
    const { handle = '', name, type } = channel;
    if (type !== this.#type) void drawChannel(this.#icon, type);
    this.#type = type;
    setText(this.#name, name ?? type);
    setText(this.#handle, handle);
    setText(this.#state, describeState(channel, view));
  }
}

const dates = new Map<string, Intl.DateTimeFormat>();

function describeState({ state, connectedAt }: Channel, { lang, messages }: View): string {
  const since = state === 'active' && connectedAt ? Date.parse(connectedAt) : NaN;
  if (Number.isNaN(since)) return messages.channelStates[state];
  const format = dates.get(lang) ?? new Intl.DateTimeFormat(lang, { dateStyle: 'medium' });
  dates.set(lang, format);
  return messages.connectedSince(format.format(since));
}
