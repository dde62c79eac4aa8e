import { css } from 'lit';
import { getValue } from '../core/contact.js';
import { fieldType } from '../core/field-type.js';
import { toEditView } from './edit-view.js';
import { definitionOf, labelOf } from './definitions.js';
import { GroupToggledEvent, RevealFieldEvent } from './field-events.js';
import type { Panel } from './panel.js';

export const styles = css`
  .is-copied {
    color: var(--_accent);
  }
`;

/** How long a copied value shows that it is, in milliseconds. */
const SHOWN = 1_500;
const TICK = 'M4 10.5l4 4 8-9';

/** What can be done with a field besides editing it: copying its value, asking to see it, folding its group away. */
export class FieldActions {
  readonly #panel: Panel;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** Asks the host to show a masked value. */
  reveal(field: string): void {
    this.#panel.dispatchEvent(new RevealFieldEvent({ contactId: this.#panel.store.state.id, field }));
  }

  /** Tells the host that a group is folded away or unfolded. */
  tellFold(group: string, isCollapsed: boolean): void {
    this.#panel.dispatchEvent(new GroupToggledEvent({ group, isCollapsed }));
  }

  /** Puts the text of a field's value on the clipboard, as it is shown. */
  async copy(key: string, button: Element | null): Promise<void> {
    const view = toEditView(this.#panel.view);
    const { contact, lang, messages } = view;
    const definition = definitionOf(key, view);
    const text = fieldType(definition.type).text(getValue(contact, key), { definition, lang, words: messages });
    const isCopied = await write(text, this.#panel.root);
    this.#panel.announce(isCopied ? messages.copied(labelOf(definition, view)) : messages.notCopied);
    if (isCopied && button) showTick(button);
  }
}

/** Browsers without a clipboard for this page, such as those on plain HTTP, still copy what is selected. */
async function write(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const { activeElement } = root;
    const area = document.createElement('textarea');
    area.className = 'hidden';
    area.value = text;
    root.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    if (activeElement instanceof HTMLElement) activeElement.focus();
    return isCopied;
  }
}

function showTick(button: Element): void {
  const line = button.querySelector('path');
  const drawn = line?.getAttribute('d') ?? '';
  if (drawn === TICK) return;
  button.classList.add('is-copied');
  line?.setAttribute('d', TICK);
  setTimeout(() => {
    button.classList.remove('is-copied');
    line?.setAttribute('d', drawn);
  }, SHOWN);
}

/** Makes the part; called when it has been loaded. */
export function create(panel: Panel): FieldActions {
  return new FieldActions(panel);
}
