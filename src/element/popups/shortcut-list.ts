import { html } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Panel, Shortcut } from '../panel.js';
import { Popup } from './popup.js';

/** The list of the keys that do something in the panel. It has the focus while it is open, and gives it back. */
export class ShortcutList implements ReactiveController {
  readonly #panel: Panel;
  #shortcuts: readonly Shortcut[] = [];
  #popup: Popup | undefined;
  /** What had the focus before. */
  #opener: HTMLElement | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  /** Out of the page the browser closes popovers without a word. */
  hostDisconnected(): void {
    this.#close();
  }

  /** Opens the list, or closes it. */
  async toggle(shortcuts: readonly Shortcut[]): Promise<void> {
    if (this.#popup) return this.#leave();
    const { host, root } = this.#panel;
    this.#shortcuts = shortcuts;
    host.requestUpdate();
    await host.updateComplete;
    const anchor = root.querySelector<HTMLElement>('.identity');
    const list = root.getElementById('shortcuts');
    if (!anchor || !list || this.#popup) return;
    this.#opener = (root.activeElement as HTMLElement | null) ?? undefined;
    this.#popup = new Popup(anchor, list, { placement: 'bottom', onEscape: this.#leave });
    await this.#popup.open();
    list.focus();
  }

  /** The place of the list; the keys are there while it is open. */
  render({ shortcuts }: Messages): TemplateResult {
    return html`<div
      id="shortcuts"
      class="popup shortcuts"
      part="shortcuts"
      popover="auto"
      role="dialog"
      tabindex="-1"
      aria-labelledby="shortcuts-title"
      @toggle=${this.#onToggle}
      @focusout=${this.#close}
    >
      <p id="shortcuts-title" class="label">${shortcuts}</p>
      <ul role="list">
        ${this.#shortcuts.map(({ key, label }) => html`<li><kbd>${key}</kbd>${label}</li>`)}
      </ul>
    </div>`;
  }

  readonly #leave = (): void => {
    this.#close();
    this.#opener?.focus();
  };

  readonly #close = (): void => {
    this.#popup?.close();
    this.#popup = undefined;
    this.#shortcuts = [];
    this.#panel.host.requestUpdate();
  };

  readonly #onToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'closed') this.#close();
  };
}
