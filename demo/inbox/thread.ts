import { loadMessages, sendMessage } from '../shell/api.js';
import type { Message } from '../shell/api.js';

/** The messages of one contact, and the answer being written to each. */
export class Thread {
  readonly #onChange: () => void;
  readonly #drafts = new Map<string, string>();
  readonly #sends = new Map<string, 'under way' | 'failed'>();
  #request: AbortController | undefined;
  contactId: string | undefined;
  /** The type of channel whose conversation this is; empty where it is all of them. */
  channel = '';
  messages: readonly Message[] = [];
  phase: 'loading' | 'ready' | 'failed' = 'ready';

  /** `onChange` is called whenever there is something new to show. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** What has been typed to this contact and not been sent. */
  get draft(): string {
    return this.#drafts.get(this.contactId ?? '') ?? '';
  }

  set draft(text: string) {
    if (this.contactId) this.#drafts.set(this.contactId, text);
  }

  /** How sending the draft to this contact goes. */
  get send(): 'under way' | 'failed' | undefined {
    return this.#sends.get(this.contactId ?? '');
  }

  /** Goes to the messages of a contact; what was typed to another one is kept for the way back. */
  async open(contactId: string | undefined, channel = ''): Promise<void> {
    this.#request?.abort();
    this.contactId = contactId;
    this.channel = channel;
    this.messages = [];
    this.phase = contactId ? 'loading' : 'ready';
    this.#onChange();
    if (!contactId) return;
    const { signal } = (this.#request = new AbortController());
    try {
      this.messages = await loadMessages(contactId, channel, signal);
      this.phase = 'ready';
    } catch {
      if (signal.aborted) return;
      this.phase = 'failed';
    }
    this.#onChange();
  }

  /** Sends the draft. It is gone from the composer once the server has it, and stays there when it does not. */
  async sendDraft(): Promise<Message | undefined> {
    const { channel, contactId, draft } = this;
    if (!contactId || !draft.trim() || this.#sends.get(contactId) === 'under way') return undefined;
    this.#sends.set(contactId, 'under way');
    this.#onChange();
    try {
      const message = await sendMessage(contactId, channel, draft.trim());
      this.#sends.delete(contactId);
      if (this.#drafts.get(contactId) === draft) this.#drafts.delete(contactId);
      if (this.contactId === contactId && this.channel === channel) this.messages = [...this.messages, message];
      return message;
    } catch {
      this.#sends.set(contactId, 'failed');
      return undefined;
    } finally {
      this.#onChange();
    }
  }
}
