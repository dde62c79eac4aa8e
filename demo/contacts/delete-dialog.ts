import { html, nothing, render } from 'lit';
import { ContactError, httpAdapter } from 'contact-details';
import type { ErrorCode } from 'contact-details';
import type { ContactRow } from '../shell/api.js';
import { createDialog } from '../shell/dialog.js';

/** A press this soon after the dialog opened, in milliseconds, was meant for what lay under it. */
const DELIBERATE_AFTER = 500;
const adapter = httpAdapter({ base: '/api' });

const reasons: Partial<Record<ErrorCode, string>> = {
  conflict: 'Somebody has changed this contact in the meantime. Look at it again before you delete it.',
  forbidden: 'You are not allowed to delete this contact.',
  offline: 'The server cannot be reached. Nothing was deleted.',
};

/** Asks whether to delete a contact, does it, and resolves with whether it is gone. A failure is said in the dialog. */
export function confirmDelete(row: ContactRow): Promise<boolean> {
  return new DeleteDialog(row).open();
}

class DeleteDialog {
  readonly #row: ContactRow;
  readonly #dialog = createDialog('delete-title', 'delete-text');
  readonly #key = crypto.randomUUID();
  #openedAt = 0;
  #error: ContactError | undefined;
  #isSending = false;

  constructor(row: ContactRow) {
    this.#row = row;
  }

  open(): Promise<boolean> {
    const dialog = this.#dialog;
    dialog.role = 'alertdialog';
    this.#update();
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-cancel]')?.focus();
    this.#openedAt = performance.now();
    dialog.addEventListener('cancel', (event) => this.#isSending && event.preventDefault());
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => resolve(dialog.returnValue === 'deleted'));
    });
  }

  #update(): void {
    const { name } = this.#row;
    render(
      html`<h2 id="delete-title" class="dialog-title">Delete <bdi>${name || 'this contact'}</bdi>?</h2>
        <p id="delete-text" class="dialog-text">This deletes the contact and all messages with it. It cannot be undone.</p>
        ${this.#error ? html`<p class="dialog-error" role="alert">${reasonOf(this.#error)}</p>` : nothing}
        <div class="dialog-foot">
          <button type="button" class="button" data-cancel ?disabled=${this.#isSending} @click=${() => this.#dialog.close()}>
            Cancel
          </button>
          <button
            type="button"
            class="button is-danger"
            aria-disabled=${String(this.#isSending)}
            @click=${(event: MouseEvent) => void this.#onDeleteClick(event)}
          >
            ${this.#isSending ? 'Deleting…' : 'Delete contact'}
          </button>
        </div>`,
      this.#dialog,
    );
  }

  async #onDeleteClick(event: MouseEvent): Promise<void> {
    const isDeliberate = event.isTrusted && event.timeStamp - this.#openedAt >= DELIBERATE_AFTER;
    if (!isDeliberate || this.#isSending) return;
    this.#isSending = true;
    this.#error = undefined;
    this.#update();
    try {
      await this.#delete();
      this.#dialog.close('deleted');
    } catch (thrown) {
      this.#isSending = false;
      this.#error = ContactError.from(thrown);
      this.#update();
    }
  }

  async #delete(): Promise<void> {
    const { id, version } = this.#row;
    const options = { key: this.#key, signal: AbortSignal.timeout(15_000), ...(version === undefined ? {} : { version }) };
    try {
      await adapter.delete(id, options);
    } catch (thrown) {
      const { code } = ContactError.from(thrown);
      if (code !== 'not-found' && code !== 'gone') throw thrown;
    }
  }
}

function reasonOf(error: ContactError): string {
  return reasons[error.code] ?? 'The contact could not be deleted. Nothing has changed; you can try again.';
}
