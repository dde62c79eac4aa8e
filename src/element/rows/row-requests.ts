import type { Channel } from '../../core/contact.js';
import { PanelEvent } from '../panel-event.js';

interface OfChannel {
  readonly contactId: string;
  readonly channel: Channel;
}

/** The person asks for the conversation on an active channel. Nothing happens by itself: the host goes there. */
export class OpenChannelEvent extends PanelEvent<OfChannel> {
  declare readonly contactId: string;
  declare readonly channel: Channel;

  constructor(detail: OfChannel) {
    super('open-channel', detail, true);
  }
}

/** The person wants to send a first message by an inactive channel. Nothing happens by itself: the host goes there. */
export class StartConversationEvent extends PanelEvent<OfChannel> {
  declare readonly contactId: string;
  declare readonly channel: Channel;

  constructor(detail: OfChannel) {
    super('start-conversation', detail, true);
  }
}

interface Revealing {
  readonly contactId: string;
  readonly field: string;
}

/** The person asks to see a masked value. Nothing happens by itself: the host decides, and shows it or not. */
export class RevealFieldEvent extends PanelEvent<Revealing> {
  declare readonly contactId: string;
  declare readonly field: string;

  constructor(detail: Revealing) {
    super('reveal-field', detail, true);
  }
}
