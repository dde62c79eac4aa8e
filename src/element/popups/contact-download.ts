import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { startTimer } from '../../core/clock.js';
import { displayName } from '../../core/display-name.js';
import { toVCard } from '../../vcard/to-vcard.js';
import { ExportContactEvent } from './menu-requests.js';
import type { Panel } from '../panel.js';

/** How long a file stays there to be downloaded, in milliseconds: some browsers begin late. */
const LIFETIME = 60_000;
/** What no file may have in its name. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu;

/** Downloads the contact as a vCard, unless the host has said that it sees to that. */
export class ContactDownload {
  readonly #panel: Panel;
  #file: { readonly name: string; readonly url: string } | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  async start(): Promise<void> {
    const { host, root, view } = this.#panel;
    const { contact, state } = view;
    if (!host.dispatchEvent(new ExportContactEvent({ contactId: contact.id, contact }))) return;
    const url = URL.createObjectURL(new Blob([toVCard(contact, state.fields)], { type: 'text/vcard' }));
    const name = (displayName(contact) || contact.id).replace(NOT_IN_NAMES, ' ').trim().slice(0, 80);
    this.#file = { name: `${name || 'contact'}.vcf`, url };
    startTimer(LIFETIME, () => URL.revokeObjectURL(url));
    host.requestUpdate();
    await host.updateComplete;
    root.getElementById('download')?.click();
    this.#file = undefined;
    host.requestUpdate();
  }

  /** The link to the file, while one is being downloaded. A page that follows links by itself does not hear of the press. */
  render(): TemplateResult | typeof nothing {
    const file = this.#file;
    return file
      ? html`<a
          id="download"
          hidden
          href=${file.url}
          download=${file.name}
          @click=${(event: Event) => event.stopPropagation()}
        ></a>`
      : nothing;
  }
}
