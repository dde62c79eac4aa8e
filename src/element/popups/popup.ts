import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { Placement } from '@floating-ui/dom';

export interface PopupOptions {
  readonly placement: Placement;
  /** Whether the popup is as wide as what it belongs to. */
  readonly isAsWide?: boolean;
  /** Its least width, in pixels, where it is as wide as that. */
  readonly leastWidth?: number;
  /** Where Escape closes it wherever the focus is: then that Escape does nothing else. */
  readonly onEscape?: () => void;
}

const GAP = 4;
const MARGIN = 8;
const LEAST_HEIGHT = 96;

/**
 * Keeps a popover (top layer) beside its anchor while it is open: below or above, inside the viewport, scrolled or not.
 * Positions are `fixed`: CSS anchor positioning misplaces under transformed ancestors in Firefox and WebKit.
 */
export class Popup {
  readonly #anchor: HTMLElement;
  readonly #popover: HTMLElement;
  readonly #options: PopupOptions;
  #stop: (() => void) | undefined;
  #frame = 0;
  #isWanted = false;

  constructor(anchor: HTMLElement, popover: HTMLElement, options: PopupOptions) {
    this.#anchor = anchor;
    this.#popover = popover;
    this.#options = options;
  }

  get isOpen(): boolean {
    // DOMs of unit tests have no popovers, and do not know the selector.
    return 'popover' in this.#popover ? this.#popover.matches(':popover-open') : this.#stop !== undefined;
  }

  /** Shows the popup; resolves when it has got its place and its size. */
  async open(): Promise<void> {
    if (this.isOpen) return;
    this.#isWanted = true;
    if (!this.#show()) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!this.#isWanted || !this.#show()) return;
    }
    const { ownerDocument } = this.#popover;
    const stop = autoUpdate(this.#anchor, this.#popover, () => this.#placeSoon());
    ownerDocument.addEventListener('keydown', this.#onKeydown, true);
    this.#stop = () => {
      stop();
      ownerDocument.defaultView?.cancelAnimationFrame(this.#frame);
      ownerDocument.removeEventListener('keydown', this.#onKeydown, true);
    };
    await this.#place();
  }

  close(): void {
    this.#isWanted = false;
    this.#stop?.();
    this.#stop = undefined;
    if (this.isOpen) this.#popover.hidePopover?.();
  }

  /** Shows the popover; answers whether that worked. A browser shows none while it is showing or hiding another one. */
  #show(): boolean {
    try {
      this.#popover.showPopover?.();
    } catch {
      return false;
    }
    // In the DOM of a unit test it counts as shown.
    return this.isOpen || !('popover' in this.#popover);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { onEscape } = this.#options;
    if (event.key !== 'Escape' || event.isComposing || !onEscape) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#keepRelease();
    onEscape();
  };

  /** Some pages close their own dialogs when the key is let go. */
  #keepRelease(): void {
    const { ownerDocument } = this.#popover;
    const onKeyup = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopImmediatePropagation();
      ownerDocument.removeEventListener('keyup', onKeyup, true);
    };
    ownerDocument.addEventListener('keyup', onKeyup, true);
  }

  /** In the next frame: placing resizes the popover, which is not allowed while it is being told that its size has changed. */
  #placeSoon(): void {
    const { defaultView } = this.#popover.ownerDocument;
    defaultView?.cancelAnimationFrame(this.#frame);
    this.#frame = defaultView?.requestAnimationFrame(() => void this.#place()) ?? 0;
  }

  async #place(): Promise<void> {
    const { placement, isAsWide, leastWidth = 0 } = this.#options;
    const { style } = this.#popover;
    const { x, y } = await computePosition(this.#anchor, this.#popover, {
      strategy: 'fixed',
      placement,
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ rects, availableHeight }) => {
            style.setProperty('--_available', `${Math.max(LEAST_HEIGHT, availableHeight)}px`);
            if (isAsWide) style.inlineSize = `${Math.max(leastWidth, rects.reference.width)}px`;
          },
        }),
      ],
    });
    if (!this.isOpen) return;
    style.left = `${x}px`;
    style.top = `${y}px`;
  }
}
