import { httpAdapter } from 'contact-details';
import type { Contact } from 'contact-details';
import { loadContacts } from '../shell/api.js';
import type { ContactRow, FilterChoices } from '../shell/api.js';
import type { Changes } from '../shell/url.js';

/** What the table is narrowed to. */
export interface TableFilter {
  readonly q: string;
  /** Names. */
  readonly tags: readonly string[];
  /** Whether a contact must have any of the tags, or all of them. */
  readonly match: 'any' | 'all';
  /** Empty: any. */
  readonly status: string;
  /** An id, or `none`; empty: anybody and nobody. */
  readonly assignee: string;
}

/** What the table shows, as the address says it. */
export interface TableView extends TableFilter {
  /** A column's key, with `-` before it for descending. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;
  /** Rows per page. */
  readonly size: number;
}

export const PAGE_SIZES = [10, 25, 50, 100] as const;
export const NO_FILTER: TableFilter = { q: '', tags: [], match: 'any', status: '', assignee: '' };
const NO_CHOICES: FilterChoices = { tags: [], statuses: [], assignees: [], unassigned: 0 };
const DEFAULT: TableView = { ...NO_FILTER, sort: '-lastMessageAt', page: 1, size: 25 };

/** What an address asks of the table; what it does not say, or says wrongly, is as usual. */
export function viewFrom(address: URLSearchParams): TableView {
  const size = Number(address.get('size'));
  return {
    q: address.get('q') ?? DEFAULT.q,
    tags: [...new Set(address.getAll('tag').filter((name) => name.trim()))],
    match: address.get('match') === 'all' ? 'all' : 'any',
    status: address.get('status') ?? DEFAULT.status,
    assignee: address.get('assignee') ?? DEFAULT.assignee,
    sort: address.get('sort') ?? DEFAULT.sort,
    page: Math.max(1, Math.trunc(Number(address.get('page'))) || DEFAULT.page),
    size: PAGE_SIZES.find((known) => known === size) ?? DEFAULT.size,
  };
}

/** The part of a view that an address has to say. */
export function addressOf(view: TableView): Changes {
  const { q, tags, match, status, assignee, sort, page, size } = view;
  return {
    ...{ q, status, assignee },
    tag: tags,
    match: match === 'all' ? match : undefined,
    sort: sort === DEFAULT.sort ? undefined : sort,
    page: page === DEFAULT.page ? undefined : String(page),
    size: size === DEFAULT.size ? undefined : String(size),
  };
}

/** Whether two texts name the same tag: without regard to case and accents, as on the server. */
export function isSameName(a: string, b: string): boolean {
  return new Intl.Collator('en', { sensitivity: 'base' }).compare(a.trim(), b.trim()) === 0;
}

/** What changes within this time is read at once, in milliseconds. */
const NEWS_TIME = 300;
const adapter = httpAdapter({ base: '/api' });

/** One page of contacts from the server, read anew when one of them has changed there. */
export class ContactList {
  readonly #onChange: () => void;
  #request: AbortController | undefined;
  readonly #followed = new Map<string, () => void>();
  #newsTimer: ReturnType<typeof setTimeout> | undefined;
  rows: readonly ContactRow[] = [];
  total = 0;
  canDelete = false;
  canManageTags = false;
  canImport = false;
  choices: FilterChoices = NO_CHOICES;
  view: TableView = DEFAULT;
  phase: 'loading' | 'ready' | 'failed' = 'loading';

  /** `onChange` is called whenever there is something new to show. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get pageCount(): number {
    return Math.max(1, Math.ceil(this.total / this.view.size));
  }

  /** Whether the table shows less than all contacts. */
  get isNarrowed(): boolean {
    const { q, tags, status, assignee } = this.view;
    return Boolean(q || tags.length || status || assignee);
  }

  /** Reads what a view asks for; the rows before stay in place until the answer is there. */
  async show(view: TableView): Promise<void> {
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    this.view = view;
    this.phase = 'loading';
    this.#onChange();
    try {
      const { tags, page, size, ...query } = view;
      const answer = await loadContacts({ ...query, tag: tags, offset: (page - 1) * size, limit: size }, signal);
      this.rows = answer.contacts;
      this.total = answer.total;
      this.canDelete = answer.can.delete === true;
      this.canManageTags = answer.can.manageTags === true;
      this.canImport = answer.can.import === true;
      this.choices = answer.choices;
      this.phase = 'ready';
      this.#follow();
    } catch {
      if (signal.aborted) return;
      this.phase = 'failed';
    }
    this.#onChange();
  }

  /** Follows the contacts of the page, and none that has left it. */
  #follow(): void {
    const ids = new Set(this.rows.map(({ id }) => id));
    for (const [id, stop] of this.#followed) {
      if (ids.has(id)) continue;
      stop();
      this.#followed.delete(id);
    }
    for (const id of ids)
      if (!this.#followed.has(id))
        this.#followed.set(
          id,
          adapter.watch(id, (news) => this.#onNews(news)),
        );
  }

  #onNews({ id, version }: Contact): void {
    if (this.phase !== 'ready' || this.rows.find((row) => row.id === id)?.version === version) return;
    clearTimeout(this.#newsTimer);
    this.#newsTimer = setTimeout(() => void this.show(this.view), NEWS_TIME);
  }
}
