import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ContactRow } from '../shell/api.js';
import { avatar } from '../shell/avatar.js';
import { channelIcon, channelLabel } from '../shell/channels.js';
import { countryName, fullMoment, shortMoment } from '../shell/format.js';
import { icon } from '../shell/icons.js';
import { opensMenu } from '../shell/menu.js';
import type { Menu } from '../shell/menu.js';
import { addressWith, isPlainClick } from '../shell/url.js';
import { isSameName } from './contact-list.js';
import type { ContactList } from './contact-list.js';

/** What can be done in the table. */
export interface TableActions {
  onSort(sort: string): void;
  onDetailsOpen(contactId: string): void;
  onMessagesOpen(contactId: string): void;
  onDelete(row: ContactRow): void;
  onRetry(): void;
  /** Everything is to be shown again. */
  onClear(): void;
}

interface Column {
  readonly key: string;
  readonly label: string;
  readonly isSortable?: boolean;
  /** Whether a first press sorts downwards: the latest first. */
  readonly isLatestFirst?: boolean;
}

const columns: readonly Column[] = [
  { key: 'name', label: 'Name', isSortable: true },
  { key: 'channels', label: 'Channels' },
  { key: 'reach', label: 'Email and phone' },
  { key: 'country', label: 'Country', isSortable: true },
  { key: 'tags', label: 'Tags' },
  { key: 'assignee', label: 'Assigned to' },
  { key: 'status', label: 'Status', isSortable: true },
  { key: 'lastMessageAt', label: 'Last message', isSortable: true, isLatestFirst: true },
];

const MOST_TAGS = 2;
const MOST_CHANNELS = 3;

/** The contacts as a table whose sortable columns say how they are sorted. */
export function renderTable(list: ContactList, openId: string | undefined, actions: TableActions): TemplateResult {
  if (list.phase === 'failed') {
    return html`<div class="notice" role="alert">
      ${icon('warning')}
      <h2>The contacts could not be read</h2>
      <button type="button" class="button" @click=${actions.onRetry}>Try again</button>
    </div>`;
  }
  if (list.phase === 'ready' && !list.rows.length) {
    return html`<div class="notice">
      ${icon('contacts')}
      <h2>No contacts</h2>
      ${list.isNarrowed
        ? html`<p>Nothing matches this search and these filters.</p>
            <button type="button" class="button" @click=${actions.onClear}>Clear search and filters</button>`
        : html`<p>New ones appear here.</p>`}
    </div>`;
  }
  return html`<div class="table-scroll" role="region" aria-labelledby="table-title" tabindex="0">
    <table class="table" aria-busy=${String(list.phase === 'loading')}>
      <thead>
        <tr>
          ${columns.map((column) => renderHeading(column, list.view.sort, actions))}
          <th class="cell-menu" scope="col"><span class="visually-hidden">Actions</span></th>
        </tr>
      </thead>
      <tbody>
        ${list.rows.length
          ? repeat(
              list.rows,
              (row) => row.id,
              (row) => renderRow(row, row.id === openId, list, actions),
            )
          : skeletonRows}
      </tbody>
    </table>
  </div>`;
}

function renderHeading(
  { key, label, isSortable, isLatestFirst }: Column,
  sort: string,
  { onSort }: TableActions,
): TemplateResult {
  const className = `cell-${key}`;
  if (!isSortable) return html`<th class=${className} scope="col">${label}</th>`;
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
  const ascending = key;
  const descending = `-${key}`;
  const first = isLatestFirst ? descending : ascending;
  const next = direction === 'none' ? first : direction === 'ascending' ? descending : ascending;
  return html`<th class=${className} scope="col" aria-sort=${direction}>
    <button type="button" class="sort-button" @click=${() => onSort(next)}>
      ${label}<span class="sort-sign">${icon(direction === 'descending' ? 'down' : 'up')}</span>
    </button>
  </th>`;
}

