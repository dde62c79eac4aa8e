import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Tag } from '../../core/contact.js';
import type { Panel } from '../panel.js';
import { Popup } from './popup.js';
import type { PopupOptions } from './popup.js';

/** How long the pointer may take from the place to what is shown of it, in milliseconds, to read or copy it. */
const GRACE = 200;

/** What is to be shown over a place. */
interface Shown {
  readonly place: HTMLElement;
  readonly placement: PopupOptions['placement'];
  readonly fullName: string | undefined;
  /** What else there is to say, in the language of values where it is one. */
  readonly text: string | undefined;
  readonly isValue: boolean;
  /** Whether it is still what there is to say of the place. */
  readonly isStill: () => boolean;
}

/**
 * Shows the description of a tag, and its name in full where that is cut, or where the value of a row comes from, while the pointer or
 * the focus is on it or a finger has tapped it: dismissible with Escape, and the pointer may move onto it (WCAG 2.2, 1.4.13). Screen
 * readers are told by the tag, or the row's button, itself.
 */
export class Tooltip implements ReactiveController {
  readonly #panel: Panel;
  #shown: Shown | undefined;
  #popup: Popup | undefined;
  /** Where a press outside takes it away: the place may be in another one already when it leaves. */
  #document: Document | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** What has gone, or become another one, takes with it what is shown of it. */
  hostUpdated(): void {
    if (this.#shown && !(this.#shown.place.isConnected && this.#shown.isStill())) this.hide();
  }

  /** The place of what is shown. */
  render(): TemplateResult {
    const { fullName, isValue, text } = this.#shown ?? {};
    return html`<div
      id="tooltip"
      class="popup tooltip"
      part="tooltip"
      lang=${isValue ? this.#panel.view.valuesLang : nothing}
      popover="manual"
      aria-hidden="true"
      @pointerenter=${() => clearTimeout(this.#leaving)}
      @pointerleave=${this.#leave}
    >
      ${fullName ? html`<bdi class="full-name">${fullName}</bdi>` : nothing}${text}
    </div>`;
  }

  /** Shows what is not seen of the tag of a chip, if there is anything. */
  async showTag(chip: HTMLElement, pointerType: string | undefined): Promise<void> {
    // While the code was being loaded the person may have gone on; a finger has no place where it stays. Firefox knows what is
    // under the pointer a frame after it has told.
    await new Promise((resolve) => chip.ownerDocument.defaultView?.requestAnimationFrame(resolve));
    if (!chip.isConnected || (pointerType !== 'touch' && !isUsed(chip))) return;
    const index = [...(chip.parentElement?.children ?? [])].indexOf(chip);
    const tag = this.#tagAt(index);
    const name = chip.querySelector('.tag-name');
    const isCut = name !== null && name.scrollWidth > name.clientWidth;
    if (!tag || !(isCut || tag.description)) {
      this.#leaveFor(chip);
      return;
    }
    await this.#show({
      place: chip,
      placement: 'top',
      fullName: isCut ? tag.name : undefined,
      text: tag.description,
      isValue: true,
      isStill: () => this.#tagAt(index)?.name === tag.name && this.#tagAt(index)?.description === tag.description,
    });
  }

  /** Shows a text over a place that the pointer or the focus is on, for as long as it is what there is to say. */
  async show(place: HTMLElement, textOf: () => string | undefined): Promise<void> {
    const text = place.isConnected && isUsed(place) ? textOf() : undefined;
    if (!text) return;
    const isStill = () => textOf() === text;
    await this.#show({ place, placement: 'top-start', fullName: undefined, text, isValue: false, isStill });
  }

  /** Takes it away. */
  readonly hide = (): void => {
    const { place } = this.#shown ?? {};
    clearTimeout(this.#leaving);
    this.#popup?.close();
    this.#popup = undefined;
    this.#shown = undefined;
    place?.removeEventListener('pointerleave', this.#leave);
    place?.removeEventListener('pointercancel', this.hide);
    place?.removeEventListener('focusout', this.hide);
    this.#document?.removeEventListener('pointerdown', this.#onPointerDown, true);
  };

  async #show(shown: Shown): Promise<void> {
    const { host, root } = this.#panel;
    const { place, placement } = shown;
    if (!this.#leaveFor(place)) return;
    this.#shown = shown;
    host.requestUpdate();
    await host.updateComplete;
    const popover = root.getElementById('tooltip');
    if (this.#shown !== shown || !popover) return;
    this.#popup = new Popup(place, popover, { placement, onEscape: this.hide });
    void this.#popup.open();
    place.addEventListener('pointerleave', this.#leave);
    // A finger that scrolls has tapped nothing.
    place.addEventListener('pointercancel', this.hide);
    place.addEventListener('focusout', this.hide);
    this.#document = place.ownerDocument;
    this.#document.addEventListener('pointerdown', this.#onPointerDown, true);
  }

  /** Takes away what is shown of another place; answers whether nothing is shown then. */
  #leaveFor(place: HTMLElement): boolean {
    clearTimeout(this.#leaving);
    if (place === this.#shown?.place) return false;
    this.hide();
    return true;
  }

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
    const popover = this.#panel.root.getElementById('tooltip');
    if (![this.#shown?.place, popover].some((part) => part && event.composedPath().includes(part))) this.hide();
  };
}

function isUsed(place: HTMLElement): boolean {
  return place.matches(':hover, :focus-within');
}
