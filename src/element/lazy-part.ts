import type { CSSResult } from 'lit';
import type { Panel } from './panel.js';

/** What the module of a lazily loaded part exports. */
export interface PartModule<Part> {
  readonly styles: CSSResult;
  create(panel: Panel): Part;
}

/** A part of the panel that is loaded when somebody means to use it: its code, then its styles, then an instance of it. */
export class LazyPart<Part> {
  /** The part, once it is there. */
  current: Part | undefined;
  readonly #panel: Panel;
  readonly #importModule: () => Promise<PartModule<Part>>;
  #loading: Promise<Part> | undefined;

  constructor(panel: Panel, importModule: () => Promise<PartModule<Part>>) {
    this.#panel = panel;
    this.#importModule = importModule;
  }

  /** Starts loading on a sign of intent (hover, focus), so that nobody waits at the press. A failure shows at the press. */
  prefetch(use?: (part: Part) => void): void {
    this.load().then(use, () => undefined);
  }

  /** The part, loaded at most once; a failed attempt may be repeated. */
  load(): Promise<Part> {
    this.#loading ??= this.#create().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #create(): Promise<Part> {
    const { create, styles } = await this.#importModule();
    const { root } = this.#panel;
    const { styleSheet } = styles;
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
    this.current = create(this.#panel);
    this.#panel.requestUpdate();
    return this.current;
  }
}
