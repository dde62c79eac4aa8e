import { html } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Panel } from '../panel.js';
import { Popup } from './popup.js';

/** How long the pointer may take from the tag to its description, in milliseconds, to read or copy it. */
const GRACE = 200;

/** The description that is shown, and of which tag. */
interface Shown {
  readonly chip: HTMLElement;
  readonly index: number;
  readonly description: string;
}

/**
 * Shows the description of a tag while the pointer or the focus is on it: dismissible with Escape, and the pointer may
 * move onto it (WCAG 2.2, 1.4.13). Screen readers are told by the tag itself.
 */
export class Tooltip implements ReactiveController {
  readonly #panel: Panel;
  #shown: Shown | undefined;
  #popup: Popup | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** A tag that has gone, or become another one, takes its description with it. */
  hostUpdated(): void {
    const { chip, description, index } = this.#shown ?? {};
    if (chip && !(chip.isConnected && this.#descriptionOf(index ?? 0) === description)) this.hide();
  }

  /** The place of the description. */
  render(): TemplateResult {
    return html`<div
      id="tooltip"
      class="popup tooltip"
      part="tooltip"
      popover="manual"
      aria-hidden="true"
      @pointerenter=${() => clearTimeout(this.#leaving)}
      @pointerleave=${this.#leave}
    >
      ${this.#shown?.description}
    </div>`;
  }

  /** Shows the description of the tag in that place, if it has one. */
  async show(chip: HTMLElement, index: number): Promise<void> {
    const { host, root } = this.#panel;
    const description = this.#descriptionOf(index);
    clearTimeout(this.#leaving);
    if (chip === this.#shown?.chip) return;
    this.hide();
    if (!description) return;
    const shown = (this.#shown = { chip, index, description });
    host.requestUpdate();
    await host.updateComplete;
    const place = root.getElementById('tooltip');
    if (this.#shown !== shown || !place) return;
    this.#popup = new Popup(chip, place, { placement: 'top', onEscape: this.hide });
    void this.#popup.open();
    chip.addEventListener('pointerleave', this.#leave);
    chip.addEventListener('focusout', this.hide);
  }

  /** Takes it away. */
  readonly hide = (): void => {
    const { chip } = this.#shown ?? {};
    clearTimeout(this.#leaving);
    this.#popup?.close();
    this.#popup = undefined;
    this.#shown = undefined;
    chip?.removeEventListener('pointerleave', this.#leave);
    chip?.removeEventListener('focusout', this.hide);
  };

  #descriptionOf(index: number): string | undefined {
    return this.#panel.view.contact.tags?.[index]?.description;
  }

  readonly #leave = (): void => {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(this.hide, GRACE);
  };
}
