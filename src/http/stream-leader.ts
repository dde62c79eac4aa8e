import type { Contact } from '../core/contact.js';
import type { Clock } from '../core/clock.js';
import type { StreamEvent } from './event-stream.js';
import type { Send } from './http-adapter.js';
import { reconnect } from './reconnect.js';
import { joinPositions, STREAM_CONTACTS } from './stream-position.js';

/** Milliseconds between two signs of life of a leader, and how many of them a follower may leave unanswered. */
const BEAT = 15_000;
const PATIENCE = 4;

/** Milliseconds in which those who begin to watch are waited for, so that one connection is made for all of them. */
const GATHERING = 50;

/** How many characters of a URL servers and proxies take without complaint. */
const QUERY_LIMIT = 4_000;

/** What a leader has to work with. */
export interface LeaderOptions {
  readonly send: Send;
  readonly after: Clock;
  /** The leader's own name among the members: it need not answer itself. */
  readonly self: string;
  /** The newest of each contact that is known here, of which the stream need not tell again. */
  readonly newest: ReadonlyMap<string, Contact>;
  /** Tells all members that the leader is alive, and asks what they watch. */
  readonly greet: () => void;
  /** Tells all members of a contact. */
  readonly tell: (contact: Contact) => void;
  /** Tells all members that a contact will not be reported here. */
  readonly refuse: (id: string) => void;
}

interface Follower {
  readonly ids: readonly string[];
  unanswered: number;
}

/** Holds the one stream of a browser: opens it for everything that the members watch, and tells them what comes. */
export class StreamLeader {
  readonly #options: LeaderOptions;
  readonly #followers = new Map<string, Follower>();
  #asked: readonly string[] = [];
  #stream: AbortController | undefined;
  #stopBeat: (() => void) | undefined;
  #stopGathering: (() => void) | undefined;
  #isOver = false;

  constructor(options: LeaderOptions) {
    this.#options = options;
    this.#beat();
  }

  /** A member watches these contacts and no others. */
  follow(member: string, ids: readonly string[]): void {
    const before = this.#followers.get(member)?.ids ?? [];
    if (ids.length) this.#followers.set(member, { ids, unanswered: 0 });
    else this.#followers.delete(member);
    for (const id of ids) {
      // Whoever comes later has missed what was told before.
      const known = before.includes(id) ? undefined : this.#options.newest.get(id);
      if (known) this.#options.tell(known);
    }
    this.#gather();
  }

  stop(): void {
    this.#stopBeat?.();
    this.#stopGathering?.();
    this.#stream?.abort();
    this.#followers.clear();
  }

  #beat(): void {
    for (const [member, follower] of this.#followers) {
      // A tab that was killed has said no farewell.
      if (member !== this.#options.self && ++follower.unanswered > PATIENCE) this.#followers.delete(member);
    }
    this.#options.greet();
    this.#stopBeat = this.#options.after(BEAT, () => this.#beat());
  }

  get #wanted(): readonly string[] {
    return [...new Set([...this.#followers.values()].flatMap(({ ids }) => ids))];
  }

  #gather(): void {
    const wanted = this.#wanted;
    if (this.#isOver) return wanted.forEach((id) => this.#options.refuse(id));
    // A contact that nobody watches any more may stay in the stream until there is another reason to open it anew.
    if (wanted.length && wanted.every((id) => this.#asked.includes(id))) return;
    this.#stopGathering ??= this.#options.after(GATHERING, () => {
      this.#stopGathering = undefined;
      this.#open(this.#wanted);
    });
  }

  #open(wanted: readonly string[]): void {
    this.#stream?.abort();
    const ids = fitting(wanted);
    this.#asked = ids;
    for (const id of wanted.slice(ids.length)) this.#options.refuse(id);
    if (!ids.length) return;
    const { send, after, newest } = this.#options;
    const stream = (this.#stream = new AbortController());
    const kept = {
      path: ['events'],
      query: () => queryFor(ids),
      lastEventId: () => joinPositions(ids.flatMap((id) => newest.get(id) ?? [])),
      onEvent: (event: StreamEvent) => this.#take(event),
    };
    void reconnect(kept, send, stream.signal, after).then(() => {
      if (!stream.signal.aborted) this.#giveUp();
    });
  }

  #take({ type = 'message', data }: StreamEvent): void {
    const contact = JSON.parse(data) as Contact;
    if (typeof contact.id !== 'string') throw new SyntaxError('No "id"');
    if (type === 'message') this.#options.tell(contact);
    if (type === 'refused') this.#options.refuse(contact.id);
  }

  /** An older server has no such stream, or there is nothing to follow: each member finds out for itself. */
  #giveUp(): void {
    this.#isOver = true;
    this.#gather();
  }
}

function queryFor(ids: readonly string[]): string {
  return `?contacts=${encodeURIComponent(ids.map(encodeURIComponent).join(','))}`;
}

/** As many of them, from the first, as one stream takes. */
function fitting(ids: readonly string[]): readonly string[] {
  let count = Math.min(ids.length, STREAM_CONTACTS);
  while (queryFor(ids.slice(0, count)).length > QUERY_LIMIT) count--;
  return ids.slice(0, count);
}
