import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { changeTag, deleteTag, loadTags, mergeTags, RequestError } from '../shell/api.js';
import type { CountedTag } from '../shell/api.js';
import { createDialog } from '../shell/dialog.js';
import { formatCount } from '../shell/format.js';
import { icon } from '../shell/icons.js';

const COLORS = ['gray', 'red', 'orange', 'amber', 'yellow', 'green', 'teal', 'blue', 'indigo', 'purple', 'pink'] as const;

/** What a tag was called, and what it is called now, or the tag it has become; `undefined` where there is none any more. */
export interface TagChange {
  readonly before: string;
  readonly after: string | undefined;
}

/**
 * Opens the administration of tags: their names and colours, merging and deleting. `onChange` is called after each change, and after
 * one that has failed, as there may be another state by then.
 */
export function manageTags(onChange: (change: TagChange | undefined) => void): void {
  void new TagDialog(onChange).open();
}

/** A list of all tags; one that is chosen takes its place. */
class TagDialog {
  readonly #onChange: (change: TagChange | undefined) => void;
  readonly #dialog = createDialog('tags-title', 'tags-text');
  #tags: readonly CountedTag[] | undefined;
  #search = '';
  #chosenId: string | undefined;
  /** The tag that has the name already that the chosen one was to get. */
  #existing: CountedTag | undefined;
  /** What is said at the end: what was done, or why it was not. */
  #said = '';
  #hasFailed = false;
  #isSending = false;

  constructor(onChange: (change: TagChange | undefined) => void) {
    this.#onChange = onChange;
  }

  async open(): Promise<void> {
    this.#dialog.classList.add('tag-dialog');
    this.#update();
    this.#dialog.showModal();
    // The focus stays where the person has put it meanwhile.
    await this.#read();
    this.#update();
  }

