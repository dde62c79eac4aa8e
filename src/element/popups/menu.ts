import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { ownValue } from '../../core/own-value.js';
import { teach } from '../../core/teach.js';
import { contactLink } from './contact-link.js';
import { ContactActionEvent, ViewMessagesEvent } from './menu-requests.js';
import { onPress } from '../panel.js';
import type { Panel } from '../panel.js';
import { iconClass } from './menu-icons.js';
import type { MenuItem, View } from '../view.js';
import { Popup } from './popup.js';

interface Item extends MenuItem {
  readonly lang: View['valuesLang'];
  readonly onChoose: () => void;
}

/** What its items do that are more than an event. */
export interface MenuCommands {
  readonly onBlock: () => void;
  readonly onCopyLink: (href: string) => void;
  readonly onUnblock: () => void;
  readonly onDelete: () => void;
  readonly onExport: () => void;
  readonly onMerge: () => void;
}

/**
 * The more-actions menu, by the APG pattern "menu button": an arrow on the button opens it at its first or last item; arrows,
 * Home and End move, letters search, Escape and Tab close, the focus returns to the button.
 */
export class Menu implements ReactiveController {
  readonly #panel: Panel;
  readonly #commands: MenuCommands;
  #popup: Popup | undefined;
  /** Whether the press that is under way has closed the menu already, as any press outside does. */
  #isClosing = false;

  constructor(panel: Panel, commands: MenuCommands) {
    this.#panel = panel;
    this.#commands = commands;
    panel.host.addController(this);
  }

  get isOpen(): boolean {
    return this.#popup !== undefined;
  }

  /** Out of the page the browser closes popovers without a word. */
  hostDisconnected(): void {
    this.#close();
  }

  /** A press on the button opens or closes the menu; an arrow opens it at its first or last item. */
  async use(event: KeyboardEvent | MouseEvent): Promise<void> {
    if ('key' in event) return this.#steer(event);
    if (event.detail > 1) return;
    if (!this.#isClosing && !this.isOpen) return this.#open(0);
    this.#isClosing = false;
    this.#close();
  }

  async #steer(event: KeyboardEvent): Promise<void> {
    const place = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (place === undefined) return;
    event.preventDefault();
    if (!this.isOpen) return this.#open(place);
  }

  /** Opens with the focus on the item in that place; -1 is the last. */
  async #open(place: number): Promise<void> {
    const { host, root } = this.#panel;
    await host.updateComplete;
    const button = this.#button;
    const popover = root.getElementById('menu');
    if (!button || !popover) return;
    const popup = (this.#popup = new Popup(button, popover, { placement: 'bottom-end', onEscape: this.#leave }));
    host.requestUpdate();
    await host.updateComplete;
    if (this.#popup !== popup) return;
    void popup.open();
    button.addEventListener('pointerdown', this.#onButtonDown, { once: true });
    this.#focusItem(place);
  }

  /** The menu, closed or open; its items are there while it is open. */
  render(view: View): TemplateResult {
    return html`<div
      id="menu"
      class="popup menu"
      part="menu"
      popover="auto"
      role="menu"
      aria-labelledby="menu-button"
      @toggle=${this.#onToggle}
      @keydown=${this.#onKeydown}
    >
      ${this.isOpen ? this.#itemsOf(view).map((item) => this.#renderItem(item)) : nothing}
    </div>`;
  }

  #renderItem(item: Item): TemplateResult {
    return html`<button
      type="button"
      class="item ${item.destructive ? 'destructive' : ''} ${iconClass(item.icon)}"
      part="menu-item"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${item.disabled ? 'true' : nothing}
      @click=${onPress(() => this.#choose(item))}
    >
      <span lang=${item.lang}
        >${item.label}${item.disabled && item.reason
          ? html`<span class="reason" lang=${this.#panel.view.valuesLang}>${item.reason}</span>`
          : nothing}</span
      >
    </button>`;
  }

  #itemsOf({ abilities, actions, contact, contactHref, messages, valuesLang }: View): readonly Item[] {
    const tell = (event: Event) => void this.#panel.host.dispatchEvent(event);
    const { onBlock, onCopyLink, onDelete, onExport, onMerge, onUnblock } = this.#commands;
    const contactId = contact.id;
    const href = contactHref ? this.#linkTo(contactId, contactHref) : undefined;
    const items: (Item | false)[] = [
      abilities.viewMessages && {
        id: 'view-messages',
        label: messages.viewMessages,
        lang: nothing,
        icon: 'messages',
        onChoose: () => tell(new ViewMessagesEvent({ contactId, contact })),
      },
      ...actions.map((action) => ({
        ...action,
        lang: valuesLang,
        onChoose: () => tell(new ContactActionEvent({ contactId, action: action.id })),
      })),
      href !== undefined && {
        id: 'copy-link',
        label: messages.copyLink,
        lang: nothing,
        icon: 'link',
        onChoose: () => onCopyLink(href),
      },
      abilities.export && {
        id: 'export-contact',
        label: messages.exportContact,
        lang: nothing,
        icon: 'download',
        onChoose: onExport,
      },
      (abilities.block || abilities.blockReason !== undefined) && {
        id: 'block-contact',
        label: contact.isBlocked ? messages.unblockContact : messages.blockContact,
        lang: nothing,
        icon: 'block',
        disabled: !abilities.block,
        reason: abilities.blockReason ?? '',
        onChoose: contact.isBlocked ? onUnblock : onBlock,
      },
      (abilities.merge || abilities.mergeReason !== undefined) && {
        id: 'merge-contact',
        label: messages.mergeContact,
        lang: nothing,
        icon: 'merge',
        disabled: !abilities.merge,
        reason: abilities.mergeReason ?? '',
        onChoose: onMerge,
      },
      (abilities.delete || abilities.deleteReason !== undefined) && {
        id: 'delete-contact',
        label: messages.deleteContact,
        lang: nothing,
        icon: 'trash',
        destructive: true,
        disabled: !abilities.delete,
        reason: abilities.deleteReason ?? '',
        onChoose: onDelete,
      },
    ];
    return items.filter((item) => item !== false);
  }

  #linkTo(id: string, template: string): string | undefined {
    const href = contactLink(template, id, this.#panel.host.ownerDocument.baseURI);
    if (href === undefined) teach('contact-href', template);
    return href;
  }

  #choose(item: Item): void {
    if (item.disabled) return;
    this.#close();
    this.#button?.focus();
    item.onChoose();
  }

  readonly #onButtonDown = (): void => {
    this.#isClosing = this.isOpen;
  };

  #close(): void {
    this.#popup?.close();
    this.#popup = undefined;
    this.#panel.host.requestUpdate();
  }

  readonly #onToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'closed') this.#close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(this.#panel.root.activeElement as HTMLElement);
    const targets: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const target = ownValue(targets, event.key);
    if (target !== undefined) {
      event.preventDefault();
      this.#focusItem(target);
    } else if (event.key === 'Tab') {
      this.#leave();
    } else if (event.key.length === 1 && event.key !== ' ') {
      const isMatch = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase());
      [...items.slice(at + 1), ...items.slice(0, at + 1)].find(isMatch)?.focus();
    }
  };

  readonly #leave = (): void => {
    this.#close();
    this.#button?.focus();
  };

  get #button(): HTMLElement | null {
    return this.#panel.root.getElementById('menu-button');
  }

  get #items(): readonly HTMLElement[] {
    return [...this.#panel.root.querySelectorAll<HTMLElement>('#menu [role=menuitem]')];
  }

  #focusItem(index: number): void {
    const items = this.#items;
    items.at(index % items.length)?.focus();
  }
}
