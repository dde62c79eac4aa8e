import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { displayName } from '../../core/display-name.js';
import type { ContactStore } from '../../store/contact-store.js';
import { isolate } from '../../i18n/isolate.js';
import { DeleteContactEvent } from '../events.js';
import { onPress } from '../panel.js';
import type { Panel } from '../panel.js';
import { isTrusted } from '../trusted-press.js';
import type { View } from '../view.js';

/** How long the delete button stays disabled, in milliseconds, so that a double click on the menu cannot reach it. */
const DELIBERATION = 500;

const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Asks before deleting, by the APG pattern "alert dialog": names the contact, says what is lost, focuses Cancel, and takes
 * only a trusted second press. Stays open with the error when the delete fails.
 */
export class DeleteDialog implements ReactiveController {
  readonly #panel: Panel;
  /** The contact it was opened for: a panel that shows another one meanwhile asks nothing. */
  #subject: ContactStore | undefined;
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

  async open(): Promise<void> {
    this.#subject = this.#panel.store;
    this.#isArmed = false;
    this.#panel.host.requestUpdate();
    await this.#panel.host.updateComplete;
    this.#show();
    this.#panel.root.getElementById('delete-cancel')?.focus();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isArmed = true;
      this.#panel.host.requestUpdate();
    }, DELIBERATION);
  }

  render(view: View): TemplateResult | typeof nothing {
    if (!this.#panel.isShowing(this.#subject)) return nothing;
    const { lang, messages, state } = view;
    const name = showBidiControls(displayName(view.contact) || messages.unnamed);
    const { deletion } = state;
    const isDeleting = deletion !== undefined && deletion.status !== 'failed';
    return html`<dialog
      id="delete-dialog"
      class="dialog"
      part="dialog"
      role="alertdialog"
      aria-labelledby="delete-title"
      aria-describedby="delete-warning"
      @close=${() => this.#onClose()}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, isDeleting)}
      @cancel=${(event: Event) => isDeleting && event.preventDefault()}
    >
      <h2 id="delete-title">${messages.deleteTitle(isolate(name, lang))}</h2>
      <p id="delete-warning">${warning(view)}</p>
      <p class="problem" role="alert">${deletion?.error ? messages.errors[deletion.error.code] : nothing}</p>
      <div class="buttons">
        <button
          type="button"
          id="delete-cancel"
          class="button"
          part="button"
          ?disabled=${isDeleting}
          @click=${onPress(() => this.#element?.close())}
        >
          ${messages.cancel}
        </button>
        <button
          type="button"
          id="delete-confirm"
          class="button destructive"
          part="delete-button"
          aria-disabled=${this.#isArmed && !isDeleting ? nothing : 'true'}
          @click=${(event: MouseEvent) => this.#onConfirm(event, view)}
        >
          ${isDeleting ? messages.deleting : messages.deleteContact}
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
    return this.#panel.root.querySelector('dialog');
  }

  #onConfirm(event: MouseEvent, { abilities, contact }: View): void {
    const { store } = this.#panel;
    const isDeleting = store.state.deletion !== undefined && store.state.deletion.status !== 'failed';
    const isDeliberate = isTrusted(event) && event.detail < 2 && this.#isArmed;
    if (!isDeliberate || isDeleting || !abilities.delete) return;
    if (this.#panel.host.dispatchEvent(new DeleteContactEvent({ contactId: contact.id, contact }))) void this.#delete(store);
    else this.#element?.close();
  }

  async #delete(store: ContactStore): Promise<void> {
    store.edits.delete();
    await store.when(({ deletion }) => !deletion || deletion.status === 'failed');
    await this.#panel.host.updateComplete;
    if (store.state.phase !== 'deleted' || !this.#panel.isShowing(store)) return;
    this.#subject = undefined;
    this.#panel.root.getElementById('panel')?.focus();
  }

  /** Escape closes this dialog, and no other: the browser would let it close those of the page that came up in the same breath. */
  #onKeydown(event: KeyboardEvent, isDeleting: boolean): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (!isDeleting) this.#element?.close();
  }

  #onClose(): void {
    this.#dismiss();
    this.#panel.root.getElementById('menu-button')?.focus();
  }

  #dismiss(): void {
    clearTimeout(this.#timer);
    if (this.#subject) this.#subject.edits.withdrawDelete();
    this.#subject = undefined;
    this.#panel.host.requestUpdate();
  }
}

/** What is lost, with how much of it where the source says so and the person may see messages. */
function warning({ abilities, contact, messages }: View): string {
  const { conversationCount, messageCount } = contact;
  if (messageCount === undefined || !abilities.viewMessages) return messages.deleteWarning;
  return messages.deleteWarningCounted(messageCount, conversationCount);
}

/** The text with its bidi controls made visible as `[U+202E]`: where it matters what exactly one says yes to. */
function showBidiControls(text: string): string {
  return text.replace(
    BIDI_CONTROLS,
    (control) => `[U+${control.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}]`,
  );
}
