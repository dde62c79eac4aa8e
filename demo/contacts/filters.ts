import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { anchor } from '../shell/anchor.js';
import { avatar } from '../shell/avatar.js';
import { formatCount } from '../shell/format.js';
import { icon } from '../shell/icons.js';
import { opensMenu } from '../shell/menu.js';
import type { Menu, MenuItem } from '../shell/menu.js';
import { isSameName } from './contact-list.js';
import type { ContactList, TableFilter } from './contact-list.js';

/** What can be done about the filters. */
export interface FilterActions {
  onFilter(changes: Partial<TableFilter>): void;
  /** A chip is pressed; it is the one at that place. */
  onChipRemove(changes: Partial<TableFilter>, place: number): void;
  onClear(): void;
  /** Something is typed to find a tag to filter by. */
  onTagSearch(text: string): void;
}

interface Chip {
  readonly what: string;
  readonly label: string;
  readonly emoji?: string | undefined;
  readonly without: Partial<TableFilter>;
}

/** What the table can be narrowed to by tags, status and person, and a chip for each of it that is chosen. */
export function renderFilters(list: ContactList, tagSearch: string, actions: FilterActions): TemplateResult {
  const { choices, view } = list;
  const chips = chipsOf(list);
  return html`<div class="filters" role="group" aria-label="Filters">
    ${renderTagFilter(list, tagSearch, actions)}
    ${choices.statuses.length || view.status ? renderMenuFilter('Status', () => statusMenu(list, actions)) : nothing}
    ${choices.assignees.length || view.assignee ? renderMenuFilter('Assigned to', () => assigneeMenu(list, actions)) : nothing}
    ${chips.length
      ? html`<ul class="chips" aria-label="Chosen filters">
            ${chips.map((chip, place) => renderChip(chip, place, list, actions))}
          </ul>
          <button type="button" class="text-button" @click=${actions.onClear}>Clear filters</button>`
      : nothing}
  </div>`;
}

function renderTagFilter(list: ContactList, search: string, actions: FilterActions): TemplateResult {
  const { tags, match } = list.view;
  const shown = list.choices.tags.filter(({ name }) => includes(name, search));
  return html`<button type="button" class="button filter-button" popovertarget="tag-filter" aria-haspopup="dialog">
      Tags ${icon('chevron')}
    </button>
    <div id="tag-filter" class="menu tag-filter" popover role="dialog" aria-label="Filter by tags" @toggle=${onTagFilterToggle}>
      <label class="search-field">
        <span class="visually-hidden">Find a tag</span>
        ${icon('search')}
        <input
          type="search"
          placeholder="Find a tag"
          autocomplete="off"
          .value=${search}
          @input=${({ target }: InputEvent) => actions.onTagSearch((target as HTMLInputElement).value)}
        />
      </label>
      <fieldset class="segments">
        <legend class="visually-hidden">Contacts must have</legend>
        ${(['any', 'all'] as const).map(
          (value) =>
            html`<label class="segment">
              <input
                type="radio"
                name="match"
                .checked=${match === value}
                @change=${() => actions.onFilter({ match: value })}
              />
              <span>${value === 'any' ? 'Any of them' : 'All of them'}</span>
            </label>`,
        )}
      </fieldset>
      ${shown.length
        ? html`<ul class="tag-choices" aria-label="Tags">
            ${shown.map(({ name, emoji, count }) => {
              const isChosen = tags.some((tag) => isSameName(tag, name));
              const others = tags.filter((tag) => !isSameName(tag, name));
              const onChange = () => actions.onFilter({ tags: isChosen ? others : [...tags, name] });
              return html`<li>
                <label class="tag-choice">
                  <input type="checkbox" .checked=${isChosen} @change=${onChange} />
                  <span class="truncate" dir="auto">${emoji ? `${emoji} ` : nothing}${name}</span>
                  <span class="choice-count">${formatCount(count)}<span class="visually-hidden"> contacts</span></span>
                </label>
              </li>`;
            })}
          </ul>`
        : html`<p class="quiet tag-choices-none" role="status">No tag is called that.</p>`}
    </div>`;
}

