import { html, render } from 'lit';
import type { RevealFieldEvent } from 'contact-details';
import { RequestError, revealValue } from './api.js';
import type { RevealedValue } from './api.js';
import { copyText } from './copy.js';
import { createDialog } from './dialog.js';
import { announce } from './toast.js';

/** Asks the server for a masked value and shows it until the dialog is closed: in the dialog, and nowhere else. */
export async function revealField({ contactId, field }: RevealFieldEvent): Promise<void> {
  try {
    show(await revealValue(contactId, field));
  } catch (error) {
    const isRefused = error instanceof RequestError && error.status === 403;
    announce(isRefused ? 'You are not allowed to see this value.' : 'The value could not be read. You can try again.');
  }
}

function show({ label, value }: RevealedValue): void {
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  const dialog = createDialog('reveal-title', 'reveal-value');
  const copy = () => {
    dialog.close();
    void copyText(text, `${label} copied.`);
  };
  render(
    html`<h2 id="reveal-title" class="dialog-title"><bdi>${label}</bdi></h2>
      <p id="reveal-value" class=${text ? 'dialog-value' : 'dialog-text'} dir="auto">${text || 'There is no value.'}</p>
      <div class="dialog-foot">
        <button type="button" class="button" @click=${() => dialog.close()}>Close</button>
        ${text ? html`<button type="button" class="button is-primary" @click=${copy}>Copy</button>` : undefined}
      </div>`,
    dialog,
  );
  dialog.showModal();
}
