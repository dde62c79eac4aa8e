import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getValue } from '../../core/contact.js';
import type { Channel } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { fieldType } from '../../core/field-type.js';
import { ownValue } from '../../core/own-value.js';
import { startTimer } from '../../core/clock.js';
import { definitionOf, fieldLabelOf, isEditable, keyAt, labelOf, entryListOf } from '../definitions.js';
import { focusedIn, focusPlace, keepFocus } from '../focus.js';
import { OpenChannelEvent, RevealFieldEvent, StartConversationEvent } from './row-requests.js';
import type { FocusPlace } from '../focus.js';
import type { StyledPart } from '../lazy-part.js';
import type { Panel } from '../panel.js';
import { CHANNEL_KEY, ID_KEY } from '../reading/copyable.js';
import { activeRowsStyles } from '../styles/active-rows-styles.js';
import type { View } from '../view.js';
import { copyText } from './copy.js';
import { FieldSearch } from './field-search.js';
import { provenanceOf } from './provenance.js';
import { pressRowKey } from './row-keys.js';
import { pressShortcut } from './shortcuts.js';

/** How long a copied value shows that it is, in milliseconds. */
const COPIED_TIME = 1_500;

/** How long the pointer or the focus rests on a row before it is shown where its value comes from, in milliseconds. */
const REST = 600;

