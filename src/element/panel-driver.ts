import { actAsPerson } from './trusted-press.js';
import type { ContactDetails } from './contact-details.js';

/** How long something may take to appear, in milliseconds. */
const PATIENCE = 3_000;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Does in a test of a page what a person does in a panel. */
export interface PanelDriver {
  /**
   * Opens the editor of a field, writes or chooses a value, and saves. An editor with several inputs takes several texts:
   * `edit('name', ['Ana', 'García'])`. A list takes the value of an option, a field that is searched what is typed to find one.
   */
  edit(fieldKey: string, value: string | readonly string[]): Promise<void>;
  /** Adds a tag by its name: one that exists, or a new one. */
  addTag(name: string): Promise<void>;
  /** Opens the menu, chooses to delete, and confirms, which takes a trusted press otherwise. */
  confirmDelete(): Promise<void>;
}

/**
 * A driver for a panel that is in the page. Each of its methods resolves once everything is saved, or has failed, and throws where
 * the panel does not offer what is asked for. It works in browsers, in jsdom and in happy-dom.
 */
export function panelDriver(panel: ContactDetails): PanelDriver {
  const find = <Found extends Element>(selector: string) => panel.shadowRoot?.querySelector<Found>(selector) ?? null;

  return {
    async edit(fieldKey, value) {
      await panel.edit(fieldKey);
      const form = await until(`an editor of ${fieldKey}`, () => find<HTMLFormElement>(`[data-editor="${fieldKey}"]`));
      const texts = typeof value === 'string' ? [value] : value;
      const controls = form.querySelectorAll<Control>('input, select, textarea');
      let place = 0;
      for (const text of texts) {
        const control = controls[place++];
        if (!control) throw new TypeError(`The editor of ${fieldKey} has ${controls.length} inputs`);
        const isSearched = control.getAttribute('role') === 'combobox';
        if (isSearched) await until('suggestions', () => find('[part~="option-list"] [role="listbox"]'));
        write(control, text);
        if (isSearched) {
          await until(text, () => find('[part~="option-list"] [role="option"]'));
          pressEnter(control);
        }
        // happy-dom does not bear that what has the focus is removed.
        control.blur();
      }
      if (form.isConnected) form.requestSubmit();
      await panel.whenSettled();
    },

    async addTag(name) {
      const input = await until('a field that adds tags', () => find<HTMLInputElement>('[part~="tag-input"]'));
      await until('suggestions', () => {
        // An edit that has just been saved may still take the focus to its row.
        if (panel.shadowRoot?.activeElement !== input) input.focus();
        return find('[part~="tag-list"] [role="listbox"]');
      });
      write(input, name);
      pressEnter(input);
      await panel.whenSettled();
    },

    async confirmDelete() {
      const button = await until('a menu', () => find<HTMLElement>('[part~="menu-button"]'));
      button.click();
      const item = await until('an item that deletes', () => find<HTMLElement>('[part~="menu-item"].destructive:last-child'));
      item.click();
      const confirm = await until('the button that confirms', () =>
        find<HTMLElement>('[part~="delete-button"]:not([aria-disabled])'),
      );
      actAsPerson(() => confirm.click());
      await panel.whenSettled();
    },
  };
}

function write(control: Control, text: string): void {
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

function pressEnter(control: HTMLElement): void {
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
  // tom-select goes by the old name of a key, which not every DOM takes from the options.
  Object.defineProperty(event, 'keyCode', { value: 13 });
  control.dispatchEvent(event);
}

/** What a function answers, once that is something. */
async function until<Found>(what: string, ask: () => Found | null): Promise<Found> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const found = ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new TypeError(`The panel does not show ${what}`);
}
