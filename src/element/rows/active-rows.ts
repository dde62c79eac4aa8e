import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { getValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import { definitionOf, labelOf } from '../definitions.js';
import { keyAt } from '../focus.js';
import type { StyledPart } from '../lazy-part.js';
import type { Panel } from '../panel.js';
import { CHANNEL_KEY, ID_KEY } from '../reading/copyable.js';
import { activeRowsStyles } from '../styles/active-rows-styles.js';
import type { View } from '../view.js';
import { copyText } from './copy.js';
import { pressRowKey } from './row-keys.js';

/** How long a copied value shows that it is, in milliseconds. */
const COPIED_TIME = 1_500;

/** The rows that the pointer and the focus are in, where more is offered than the one button of a row at rest. */
export class ActiveRows implements StyledPart {
  readonly styles = [activeRowsStyles];
  /** Key of the field whose value has just been copied. */
  copied: string | undefined;
  readonly #panel: Panel;
  readonly #keys = new Map<'pointer' | 'focus', string | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** The pointer or the focus is in the row of a field now, or in none. */
  enter(by: 'pointer' | 'focus', key: string | undefined): void {
    if (this.#keys.get(by) === key) return;
    this.#keys.set(by, key);
    this.#panel.host.requestUpdate();
  }

  /** Beside the pencil of a row in use: the button that copies the value. It is no tab stop, the arrows go there. */
  renderBeside(definition: FieldDefinition, view: View): TemplateResult | undefined {
    const { key } = definition;
    if (![...this.#keys.values()].includes(key)) return undefined;
    return html`<button
      type="button"
      class="quiet pencil beside icon ${this.copied === key ? 'icon-tick is-copied' : 'icon-copy'}"
      part="copy-button"
      name="copy"
      tabindex="-1"
      aria-label=${view.messages.copy(labelOf(definition, view))}
    ></button>`;
  }

  /** A key in a row, beside the name, or among the channels; not in an editor, where keys are typed. */
  pressKey(event: KeyboardEvent, command: (name: string, key: string) => void): void {
    const { target } = event;
    const row = target instanceof Element && !target.closest('form') ? target.closest('.field, .title, .channels') : null;
    if (!row) return;
    pressRowKey(event, row, (name) => {
      const keys = [...row.querySelectorAll(`[name=${name}]`)].map(keyAt);
      const key = name === 'edit' ? keys[0] : keys.find((known) => known === keyAt(target));
      if (key !== undefined) command(name, key);
    });
  }

  /** Copies what is known by the key of a field, of a channel, or of the id; as it is shown. */
  async copy(key: string): Promise<void> {
    const { host, view } = this.#panel;
    const { label, text } = copiedAs(key, view);
    const isCopied = await copyText(text);
    this.#panel.announce(isCopied ? view.messages.copied(label) : view.messages.notCopied);
    if (!isCopied) return;
    this.copied = key;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.copied = undefined;
      host.requestUpdate();
    }, COPIED_TIME);
  }
}

/** What is copied by a key, and what it is called. */
function copiedAs(key: string, view: View): { readonly label: string; readonly text: string } {
  const { contact, lang, messages } = view;
  if (key === ID_KEY) return { label: messages.contactId, text: contact.id };
  if (key.startsWith(CHANNEL_KEY)) {
    const { handle = '', name, type = '' } = contact.channels?.[Number(key.slice(CHANNEL_KEY.length))] ?? {};
    return { label: name ?? type, text: handle };
  }
  const definition = definitionOf(key, view);
  const text = fieldType(definition.type).text(getValue(contact, key), { definition, lang, words: messages });
  return { label: labelOf(definition, view), text };
}
