import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Message } from '../shell/api.js';
import { avatar } from '../shell/avatar.js';
import { channelIcon, channelLabel } from '../shell/channels.js';
import { dayName, fullMoment, isSameDay, timeOfDay } from '../shell/format.js';
import { icon } from '../shell/icons.js';
import { addressWith, isPlainClick } from '../shell/url.js';
import type { Thread } from './thread.js';

/** Whom the conversation is with, as far as it is known. */
export interface Correspondent {
  readonly name: string;
  readonly avatarUrl?: string | null | undefined;
  readonly channel?: { readonly type: string; readonly name?: string | null };
  readonly status?: string | undefined;
  readonly assignee?: { readonly name: string } | null | undefined;
  readonly isBlocked?: boolean | undefined;
}

/** What can be done in the conversation. */
export interface ThreadActions {
  onBack(): void;
  onDetailsOpen(contactId: string): void;
  onPanelToggle(): void;
  onDraftInput(text: string): void;
  onSend(): void;
  onRetry(): void;
  /** Back from one channel to the messages of all. */
  onAllChannels(): void;
}

/** The second column: who it is, the messages by day, and the answer being written. */
export function renderThread(
  thread: Thread,
  correspondent: Correspondent | undefined,
  isPanelOpen: boolean,
  actions: ThreadActions,
): TemplateResult {
  if (!thread.contactId) {
    return html`<section class="thread-column" aria-label="Conversation">
      <div class="notice">
        ${icon('message')}
        <h2>No conversation selected</h2>
        <p>Choose one from the list to read and answer it.</p>
      </div>
    </section>`;
  }
  return html`<section class="thread-column" aria-label="Conversation">
    ${renderHead(thread.contactId, correspondent, isPanelOpen, actions)} ${renderChannel(thread, actions)}
    ${renderMessages(thread, actions)}
    ${correspondent?.isBlocked ? renderBlocked(correspondent) : renderComposer(thread, correspondent, actions)}
  </section>`;
}

function renderHead(
  contactId: string,
  correspondent: Correspondent | undefined,
  isPanelOpen: boolean,
  actions: ThreadActions,
): TemplateResult {
  const name = correspondent?.name || 'Unnamed contact';
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    actions.onDetailsOpen(contactId);
  };
  return html`<header class="thread-head">
    <button type="button" class="icon-button only-stacked" aria-label="Back to the conversations" @click=${actions.onBack}>
      ${icon('back')}
    </button>
    <a
      class="thread-person"
      href=${addressWith({ contact: contactId, panel: 'open' })}
      title="Contact details"
      @click=${onClick}
    >
      ${avatar({ id: contactId, name, url: correspondent?.avatarUrl })}
      <h2 class="thread-name">
        ${correspondent
          ? html`<bdi class="truncate">${name}</bdi>`
          : html`<span class="skeleton skeleton-name"></span><span class="visually-hidden">Conversation</span>`}
      </h2>
      <span class="visually-hidden">contact details</span>
    </a>
    <p class="thread-facts">
      ${correspondent?.channel
        ? html`<span class="fact">${channelIcon(correspondent.channel.type)}${channelLabel(correspondent.channel)}</span>`
        : nothing}
      ${correspondent?.assignee ? html`<span class="fact truncate"><bdi>${correspondent.assignee.name}</bdi></span>` : nothing}
      ${correspondent?.status
        ? html`<span class="status" data-status=${correspondent.status}>${correspondent.status}</span>`
        : nothing}
    </p>
    <button
      type="button"
      class="icon-button"
      aria-label="Contact details"
      title="Contact details"
      aria-pressed=${String(isPanelOpen)}
      @click=${actions.onPanelToggle}
    >
      ${icon('panel')}
    </button>
  </header>`;
}

