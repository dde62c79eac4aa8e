import type { CSSResult } from 'lit';

/** What is loaded later brings the styles of what it draws. */
export interface StyledPart {
  readonly styles: readonly CSSResult[];
}

/** A part of one panel whose code is loaded when somebody means to use it. */
export class LazyPart<Part extends StyledPart> {
  /** The part, once it is there. */
  current: Part | undefined;
  readonly #create: () => Promise<Part>;
  readonly #onLoaded: (part: Part) => void;
  #loading: Promise<Part> | undefined;

  /** `create` imports the code and makes the part; `onLoaded` is called when it is there to be drawn. */
  constructor(create: () => Promise<Part>, onLoaded: (part: Part) => void) {
    this.#create = create;
    this.#onLoaded = onLoaded;
  }

  /** Starts loading on a sign of intent (hover, focus), so that nobody waits at the press. A failure shows at the press. */
  prefetch(use?: (part: Part) => void): void {
    this.load().then(use, () => undefined);
  }

  /** The part, loaded at most once; a failed attempt may be repeated. */
  load(): Promise<Part> {
    this.#loading ??= this.#create().then(
      (part) => {
        this.current = part;
        this.#onLoaded(part);
        return part;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }
}
