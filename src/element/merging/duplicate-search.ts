import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DuplicateContact } from '../../core/adapter.js';
import { startTimer, withTimeLimit } from '../../core/clock.js';
import { displayName } from '../../core/display-name.js';
import { visibleContact } from '../../core/field-definition.js';
import { parseDuplicates } from '../../core/parse-duplicates.js';
import { avatar } from '../../fields/avatar.js';
import type { ContactStore } from '../../store/contact-store.js';
import { onPress } from '../panel.js';
import type { Panel } from '../panel.js';
import type { View } from '../view.js';

/** How many contacts are suggested at most. */
const LIMIT = 20;
/** How long typing must pause before the source is asked, in milliseconds. */
const PAUSE = 250;
/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

/** The contacts that may be the same person, and a field in which others are searched. */
export class DuplicateSearch {
  readonly #panel: Panel;
  readonly #store: ContactStore;
  readonly #onChoose: (contactId: string) => void;
  #query = '';
  /** What the source has answered; `failed` where it has not. */
  #found: readonly DuplicateContact[] | 'failed' | undefined;
  #asking: AbortController | undefined;
  #stopPause: (() => void) | undefined;

  constructor(panel: Panel, onChoose: (contactId: string) => void) {
    this.#panel = panel;
    this.#store = panel.store;
    this.#onChoose = onChoose;
    void this.#ask();
  }

  /** Asks for nothing any more. */
  stop(): void {
    this.#stopPause?.();
    this.#asking?.abort();
  }

  render(view: View): TemplateResult {
    const { messages } = view;
    return html`<label class="search">
        <span class="label">${messages.findContact}</span>
        <input id="merge-search" class="find" part="input" type="search" autocomplete="off" @input=${this.#onInput} />
      </label>
      <p class="outcome" role="status">${this.#outcome(view)}</p>
      <ul role="list">
        ${Array.isArray(this.#found)
          ? this.#found.map((duplicate: DuplicateContact) => this.#renderCandidate(duplicate, view))
          : nothing}
      </ul>`;
  }

  #outcome({ messages }: View): string {
    if (this.#found === 'failed') return messages.suggestionsFailed;
    if (!this.#found) return messages.searching;
    if (!this.#found.length) return this.#query ? messages.noMatches : messages.noDuplicates;
    return this.#query ? messages.suggestions(this.#found.length) : messages.maybeSame;
  }

  #renderCandidate({ contact: found, reasons }: DuplicateContact, view: View): TemplateResult {
    const { avatarPaths, messages, state, valuesLang } = view;
    const contact = visibleContact(found, state.fields);
    const name = displayName(contact);
    const told = [contact.email, contact.phone].filter((text) => text && text !== name);
    return html`<li>
      <button type="button" class="candidate" part="button" @click=${onPress(() => this.#onChoose(contact.id))}>
        ${avatar(contact.id, name, contact.avatarUrl, avatarPaths)}
        <span class="about">
          <bdi class="strong" lang=${name ? valuesLang : nothing}>${name || messages.unnamed}</bdi>
          ${told.map((text) => html`<bdi lang=${valuesLang}>${text}</bdi>`)}
          ${reasons.length
            ? html`<span class="reasons">${reasons.map((reason) => messages.duplicateReasons[reason]).join(' · ')}</span>`
            : nothing}
        </span>
      </button>
    </li>`;
  }

  readonly #onInput = ({ target }: InputEvent): void => {
    this.#query = (target as HTMLInputElement).value.trim();
    this.#stopPause?.();
    this.#stopPause = startTimer(PAUSE, () => void this.#ask());
  };

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    const { adapter, options, state } = this.#store;
    const query = this.#query;
    this.#found = undefined;
    this.#panel.host.requestUpdate();
    const found = await withTimeLimit(PATIENCE, options.clock ?? startTimer, asking, async (signal) => {
      return parseDuplicates(await adapter.suggestDuplicates?.(state.id, { query, limit: LIMIT, signal }));
    }).catch(() => 'failed' as const);
    if (this.#asking !== asking) return;
    this.#found = found === 'failed' ? found : found.filter(({ contact }) => contact.id !== state.id);
    this.#panel.host.requestUpdate();
  }
}