let stopAnchoring: (() => void) | undefined;

function onTagFilterToggle({ currentTarget, newState }: ToggleEvent): void {
  const popup = currentTarget as HTMLElement;
  const button = popup.previousElementSibling as HTMLElement;
  stopAnchoring?.();
  stopAnchoring = undefined;
  if (newState !== 'open') return;
  stopAnchoring = anchor(popup, button, 'bottom-start');
  popup.querySelector('input')?.focus();
}

function renderMenuFilter(label: string, menu: () => Menu): TemplateResult {
  const { onClick, onKeydown } = opensMenu(menu);
  return html`<button
    type="button"
    class="button filter-button"
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${onClick}
    @keydown=${onKeydown}
  >
    ${label} ${icon('chevron')}
  </button>`;
}

function statusMenu({ choices, view }: ContactList, { onFilter }: FilterActions): Menu {
  const items = choices.statuses.map(({ value, label, count }) => ({ id: value, label, count }));
  return choiceMenu('Status', [{ id: '', label: 'Any status' }, ...items], view.status, (status) => onFilter({ status }));
}

function assigneeMenu({ choices, view }: ContactList, { onFilter }: FilterActions): Menu {
  const people = choices.assignees.map(({ id, name, avatarUrl, count }) => {
    return { id, label: name, count, picture: avatar({ id, name, url: avatarUrl }) };
  });
  const items = [{ id: '', label: 'Anybody' }, { id: 'none', label: 'Nobody', count: choices.unassigned }, ...people];
  return choiceMenu('Assigned to', items, view.assignee, (assignee) => onFilter({ assignee }));
}

function choiceMenu(label: string, items: readonly MenuItem[], chosen: string, onSelect: (id: string) => void): Menu {
  return {
    label,
    onSelect,
    placement: 'bottom-start',
    items: items.map((item) => ({ ...item, isChecked: item.id === chosen })),
  };
}

function chipsOf({ choices, view }: ContactList): readonly Chip[] {
  const { tags, status, assignee } = view;
  const tagChips = tags.map((name): Chip => {
    const known = choices.tags.find((tag) => isSameName(tag.name, name));
    return {
      what: 'Tag',
      label: known?.name ?? name,
      emoji: known?.emoji,
      without: { tags: tags.filter((other) => other !== name) },
    };
  });
  const statusLabel = choices.statuses.find(({ value }) => value === status)?.label ?? status;
  const person = choices.assignees.find(({ id }) => id === assignee);
  const assigneeLabel = assignee === 'none' ? 'Nobody' : (person?.name ?? 'Somebody else');
  return [
    ...tagChips,
    ...(status ? [{ what: 'Status', label: statusLabel, without: { status: '' } }] : []),
    ...(assignee ? [{ what: 'Assigned to', label: assigneeLabel, without: { assignee: '' } }] : []),
  ];
}

function renderChip(chip: Chip, place: number, { view }: ContactList, actions: FilterActions): TemplateResult {
  const { what, label, emoji, without } = chip;
  const isSecondTag = place > 0 && place < view.tags.length;
  return html`<li>
    ${isSecondTag ? html`<span class="quiet">${view.match === 'all' ? 'and' : 'or'}</span>` : nothing}
    <button type="button" class="chip" @click=${() => actions.onChipRemove(without, place)}>
      <span class="visually-hidden">Remove filter: </span>
      <span class="chip-what">${what}:</span>
      <span class="truncate" dir="auto">${emoji ? `${emoji} ` : nothing}${label}</span>
      ${icon('close')}
    </button>
  </li>`;
}

function includes(name: string, search: string): boolean {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
  return plain(name).includes(plain(search.trim()));
}