/** Which channel's conversation this is, where it is not all of them. */
function renderChannel({ channel }: Thread, { onAllChannels }: ThreadActions): TemplateResult | typeof nothing {
  if (!channel) return nothing;
  return html`<p class="thread-channel">
    ${channelIcon(channel)}<span>Only ${channelLabel({ type: channel })}</span>
    <button type="button" class="button" @click=${onAllChannels}>Show all channels</button>
  </p>`;
}

function renderMessages(thread: Thread, { onRetry }: ThreadActions): TemplateResult {
  if (thread.phase === 'failed') {
    return html`<div class="messages-scroll">
      <div class="notice" role="alert">
        ${icon('warning')}
        <h2>The messages could not be read</h2>
        <button type="button" class="button" @click=${onRetry}>Try again</button>
      </div>
    </div>`;
  }
  if (thread.phase === 'loading') {
    return html`<div class="messages-scroll" aria-busy="true">
      <div class="messages" aria-hidden="true">
        ${[1, 2, 3, 4].map((nth) => html`<span class="skeleton skeleton-bubble" data-nth=${nth}></span>`)}
      </div>
    </div>`;
  }
  return html`<div class="messages-scroll" role="log" aria-label="Messages" tabindex="0">
    ${thread.messages.length
      ? html`<ol class="messages">
          ${repeat(
            thread.messages,
            (message) => message.id,
            (message, index) => renderMessage(message, thread.messages[index - 1]),
          )}
        </ol>`
      : html`<div class="notice">
          ${icon('message')}
          <h2>No messages yet</h2>
        </div>`}
  </div>`;
}

function renderMessage(message: Message, before: Message | undefined): TemplateResult {
  const isNewDay = !before || !isSameDay(before.sentAt, message.sentAt);
  const isOwn = message.direction === 'out';
  const continues = !isNewDay && before.direction === message.direction;
  const author = typeof message.author === 'string' ? message.author : message.author?.name;
  return html`${isNewDay ? html`<li class="day"><span>${dayName(message.sentAt)}</span></li>` : nothing}
    <li class="message ${isOwn ? 'is-own' : ''} ${continues ? 'is-continued' : ''}">
      <p class="bubble" dir="auto">${message.text}</p>
      <p class="message-foot">
        ${author && isOwn ? html`<bdi>${author}</bdi> · ` : nothing}<time
          datetime=${message.sentAt}
          title=${fullMoment(message.sentAt)}
          >${timeOfDay(message.sentAt)}</time
        >
      </p>
    </li>`;
}

/** In the composer's place; what was typed is kept until the contact may be written to again. */
function renderBlocked({ name }: Correspondent): TemplateResult {
  return html`<p class="composer thread-blocked" role="status">
    <span
      ><bdi>${name || 'This contact'}</bdi> is blocked: new messages are not delivered, and nobody can write to them. Unblock
      them in the menu of the contact details.</span
    >
  </p>`;
}

function renderComposer(thread: Thread, correspondent: Correspondent | undefined, actions: ThreadActions): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    actions.onSend();
  };
  return html`<form class="composer" @submit=${onSubmit}>
    <label class="visually-hidden" for="answer">Answer ${correspondent?.name ?? ''}</label>
    <textarea
      id="answer"
      rows="1"
      dir="auto"
      placeholder="Write an answer…"
      .value=${thread.draft}
      @input=${(event: InputEvent) => actions.onDraftInput((event.target as HTMLTextAreaElement).value)}
      @keydown=${onComposerKeydown}
    ></textarea>
    <div class="composer-foot">
      <p class=${thread.send === 'failed' ? 'composer-note is-failed' : 'composer-note'} role="status">
        ${thread.send === 'failed'
          ? 'Not sent. Your text is still here.'
          : html`<span class="keys"><kbd>Enter</kbd> sends, <kbd>Shift</kbd> <kbd>Enter</kbd> starts a line</span>`}
      </p>
      <button class="button is-primary" ?disabled=${thread.send === 'under way'}>
        ${icon('send')}${thread.send === 'failed' ? 'Try again' : 'Send'}
      </button>
    </div>
  </form>`;
}

function onComposerKeydown(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}
