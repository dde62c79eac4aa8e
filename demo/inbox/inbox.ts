import { html, nothing, render } from 'lit';
import { displayName, httpAdapter, indexedDbPersistence } from 'contact-details';
import type { Contact, ContactDeletedEvent, ContactMergedEvent, Persistence } from 'contact-details';
import type { Session } from '../shell/api.js';
import { coverPage, onCoverChange, renderContactPanel, wouldCoverPage } from '../shell/contact-panel.js';
import { announce } from '../shell/toast.js';
import { amend, readAddress, visit } from '../shell/url.js';
import { Conversations } from './conversations.js';
import type { ConversationFilter } from './conversations.js';
import { renderList } from './list-view.js';
import { Thread } from './thread.js';
import { renderThread } from './thread-view.js';
import type { Correspondent } from './thread-view.js';

/** Under this width the columns are stacked: first the list, then the messages, then the panel. */
const STACKED = matchMedia('(width < 48rem)');
const contacts = httpAdapter({ base: '/api' });

/**
 * Runs the inbox: its address says which conversation is open, and whether the panel is. Where it says nothing of the panel, it
 * stands open beside the page, as long as there is room for it.
 */
export function startInbox(session: Promise<Session | undefined>): void {
  const root = document.querySelector<HTMLElement>('#main');
  if (!root) throw new TypeError('The page has no #main');
  new Inbox(root).start(session);
}

class Inbox {
  readonly #root: HTMLElement;
  readonly #list = new Conversations(() => this.#update());
  readonly #thread = new Thread(() => this.#update());
  /** The open conversation's contact, where its row is not in the list (yet). */
  #stranger: { id: string; correspondent: Correspondent } | undefined;
  #isPanelOpen = false;
  /** Where the panel keeps its edits: each person's apart. */
  #persistence: Persistence | undefined;
  #isSessionKnown = false;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  start(session: Promise<Session | undefined>): void {
    const address = readAddress();
    void session.then((known) => {
      this.#persistence = known && indexedDbPersistence({ principal: known.user.id });
      this.#isSessionKnown = true;
      this.#update();
    });
    addEventListener('popstate', () => this.#followAddress());
    onCoverChange(() => this.#followAddress());
    this.#followAddress();
    const filter = { q: address.get('q') ?? '', status: address.get('status') ?? '' };
    void this.#list.show(filter).then(() => this.#openFirst());
  }

  /** Where there is room for both columns, an inbox opens with its newest conversation. */
  #openFirst(): void {
    const [first] = this.#list.items;
    if (this.#thread.contactId || STACKED.matches || !first) return;
    amend({ contact: first.contactId });
    this.#followAddress();
  }

  #followAddress(): void {
    const address = readAddress();
    const contactId = address.get('contact') ?? undefined;
    const panel = address.get('panel');
    this.#isPanelOpen = contactId !== undefined && (panel === 'open' || (panel !== 'closed' && !wouldCoverPage()));
    const channel = address.get('channel') ?? '';
    if (contactId === this.#thread.contactId && channel === this.#thread.channel) return this.#update();
    void this.#thread.open(contactId, channel);
    if (contactId && !this.#list.of(contactId)) void this.#meet(contactId);
    if (contactId) this.#list.markRead(contactId);
  }

  async #meet(contactId: string): Promise<void> {
    try {
      const { contact } = await contacts.load(contactId, { signal: AbortSignal.timeout(10_000) });
      this.#stranger = { id: contactId, correspondent: correspondentFrom(contact) };
      this.#update();
    } catch {
      // The list may still bring the name; the messages and the panel say themselves what they could not read.
    }
  }

  #update(): void {
    const { contactId } = this.#thread;
    const stranger = this.#stranger?.id === contactId ? this.#stranger?.correspondent : undefined;
    this.#root.dataset.step = !contactId ? 'list' : this.#isPanelOpen ? 'panel' : 'thread';
    render(
      html`${renderList(this.#list, contactId, {
        onFilterChange: (filter) => this.#onFilterChange(filter),
        onConversationOpen: (id) => this.#openConversation(id),
        onDetailsOpen: (id) => this.#openDetails(id),
        onMore: () => void this.#list.more(),
        onRetry: () => void this.#list.retry(),
      })}
      ${renderThread(this.#thread, this.#list.of(contactId) ?? stranger, this.#isPanelOpen, {
        onBack: () => this.#go({ contact: undefined, channel: undefined, panel: undefined }),
        onDetailsOpen: (id) => this.#openDetails(id),
        onPanelToggle: () => this.#togglePanel(),
        onDraftInput: (text) => (this.#thread.draft = text),
        onSend: () => void this.#send(),
        onRetry: () => void this.#thread.open(contactId, this.#thread.channel),
        onAllChannels: () => this.#go({ channel: undefined }),
      })}
      ${this.#isPanelOpen && this.#isSessionKnown && contactId
        ? renderContactPanel(
            contactId,
            {
              onClose: () => this.#closePanel(),
              onViewMessages: (event) => this.#openConversation(event.contactId, { focus: '#answer' }),
              onChannelOpen: ({ contactId: id, channel }) =>
                this.#openConversation(id, { channel: channel.type, focus: '#answer' }),
              onContactOpen: (event) => this.#openDetails(event.contactId),
              onContactNews: (contact) => this.#onContactNews(contact),
              onContactDeleted: (event) => this.#onContactDeleted(event),
              onContactMerged: (event) => this.#onContactMerged(event),
            },
            this.#persistence,
          )
        : nothing}`,
      this.#root,
    );
    coverPage(this.#isPanelOpen);
  }

  #go(changes: { contact?: string | undefined; channel?: string | undefined; panel?: 'open' | 'closed' | undefined }): void {
    visit(changes);
    this.#followAddress();
  }

