import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type {
  Contact,
  ContactDeletedEvent,
  ContactLoadedEvent,
  ContactMergedEvent,
  ContactSavedEvent,
  OpenChannelEvent,
  OpenContactEvent,
  Persistence,
  StartConversationEvent,
  ViewMessagesEvent,
} from 'contact-details';
import { renderColleagueButton } from './colleague.js';
import { icon } from './icons.js';
import './panel-splitter.js';
import { revealField } from './reveal-dialog.js';

/** Under this width the panel covers the page instead of standing beside it. */
const NARROW = matchMedia('(width < 75rem)');

/** What the page does when something happens in the panel. */
export interface PanelActions {
  onClose(): void;
  onViewMessages(event: ViewMessagesEvent): void;
  /** The conversation on a channel is asked for, or the first message by it. */
  onChannelOpen(event: OpenChannelEvent | StartConversationEvent): void;
  /** Another contact is asked for. */
  onContactOpen(event: OpenContactEvent): void;
  /** The contact as it is now: read, saved here, or changed elsewhere. */
  onContactNews(contact: Contact): void;
  /** The contact is there no more: it is deleted, or part of another one. */
  onContactDeleted(event: ContactDeletedEvent): void;
  /** Another contact has become part of the one in the panel. */
  onContactMerged(event: ContactMergedEvent): void;
}

/** Where the demo's server has pictures. */
const AVATAR_PATHS = ['/avatars'];

/** Where the inbox shows a contact. */
const CONTACT_HREF = '/?contact={id}&panel=open';

/** The contact's details at the side of a page: beside its content where there is room, over it where there is none. */
export function renderContactPanel(contactId: string, actions: PanelActions, persistence?: Persistence): TemplateResult {
  const onNews = ({ contact }: ContactLoadedEvent | ContactSavedEvent) => actions.onContactNews(contact);
  return html`<aside
    class="contact-panel"
    aria-label="Contact details"
    tabindex="-1"
    @keydown=${closeOnEscape(actions.onClose)}
  >
    <panel-splitter></panel-splitter>
    <header class="panel-head">
      <p class="panel-title">Contact details</p>
      ${renderColleagueButton(contactId)}
      <button type="button" class="icon-button" aria-label="Close contact details" title="Close" @click=${actions.onClose}>
        ${icon('close')}
      </button>
    </header>
    <div class="panel-scroll">
      <contact-details
        .avatarPaths=${AVATAR_PATHS}
        .persistence=${persistence}
        src="/api"
        contact-id=${contactId}
        contact-href=${CONTACT_HREF}
        @view-messages=${actions.onViewMessages}
        @open-channel=${actions.onChannelOpen}
        @start-conversation=${actions.onChannelOpen}
        @open-contact=${actions.onContactOpen}
        @reveal-field=${revealField}
        @contact-loaded=${onNews}
        @contact-saved=${onNews}
        @contact-deleted=${actions.onContactDeleted}
        @contact-merged=${actions.onContactMerged}
      ></contact-details>
    </div>
  </aside>`;
}

/**
 * Where the panel covers the page, what lies beneath is out of reach until the panel is closed. To be called after each
 * render; the returned function, when the width changes.
 */
export function coverPage(isOpen: boolean): void {
  const isCovered = isOpen && NARROW.matches;
  const beneath = document.querySelectorAll<HTMLElement>('.top-bar, .skip-link, [data-beneath-panel] > :not(.contact-panel)');
  for (const element of beneath) element.inert = isCovered;
}

/** Whether the panel would cover the page instead of standing beside it. */
export function wouldCoverPage(): boolean {
  return NARROW.matches;
}

/** Calls back when the panel starts or stops covering the page. */
export function onCoverChange(callback: () => void): void {
  NARROW.addEventListener('change', callback);
}

function closeOnEscape(onClose: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
}
