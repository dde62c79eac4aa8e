import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { anchor } from './anchor.js';
import { formatCount } from './format.js';
import { icon } from './icons.js';
import type { IconName } from './icons.js';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string;
  readonly icon?: IconName;
  /** What stands before the label instead of an icon. */
  readonly picture?: TemplateResult;
  readonly isDestructive?: boolean;
  /** How many things it stands for. */
  readonly count?: number;
  /** Given: the item is one of several choices, and this says whether it is the current one. */
  readonly isChecked?: boolean;
}

/** What a menu is made of: asked for each time it opens. */
export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Under the end of its button, where it does not say otherwise. */
  readonly placement?: 'bottom-start' | 'bottom-end';
  onSelect(itemId: string): void;
}

/**
 * The handlers of a menu button, as the ARIA Authoring Practices describe it: a click, Enter, Space or an arrow key opens
 * the menu; there the arrow keys, Home, End and first letters move, Enter and Space choose, Esc and Tab close, and focus
 * returns to the button.
 */
export function opensMenu(menuOf: () => Menu) {
  return {
    onClick: ({ currentTarget }: Event): void => {
      const button = currentTarget as HTMLButtonElement;
      if (button.ariaExpanded === 'true') menuAfter(button)?.hidePopover();
      else openMenu(button, menuOf(), 'first');
    },
    onKeydown: (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      openMenu(event.currentTarget as HTMLButtonElement, menuOf(), event.key === 'ArrowDown' ? 'first' : 'last');
    },
  };
}

function openMenu(button: HTMLButtonElement, menu: Menu, focus: 'first' | 'last'): void {
  const { placement = 'bottom-end' } = menu;
  const popup = createPopup(menu);
  const closing = new AbortController();
  button.after(popup);
  button.ariaExpanded = 'true';
  popup.showPopover();
  const stop = anchor(popup, button, placement);
  const close = () => {
    if (popup.contains(document.activeElement)) button.focus();
    closing.abort();
    stop();
    button.ariaExpanded = 'false';
    popup.remove();
  };
  popup.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'closed') close();
  });
  popup.addEventListener('keydown', onMenuKeydown);
  popup.addEventListener('click', (event) => {
    const item = itemOf(event.target);
    if (!item) return;
    popup.hidePopover();
    menu.onSelect(item.value);
  });
  const hideOutside = ({ target }: Event) => {
    const isInside = target instanceof Node && (popup.contains(target) || button.contains(target));
    if (!isInside) popup.hidePopover();
  };
  document.addEventListener('pointerdown', hideOutside, { signal: closing.signal });
  document.addEventListener('focusin', hideOutside, { signal: closing.signal });
  const items = itemsOf(popup);
  const checked = items.find((item) => item.ariaChecked === 'true');
  (checked ?? items.at(focus === 'first' ? 0 : -1))?.focus();
}

function menuAfter(button: HTMLButtonElement): HTMLElement | undefined {
  const sibling = button.nextElementSibling;
  return sibling instanceof HTMLElement && sibling.role === 'menu' ? sibling : undefined;
}

function createPopup({ label, items }: Menu): HTMLElement {
  const popup = document.createElement('div');
  popup.className = 'menu';
  popup.role = 'menu';
  popup.ariaLabel = label;
  popup.popover = 'manual';
  render(items.map(renderItem), popup);
  return popup;
}

function renderItem(item: MenuItem): TemplateResult {
  const isChoice = item.isChecked !== undefined;
  return html`<button
    type="button"
    class=${item.isDestructive ? 'menu-item is-destructive' : 'menu-item'}
    role=${isChoice ? 'menuitemradio' : 'menuitem'}
    aria-checked=${isChoice ? String(item.isChecked) : nothing}
    tabindex="-1"
    value=${item.id}
  >
    ${item.picture ?? (item.icon ? icon(item.icon) : undefined)}
    <span class="menu-text">
      <span>${item.label}</span>
      ${item.detail ? html`<span class="menu-detail">${item.detail}</span>` : undefined}
    </span>
    ${item.count === undefined ? undefined : html`<span class="choice-count">${formatCount(item.count)}</span>`}
    ${item.isChecked ? icon('check') : undefined}
  </button>`;
}

function onMenuKeydown(event: KeyboardEvent): void {
  const popup = event.currentTarget as HTMLElement;
  if (event.key === 'Tab') return popup.hidePopover();
  if (event.key === 'Escape') {
    event.stopPropagation();
    return popup.hidePopover();
  }
  const target = nextItem(itemsOf(popup), event);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function nextItem(items: readonly HTMLButtonElement[], event: KeyboardEvent): HTMLButtonElement | undefined {
  const current = items.indexOf(itemOf(event.target) as HTMLButtonElement);
  if (event.key === 'ArrowDown') return items[(current + 1) % items.length];
  if (event.key === 'ArrowUp') return items.at(current - 1);
  if (event.key === 'Home') return items[0];
  if (event.key === 'End') return items.at(-1);
  if (event.key.length !== 1 || event.key === ' ') return undefined;
  const letter = event.key.toLocaleLowerCase();
  const inTurn = [...items.slice(current + 1), ...items.slice(0, current + 1)];
  return inTurn.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter));
}

function itemOf(target: EventTarget | null): HTMLButtonElement | null {
  return target instanceof Element ? target.closest<HTMLButtonElement>('[role^="menuitem"]') : null;
}

function itemsOf(popup: HTMLElement): HTMLButtonElement[] {
  return [...popup.querySelectorAll<HTMLButtonElement>('[role^="menuitem"]')];
}

/** A button that is an icon and opens a menu. */
export function renderMenuButton(label: string, title: string, iconName: IconName, menu: () => Menu): TemplateResult {
  const { onClick, onKeydown } = opensMenu(menu);
  return html`<button
    type="button"
    class="icon-button"
    aria-label=${label}
    title=${title}
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${onClick}
    @keydown=${onKeydown}
  >
    ${icon(iconName)}
  </button>`;
}
