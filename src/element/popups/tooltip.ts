import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Tag } from '../../core/contact.js';
import type { Panel } from '../panel.js';
import { Popup } from './popup.js';

/** How long the pointer may take from the tag to what is shown of it, in milliseconds, to read or copy it. */
const GRACE = 200;

/** What is shown, and of which tag. */
interface Shown {
  readonly chip: HTMLElement;
  readonly index: number;
  readonly tag: Tag;
  readonly isCut: boolean;
}

/**
 * Shows the description of a tag, and its name in full where that is cut, while the pointer or the focus is on it or a finger
 * has tapped it: dismissible with Escape, and the pointer may move onto it (WCAG 2.2, 1.4.13). Screen readers are told by the
 * tag itself.
 */
export class Tooltip implements ReactiveController {
  readonly #panel: Panel;
  #shown: Shown | undefined;
  #popup: Popup | undefined;
  /** Where a press outside takes it away: the chip may be in another one already when it leaves. */
  #document: Document | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** A tag that has gone, or become another one, takes with it what is shown of it. */
  hostUpdated(): void {
    if (!this.#shown) return;
    const { chip, index, tag } = this.#shown;
    const { description, name } = (chip.isConnected && this.#tagAt(index)) || {};
    if (name !== tag.name || description !== tag.description) this.hide();
  }

  /** The place of what is shown. */
  render(): TemplateResult {
    const { isCut, tag } = this.#shown ?? {};
    return html`<div
      id="tooltip"
      class="popup tooltip"
      part="tooltip"
      lang=${this.#panel.view.valuesLang}
      popover="manual"
      aria-hidden="true"
      @pointerenter=${() => clearTimeout(this.#leaving)}
      @pointerleave=${this.#leave}
    >
      ${isCut ? html`<bdi class="full-name">${tag?.name}</bdi>` : nothing}${tag?.description}
    </div>`;
  }

  /** Shows what is not seen of the tag of a chip, if there is anything. */
  async show(chip: HTMLElement, pointerType: string | undefined): Promise<void> {
    const { host, root } = this.#panel;
    // While the code was being loaded the person may have gone on; a finger has no place where it stays. Firefox knows what is
    // under the pointer a frame after it has told.
    await new Promise((resolve) => chip.ownerDocument.defaultView?.requestAnimationFrame(resolve));
    if (!chip.isConnected || (pointerType !== 'touch' && !chip.matches(':hover, :focus-within'))) return;
    clearTimeout(this.#leaving);
    if (chip === this.#shown?.chip) return;
    this.hide();
    const index = [...(chip.parentElement?.children ?? [])].indexOf(chip);
    const tag = this.#tagAt(index);
    const name = chip.querySelector('.tag-name');
    const isCut = name !== null && name.scrollWidth > name.clientWidth;
    if (!tag || !(isCut || tag.description)) return;
    const shown = (this.#shown = { chip, index, tag, isCut });
    host.requestUpdate();
    await host.updateComplete;
    const place = root.getElementById('tooltip');
    if (this.#shown !== shown || !place) return;
    this.#popup = new Popup(chip, place, { placement: 'top', onEscape: this.hide });
    void this.#popup.open();
    chip.addEventListener('pointerleave', this.#leave);
    // A finger that scrolls has tapped nothing.
    chip.addEventListener('pointercancel', this.hide);
    chip.addEventListener('focusout', this.hide);
    this.#document = chip.ownerDocument;
    this.#document.addEventListener('pointerdown', this.#onPointerDown, true);
  }

  /** Takes it away. */
  readonly hide = (): void => {
    const { chip } = this.#shown ?? {};
    clearTimeout(this.#leaving);
    this.#popup?.close();
    this.#popup = undefined;
    this.#shown = undefined;
    chip?.removeEventListener('pointerleave', this.#leave);
    chip?.removeEventListener('pointercancel', this.hide);
    chip?.removeEventListener('focusout', this.hide);
    this.#document?.removeEventListener('pointerdown', this.#onPointerDown, true);
  };

  #tagAt(index: number): Tag | undefined {
    return this.#panel.view.contact.tags?.[index];
  }

  /** A finger leaves as soon as it is lifted: what it has tapped is shown until it taps elsewhere. */
  readonly #leave = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'touch') return;
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(this.hide, GRACE);
  };

  readonly #onPointerDown = (event: Event): void => {
    const { chip } = this.#shown ?? {};
    const place = this.#panel.root.getElementById('tooltip');
    if (![chip, place].some((part) => part && event.composedPath().includes(part))) this.hide();
  };
}