  #openConversation(contactId: string, { channel, focus }: { channel?: string; focus?: string } = {}): void {
    const isHidden = STACKED.matches || (focus && wouldCoverPage());
    this.#go({ contact: contactId, channel, ...(isHidden && { panel: undefined }) });
    if (focus) this.#focus(focus);
  }

  #openDetails(contactId: string): void {
    const isOther = contactId !== this.#thread.contactId;
    this.#go({ contact: contactId, panel: 'open', ...(isOther && { channel: undefined }) });
    this.#focus('.contact-panel');
  }

  #closePanel(): void {
    this.#go({ panel: wouldCoverPage() ? undefined : 'closed' });
    this.#focus('.thread-person');
  }

  #togglePanel(): void {
    if (this.#isPanelOpen) this.#closePanel();
    else if (this.#thread.contactId) this.#openDetails(this.#thread.contactId);
  }

  #onFilterChange(filter: ConversationFilter): void {
    amend({ q: filter.q, status: filter.status });
    void this.#list.show(filter);
  }

  async #send(): Promise<void> {
    const { contactId } = this.#thread;
    const message = await this.#thread.sendDraft();
    if (!message || !contactId) return;
    this.#list.update(contactId, { preview: message.text, updatedAt: message.sentAt });
    if (contactId === this.#thread.contactId) this.#scrollToEnd();
  }

  #onContactNews(contact: Contact): void {
    const correspondent = correspondentFrom(contact);
    const { name, status, assignee, isBlocked = false } = correspondent;
    this.#list.update(contact.id, { name, isBlocked, assignee: assignee ?? null, ...(status === undefined ? {} : { status }) });
    if (this.#stranger?.id === contact.id) this.#stranger = { id: contact.id, correspondent };
    this.#update();
  }

  #onContactDeleted({ contactId, mergedInto }: ContactDeletedEvent): void {
    // The panel says where the contact is, and leads there.
    if (mergedInto) return this.#showAnew(contactId);
    const name = this.#list.of(contactId)?.name || 'The contact';
    const next = this.#list.remove(contactId);
    announce(`\u2068${name}\u2069 was deleted.`);
    if (contactId !== this.#thread.contactId) return;
    amend({ contact: STACKED.matches ? undefined : next?.contactId, channel: undefined, panel: undefined });
    this.#followAddress();
    this.#focus(next && !STACKED.matches ? '.conversation.is-selected .row-preview' : '#list-title');
  }

  #onContactMerged({ contactId, otherId }: ContactMergedEvent): void {
    const name = this.#list.of(otherId)?.name || 'The other contact';
    announce(`\u2068${name}\u2069 is part of this contact now.`);
    this.#showAnew(contactId);
  }

  /** Reads the list, and the messages of a contact whose conversations have come or gone. */
  #showAnew(contactId: string): void {
    void this.#list.show(this.#list.filter);
    if (contactId === this.#thread.contactId) void this.#thread.open(contactId, this.#thread.channel);
  }

  /** The messages scroll from the end upwards. */
  #scrollToEnd(): void {
    this.#root.querySelector('.messages-scroll')?.scrollTo({ top: 0 });
  }

  #focus(selector: string): void {
    this.#root.querySelector<HTMLElement>(selector)?.focus();
  }
}

function correspondentFrom(contact: Contact): Correspondent {
  const channel = contact.channels?.find(({ state }) => state === 'active') ?? contact.channels?.[0];
  return {
    name: displayName(contact),
    avatarUrl: contact.avatarUrl,
    status: contact.status,
    assignee: contact.assignee,
    isBlocked: contact.isBlocked,
    ...(channel ? { channel } : {}),
  };
}
