import type { ContactDetails } from 'contact-details';

/** How long a control may take to come, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 30;

/** Ends when nobody needs the focus, of which a page has one. */
let focusIsFree: Promise<unknown> = Promise.resolve();

/** Somebody who uses a panel: opens editors, types, presses. Finds controls by the names of their parts. */
export class Reader {
  readonly #element: ContactDetails;

  constructor(element: ContactDetails) {
    this.#element = element;
  }

  /** Uses the panel without moving the page's focus, which would scroll it: the panel is inert meanwhile. */
  async withoutFocus(act: () => unknown): Promise<void> {
    this.#element.inert = true;
    try {
      await act();
      // The focus moves once what was pressed is drawn.
      await this.#element.updateComplete;
      await pause();
    } finally {
      this.#element.inert = false;
    }
  }

  /** Opens the editor of a field, or of the `name`. */
  async open(fieldKey: string): Promise<void> {
    await this.#element.edit(fieldKey);
  }

  /** Opens the editor of a field that is typed, and replaces what stands in it. */
  async type(fieldKey: string, text: string): Promise<void> {
    await this.open(fieldKey);
    typeInto(await this.#find('input'), text);
    await this.#element.updateComplete;
  }

  /** Presses the first control of a part, or the first that says a text. */
  async press(part: string, text?: string): Promise<void> {
    (await this.#find(part, text)).click();
    await this.#element.updateComplete;
  }

  /** Types into the field that adds tags, and chooses the row that offers the tag. */
  async addTag(name: string): Promise<void> {
    const adding = focusIsFree.then(() => this.#addTagFocused(name));
    focusIsFree = adding.catch(() => undefined);
    await adding;
  }

  /** Suggestions are offered only to whoever has the focus. */
  async #addTagFocused(name: string): Promise<void> {
    const input = await this.#find('tag-input');
    const focused = document.activeElement;
    this.#element.inert = false;
    // The suggestions are there once their code is. Until then another panel, or a row that was edited, may take the focus.
    await this.#find('tag-list', '', '[role=listbox]', () => keepFocus(input));
    typeInto(input, name);
    (await this.#find('tag-list', name, '[role=option]')).click();
    if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
    else input.blur();
    this.#element.inert = true;
  }

  async #find(part: string, text = '', within = '', meanwhile = (): void => undefined): Promise<HTMLElement> {
    for (let waited = 0; waited < PATIENCE && this.#element.isConnected; waited += PAUSE) {
      meanwhile();
      const candidates = this.#element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${part}"] ${within}`) ?? [];
      const found = [...candidates].find((candidate) => candidate.textContent.includes(text));
      if (found) return found;
      await pause();
    }
    throw new Error(`The panel has no ${part} "${text}"`);
  }
}

function keepFocus(input: HTMLElement): void {
  if (!input.matches(':focus')) input.focus({ preventScroll: true });
}

function typeInto(input: HTMLElement, text: string): void {
  (input as HTMLInputElement).value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}
