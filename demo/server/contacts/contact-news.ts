import type { Contact } from 'contact-details/server.js';
import type { Database } from '../database/database.js';
import type { ContactChanges } from './contact-changes.js';
import { addressOf, findContact, findGone } from './contact-rows.js';
import type { ContactKey } from './contact-rows.js';
import { asSeenBy, loadFields } from './field-access.js';
import { findMembers } from './member.js';
import type { Member } from './member.js';
import { oneAtATime } from './one-at-a-time.js';

/** Somebody who follows a contact. */
export interface Follower {
  readonly userId: string;
  /** Called after each change with the contact as the follower may see it by then. */
  readonly onChange: (contact: Contact) => void;
  /** Called when there is no more news for the follower: the right to it is gone, or news may have been missed. */
  readonly onEnd: () => void;
}

/**
 * News of contacts for everybody in this process who follows them. A change is read once, the rights of the followers are read
 * anew with it, and the contact is made ready once for each role, however many there are of them.
 */
export class ContactNews {
  readonly #database: Database;
  readonly #changes: ContactChanges;
  readonly #followed = new Map<string, { readonly followers: Set<Follower>; readonly stop: () => void }>();

  constructor(database: Database, changes: ContactChanges) {
    this.#database = database;
    this.#changes = changes;
  }

  /** Tells a follower of each change of a contact until the returned function is called. */
  follow(key: ContactKey, follower: Follower): () => void {
    const address = addressOf(key);
    const { followers, stop } = this.#followed.get(address) ?? this.#begin(address, key);
    const own = { ...follower };
    followers.add(own);
    return () => {
      if (!followers.delete(own) || followers.size) return;
      this.#followed.delete(address);
      stop();
    };
  }

  #begin(address: string, key: ContactKey): { readonly followers: Set<Follower>; readonly stop: () => void } {
    const followers = new Set<Follower>();
    const tell = async (): Promise<void> => {
      try {
        await this.#tell(key, followers);
      } catch {
        // The database is out of reach: whoever comes back is told what was missed.
        for (const { onEnd } of [...followers]) onEnd();
      }
    };
    const followed = { followers, stop: this.#changes.subscribe(key, oneAtATime(tell)) };
    this.#followed.set(address, followed);
    return followed;
  }

  async #tell(key: ContactKey, followers: ReadonlySet<Follower>): Promise<void> {
    const told = [...followers];
    const contact = await findContact(this.#database, key);
    const gone = contact ? undefined : await findGone(this.#database, key);
    const members = await findMembers(this.#database, [...new Set(told.map(({ userId }) => userId))]);
    const byRole = new Map<string, Contact>();
    for (const follower of told) {
      const member = members.get(follower.userId);
      const hasRight = member?.workspaceId === key.workspaceId;
      if (hasRight && contact && !byRole.has(member.role)) byRole.set(member.role, await this.#shown(contact, member));
      if (!followers.has(follower)) continue;
      const shown = hasRight ? byRole.get(member.role) : undefined;
      if (!hasRight) follower.onEnd();
      else if (shown) follower.onChange(shown);
      // Whoever reads it now is told where it has gone. That a contact was deleted is no news.
      else if (gone?.mergedInto) follower.onChange({ id: key.id, version: 'merged' });
    }
  }

  async #shown(contact: Contact, member: Member): Promise<Contact> {
    return asSeenBy(member, contact, await loadFields(this.#database, member));
  }
}
