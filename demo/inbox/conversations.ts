import { loadConversations } from '../shell/api.js';
import type { Conversation } from '../shell/api.js';

const PAGE_SIZE = 30;

/** What the list is narrowed to. */
export interface ConversationFilter {
  readonly q: string;
  /** Empty: any. */
  readonly status: string;
}

/** The list of conversations, read page by page as the reader goes down. */
export class Conversations {
  readonly #onChange: () => void;
  readonly #read = new Set<string>();
  #request: AbortController | undefined;
  /** What the page being read, or the one that could not be read, comes after. */
  #before: readonly Conversation[] = [];
  items: readonly Conversation[] = [];
  total = 0;
  filter: ConversationFilter = { q: '', status: '' };
  phase: 'loading' | 'ready' | 'failed' = 'loading';

  /** `onChange` is called whenever there is something new to show. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get hasMore(): boolean {
    return this.items.length < this.total;
  }

  /** Starts again from the top with another filter; what is shown stays until the answer is there. */
  async show(filter: ConversationFilter): Promise<void> {
    this.filter = filter;
    await this.#load([]);
  }

  /** Reads the next page, unless a page is being read. */
  async more(): Promise<void> {
    if (this.phase === 'ready' && this.hasMore) await this.#load(this.items);
  }

  /** Tries the failed page again. */
  async retry(): Promise<void> {
    await this.#load(this.#before);
  }

  /** The conversation with a contact, where its page has been read. */
  of(contactId: string | undefined): Conversation | undefined {
    return this.items.find((conversation) => conversation.contactId === contactId);
  }

  /** Remembers that the reader has seen a contact's messages: the server of this demo does not. */
  markRead(contactId: string): void {
    this.#read.add(contactId);
    this.update(contactId, { unread: 0 });
  }

  /** Changes what is known of a contact's conversation. */
  update(contactId: string, changes: Partial<Conversation>): void {
    this.items = this.items.map((item) => (item.contactId === contactId ? { ...item, ...changes } : item));
    this.#onChange();
  }

  /** Takes out the conversation with a contact that is no more, and answers the one that takes its place. */
  remove(contactId: string): Conversation | undefined {
    const index = this.items.findIndex((item) => item.contactId === contactId);
    if (index < 0) return undefined;
    this.items = this.items.filter((item) => item.contactId !== contactId);
    this.total -= 1;
    this.#onChange();
    return this.items[index] ?? this.items.at(-1);
  }

  async #load(before: readonly Conversation[]): Promise<void> {
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    this.#before = before;
    this.phase = 'loading';
    this.#onChange();
    try {
      const page = await loadConversations({ ...this.filter, offset: before.length, limit: PAGE_SIZE }, signal);
      const known = new Set(before.map((item) => item.id));
      const added = page.conversations.filter((item) => !known.has(item.id));
      this.items = [...before, ...added.map((item) => (this.#read.has(item.contactId) ? { ...item, unread: 0 } : item))];
      this.total = page.total;
      this.phase = 'ready';
    } catch {
      if (signal.aborted) return;
      this.phase = 'failed';
    }
    this.#onChange();
  }
}
