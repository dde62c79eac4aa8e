import { createRandom } from '../../../demo/server/seed/random.js';
import type { Random } from '../../../demo/server/seed/random.js';
import { httpAdapter } from '../../../src/http/http-adapter.js';
import type { ContactAdapter, WriteOptions } from '../../../src/core/adapter.js';
import type { Contact } from '../../../src/core/contact.js';
import { ContactError } from '../../../src/core/error.js';
import { storeFor } from '../../../src/store/store-registry.js';
import { startTimer } from '../../../src/core/clock.js';
import type { Clock } from '../../../src/core/clock.js';
import { EditJudges } from './edit-judges.js';
import { checkMerged, MERGED, mergeWithPatience } from './merging.js';
import { CONTACTS, FIELDS, Person } from '../../store/sched/person.js';
import type { Wire } from '../../store/sched/person.js';
import { PERSON_STEPS } from '../../store/sched/schedule.js';
import { LINE } from '../../store/sched/server.js';
import { Violation } from '../../store/sched/violation.js';
import { settle } from '../../store/support/clock.js';
import { FAULTS } from '../../support/fault-proxy.js';
import type { FaultProxy } from '../../support/fault-proxy.js';
import type { RecordedServer } from './recorded-server.js';

/** How much faster than on the wall time passes for what waits: a schedule is not to take minutes. */
const HASTE = 20;
const STEPS = 100;
/** In that many of 100 cases something happens to a request. */
const FAULTY = 40;
/** How often what is stuck is pressed until it must have been saved. */
const ROUNDS = 60;

const after: Clock = (milliseconds, callback) => startTimer(milliseconds / HASTE, callback);
const steps = Object.entries(PERSON_STEPS).filter(([name]) => !name.includes('delete'));

/** A person's wire: the real adapter, with a record of what was written and of what is under way. */
class RealWire implements Wire {
  readonly writes: { readonly request: { readonly key: string } }[] = [];
  readonly underWay = new Set<Promise<unknown>>();
  readonly adapter: ContactAdapter;

  constructor(adapter: Required<ContactAdapter>) {
    const note = async <T>(call: Promise<T>): Promise<T> => {
      const settled = call.catch(() => undefined);
      this.underWay.add(settled);
      void settled.then(() => this.underWay.delete(settled));
      return call;
    };
    const write = <T>({ key }: WriteOptions, call: Promise<T>): Promise<T> => {
      this.writes.push({ request: { key } });
      return note(call);
    };
    this.adapter = {
      load: (...call) => note(adapter.load(...call)),
      save: (...call) => write(call[2], adapter.save(...call)),
      saveEntry: (...call) => write(call[4], adapter.saveEntry(...call)),
      removeEntry: (...call) => write(call[3], adapter.removeEntry(...call)),
      addTag: (...call) => write(call[2], adapter.addTag(...call)),
      removeTag: (...call) => write(call[2], adapter.removeTag(...call)),
      setBlocked: (...call) => write(call[2], adapter.setBlocked(...call)),
      removeChannel: (...call) => write(call[2], adapter.removeChannel(...call)),
      watch: (...call) => adapter.watch(...call),
    };
  }

  readonly whenOnline = (): (() => void) => () => undefined;
}