  async #read(): Promise<void> {
    try {
      this.#tags = await loadTags();
    } catch (error) {
      this.#fail(error);
    }
  }

  get #chosen(): CountedTag | undefined {
    return this.#tags?.find(({ id }) => id === this.#chosenId);
  }

  #update(): void {
    const chosen = this.#chosen;
    render(
      html`${chosen ? this.#renderTag(chosen) : this.#renderList()}
        <p class=${this.#hasFailed ? 'dialog-error' : 'tag-said'} role="status">${this.#said}</p>
        <div class="dialog-foot">
          ${chosen
            ? html`<button type="button" class="button" @click=${() => this.#show(undefined)}>${icon('back')} All tags</button>`
            : nothing}
          <button type="button" class="button" @click=${() => this.#dialog.close()}>Close</button>
        </div>`,
      this.#dialog,
    );
  }

  #renderList(): TemplateResult {
    const wanted = plain(this.#search);
    const shown = this.#tags?.filter(({ name }) => plain(name).includes(wanted));
    const onInput = ({ target }: InputEvent) => {
      this.#search = (target as HTMLInputElement).value;
      this.#update();
    };
    return html`<h2 id="tags-title" class="dialog-title">Tags</h2>
      <p id="tags-text" class="dialog-text">What you change here changes on all contacts at once.</p>
      <label class="search-field">
        <span class="visually-hidden">Find a tag</span>
        ${icon('search')}
        <input type="search" placeholder="Find a tag" autocomplete="off" .value=${this.#search} @input=${onInput} />
      </label>
      ${shown?.length === 0 ? html`<p class="quiet">No tag is called that.</p>` : nothing}
      <ul class="tag-list" aria-label="Tags" aria-busy=${String(!shown)}>
        ${shown?.map(
          ({ id, name, emoji, color, count }) =>
            html`<li>
              <button type="button" class="menu-item" data-tag=${id} @click=${() => this.#show(id)}>
                ${swatch(color)}
                <span class="truncate" dir="auto">${emoji ? `${emoji} ` : nothing}${name}</span>
                <span class="choice-count">${formatCount(count)}<span class="visually-hidden"> contacts</span></span>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #renderTag(tag: CountedTag): TemplateResult {
    const { name, color, count } = tag;
    const others = this.#tags?.filter(({ id }) => id !== tag.id) ?? [];
    const known: readonly string[] = COLORS;
    const colors = [...(color && !known.includes(color) ? [color] : []), ...known];
    return html`<h2 id="tags-title" class="dialog-title" tabindex="-1"><bdi>${name}</bdi></h2>
      <p id="tags-text" class="dialog-text">${onContacts(count)}</p>
      <form class="tag-form" @submit=${this.#onSave}>
        <label class="tag-label"
          >Name <input name="name" required maxlength="255" autocomplete="off" dir="auto" .defaultValue=${name}
        /></label>
        <fieldset class="swatches">
          <legend>Colour</legend>
          ${[undefined, ...colors].map(
            (each) =>
              html`<label class="swatch-choice" title=${colorName(each)}>
                <input type="radio" name="color" value=${each ?? ''} aria-label=${colorName(each)} .checked=${each === color} />
                ${swatch(each)}
              </label>`,
          )}
        </fieldset>
        <button type="submit" class="button is-primary" ?disabled=${this.#isSending}>Save</button>
      </form>
      ${this.#existing ? this.#renderExisting(tag, this.#existing) : nothing}
      <form class="tag-form" @submit=${this.#onMerge}>
        <label class="tag-label"
          >Merge into
          <select name="into" required>
            <option value="">Choose a tag</option>
            ${others.map((other) => html`<option value=${other.id}>${other.name} (${formatCount(other.count)})</option>`)}
          </select>
        </label>
        <p class="quiet">Its contacts get that tag instead. This cannot be undone.</p>
        <button type="submit" class="button" ?disabled=${this.#isSending}>Merge</button>
      </form>
      <form class="tag-form" @submit=${this.#onDelete}>
        <label class="tag-label"
          >To delete it from all contacts, type their number: ${count}
          <input name="count" required inputmode="numeric" autocomplete="off" pattern=${String(count)} />
        </label>
        <button type="submit" class="button is-danger" ?disabled=${this.#isSending}>Delete tag</button>
      </form>`;
  }

  #renderExisting(tag: CountedTag, existing: CountedTag): TemplateResult {
    const name = isolated(existing.name);
    return html`<div class="tag-exists" role="alert">
      <p>There is a tag ${name} already. ${onContacts(existing.count)}</p>
      <button type="button" class="button" @click=${() => void this.#merge(tag, existing)}>Merge into ${name}</button>
    </div>`;
  }

  readonly #onSave = (event: SubmitEvent): void => {
    const form = entriesOf(event);
    const tag = this.#chosen;
    if (!tag) return;
    const name = form('name');
    void this.#do(async () => {
      try {
        await changeTag(tag.id, { name, color: form('color') || null });
      } catch (error) {
        const existing = error instanceof RequestError ? error.existing : undefined;
        this.#existing = this.#tags?.find(({ id }) => id === existing?.id);
        if (this.#existing) return undefined;
        throw error;
      }
      this.#said = `${isolated(name)} saved.`;
      return { before: tag.name, after: name };
    });
  };

  readonly #onMerge = (event: SubmitEvent): void => {
    const into = entriesOf(event)('into');
    const other = this.#tags?.find(({ id }) => id === into);
    if (this.#chosen && other) void this.#merge(this.#chosen, other);
  };

  readonly #onDelete = (event: SubmitEvent): void => {
    const count = Number(entriesOf(event)('count'));
    const tag = this.#chosen;
    if (!tag) return;
    void this.#do(async () => {
      await deleteTag(tag.id, count);
      this.#said = `${isolated(tag.name)} is deleted.`;
      return { before: tag.name, after: undefined };
    });
  };

  #merge(tag: CountedTag, other: CountedTag): Promise<void> {
    return this.#do(async () => {
      await mergeTags(tag.id, other.id);
      this.#said = `${isolated(tag.name)} is merged into ${isolated(other.name)}.`;
      return { before: tag.name, after: other.name };
    });
  }

  /** Does something to the chosen tag, and shows what there is then. */
  async #do(work: () => Promise<TagChange | undefined>): Promise<void> {
    if (this.#isSending) return;
    let change: TagChange | undefined;
    this.#isSending = true;
    this.#forget();
    this.#update();
    try {
      change = await work();
    } catch (error) {
      this.#fail(error);
    }
    this.#isSending = false;
    if (!this.#existing) {
      await this.#read();
      this.#onChange(change);
    }
    const isGone = !this.#chosen;
    this.#update();
    this.#focus(isGone ? 'input' : this.#existing ? '.tag-exists button' : 'h2');
  }

  #show(id: string | undefined): void {
    const before = this.#chosenId;
    this.#chosenId = id;
    this.#forget();
    this.#update();
    this.#focus(id === undefined ? `[data-tag="${CSS.escape(before ?? '')}"]` : 'h2');
  }

  #forget(): void {
    this.#said = '';
    this.#hasFailed = false;
    this.#existing = undefined;
  }

  #fail(error: unknown): void {
    this.#hasFailed = true;
    const status = error instanceof RequestError ? error.status : undefined;
    this.#said = reasons[status ?? -1] ?? 'That did not work. Nothing has changed; you can try again.';
  }

  #focus(selector: string): void {
    this.#dialog.querySelector<HTMLElement>(selector)?.focus();
  }
}

const reasons: Readonly<Record<number, string>> = {
  0: 'The server cannot be reached. Nothing has changed.',
  403: 'You are not allowed to change tags.',
  404: 'Somebody has deleted this tag in the meantime.',
  412: 'The tag is on another number of contacts by now. Nothing was deleted.',
  422: 'A tag cannot be called that.',
};

/** A dot in the colour of a tag; what is neither of the palette nor `#rrggbb` is let near no style. */
function swatch(color: string | undefined): TemplateResult {
  const hex = color && /^#[\da-f]{6}$/i.test(color) ? color : undefined;
  return html`<svg class="swatch" data-color=${hex ? nothing : (color ?? nothing)} viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="7" fill=${hex ?? nothing} />
  </svg>`;
}

function colorName(color: string | undefined): string {
  if (color === undefined) return 'No colour';
  return color.charAt(0).toUpperCase() + color.slice(1);
}

function onContacts(count: number): string {
  return count === 1 ? 'It is on 1 contact.' : `It is on ${formatCount(count)} contacts.`;
}

function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

function plain(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** The entries of a form that is submitted here, and not by the browser. */
function entriesOf(event: SubmitEvent): (name: string) => string {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  return (name) => {
    const entry = data.get(name);
    return typeof entry === 'string' ? entry.trim() : '';
  };
}
