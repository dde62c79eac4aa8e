import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { ContactError } from '../../core/error.js';
import type { ContactStore } from '../../store/contact-store.js';
import { isolate } from '../../i18n/isolate.js';
import type { Messages } from '../../i18n/messages.js';
import type { Abilities } from '../abilities.js';
import { onPress } from '../panel.js';
import type { Panel } from '../panel.js';
import { isTrusted } from '../trusted-press.js';
import type { View } from '../view.js';

/** How long the button that does it stays disabled, in milliseconds, so that a double click on what led here cannot reach it. */
const DELIBERATION = 500;

const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What is asked before something is done that people should mean. */
export interface Question {
  /** What it is about, which the title names. */
  readonly subject: (view: View) => string;
  readonly title: (messages: Messages, subject: string) => string;
  /** What it means. */
  readonly warning: (view: View) => string;
  /** The name of the button that does it. */
  readonly action: (messages: Messages) => string;
  readonly isAllowed: (abilities: Abilities) => boolean;
  /** Does it. The dialog closes, or stays open until this promise resolves and as long as what it is about is shown. */
  readonly onConfirm: (panel: Panel) => Promise<unknown> | undefined;
  /** How that is going, where the dialog stays open. */
  readonly progress?: (view: View) => Progress | undefined;
  /** The person has seen that it failed, and goes. */
  readonly onDismiss?: (store: ContactStore) => void;
}

/** How that is going which was confirmed. */
export interface Progress {
  /** Says that it is being done; absent where it has failed. */
  readonly busy?: string | undefined;
  readonly error?: ContactError | undefined;
}

/**
 * Asks before something is done, by the APG pattern "alert dialog": names what it is about, says what it means, focuses Cancel,
 * and takes only a trusted second press.
 */
export class ConfirmDialog implements ReactiveController {
  readonly #panel: Panel;
  /** What is asked, and of which contact: a panel that shows another one meanwhile asks nothing. */
  #asked: { readonly question: Question; readonly store: ContactStore } | undefined;
  /** What had the focus before. */
  #opener: Element | null = null;
  #isArmed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.host.addController(this);
  }

  /** Out of the page a dialog is modal no more: it does not come back half open. */
  hostDisconnected(): void {
    this.#dismiss();
  }

  async open(question: Question): Promise<void> {
    const { host, root, store } = this.#panel;
    this.#asked = { question, store };
    this.#opener = root.activeElement;
    this.#isArmed = false;
    host.requestUpdate();
    await host.updateComplete;
    this.#show();
    root.getElementById('dialog-cancel')?.focus();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isArmed = true;
      host.requestUpdate();
    }, DELIBERATION);
  }

  render(view: View): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked || !this.#panel.isShowing(asked.store)) return nothing;
    const { question } = asked;
    const { lang, messages } = view;
    const { busy, error } = question.progress?.(view) ?? {};
    const isBusy = busy !== undefined;
    return html`<dialog
      id="dialog"
      class="dialog"
      part="dialog"
      role="alertdialog"
      aria-labelledby="dialog-title"
      aria-describedby="dialog-warning"
      @close=${() => this.#onClose()}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, isBusy)}
      @cancel=${(event: Event) => isBusy && event.preventDefault()}
    >
      <h2 id="dialog-title">${question.title(messages, isolate(showBidiControls(question.subject(view)), lang))}</h2>
      <p id="dialog-warning">${question.warning(view)}</p>
      <p class="problem" role="alert">${error ? messages.errors[error.code] : nothing}</p>
      <div class="buttons">
        <button
          type="button"
          id="dialog-cancel"
          class="button"
          part="button"
          ?disabled=${isBusy}
          @click=${onPress(() => this.#element?.close())}
        >
          ${messages.cancel}
        </button>
        <button
          type="button"
          id="dialog-confirm"
          class="button destructive"
          part="delete-button"
          aria-disabled=${this.#isArmed && !isBusy ? nothing : 'true'}
          @click=${(event: MouseEvent) => isBusy || this.#onConfirm(event, question, view)}
        >
          ${busy ?? question.action(messages)}
        </button>
      </div>
    </dialog>`;
  }

  #show(): void {
    const element = this.#element;
    // DOMs of unit tests have dialogs without methods.
    if (element?.showModal) element.showModal();
    else element?.setAttribute('open', '');
  }

  get #element(): HTMLDialogElement | null {
    return this.#panel.root.querySelector<HTMLDialogElement>('#dialog');
  }

  #onConfirm(event: MouseEvent, question: Question, { abilities }: View): void {
    const isDeliberate = isTrusted(event) && event.detail < 2 && this.#isArmed;
    if (!isDeliberate || !question.isAllowed(abilities)) return;
    const { store } = this.#panel;
    const done = question.onConfirm(this.#panel);
    if (done) void done.then(() => this.#onDone(store));
    else this.#element?.close();
  }

  /** The focus is not lost with a dialog that went with what it was about. */
  async #onDone(store: ContactStore): Promise<void> {
    const { host, root } = this.#panel;
    await host.updateComplete;
    if (this.#element || !this.#panel.isShowing(store)) return;
    this.#asked = undefined;
    root.getElementById('panel')?.focus();
  }

  /** Escape closes this dialog, and no other: the browser would let it close those of the page that came up in the same breath. */
  #onKeydown(event: KeyboardEvent, isBusy: boolean): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (!isBusy) this.#element?.close();
  }

  #onClose(): void {
    this.#dismiss();
    if (this.#opener?.isConnected) (this.#opener as HTMLElement).focus();
  }

  #dismiss(): void {
    clearTimeout(this.#timer);
    const { question, store } = this.#asked ?? {};
    if (store) question?.onDismiss?.(store);
    this.#asked = undefined;
    this.#panel.host.requestUpdate();
  }
}

/** The text with its bidi controls made visible as `[U+202E]`: where it matters what exactly one says yes to. */
function showBidiControls(text: string): string {
  return text.replace(
    BIDI_CONTROLS,
    (control) => `[U+${control.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}]`,
  );
}
