import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { Contact, ContactMergedEvent } from 'contact-details';
import type { ContactRow } from '../shell/api.js';
import { coverPage, onCoverChange, renderContactPanel } from '../shell/contact-panel.js';
import { formatCount } from '../shell/format.js';
import { icon } from '../shell/icons.js';
import { announce } from '../shell/toast.js';
import { amend, readAddress, visit } from '../shell/url.js';
import { addressOf, ContactList, isSameName, NO_FILTER, PAGE_SIZES, viewFrom } from './contact-list.js';
import type { TableFilter, TableView } from './contact-list.js';
import { confirmDelete } from './delete-dialog.js';
import { renderFilters } from './filters.js';
import { importFile } from './import-dialog.js';
import { manageTags } from './tag-dialog.js';
import type { TagChange } from './tag-dialog.js';
import { renderTable } from './table-view.js';

/** Runs the contacts table: its address says what it shows and whose details are open. */
export function startContacts(): void {
  const root = document.querySelector<HTMLElement>('#main');
  if (!root) throw new TypeError('The page has no #main');
  new Contacts(root).start();
}

class Contacts {
  readonly #root: HTMLElement;
  readonly #list = new ContactList(() => this.#update());
  #openId: string | undefined;
  /** What is typed to find a tag to filter by. */
  #tagSearch = '';

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  start(): void {
    addEventListener('popstate', () => this.#followAddress());
    onCoverChange(() => this.#update());
    this.#followAddress();
  }

  #followAddress(): void {
    const address = readAddress();
    this.#openId = address.get('contact') ?? undefined;
    const view = viewFrom(address);
    if (this.#list.phase === 'ready' && JSON.stringify(view) === JSON.stringify(this.#list.view)) this.#update();
    else void this.#list.show(view);
  }

  #update(): void {
    render(
      html`<div class="table-page">
          <div>
            ${this.#renderHead()}
            ${renderFilters(this.#list, this.#tagSearch, {
              onFilter: (changes) => this.#show({ ...changes, page: 1 }),
              onChipRemove: (changes, place) => this.#removeChip(changes, place),
              onClear: () => this.#clear({ ...NO_FILTER, q: this.#list.view.q }),
              onTagSearch: (text) => this.#searchTags(text),
            })}
          </div>
          ${renderTable(this.#list, this.#openId, {
            onSort: (sort) => this.#show({ sort, page: 1 }),
            onDetailsOpen: (contactId) => this.#openDetails(contactId),
            onMessagesOpen: (contactId) => openMessages(contactId),
            onDelete: (row) => void this.#delete(row),
            onRetry: () => this.#reload(),
            onClear: () => this.#clear(NO_FILTER),
          })}
          ${this.#renderFoot()}
        </div>
        ${this.#openId
          ? renderContactPanel(this.#openId, {
              onClose: () => this.#closePanel(),
              onViewMessages: ({ contactId }) => openMessages(contactId),
              onChannelOpen: ({ contactId, channel }) => openMessages(contactId, channel.type),
              onContactOpen: ({ contactId }) => this.#openDetails(contactId),
              onContactNews: (contact) => this.#onContactNews(contact),
              // The panel says where a contact is that was merged, and leads there.
              onContactDeleted: ({ contactId, mergedInto }) =>
                mergedInto ? this.#reload() : this.#onContactDeleted(contactId),
              onContactMerged: (event) => this.#onContactMerged(event),
            })
          : nothing}`,
      this.#root,
    );
    coverPage(this.#openId !== undefined);
  }

  #renderHead(): TemplateResult {
    const { total, view } = this.#list;
    const onInput = ({ target }: InputEvent) => this.#search((target as HTMLInputElement).value);
    return html`<header class="table-head">
      <h1 id="table-title" class="column-title" tabindex="-1">
        Contacts ${total ? html`<span class="count">${formatCount(total)}</span>` : nothing}
      </h1>
      <label class="search-field">
        <span class="visually-hidden">Search contacts</span>
        ${icon('search')}
        <input type="search" placeholder="Search name, email or phone" autocomplete="off" .value=${view.q} @input=${onInput} />
      </label>
      <div class="table-tools">
        ${this.#list.canImport
          ? html`<button type="button" class="button" @click=${() => importFile(() => this.#reload())}>Import</button>`
          : nothing}
        ${this.#list.canManageTags
          ? html`<button type="button" class="button" @click=${() => manageTags((change) => this.#onTagChange(change))}>
              Manage tags
            </button>`
          : nothing}
      </div>
    </header>`;
  }

  #renderFoot(): TemplateResult {
    const { total, view, pageCount, rows, phase } = this.#list;
    const from = (view.page - 1) * view.size;
    return html`<footer class="table-foot">
      <label class="page-size">
        Rows
        <select @change=${({ target }: Event) => this.#show({ size: Number((target as HTMLSelectElement).value), page: 1 })}>
          ${PAGE_SIZES.map((size) => html`<option value=${size} ?selected=${size === view.size}>${size}</option>`)}
        </select>
      </label>
      <p class="page-range" role="status">
        ${phase !== 'ready'
          ? nothing
          : rows.length
            ? `${formatCount(from + 1)}–${formatCount(from + rows.length)} of ${formatCount(total)}`
            : 'No contacts'}
      </p>
      <nav class="pager" aria-label="Pages">
        ${this.#renderStep('Previous page', 'previous', view.page - 1, view.page > 1)}
        <span class="page-number">Page ${formatCount(view.page)} of ${formatCount(pageCount)}</span>
        ${this.#renderStep('Next page', 'next', view.page + 1, view.page < pageCount)}
      </nav>
    </footer>`;
  }

  #renderStep(label: string, shape: 'previous' | 'next', page: number, isPossible: boolean): TemplateResult {
    return html`<button
      type="button"
      class="icon-button"
      aria-label=${label}
      ?disabled=${!isPossible}
      @click=${() => this.#show({ page })}
    >
      ${icon(shape)}
    </button>`;
  }

  #show(changes: Partial<TableView>): void {
    visit(addressOf({ ...this.#list.view, ...changes }));
    this.#followAddress();
    this.#root.querySelector('.table-scroll')?.scrollTo({ top: 0 });
  }

  #removeChip(changes: Partial<TableFilter>, place: number): void {
    this.#show({ ...changes, page: 1 });
    const chips = this.#root.querySelectorAll<HTMLElement>('.chip');
    (chips[Math.min(place, chips.length - 1)] ?? this.#title)?.focus();
  }

  #clear(filter: TableFilter): void {
    this.#show({ ...filter, page: 1 });
    this.#title?.focus();
  }

  #searchTags(text: string): void {
    this.#tagSearch = text;
    this.#update();
  }

  #search(q: string): void {
    amend(addressOf({ ...this.#list.view, q, page: 1 }));
    this.#followAddress();
  }

  #reload(): void {
    void this.#list.show(this.#list.view);
  }

  /** A table that is narrowed by a tag stays so when the tag gets another name, or has become part of another one. */
  #onTagChange(change: TagChange | undefined): void {
    const { view } = this.#list;
    const tags = view.tags.flatMap((tag) => (change && isSameName(tag, change.before) ? (change.after ?? []) : tag));
    if (tags.join() !== view.tags.join()) amend(addressOf({ ...view, tags, page: 1 }));
    void this.#list.show(viewFrom(readAddress()));
  }

  #openDetails(contactId: string): void {
    visit({ contact: contactId });
    this.#followAddress();
    this.#root.querySelector<HTMLElement>('.contact-panel')?.focus();
  }

  #closePanel(): void {
    const opener = this.#root.querySelector<HTMLElement>('tr.is-open .name-link');
    visit({ contact: undefined });
    this.#followAddress();
    (opener ?? this.#title)?.focus();
  }

  async #delete(row: ContactRow): Promise<void> {
    if (await confirmDelete(row)) this.#onContactDeleted(row.id);
  }

  #onContactNews({ id, version }: Contact): void {
    if (this.#list.rows.find((row) => row.id === id)?.version !== version) this.#reload();
  }

  #onContactDeleted(contactId: string): void {
    const name = this.#list.rows.find(({ id }) => id === contactId)?.name || 'The contact';
    if (this.#openId === contactId) amend({ contact: undefined });
    this.#openId = readAddress().get('contact') ?? undefined;
    this.#reload();
    this.#title?.focus();
    announce(`\u2068${name}\u2069 was deleted.`);
  }

  #onContactMerged({ otherId }: ContactMergedEvent): void {
    const name = this.#list.rows.find(({ id }) => id === otherId)?.name || 'The other contact';
    announce(`\u2068${name}\u2069 is part of this contact now.`);
    this.#reload();
  }

  get #title(): HTMLElement | null {
    return this.#root.querySelector('#table-title');
  }
}

function openMessages(contactId: string, channel?: string): void {
  location.assign(`/?${new URLSearchParams({ contact: contactId, ...(channel && { channel }) })}`);
}