/** Signs in, and answers the adapter of that person. */
export async function adapterOf(url: string, userId: string): Promise<Required<ContactAdapter>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/app/session`, { method: 'POST', headers, body: JSON.stringify({ userId }) });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return httpAdapter({ base: `${url}/api`, headers: { cookie }, clock: after });
}

/** What one schedule came to. */
export interface Outcome {
  readonly edits: number;
  readonly merges: number;
}

/** One person and somebody else at two contacts of a real server, with a faulty network before it. */
export class FaultyRun {
  readonly #server: RecordedServer;
  readonly #proxy: FaultProxy;
  readonly #random: Random;
  readonly #wire: RealWire;
  readonly #person: Person;
  readonly #own: Required<ContactAdapter>;
  readonly #other: Required<ContactAdapter>;
  readonly #judges: EditJudges;
  #theirs = 0;

  private constructor(
    server: RecordedServer,
    proxy: FaultProxy,
    own: Required<ContactAdapter>,
    other: Required<ContactAdapter>,
    seed: number,
  ) {
    this.#server = server;
    this.#proxy = proxy;
    this.#random = createRandom(seed);
    this.#own = own;
    this.#wire = new RealWire(own);
    this.#person = new Person(storeFor, this.#wire, { after });
    this.#other = other;
    this.#judges = new EditJudges({ person: this.#person, network: { server, writes: this.#wire.writes } }, server);
  }

  /** Runs a schedule, and throws when a promise is broken. */
  static async run(server: RecordedServer, proxy: FaultProxy, seed: number): Promise<Outcome> {
    await server.begin();
    const { url } = server.server;
    proxy.fate = () => undefined;
    const [own, other] = await Promise.all([adapterOf(proxy.url, 'u_olivia'), adapterOf(url, 'u_mateo')]);
    const run = new FaultyRun(server, proxy, own, other, seed);
    try {
      return await run.#run();
    } finally {
      // A stream that stays open would keep the server from closing.
      run.#person.hide();
    }
  }

  async #run(): Promise<Outcome> {
    const person = this.#person;
    const stores = CONTACTS.map((id) => person.store(id));
    await Promise.all(stores.map((store) => store.load()));
    this.#proxy.fate = ({ headers }) => {
      const isStream = headers.accept === 'text/event-stream';
      return this.#random.percent(FAULTY) ? this.#random.pick(isStream ? ['lost request', 'busy'] : FAULTS) : undefined;
    };
    person.show(CONTACTS[0]);
    const merge = this.#random.pick([undefined, 'by the person', 'by the person', 'by somebody else']);
    const mergeStep = merge === 'by somebody else' ? this.#random.below(STEPS) : STEPS;
    let key = '';
    for (let step = 0; step < STEPS; step++) {
      if (step === mergeStep) key = await this.#mergeUnseen();
      await this.#step();
    }
    await Promise.all(stores.map((store) => store.whenSettled()));
    await this.#judges.check(stores);
    if (merge === 'by the person') key = await mergeWithPatience(this.#own, MERGED);
    this.#proxy.fate = () => undefined;
    for (const contactId of CONTACTS)
      await this.#heal(contactId, merge && contactId === MERGED.otherId ? MERGED.id : undefined);
    if (merge) await checkMerged(this.#server.server.database, MERGED, key);
    await this.#judges.check(stores);
    return { edits: person.memory.fieldIntents.size + person.memory.tagIntents.size, merges: merge ? 1 : 0 };
  }

  async #step(): Promise<void> {
    const person = this.#person;
    person.memory.now++;
    if (this.#random.percent(10)) await this.#interfere();
    else if (this.#random.percent(3)) this.#proxy.breakConnections();
    else this.#random.pick(LOTS)({ person }, this.#random.below(0xffff));
    const { underWay } = this.#wire;
    if (underWay.size && this.#random.percent(60)) await Promise.race(underWay);
    await settle();
    person.look();
    this.#judges.look(CONTACTS.map((id) => person.store(id)));
  }

  async #interfere(): Promise<void> {
    const write = { key: crypto.randomUUID(), signal: new AbortController().signal };
    const contactId = this.#random.pick(CONTACTS);
    const change = this.#random.percent(20) ? this.#interfereOtherwise(contactId, write) : this.#edit(contactId, write);
    await change.catch((thrown: unknown) => {
      // What has become part of another contact is not there to be changed.
      if (!ContactError.from(thrown).mergedInto) throw thrown;
    });
  }

  #edit(contactId: string, write: WriteOptions): Promise<Contact | void> {
    const field = this.#random.pick(FIELDS.filter((name) => name !== 'phone'));
    const value = `theirs ${++this.#theirs}`;
    const patch = field === 'plan' ? { custom: { plan: value } } : { [field]: value };
    return this.#other.save(contactId, patch, write);
  }

  #interfereOtherwise(contactId: string, write: WriteOptions): Promise<Contact | void> {
    return this.#random.percent(20)
      ? this.#other.removeChannel(contactId, LINE.id, write)
      : this.#other.setBlocked(contactId, this.#random.percent(50), write);
  }

  /** Somebody else merges the contacts while edits of both are under way. */
  async #mergeUnseen(): Promise<string> {
    const key = crypto.randomUUID();
    await this.#other.merge(MERGED.id, MERGED.otherId, {}, { key, signal: new AbortController().signal });
    return key;
  }

  /**
   * Presses every button there is until all is saved, and expects the database to agree; of a contact that has become part of another
   * one, what could not be saved is kept.
   */
  async #heal(contactId: string, target: string | undefined): Promise<void> {
    const person = this.#person;
    const store = person.store(contactId);
    person.show(contactId);
    for (let round = 0; round < ROUNDS; round++) {
      await store.whenSettled();
      await this.#server.read(person.memory);
      person.memory.now++;
      person.look();
      const [stuck] = store.state.changes;
      if (target !== undefined && store.state.phase === 'deleted' && store.state.loadError?.mergedInto === target) return;
      if (!stuck && store.state.base?.version === (await this.#versionOf(contactId))) return;
      if (stuck?.error?.code === 'invalid') person.discard(0);
      else if (stuck) person.retry(0, false);
      else person.refresh();
    }
    const { changes, base, phase } = store.state;
    const left = changes.map(({ status, error }) => `${status} ${error?.code ?? ''}`).join();
    throw new Violation('R1', `${contactId} does not come to rest: ${phase}, ${base?.version ?? ''}, ${left}`);
  }

  async #versionOf(contactId: string): Promise<string | undefined> {
    const statement = 'SELECT version::text FROM contacts WHERE id = $1';
    const [row] = await this.#server.server.database.query<{ version: string }>(statement, [contactId]);
    return row?.version;
  }
}

const LOTS = steps.flatMap(([, [weight, step]]) => Array<(typeof steps)[number][1][1]>(Math.round(weight * 10)).fill(step));
