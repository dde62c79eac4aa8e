import { createRandom } from '../../../demo/server/seed/random.js';
import type { Random } from '../../../demo/server/seed/random.js';
import { httpAdapter } from '../../../src/http/http-adapter.js';
import type { ContactAdapter, WriteOptions } from '../../../src/core/adapter.js';
import { storeFor } from '../../../src/store/store-registry.js';
import { startTimer } from '../../../src/core/clock.js';
import type { Clock } from '../../../src/core/clock.js';
import { EditJudges } from './edit-judges.js';
import { CONTACTS, FIELDS, Person } from '../../store/sched/person.js';
import type { Wire } from '../../store/sched/person.js';
import { PERSON_STEPS } from '../../store/sched/schedule.js';
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
/** The judges of the real server know of fields, tags and email addresses. */
const steps = Object.entries(PERSON_STEPS).filter(([name]) => !/delete|block|channel/.test(name));

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
}

/** One person and somebody else at two contacts of a real server, with a faulty network before it. */
export class FaultyRun {
  readonly #server: RecordedServer;
  readonly #proxy: FaultProxy;
  readonly #random: Random;
  readonly #wire: RealWire;
  readonly #person: Person;
  readonly #other: ContactAdapter;
  readonly #judges: EditJudges;
  #theirs = 0;

  private constructor(
    server: RecordedServer,
    proxy: FaultProxy,
    own: Required<ContactAdapter>,
    other: ContactAdapter,
    seed: number,
  ) {
    this.#server = server;
    this.#proxy = proxy;
    this.#random = createRandom(seed);
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
    const [own, other] = await Promise.all([adapterOf(proxy.url, 'u_olivia'), adapterOf(url, 'u_amara')]);
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
    for (let step = 0; step < STEPS; step++) await this.#step();
    await Promise.all(stores.map((store) => store.whenSettled()));
    await this.#judges.check(stores);
    this.#proxy.fate = () => undefined;
    for (const id of CONTACTS) await this.#heal(id);
    await this.#judges.check(stores);
    return { edits: person.memory.fieldIntents.size + person.memory.tagIntents.size };
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
    const field = this.#random.pick(FIELDS.filter((name) => name !== 'phone'));
    const value = `theirs ${++this.#theirs}`;
    const patch = field === 'plan' ? { custom: { plan: value } } : { [field]: value };
    const write = { key: crypto.randomUUID(), signal: new AbortController().signal };
    await this.#other.save?.(this.#random.pick(CONTACTS), patch, write);
  }

  /** Presses every button there is until all is saved, and expects the database to agree. */
  async #heal(id: string): Promise<void> {
    const person = this.#person;
    const store = person.store(id);
    person.show(id);
    for (let round = 0; round < ROUNDS; round++) {
      await store.whenSettled();
      await this.#server.read(person.memory);
      person.memory.now++;
      person.look();
      const [stuck] = store.state.changes;
      if (!stuck && store.state.base?.version === (await this.#versionOf(id))) return;
      if (stuck?.error?.code === 'invalid') person.discard(0);
      else if (stuck) person.retry(0, false);
      else person.refresh();
    }
    const { changes, base, phase } = store.state;
    const left = changes.map(({ status, error }) => `${status} ${error?.code ?? ''}`).join();
    throw new Violation('R1', `${id} does not come to rest: ${phase}, ${base?.version ?? ''}, ${left}`);
  }

  async #versionOf(id: string): Promise<string | undefined> {
    const statement = 'SELECT version::text FROM contacts WHERE id = $1';
    const [row] = await this.#server.server.database.query<{ version: string }>(statement, [id]);
    return row?.version;
  }
}

const LOTS = steps.flatMap(([, [weight, step]]) => Array<(typeof steps)[number][1][1]>(Math.round(weight * 10)).fill(step));
