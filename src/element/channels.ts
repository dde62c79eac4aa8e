import type { Channel } from '../core/contact.js';
import { make, setAttribute, setText } from '../fields/make.js';
import { drawChannel, makeIcon } from './icons.js';
import type { View } from './panel.js';

/** The channels: the connected ones, and below them, folded away, those that could be. */
export class Channels {
  readonly element: HTMLElement;
  readonly #active = new ChannelList();
  readonly #others = new ChannelList();
  readonly #more = make('summary');
  readonly #details = make('details', {}, this.#more);

  constructor() {
    const parts = [this.#active.element, this.#details];
    this.element = make('div', { class: 'channels', part: 'channels', role: 'group' }, ...parts);
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
    this.#active.update(active, view);
    this.#others.update(others, view);
    // With nothing above them, the others have no reason to be folded away.
    const place = active.length ? this.#details : this.element;
    if (this.#others.element.parentNode !== place) place.append(this.#others.element);
  }
}

class ChannelList {
  readonly element = make('ul', { role: 'list' });
  readonly #rows: ChannelRow[] = [];

  update(channels: readonly Channel[], view: View): void {
    this.element.hidden = !channels.length;
    for (const row of this.#rows.splice(channels.length)) row.element.remove();
    for (const [index, channel] of channels.entries()) {
      const row = (this.#rows[index] ??= new ChannelRow());
      if (!row.element.parentNode) this.element.append(row.element);
      row.update(channel, view);
    }
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
    if (type !== this.#type) drawChannel(this.#icon, type);
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
