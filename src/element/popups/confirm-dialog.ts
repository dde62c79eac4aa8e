import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ContactError } from '../../core/error.js';
import type { ContactStore } from '../../store/contact-store.js';
import { isolate } from '../../i18n/isolate.js';
import type { Messages } from '../../i18n/messages.js';
import type { Abilities } from '../abilities.js';
import { onPress } from '../panel.js';
import type { Panel } from '../panel.js';
import { isTrusted } from '../trusted-press.js';
import type { View } from '../view.js';
import { ModalDialog } from './modal-dialog.js';
import type { DialogSubject } from './modal-dialog.js';

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

interface Asked extends DialogSubject {
  readonly question: Question;
}

/**
 * Asks before something is done, by the APG pattern "alert dialog": names what it is about, says what it means, focuses Cancel,
 * and takes only a trusted second press.
 */
export class ConfirmDialog {
  readonly #panel: Panel;
  readonly #dialog: ModalDialog<Asked>;
  #isArmed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    this.#dialog = new ModalDialog(panel, {
      id: 'dialog',
      isBusy: (asked) => progressOf(asked, panel.view).busy !== undefined,
      onDismiss: ({ question, store }) => {
        clearTimeout(this.#timer);
        question.onDismiss?.(store);
      },
    });
  }

  async open(question: Question): Promise<void> {
    const { host, store } = this.#panel;
    this.#isArmed = false;
    await this.#dialog.open({ question, store }, 'dialog-cancel');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isArmed = true;
      host.requestUpdate();
    }, DELIBERATION);
  }

  render(view: View): TemplateResult | typeof nothing {
    const look = { className: 'dialog', role: 'alertdialog', describedBy: 'dialog-warning' } as const;
    return this.#dialog.render(look, (asked) => this.#renderQuestion(asked, view));
  }

  #renderQuestion(asked: Asked, view: View): TemplateResult {
    const { question } = asked;
    const { lang, messages } = view;
    const { busy, error } = progressOf(asked, view);
    const isBusy = busy !== undefined;
    return html`<h2 id="dialog-title">${question.title(messages, isolate(showBidiControls(question.subject(view)), lang))}</h2>
      <p id="dialog-warning">${question.warning(view)}</p>
      <p class="problem" role="alert">${error ? messages.errors[error.code] : nothing}</p>
      <div class="buttons">
        <button
          type="button"
          id="dialog-cancel"
          class="button"
          part="button"
          ?disabled=${isBusy}
          @click=${onPress(() => this.#dialog.close())}
        >
          ${messages.cancel}
        </button>
        <button
          type="button"
          id="dialog-confirm"
          class="button destructive"
          part="delete-button"
          aria-disabled=${this.#isArmed && !isBusy ? nothing : 'true'}
          @click=${(event: MouseEvent) => isBusy || this.#onConfirm(event, asked, view)}
        >
          ${busy ?? question.action(messages)}
        </button>
      </div>`;
  }

  #onConfirm(event: MouseEvent, asked: Asked, { abilities }: View): void {
    const { question } = asked;
    const isDeliberate = isTrusted(event) && event.detail < 2 && this.#isArmed;
    if (!isDeliberate || !question.isAllowed(abilities)) return;
    const done = question.onConfirm(this.#panel);
    if (done) void done.then(() => this.#onDone(asked));
    else this.#dialog.close();
  }

  async #onDone(asked: Asked): Promise<void> {
    await this.#panel.host.updateComplete;
    this.#dialog.forgetIfGone(asked);
  }
}

function progressOf({ question }: Asked, view: View): Progress {
  return question.progress?.(view) ?? {};
}

/** The text with its bidi controls made visible as `[U+202E]`: where it matters what exactly one says yes to. */
function showBidiControls(text: string): string {
  return text.replace(
    BIDI_CONTROLS,
    (control) => `[U+${control.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}]`,
  );
}
