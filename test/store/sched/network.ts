import type { ContactAdapter, WriteOptions } from '../../../src/core/adapter.js';
import type { Contact } from '../../../src/core/contact.js';
import { ContactError, isGone } from '../../../src/core/error.js';
import type { ErrorCode } from '../../../src/core/error.js';
import type { FakeClock } from '../support/clock.js';
import { CAN, Server, versionOf } from './server.js';
import type { Write } from './server.js';

type Request = { readonly operation: 'load'; readonly contactId: string } | Write;

/** One call of the adapter, as the client sees it: open until it is answered or given up. */
export interface Call {
  readonly request: Request;
  readonly startedAt: number;
  isOpen: boolean;
  /** Why it failed, as far as the client can tell, and when it was over. */
  error?: ContactError;
  endedAt?: number;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

type Message =
  | { readonly type: 'request'; readonly call: Call }
  | { readonly type: 'response'; readonly call: Call; readonly answer?: unknown; readonly error?: ContactError }
  | { readonly type: 'push'; readonly contact: Contact };

const GARBAGE: readonly unknown[] = [undefined, null, 7, '<html>', [], {}, { id: 'somebody else' }, { contact: { id: {} } }];
const VAGUE_CODES: readonly ErrorCode[] = ['offline', 'timeout', 'unavailable', 'invalid-data', 'unknown'];
const CLEAR_CODES: readonly ErrorCode[] = ['not-found', 'gone', 'unauthenticated', 'forbidden', 'rate-limited'];
/** Nothing about a read can be outdated or wrong. */
const READ_CODES = [...VAGUE_CODES, ...CLEAR_CODES];
const WRITE_CODES: readonly ErrorCode[] = [...READ_CODES, 'conflict', 'invalid', 'duplicate'];

/** The wire between the panel and the server: nothing moves on it until a schedule says so, and in any order. */
export class Network {
  readonly server: Server;
  readonly adapter: ContactAdapter;
  /** Everything on its way: requests, responses, news. */
  readonly messages: Message[] = [];
  /** Every call that the client still waits for. */
  readonly open = new Set<Call>();
  /** Every write that the client has handed over, in that order. */
  readonly writes: (Call & { readonly request: Write })[] = [];
  /** The newest version of each contact that the client has not been told of: it was not listening, or the news was lost. */
  readonly missed = new Map<string, number>();
  /** The last answer by which the client was told that there is no such contact. */
  readonly absences = new Map<string, ContactError>();
  /** Whom to tell when the network may be back. */
  readonly hints = new Set<() => void>();
  readonly #watchers = new Map<string, Set<(contact: Contact) => void>>();
  readonly #clock: FakeClock;

