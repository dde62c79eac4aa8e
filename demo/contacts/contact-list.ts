import { loadContacts } from '../shell/api.js';
import type { ContactRow } from '../shell/api.js';

/** What the table shows, as the address says it. */
export interface TableView {
  readonly q: string;
  /** A column's key, with `-` before it for descending. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;
  /** Rows per page. */
  readonly size: number;
}

export const PAGE_SIZES = [10, 25, 50, 100] as const;
const DEFAULT: TableView = { q: '', sort: '-lastMessageAt', page: 1, size: 25 };

/** What an address asks of the table; what it does not say, or says wrongly, is as usual. */
export function viewFrom(address: URLSearchParams): TableView {
  const size = Number(address.get('size'));
  return {
    q: address.get('q') ?? DEFAULT.q,
    sort: address.get('sort') ?? DEFAULT.sort,
    page: Math.max(1, Math.trunc(Number(address.get('page'))) || DEFAULT.page),
    size: PAGE_SIZES.find((known) => known === size) ?? DEFAULT.size,
  };
}

/** The part of a view that an address has to say. */
export function addressOf(view: TableView): Record<string, string | undefined> {
  const { q, sort, page, size } = view;
  return {
    q,
    sort: sort === DEFAULT.sort ? undefined : sort,
    page: page === DEFAULT.page ? undefined : String(page),
    size: size === DEFAULT.size ? undefined : String(size),
  };
}

/** One page of contacts from the server. */
export class ContactList {
  readonly #onChange: () => void;
  #request: AbortController | undefined;
  rows: readonly ContactRow[] = [];
  total = 0;
  canDelete = false;
  view: TableView = DEFAULT;
  phase: 'loading' | 'ready' | 'failed' = 'loading';

  /** `onChange` is called whenever there is something new to show. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get pageCount(): number {
    return Math.max(1, Math.ceil(this.total / this.view.size));
  }

  /** Reads what a view asks for; the rows before stay in place until the answer is there. */
  async show(view: TableView): Promise<void> {
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    this.view = view;
    this.phase = 'loading';
    this.#onChange();
    try {
      const { q, sort, page, size } = view;
      const answer = await loadContacts({ q, sort, offset: (page - 1) * size, limit: size }, signal);
      this.rows = answer.contacts;
      this.total = answer.total;
      this.canDelete = answer.can.delete === true;
      this.phase = 'ready';
    } catch {
      if (signal.aborted) return;
      this.phase = 'failed';
    }
    this.#onChange();
  }
}