function renderRow(row: ContactRow, isOpen: boolean, list: ContactList, actions: TableActions): TemplateResult {
  const { onClick, onKeydown } = opensMenu(() => rowMenu(row, list.canDelete, actions));
  const name = row.name || 'Unnamed contact';
  return html`<tr class=${isOpen ? 'is-open' : ''}>
    <th class="cell-name" scope="row">
      <a class="name-link" href=${addressWith({ contact: row.id })} @click=${onDetailsClick(row.id, actions)}>
        ${avatar({ id: row.id, name, url: row.avatarUrl })}
        <bdi class="truncate">${name}</bdi>
      </a>
    </th>
    <td class="cell-channels">${renderChannels(row)}</td>
    <td class="cell-reach">
      ${row.email ? html`<bdi class="reach truncate">${row.email}</bdi>` : nothing}
      ${row.phone ? html`<bdi class="reach is-phone" dir="ltr">${row.phone}</bdi>` : nothing}
      ${row.email || row.phone ? nothing : blank}
    </td>
    <td class="cell-country">${row.country ? html`<bdi class="truncate">${countryName(row.country)}</bdi>` : blank}</td>
    <td class="cell-tags">${row.tags.length ? renderTags(row, list.view.tags) : blank}</td>
    <td class="cell-assignee">
      ${row.assignee ? html`<bdi class="truncate">${row.assignee.name}</bdi>` : html`<span class="quiet">Unassigned</span>`}
    </td>
    <td class="cell-status">
      ${row.status ? html`<span class="status" data-status=${row.status}>${row.status}</span>` : blank}
    </td>
    <td class="cell-lastMessageAt">
      ${row.lastMessageAt
        ? html`<time datetime=${row.lastMessageAt} title=${fullMoment(row.lastMessageAt)}
            >${shortMoment(row.lastMessageAt)}</time
          >`
        : blank}
    </td>
    <td class="cell-menu">
      <button
        type="button"
        class="icon-button"
        aria-label="Actions for ${name}"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${onClick}
        @keydown=${onKeydown}
      >
        ${icon('more')}
      </button>
    </td>
  </tr>`;
}

const blank = html`<span class="quiet" aria-hidden="true">–</span><span class="visually-hidden">None</span>`;

function renderChannels({ channels }: ContactRow): TemplateResult {
  if (!channels.length) return blank;
  const names = channels.map((channel) => channelLabel(channel)).join(', ');
  return html`<span class="channels" title=${names}>
    ${channels
      .slice(0, MOST_CHANNELS)
      .map((channel) => html`<span class="channel" data-state=${channel.state}>${channelIcon(channel.type)}</span>`)}
    ${channels.length > MOST_CHANNELS ? html`<span class="quiet">+${channels.length - MOST_CHANNELS}</span>` : nothing}
    <span class="visually-hidden">${names}</span>
  </span>`;
}

/** The tags that the table is filtered by come first, so that they are not among those that have no room. */
function renderTags(row: ContactRow, wanted: readonly string[]): TemplateResult {
  const isWanted = ({ name }: { name: string }) => wanted.some((other) => isSameName(name, other));
  const tags = [...row.tags.filter(isWanted), ...row.tags.filter((tag) => !isWanted(tag))];
  const others = tags.slice(MOST_TAGS).map(({ name }) => name);
  return html`<span class="tags">
    ${tags
      .slice(0, MOST_TAGS)
      .map(({ name, emoji }) => html`<span class="tag truncate" dir="auto">${emoji ? `${emoji} ` : nothing}${name}</span>`)}
    ${others.length
      ? html`<span class="quiet" title=${others.join(', ')}
          >+${others.length}<span class="visually-hidden"> more tags</span></span
        >`
      : nothing}
  </span>`;
}

function rowMenu(row: ContactRow, canDelete: boolean, actions: TableActions): Menu {
  return {
    label: `Actions for ${row.name}`,
    items: [
      { id: 'details', label: 'View details', icon: 'panel' },
      { id: 'messages', label: 'View messages', icon: 'message' },
      ...(canDelete ? [{ id: 'delete', label: 'Delete', icon: 'trash', isDestructive: true } as const] : []),
    ],
    onSelect: (item) => {
      if (item === 'details') actions.onDetailsOpen(row.id);
      else if (item === 'messages') actions.onMessagesOpen(row.id);
      else actions.onDelete(row);
    },
  };
}

function onDetailsClick(contactId: string, { onDetailsOpen }: TableActions) {
  return (event: MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onDetailsOpen(contactId);
  };
}

const skeletonRows = Array.from(
  { length: 12 },
  () =>
    html`<tr aria-hidden="true">
      <th class="cell-name">
        <span class="name-link"><span class="avatar skeleton"></span><span class="skeleton skeleton-text"></span></span>
      </th>
      ${columns.slice(1).map(({ key }) => html`<td class="cell-${key}"><span class="skeleton skeleton-text"></span></td>`)}
      <td class="cell-menu"></td>
    </tr>`,
);
