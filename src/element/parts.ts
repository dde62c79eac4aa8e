import type { Editing } from './editing.js';
import type { FieldActions } from './field-actions.js';
import type { FieldFind } from './field-find.js';
import { LazyPart } from './lazy-part.js';
import type { Menu } from './menu.js';
import type { Intent, Panel } from './panel.js';
import type { TagInput } from './tag-input.js';
import type { Tooltip } from './tooltip.js';

/** From how many fields on there is a way to find one. */
const MANY = 20;

/** What the parts need of the element besides what each of them may use. */
export interface PartsHost extends Panel {
  collapsedGroups: readonly string[];
  edit(fieldKey: string): Promise<void>;
  refresh(): Promise<void>;
}

/** The lazily loaded parts of one panel: loads what a hint foretells, and uses what a press asks for. */
export class Parts {
  readonly editing: LazyPart<Editing>;
  readonly tagInput: LazyPart<TagInput>;
  readonly menu: LazyPart<Menu>;
  /** Whether what the person asked for last could not be loaded. */
  isMissing = false;
  readonly #actions: LazyPart<FieldActions>;
  readonly #find: LazyPart<FieldFind>;
  readonly #tooltip: LazyPart<Tooltip>;
  readonly #host: PartsHost;

  constructor(host: PartsHost) {
    this.#host = host;
    this.editing = new LazyPart(host, () => import('./editing.js'));
    this.tagInput = new LazyPart(host, () => import('./tag-input.js'));
    this.menu = new LazyPart(host, () => import('./menu.js'));
    this.#actions = new LazyPart(host, () => import('./field-actions.js'));
    this.#find = new LazyPart(host, () => import('./field-find.js'));
    this.#tooltip = new LazyPart(host, () => import('./tooltip.js'));
  }

  /** The pointer or the focus is on a control: loads what a press would need. */
  hint({ part, key }: Intent): void {
    if (part === 'editor' || part === 'option' || part === 'tag-remove') this.editing.prefetch();
    if (part === 'copy' || part === 'reveal') this.#actions.prefetch();
    if (part === 'menu') this.menu.prefetch();
    if (part === 'tag-input') void this.use(this.tagInput, (tagInput) => tagInput.update());
    if (part === 'tag' || part === 'tag-remove') this.#tooltip.prefetch((tooltip) => tooltip.show(Number(key)));
  }

  async press({ part, key, value }: Intent): Promise<void> {
    if (part === 'reload') await this.#host.refresh();
    if (part === 'editor') await this.#host.edit(key);
    if (part === 'copy') {
      const button = this.#host.root.activeElement;
      await this.#act((actions) => actions.copy(key, button));
    }
    if (part === 'reveal') await this.#act((actions) => actions.reveal(key));
    if (part === 'option') await this.use(this.editing, (editing) => editing.choose(key, value ?? null));
    if (part === 'menu') await this.use(this.menu, (menu) => menu.toggle());
    if (part === 'tag-remove') {
      // Which tag is in that place may change while the code is being loaded.
      const tag = this.#host.view.contact.tags?.[Number(key)];
      if (tag) await this.use(this.editing, (editing) => editing.removeTag(tag));
    }
  }

  /** The way to find one of these fields, once there are many and it has been loaded. */
  find({ length }: readonly unknown[]): FieldFind | undefined {
    if (length < MANY) return undefined;
    this.#find.prefetch();
    return this.#find.current;
  }

  /** A person has folded a group away or unfolded it. */
  async fold(group: string, isCollapsed: boolean): Promise<void> {
    const others = this.#host.collapsedGroups.filter((other) => other !== group);
    this.#host.collapsedGroups = isCollapsed ? [...others, group] : others;
    await this.#act((actions) => actions.tellFold(group, isCollapsed));
  }

  /** At once where the code is there: some browsers let a page write to the clipboard only in the press itself. */
  async #act(act: (actions: FieldActions) => void | Promise<void>): Promise<void> {
    const actions = this.#actions.current ?? (await this.#actions.load().catch(() => undefined));
    if (actions) await act(actions);
    else this.#host.announce(this.#host.view.messages.errors.unavailable);
  }

  /** Loads a part, and editing with it, which tells what becomes of edits; then uses it. What cannot be loaded is said. */
  async use<Part>(lazy: LazyPart<Part>, use: (part: Part) => void | Promise<void>): Promise<void> {
    try {
      const [part] = await Promise.all([lazy.load(), this.editing.load()]);
      await use(part);
      this.isMissing = false;
    } catch {
      this.isMissing = true;
      this.#host.announce(this.#host.view.messages.errors.unavailable);
    }
    this.#host.requestUpdate();
  }
}