  constructor(contacts: readonly Contact[], clock: FakeClock) {
    this.server = new Server(contacts, (id) => this.#announce(id));
    this.#clock = clock;
    const call = <T>(request: Request, signal: AbortSignal): Promise<T> => this.#call(request, signal) as Promise<T>;
    const write = (contactId: string, { key, version, signal }: WriteOptions, rest: object): Promise<Contact> =>
      call({ contactId, key, version, ...rest } as Write, signal);
    this.adapter = {
      load: (contactId, { signal }) => call({ operation: 'load', contactId }, signal),
      save: (id, patch, options) => {
        const answer = write(id, options, { operation: 'save', patch: structuredClone(patch) });
        for (const field of Object.keys(patch)) Object.assign(patch, { [field]: 'vandalised' });
        return answer;
      },
      addTag: (id, tag, options) => write(id, options, { operation: 'addTag', tag: { ...tag } }),
      removeTag: (id, tag, options) => write(id, options, { operation: 'removeTag', tagId: tag }),
      saveEntry: (id, _, value, __, options) => write(id, options, { operation: 'saveEntry', value }),
      removeEntry: (id, _, value, options) => write(id, options, { operation: 'removeEntry', value }),
      setBlocked: (id, isBlocked, options) => write(id, options, { operation: 'setBlocked', isBlocked }),
      removeChannel: (id, channelId, options) => write(id, options, { operation: 'removeChannel', channelId }),
      delete: (id, options) => write(id, options, { operation: 'delete' }) as Promise<unknown> as Promise<void>,
      watch: (id, onChange) => {
        const watchers = this.#watchers.get(id) ?? new Set();
        this.#watchers.set(id, watchers.add(onChange));
        return () => watchers.delete(onChange);
      },
    };
  }

  /** Lets a message arrive: a request at the server, a response or news at the client. */
  deliver(index: number, withCurrent = true): void {
    const message = this.#take(index);
    if (message?.type === 'request') this.messages.push(this.#serve(message.call, withCurrent));
    else if (message?.type === 'response') answerCall(message);
    else if (message) this.#tell(message.contact);
  }

  #tell(contact: Contact): void {
    const watchers = this.#watchers.get(contact.id) ?? new Set();
    if (!watchers.size) this.#miss(contact);
    for (const watcher of watchers) watcher(contact);
  }

  /** Loses a message, and the client is told that the network is down. */
  drop(index: number): void {
    const message = this.#lose(index);
    if (message && message.type !== 'push') message.call.reject(new ContactError('offline'));
  }

  /** What a client takes for a sign that the network is back. */
  readonly whenOnline = (callback: () => void): (() => void) => {
    this.hints.add(callback);
    return () => this.hints.delete(callback);
  };

  /** Says that the network is back, whether it is or not. */
  hint(): void {
    for (const callback of [...this.hints]) callback();
  }

  /** Loses a message without a word. */
  swallow(index: number): void {
    this.#lose(index);
  }

  /** Lets a message arrive, and once more later. */
  duplicate(index: number): void {
    const message = this.messages.at(index % (this.messages.length || 1));
    if (!message) return;
    this.deliver(index);
    this.messages.push(message);
  }

  /** Something on the way answers instead: any error before a request has done its work, one that tells nothing after it. */
  refuse(index: number, choice: number): void {
    const message = this.#lose(index);
    if (!message || message.type === 'push') return;
    const { request } = message.call;
    const isDone =
      message.type === 'response' || (request.operation !== 'load' && this.server.doneAt(request.key) !== undefined);
    const codes = isDone ? VAGUE_CODES : request.operation === 'load' ? READ_CODES : WRITE_CODES;
    const code = codes[choice % codes.length] ?? 'unknown';
    const wait = code === 'rate-limited' || code === 'unavailable' ? { retryAfter: (choice % 4) * 1_500 } : {};
    message.call.reject(new ContactError(code, wait));
  }

  /** A message arrives as something nobody understands; a request does its work all the same. */
  garble(index: number, kind: number): void {
    const message = this.#lose(index);
    if (!message || message.type === 'push') return;
    const { call } = message;
    const outcome = message.type === 'request' ? this.#serve(call, true) : message;
    const garbage = GARBAGE[kind % GARBAGE.length];
    // To a write that was done, nothing is an answer; who refuses a write says something.
    const isNothing = isWrite(call) && (garbage === undefined || garbage === null);
    // Nothing is expected of the answer to a delete: whoever cannot understand it must say so.
    if (call.request.operation === 'delete') call.reject(new ContactError('invalid-data'));
    else if (isNothing && 'answer' in outcome) call.resolve(garbage);
    else {
      // Nobody sees what answers a call that is over.
      if (call.isOpen) call.error = new ContactError('invalid-data');
      call.resolve(isNothing ? '<html>' : garbage);
    }
  }

  #take(index: number): Message | undefined {
    return this.messages.splice(index % (this.messages.length || 1), 1)[0];
  }

  #lose(index: number): Message | undefined {
    const message = this.#take(index);
    if (message?.type === 'push') this.#miss(message.contact);
    return message;
  }

  #miss(contact: Contact): void {
    this.missed.set(contact.id, Math.max(versionOf(contact), this.missed.get(contact.id) ?? 0));
  }

  #serve(call: Call, withCurrent: boolean): Message {
    const { request } = call;
    try {
      const contact =
        request.operation === 'load' ? this.server.read(request.contactId) : this.server.write(request, withCurrent);
      return { type: 'response', call, answer: request.operation === 'load' ? { contact, can: CAN } : contact };
    } catch (error) {
      if (!(error instanceof ContactError)) throw error;
      return { type: 'response', call, error };
    }
  }

  #call(request: Request, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const close = <T>(settleCall: (value: T) => void) => {
        return (value: T) => {
          if (call.isOpen) {
            call.endedAt = this.#clock.now;
            if (value instanceof ContactError) call.error = value;
            else if (value instanceof DOMException) call.error = new ContactError('timeout');
            // What is not there to be removed may be the channel.
            const isOfContact = request.operation !== 'removeChannel';
            if (isOfContact && call.error && isGone(call.error)) this.absences.set(request.contactId, call.error);
          }
          call.isOpen = false;
          this.open.delete(call);
          settleCall(value);
        };
      };
      const startedAt = this.#clock.now;
      const call: Call = { request, startedAt, isOpen: true, resolve: close(resolve), reject: close(reject) };
      this.open.add(call);
      if (isWrite(call)) this.writes.push(call);
      this.messages.push({ type: 'request', call });
      // Whoever gives up a request may have sent it already: it stays on its way.
      signal.addEventListener('abort', () => call.reject(new DOMException('Aborted', 'AbortError')));
    });
  }

  #announce(id: string): void {
    const contact = this.server.find(id);
    if (!contact) return;
    if (this.#watchers.get(id)?.size) this.messages.push({ type: 'push', contact });
    else this.#miss(contact);
  }
}

function isWrite(call: Call): call is Call & { readonly request: Write } {
  return call.request.operation !== 'load';
}

function answerCall({ call, answer, error }: Message & { readonly type: 'response' }): void {
  if (error) call.reject(error);
  else call.resolve(answer);
}
