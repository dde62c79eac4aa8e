import type { Channel, Contact, FieldDefinition } from 'contact-details/server.js';
import type { Origin } from '../contacts/contact-rows.js';

/** What a workspace is seeded with. */
export interface WorkspaceSeed {
  readonly id: string;
  readonly name: string;
  readonly users: readonly UserSeed[];
  readonly fields: readonly FieldSeed[];
  readonly tags: readonly TagSeed[];
  readonly contacts: readonly ContactSeed[];
  readonly conversations: readonly ConversationSeed[];
}

export interface UserSeed {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly restrictions?: readonly string[];
  readonly avatarUrl?: string;
}

/** A field; `accessByRole` where a role may do less than edit it. */
export interface FieldSeed extends FieldDefinition {
  readonly accessByRole?: Readonly<Record<string, 'view' | 'mask' | 'hide'>>;
}

export interface TagSeed {
  readonly id: string;
  readonly name: string;
  readonly emoji?: string;
  readonly color?: string;
  readonly description?: string;
}

/** A contact, its assignee and tags by id. */
export interface ContactSeed extends Omit<Contact, 'assignee' | 'tags' | 'provenance'> {
  readonly provenance?: Readonly<Record<string, Origin>>;
  readonly assigneeId?: string;
  readonly tagIds?: readonly string[];
  readonly channels?: readonly Channel[];
}

export interface ConversationSeed {
  readonly id: string;
  readonly contactId: string;
  readonly channelType: string;
  readonly channelName: string;
  readonly unread: number;
  /** Oldest first, at least one. */
  readonly messages: readonly MessageSeed[];
}

export interface MessageSeed {
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly author: string;
  readonly sentAt: Date;
}
