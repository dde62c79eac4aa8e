/** Widths of the panel in CSS pixels. The page beside it keeps room for its own columns. */
const WIDTHS = { least: 280, usual: 376, most: 720, page: 720, step: 16 } as const;
const STORAGE_KEY = 'panel-width';

/**
 * The edge between the page and the panel, which makes the panel wider and narrower: the window splitter of the ARIA Authoring
 * Practices. Dragging and the arrow keys move it, Home and End go to the ends, a double click goes back to the usual width. The
 * width is remembered.
 */
class PanelSplitter extends HTMLElement {
  /** What was chosen; a narrow window may not have room for it. */
  #wanted: number = rememberedWidth() ?? WIDTHS.usual;
  #disconnected = new AbortController();

  connectedCallback(): void {
    this.#disconnected = new AbortController();
    const { signal } = this.#disconnected;
    this.tabIndex = 0;
    this.setAttribute('role', 'separator');
    this.setAttribute('aria-orientation', 'vertical');
    this.setAttribute('aria-label', 'Width of the contact details');
    this.title = 'Drag to resize, double-click to reset';
    this.addEventListener('pointerdown', (event) => this.#onPointerDown(event), { signal });
    this.addEventListener('keydown', (event) => this.#onKeydown(event), { signal });
    this.addEventListener('dblclick', () => this.#choose(WIDTHS.usual), { signal });
    window.addEventListener('resize', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#disconnected.abort();
  }

  get #most(): number {
    return Math.max(WIDTHS.least, Math.min(WIDTHS.most, innerWidth - WIDTHS.page));
  }

  get #width(): number {
    return Math.round(Math.min(this.#most, Math.max(WIDTHS.least, this.#wanted)));
  }

  #show(): void {
    document.documentElement.style.setProperty('--panel-size', `${this.#width}px`);
    this.setAttribute('aria-valuemin', String(WIDTHS.least));
    this.setAttribute('aria-valuemax', String(this.#most));
    this.setAttribute('aria-valuenow', String(this.#width));
    this.setAttribute('aria-valuetext', `${this.#width} pixels`);
  }

  #resize(width: number): void {
    this.#wanted = width;
    this.#wanted = this.#width;
    this.#show();
  }

  #choose(width: number): void {
    this.#resize(width);
    remember(this.#wanted);
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.focus();
    this.setPointerCapture(event.pointerId);
    const { clientX: startX } = event;
    const startWidth = this.#width;
    const released = new AbortController();
    const onMove = ({ clientX }: PointerEvent) => this.#resize(startWidth + (clientX - startX) * this.#outwards);
    this.addEventListener('pointermove', onMove, { signal: released.signal });
    const onRelease = () => {
      released.abort();
      remember(this.#wanted);
    };
    this.addEventListener('lostpointercapture', onRelease, { once: true });
  }

  #onKeydown(event: KeyboardEvent): void {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: this.#width - WIDTHS.step * this.#outwards,
      ArrowRight: this.#width + WIDTHS.step * this.#outwards,
      Home: WIDTHS.least,
      End: this.#most,
    };
    const width = Object.hasOwn(widths, event.key) ? widths[event.key] : undefined;
    if (width === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#choose(width);
  }

  /** Which way the edge goes when the panel gets wider: to the left, and from right to left to the right. */
  get #outwards(): 1 | -1 {
    return this.matches(':dir(rtl)') ? 1 : -1;
  }
}

function rememberedWidth(): number | undefined {
  try {
    return Number(localStorage.getItem(STORAGE_KEY)) || undefined;
  } catch {
    return undefined;
  }
}

function remember(width: number): void {
  try {
    localStorage.setItem(STORAGE_KEY, String(width));
  } catch {
    // Storage is blocked: the panel keeps its width until the page is left.
  }
}

customElements.define('panel-splitter', PanelSplitter);
