import { html, nothing, render } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { DeleteDialog } from './delete-dialog.js';
import { toEditView } from './edit-view.js';
import type { EditView } from './edit-view.js';
import { ContactActionEvent, ViewMessagesEvent } from './editing-events.js';
import { makeIcon } from './icons.js';
import { renderMenuIcon } from './menu-icons.js';
import type { Panel, PanelAction, View } from './panel.js';
import { Popup } from './popup.js';

export { styles } from './menu-styles.js';

interface Item extends PanelAction {
  readonly onChoose: () => void;
}

/**
 * The more-actions menu, by the APG pattern "menu button": arrows, Home and End move, letters search, Escape and Tab close,
 * the focus returns to the button.
 */
export class Menu implements ReactiveController {
  readonly #panel: Panel;
  readonly #dialog: DeleteDialog;
  #popup: Popup | undefined;
  /** Whether the press that is under way has closed the menu already, as any press outside does. */
  #isClosing = false;

  constructor(panel: Panel) {
    this.#panel = panel;
    this.#dialog = new DeleteDialog(panel);
    panel.addController(this);
  }

  /** Out of the page the browser closes popovers without a word. */
  hostDisconnected(): void {
    this.#close();
  }

  async toggle(): Promise<void> {
    if (this.#isClosing || this.#popup?.isOpen) {
      this.#isClosing = false;
      return this.#close();
    }
    await this.#panel.updateComplete;
    const { root } = this.#panel;
    const button = root.getElementById('menu-button');
    const popover = root.getElementById('menu');
    if (!button || !popover) return;
    this.#popup = new Popup(button, popover, { placement: 'bottom-end' });
    void this.#popup.open();
    button.setAttribute('aria-expanded', 'true');
    button.addEventListener('pointerdown', this.#onButtonDown, { once: true });
    this.#focusItem(0);
  }

  /** Draws the menu, closed or open, and the dialog it may lead to. */
  draw(place: HTMLElement, view: View): void {
    render(this.#render(toEditView(view)), place);
  }

  #render(view: EditView): TemplateResult {
    return html`<div
        id="menu"
        class="popup menu"
        part="menu"
        popover="auto"
        role="menu"
        aria-labelledby="menu-button"
        @toggle=${(event: ToggleEvent) => this.#onToggle(event)}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
      >
        ${this.#itemsOf(view).map((item) => this.#renderItem(item))}
      </div>
      ${this.#dialog.render(view)}`;
  }

  #renderItem(item: Item): TemplateResult {
    return html`<button
      type="button"
      class=${item.destructive ? 'item destructive' : 'item'}
      part="menu-item"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${item.disabled ? 'true' : nothing}
      @click=${() => this.#choose(item)}
    >
      ${item.icon === 'trash' || item.icon === 'messages' ? renderMenuIcon(item.icon) : makeIcon(item.icon ?? 'neutral')}
      <span>${item.label}${item.disabled && item.reason ? html`<span class="reason">${item.reason}</span>` : nothing}</span>
    </button>`;
  }

  #itemsOf({ abilities, actions, contact, messages }: EditView): readonly Item[] {
    const tell = (event: Event) => void this.#panel.dispatchEvent(event);
    const contactId = contact.id;
    const items: (Item | false)[] = [
      abilities.viewMessages && {
        id: 'view-messages',
        label: messages.viewMessages,
        icon: 'messages',
        onChoose: () => tell(new ViewMessagesEvent({ contactId, contact })),
      },
      ...actions.map((action) => ({
        ...action,
        onChoose: () => tell(new ContactActionEvent({ contactId, action: action.id })),
      })),
      (abilities.delete || abilities.deleteReason !== undefined) && {
        id: 'delete-contact',
        label: messages.deleteContact,
        icon: 'trash',
        destructive: true,
        disabled: !abilities.delete,
        reason: abilities.deleteReason ?? '',
        onChoose: () => void this.#dialog.open(),
      },
    ];
    return items.filter((item) => item !== false);
  }

  #choose(item: Item): void {
    if (item.disabled) return;
    this.#close();
    this.#panel.root.getElementById('menu-button')?.focus();
    item.onChoose();
  }

  readonly #onButtonDown = (): void => {
    this.#isClosing = this.#popup !== undefined;
  };

  #close(): void {
    this.#popup?.close();
    this.#popup = undefined;
    this.#panel.root.getElementById('menu-button')?.setAttribute('aria-expanded', 'false');
  }

  #onToggle({ newState }: ToggleEvent): void {
    if (newState === 'closed') this.#close();
  }

  #onKeydown(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(this.#panel.root.activeElement as HTMLElement);
    const targets: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      this.#focusItem(target);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
      }
      this.#close();
      this.#panel.root.getElementById('menu-button')?.focus();
    } else if (event.key.length === 1 && event.key !== ' ') {
      const isMatch = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase());
      [...items.slice(at + 1), ...items.slice(0, at + 1)].find(isMatch)?.focus();
    }
  }

  get #items(): readonly HTMLElement[] {
    return [...this.#panel.root.querySelectorAll<HTMLElement>('#menu [role=menuitem]')];
  }

  #focusItem(index: number): void {
    const items = this.#items;
    items.at(index % items.length)?.focus();
  }
}

/** Makes the part; called when it has been loaded. */
export function create(panel: Panel): Menu {
  return new Menu(panel);
}
