import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { ContactStore } from '../../store/contact-store.js';
import type { Panel } from '../panel.js';

/** What a dialog is about: a contact, and whatever it asks of it. A panel that shows another contact meanwhile asks nothing. */
export interface DialogSubject {
  readonly store: ContactStore;
}

export interface DialogOptions<Subject extends DialogSubject> {
  /** The id of the dialog; that of its title is the same with `-title`. */
  readonly id: string;
  /** What gets the focus where what had it before is gone; without it, the focus stays where its row has kept it. */
  readonly fallbackId?: string;
  /** Whether something is under way that the dialog stays open for. */
  readonly isBusy: (subject: Subject) => boolean;
  /** The dialog is closed, or was open in a panel that has left the page. */
  readonly onDismiss: (subject: Subject) => void;
}

/** How a dialog looks, and what it is to screen readers. */
export interface DialogLook {
  readonly className: string;
  readonly role?: 'alertdialog';
  /** The id of the text that says what it means. */
  readonly describedBy?: string | undefined;
}

/** A modal dialog of one panel: opens over what it is about, is left by Escape, and gives back the focus when it closes. */
export class ModalDialog<Subject extends DialogSubject> implements ReactiveController {
  readonly #panel: Panel;
  readonly #options: DialogOptions<Subject>;
  #subject: Subject | undefined;
  /** What had the focus before. */
  #opener: HTMLElement | null = null;

  constructor(panel: Panel, options: DialogOptions<Subject>) {
    this.#panel = panel;
    this.#options = options;
    panel.host.addController(this);
  }

  /** Out of the page a dialog is modal no more: it does not come back half open. */
  hostDisconnected(): void {
    this.#dismiss();
  }

  /** What it is about, from when it is opened until it is closed. */
  get subject(): Subject | undefined {
    return this.#subject;
  }

  get isOpen(): boolean {
    return this.#element?.open ?? false;
  }

  /** Opens it, with the focus on the element of that id. What it was about in another contact before is dismissed. */
  async open(subject: Subject, focusId: string): Promise<void> {
    const { host, root } = this.#panel;
    this.#dismiss();
    this.#subject = subject;
    this.#opener = root.activeElement as HTMLElement | null;
    host.requestUpdate();
    await host.updateComplete;
    const element = this.#element;
    // DOMs of unit tests have dialogs without methods.
    if (element?.showModal) element.showModal();
    else element?.setAttribute('open', '');
    root.getElementById(focusId)?.focus();
  }

  close(): void {
    this.#element?.close();
  }

  /** Forgets a subject with which the dialog has gone from the panel: there the focus stays. */
  forgetIfGone(subject: Subject): void {
    const { root } = this.#panel;
    if (this.#subject !== subject || this.#element || !this.#panel.isShowing(subject.store)) return;
    this.#dismiss();
    root.getElementById('panel')?.focus();
  }

  /** The dialog around what `content` draws of the subject, while there is one and its contact is shown. */
  render(look: DialogLook, content: (subject: Subject) => TemplateResult): TemplateResult | typeof nothing {
    const subject = this.#subject;
    if (!subject || !this.#panel.isShowing(subject.store)) return nothing;
    const { id, isBusy } = this.#options;
    return html`<dialog
      id=${id}
      class=${look.className}
      part="dialog"
      role=${look.role ?? nothing}
      aria-labelledby="${id}-title"
      aria-describedby=${look.describedBy ?? nothing}
      @close=${this.#onClose}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, isBusy(subject))}
      @cancel=${(event: Event) => isBusy(subject) && event.preventDefault()}
    >
      ${content(subject)}
    </dialog>`;
  }

  get #element(): HTMLDialogElement | null {
    return this.#panel.root.querySelector<HTMLDialogElement>(`#${this.#options.id}`);
  }

  /** Escape closes this dialog, and no other: the browser would let it close those of the page that came up in the same breath. */
  #onKeydown(event: KeyboardEvent, isBusy: boolean): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (!isBusy) this.close();
  }

  readonly #onClose = (): void => {
    const { root } = this.#panel;
    const { fallbackId } = this.#options;
    this.#dismiss();
    if (this.#opener?.isConnected) this.#opener.focus();
    else if (fallbackId) (root.getElementById(fallbackId) ?? root.getElementById('panel'))?.focus();
  };

  #dismiss(): void {
    const subject = this.#subject;
    this.#subject = undefined;
    if (subject) this.#options.onDismiss(subject);
    this.#panel.host.requestUpdate();
  }
}
