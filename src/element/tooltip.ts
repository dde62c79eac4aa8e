import type { ReactiveController } from 'lit';
import type { Panel } from './panel.js';
import { Popup } from './popup.js';

export { styles } from './tooltip-styles.js';

/** How long the pointer may take from the tag to its description, in milliseconds, to read or copy it. */
const GRACE = 200;

/**
 * Shows the description of a tag while the pointer or the focus is on it: dismissible with Escape, and the pointer may
 * move onto it (WCAG 2.2, 1.4.13). Screen readers are told by the tag itself.
 */
export class Tooltip implements ReactiveController {
  readonly #panel: Panel;
  readonly #element: HTMLElement;
  #chip: HTMLElement | undefined;
  #index = 0;
  #popup: Popup | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    this.#element = document.createElement('div');
    this.#element.className = 'popup tooltip';
    this.#element.part.add('tooltip');
    this.#element.popover = 'manual';
    this.#element.setAttribute('aria-hidden', 'true');
    this.#element.addEventListener('pointerenter', () => clearTimeout(this.#leaving));
    this.#element.addEventListener('pointerleave', this.#leave);
    panel.root.getElementById('panel')?.append(this.#element);
    panel.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** A tag that has gone, or become another one, takes its description with it. */
  hostUpdate(): void {
    if (this.#chip) void this.#panel.updateComplete.then(() => this.#chip && !this.#isTrue(this.#chip) && this.hide());
  }

  /** Shows the description of the tag in that place, if it has one. */
  show(index: number): void {
    const description = this.#descriptionOf(index);
    const chip = [...this.#panel.root.querySelectorAll<HTMLElement>('.tag')][index];
    clearTimeout(this.#leaving);
    if (chip === this.#chip && this.#popup?.isOpen) return;
    this.hide();
    if (!description || !chip?.matches(':hover, :focus-within')) return;
    this.#chip = chip;
    this.#index = index;
    this.#element.textContent = description;
    this.#popup = new Popup(chip, this.#element, { placement: 'top' });
    void this.#popup.open();
    chip.addEventListener('pointerleave', this.#leave);
    chip.addEventListener('focusout', this.hide);
    document.addEventListener('keydown', this.#onKeydown, true);
  }

  /** Takes it away. */
  readonly hide = (): void => {
    clearTimeout(this.#leaving);
    this.#popup?.close();
    this.#popup = undefined;
    this.#chip?.removeEventListener('pointerleave', this.#leave);
    this.#chip?.removeEventListener('focusout', this.hide);
    this.#chip = undefined;
    document.removeEventListener('keydown', this.#onKeydown, true);
  };

  #isTrue(chip: HTMLElement): boolean {
    return chip.isConnected && this.#descriptionOf(this.#index) === this.#element.textContent;
  }

  #descriptionOf(index: number): string | undefined {
    return this.#panel.view.contact.tags?.[index]?.description;
  }

  readonly #leave = (): void => {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(this.hide, GRACE);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.hide();
  };
}

/** Makes the part; called when it has been loaded. */
export function create(panel: Panel): Tooltip {
  return new Tooltip(panel);
}