/** The rows that the pointer and the focus are in, where more is offered than the one button of a row at rest. */
export class ActiveRows implements StyledPart {
  readonly styles = [activeRowsStyles];
  /** Key of the field whose value has just been copied. */
  copied: string | undefined;
  /** What is looked for among many fields. */
  readonly search: FieldSearch;
  readonly #panel: Panel;
  readonly #keys = new Map<'pointer' | 'focus', string | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Gives up what was to be shown of a row once it rests. */
  #stopRest: (() => void) | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    this.search = new FieldSearch(panel);
    const { root } = panel;
    root.addEventListener('pointerover', (event) => this.#onPointer(event as PointerEvent, event.target));
    panel.host.addEventListener('pointerleave', (event) => this.#onPointer(event, null));
    root.addEventListener('focusin', ({ target }) => this.#enter('focus', target));
    root.addEventListener('focusout', (event) => this.#enter('focus', (event as FocusEvent).relatedTarget));
    root.addEventListener('keydown', (event) => pressRowKey(event as KeyboardEvent, event.target));
    // Before the panel decides which keys the page hears of.
    root.addEventListener('keydown', (event) => pressShortcut(event as KeyboardEvent, panel), true);
    // What had this loaded came before.
    this.#enter('pointer', root.querySelector('.field:hover'));
    this.#enter('focus', root.activeElement);
  }

  /** A key that was pressed before this was loaded, while what it was pressed on still has the focus. */
  press(event: KeyboardEvent, target: EventTarget | null): void {
    if (this.#panel.root.activeElement === target) pressRowKey(event, target);
  }

  /** Remembers what has the focus before an update; to be called after it, and keeps the focus in the panel. */
  rememberFocus(): () => void {
    const { root } = this.#panel;
    const focused = focusedIn(root);
    return () => keepFocus(root, focused);
  }

  /** Moves the focus to what a place is edited by. */
  focusPlace(place: FocusPlace): void {
    focusPlace(this.#panel.root, place);
  }

  /** Where the value of a field comes from, in words, if that is known. */
  readonly provenanceOf = provenanceOf;

  /**
   * Beside the pencil: in a row in use the button that copies the value, which is no tab stop, the arrows go there; and what marks a
   * value that a language model has suggested.
   */
  renderBeside(definition: FieldDefinition, view: View): TemplateResult {
    const isSuggested = ownValue(view.contact.provenance ?? {}, definition.key)?.source === 'ai';
    return html`${isSuggested ? html`<span class="suggested" hidden></span>` : nothing}${this.#renderButtons(definition, view)}`;
  }

  #renderButtons(definition: FieldDefinition, view: View): TemplateResult | typeof nothing {
    const { key } = definition;
    if (![...this.#keys.values()].includes(key)) return nothing;
    const { abilities, messages } = view;
    // The arrows go there, as to the button that copies; where nothing hovers, the editor has it.
    const add =
      entryListOf(key) && abilities.editEntries && isEditable(definition, view)
        ? html`<button
            type="button"
            class="quiet pencil beside is-second icon icon-plus"
            part="add-button"
            name="add"
            tabindex="-1"
            aria-label=${messages.addField(fieldLabelOf(definition, view))}
          ></button>`
        : nothing;
    return html`${add}<button
        type="button"
        class="quiet pencil beside icon ${this.copied === key ? 'icon-tick is-copied' : 'icon-copy'}"
        part="copy-button"
        name="copy"
        tabindex="-1"
        aria-label=${messages.copy(labelOf(definition, view))}
      ></button>`;
  }

  /** Does what a button asks for, by its command, with what is known by the key of a field, of a channel, or of the id. */
  async obey(command: string, key: string): Promise<void> {
    const { host, view } = this.#panel;
    const contactId = view.contact.id;
    if (command === 'copy') await this.#copy(key);
    if (command === 'add') await this.#panel.addEntry(key);
    if (command === 'reveal') host.dispatchEvent(new RevealFieldEvent({ contactId, field: key }));
    const channel = command.endsWith('channel') ? channelAt(key, view) : undefined;
    if (channel && command === 'remove-channel') this.#panel.askToRemove(channel);
    else if (channel?.state === 'active') host.dispatchEvent(new OpenChannelEvent({ contactId, channel }));
    else if (channel) host.dispatchEvent(new StartConversationEvent({ contactId, channel }));
  }

  /** Copies a text and says so; answers whether that worked, and what was said. */
  async copy(text: string, label: string): Promise<{ readonly isCopied: boolean; readonly said: string }> {
    const { host, view } = this.#panel;
    const { copied, copyFailed } = view.messages;
    const isCopied = await copyText(text, host.ownerDocument);
    const said = (isCopied ? copied : copyFailed)(label);
    this.#panel.announce(said);
    return { isCopied, said };
  }

  /** Copies it as it is shown. */
  async #copy(key: string): Promise<void> {
    const { host, view } = this.#panel;
    const { label, text } = copiedAs(key, view);
    if (!(await this.copy(text, label)).isCopied) return;
    this.copied = key;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.copied = undefined;
      host.requestUpdate();
    }, COPIED_TIME);
  }

  /** A finger that touches is no pointer that stays. */
  #onPointer({ pointerType }: PointerEvent, place: EventTarget | null): void {
    if (pointerType !== 'touch') this.#enter('pointer', place);
  }

  #enter(by: 'pointer' | 'focus', place: EventTarget | null): void {
    const key = keyAt(place);
    if (this.#keys.get(by) === key) return;
    this.#keys.set(by, key);
    this.#panel.host.requestUpdate();
    this.#stopRest?.();
    const row = (place as Element | null)?.closest<HTMLElement>('.field');
    if (row && key !== undefined) this.#stopRest = startTimer(REST, () => this.#showProvenance(row, key));
  }

  /** Shows where the value of a row comes from. While something is typed, only where no pointer can rest: to fingers. */
  #showProvenance(row: HTMLElement, key: string): void {
    const { host, root, showTooltip } = this.#panel;
    const canRest = !host.ownerDocument.defaultView?.matchMedia?.('(hover: none)').matches;
    const text = () => {
      // While the pointer rested the row may have become another one, or none.
      const view = row.isConnected && keyAt(row) === key ? this.#panel.view : undefined;
      const told = view && provenanceOf(definitionOf(key, view), view);
      return told && canRest && root.activeElement?.closest('form') ? undefined : told;
    };
    if (text()) showTooltip(row, text);
  }
}

function channelAt(key: string, { contact }: View): Channel | undefined {
  return contact.channels?.[Number(key.slice(CHANNEL_KEY.length))];
}

/** What is copied by a key, and what it is called. */
function copiedAs(key: string, view: View): { readonly label: string; readonly text: string } {
  const { contact, lang, messages } = view;
  if (key === ID_KEY) return { label: messages.contactId, text: contact.id };
  if (key.startsWith(CHANNEL_KEY)) {
    const { handle = '', name, type = '' } = channelAt(key, view) ?? {};
    return { label: name ?? type, text: handle };
  }
  const definition = definitionOf(key, view);
  const text = fieldType(definition.type).text(getValue(contact, key), { definition, lang, words: messages });
  return { label: labelOf(definition, view), text };
}
