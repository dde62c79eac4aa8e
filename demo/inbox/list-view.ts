import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Conversation } from '../shell/api.js';
import { avatar } from '../shell/avatar.js';
import { channelIcon, channelLabel } from '../shell/channels.js';
import { formatCount, fullMoment, shortMoment } from '../shell/format.js';
import { icon } from '../shell/icons.js';
import { addressWith, isPlainClick } from '../shell/url.js';
import type { ConversationFilter, Conversations } from './conversations.js';

/** What can be done in the list. */
export interface ListActions {
  onFilterChange(filter: ConversationFilter): void;
  onConversationOpen(contactId: string): void;
  onDetailsOpen(contactId: string): void;
  onMore(): void;
  onRetry(): void;
}

const statuses: readonly { value: string; label: string }[] = [
  { value: '', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'snoozed', label: 'Snoozed' },
  { value: 'closed', label: 'Closed' },
];

/** The first column: search, status filter and the conversations, the newest first. */
export function renderList(list: Conversations, selectedId: string | undefined, actions: ListActions): TemplateResult {
  return html`<section class="list-column" aria-labelledby="list-title">
    <header class="list-head">
      <h1 id="list-title" class="column-title">
        Inbox ${list.total ? html`<span class="count">${formatCount(list.total)}</span>` : nothing}
      </h1>
      ${renderSearch(list.filter, actions)} ${renderStatuses(list.filter, actions)}
    </header>
    <div class="list-scroll">
      <ul class="conversations" aria-label="Conversations" @keydown=${onListKeydown}>
        ${repeat(
          list.items,
          (item) => item.id,
          (item) => renderRow(item, item.contactId === selectedId, actions),
        )}
      </ul>
      ${renderEnd(list, actions)}
    </div>
  </section>`;
}

function renderSearch(filter: ConversationFilter, { onFilterChange }: ListActions): TemplateResult {
  return html`<label class="search-field">
    <span class="visually-hidden">Search conversations</span>
    ${icon('search')}
    <input
      type="search"
      placeholder="Search conversations"
      autocomplete="off"
      .value=${filter.q}
      @input=${(event: InputEvent) => onFilterChange({ ...filter, q: (event.target as HTMLInputElement).value })}
    />
  </label>`;
}

function renderStatuses(filter: ConversationFilter, { onFilterChange }: ListActions): TemplateResult {
  return html`<fieldset class="segments">
    <legend class="visually-hidden">Status</legend>
    ${statuses.map(
      ({ value, label }) =>
        html`<label class="segment">
          <input
            type="radio"
            name="status"
            .checked=${filter.status === value}
            @change=${() => onFilterChange({ ...filter, status: value })}
          />
          <span>${label}</span>
        </label>`,
    )}
  </fieldset>`;
}

function renderRow(item: Conversation, isSelected: boolean, actions: ListActions): TemplateResult {
  const { contactId, name } = item;
  const conversation = addressWith({ contact: contactId, panel: undefined });
  const details = addressWith({ contact: contactId, panel: 'open' });
  return html`<li class=${isSelected ? 'conversation is-selected' : 'conversation'}>
    <a class="row-picture" href=${details} tabindex="-1" aria-hidden="true" @click=${onPlain(actions.onDetailsOpen, contactId)}>
      ${avatar({ id: contactId, name, url: item.avatarUrl })}
      <span class="row-channel">${channelIcon(item.channel.type)}</span>
    </a>
    <span class="row-head">
      <a
        class="row-name"
        href=${details}
        aria-label="${name || 'Unnamed contact'}, contact details"
        @click=${onPlain(actions.onDetailsOpen, contactId)}
        ><bdi class="truncate">${name || 'Unnamed contact'}</bdi></a
      >
      <time class="row-time" datetime=${item.updatedAt} title=${fullMoment(item.updatedAt)}
        >${shortMoment(item.updatedAt)}</time
      >
    </span>
    <span class="row-foot">
      <a
        class="row-preview"
        href=${conversation}
        aria-current=${isSelected ? 'true' : 'false'}
        @click=${onPlain(actions.onConversationOpen, contactId)}
        ><span class="visually-hidden">Conversation by ${channelLabel(item.channel)}: </span
        ><bdi class="truncate">${item.preview || 'No messages yet'}</bdi></a
      >
      ${item.status === 'open' ? nothing : html`<span class="status" data-status=${item.status}>${item.status}</span>`}
      ${item.unread
        ? html`<span class="unread">${formatCount(item.unread)}<span class="visually-hidden"> unread</span></span>`
        : nothing}
    </span>
  </li>`;
}

function renderEnd(list: Conversations, { onMore, onRetry }: ListActions): TemplateResult {
  if (list.phase === 'failed') {
    return html`<div class="notice" role="alert">
      ${icon('warning')}
      <h2>The conversations could not be read</h2>
      <button type="button" class="button" @click=${onRetry}>Try again</button>
    </div>`;
  }
  if (list.phase === 'loading' && !list.items.length) return html`<div aria-hidden="true">${skeletonRows}</div>`;
  if (!list.items.length) {
    return html`<div class="notice">
      ${icon('inbox')}
      <h2>No conversations</h2>
      <p>${list.filter.q || list.filter.status ? 'Nothing matches this search and filter.' : 'New ones appear here.'}</p>
    </div>`;
  }
  if (!list.hasMore) return html``;
  return html`<p class="list-more" ${ref((sentinel) => watchSentinel(sentinel, onMore))}>
    <button type="button" class="button" ?disabled=${list.phase === 'loading'} @click=${onMore}>Show more</button>
  </p>`;
}

const skeletonRows = Array.from(
  { length: 9 },
  () =>
    html`<div class="conversation is-skeleton">
      <span class="skeleton skeleton-avatar"></span><span class="skeleton skeleton-name"></span
      ><span class="skeleton skeleton-line"></span>
    </div>`,
);

const watched = new WeakMap<Element, IntersectionObserver>();

/** Reads on before the reader reaches the end; the button is for whoever gets there first, and for the keyboard. */
function watchSentinel(sentinel: Element | undefined, onMore: () => void): void {
  if (!sentinel || watched.has(sentinel)) return;
  const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), { rootMargin: '400px' });
  observer.observe(sentinel);
  watched.set(sentinel, observer);
}

function onPlain(action: (contactId: string) => void, contactId: string) {
  return (event: MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    action(contactId);
  };
}

/** The arrow keys go from conversation to conversation. */
function onListKeydown(event: KeyboardEvent): void {
  const step =
    event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : undefined;
  const row = (event.target as Element).closest('.conversation');
  const target = step && row?.[step]?.querySelector<HTMLElement>('.row-preview');
  if (!target) return;
  event.preventDefault();
  target.focus();
}
