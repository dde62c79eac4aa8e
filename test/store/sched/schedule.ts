import type { Contact } from '../../../src/core/contact.js';
import type { storeFor } from '../../../src/store/store-registry.js';
import { FakeClock, settle } from '../support/clock.js';
import { Judge } from './judge.js';
import type { World } from './judge.js';
import { Network } from './network.js';
import { CONTACTS, EMAILS, FIELDS, Person, TAGS, WRITE_LIMIT } from './person.js';
import { LINE, versionOf } from './server.js';
import { Violation } from './violation.js';

type Step = (world: World, choice: number) => void;

const INITIAL: readonly Contact[] = CONTACTS.map((id) => ({
  id,
  firstName: `${id} first`,
  lastName: `${id} last`,
  channels: [LINE],
  tags: [{ id: 'tag-vip', name: 'VIP' }],
  custom: { plan: `${id} plan` },
}));

/** What networks, time and other people do next, and how often they do. */
const FOREIGN_STEPS: Readonly<Record<string, readonly [weight: number, step: Step]>> = {
  'a message arrives': [26, ({ network }, choice) => network.deliver(choice, choice % 3 > 0)],
  'the oldest message arrives': [10, ({ network }) => network.deliver(0)],
  'a message is dropped': [3, ({ network }, choice) => network.drop(choice)],
  'a message is swallowed': [2, ({ network }, choice) => network.swallow(choice)],
  'a message comes twice': [3, ({ network }, choice) => network.duplicate(choice)],
  'a request is refused': [3, ({ network }, choice) => network.refuse(choice, choice >> 8)],
  'a message is garbled': [2, ({ network }, choice) => network.garble(choice, choice >> 8)],
  'a moment passes': [2, ({ clock }) => clock.advance(1_000)],
  'the network is said to be back': [1, ({ network }) => network.hint()],
  'the next limit is reached': [3, ({ clock }) => clock.advance(clock.untilNext ?? 0)],
  'somebody changes a field': [8, ({ network }, choice) => interfere(network, choice, CONTACTS[choice & 1] ?? 'a')],
  'somebody adds a tag': [2, ({ network }, choice) => network.server.interfere(...tagChange(choice, 'addTag'))],
  'somebody adds an email address': [1, ({ network }, choice) => network.server.interfere(...emailChange(choice, true))],
  'somebody removes an email address': [1, ({ network }, choice) => network.server.interfere(...emailChange(choice, false))],
  'somebody removes a tag': [2, ({ network }, choice) => network.server.interfere(...tagChange(choice, 'removeTag'))],
  'somebody blocks a contact or unblocks it': [
    1.5,
    ({ network }, choice) => network.server.interfere(CONTACTS[choice & 1] ?? 'a', { isBlocked: choice % 4 > 1 }),
  ],
  'somebody connects a channel or removes it': [
    0.5,
    ({ network }, choice) => network.server.interfere(CONTACTS[choice & 1] ?? 'a', { isConnected: choice % 4 > 0 }),
  ],
  'somebody merges one contact into the other': [
    0.3,
    ({ network }, choice) => mergeInto(network, choice, CONTACTS[choice & 1] ?? 'a', CONTACTS[1 - (choice & 1)] ?? 'b'),
  ],
  'somebody deletes a contact': [0.3, ({ network }, choice) => network.server.interfere(CONTACTS[choice & 1] ?? 'a', 'delete')],
};

/** What the person does next, and how often. */
export const PERSON_STEPS: Readonly<
  Record<string, readonly [weight: number, step: (world: Pick<World, 'person'>, choice: number) => void]>
> = {
  'the name is typed': [8, ({ person }, choice) => person.type('name', choice)],
  'the name is confirmed': [8, ({ person }, choice) => person.commit('name', choice % 2 > 0)],
  'the phone is typed': [4, ({ person }, choice) => person.type('phone', choice)],
  'the phone is confirmed': [4, ({ person }, choice) => person.commit('phone', choice % 2 > 0)],
  'typing is cancelled': [1, ({ person }, choice) => person.cancel(choice & 1 ? 'name' : 'phone')],
  'a field is set': [8, ({ person }, choice) => person.edit(choice)],
  'an email address is added': [4, ({ person }, choice) => person.entry(choice, true)],
  'an email address is removed': [4, ({ person }, choice) => person.entry(choice, false)],
  'a tag is added': [6, ({ person }, choice) => person.tag(choice, true)],
  'a tag is removed': [6, ({ person }, choice) => person.tag(choice, false)],
  'the contact is blocked': [2, ({ person }, choice) => person.block(true, choice % 2 > 0)],
  'the contact is unblocked': [1.5, ({ person }, choice) => person.block(false, choice % 2 > 0)],
  'the channel is removed': [1, ({ person }, choice) => person.removeChannel(choice % 2 > 0)],
  'a failed edit is tried again': [7, ({ person }, choice) => person.retry(choice >> 1, choice % 2 > 0)],
  'a saved edit is undone': [4, ({ person }, choice) => person.undo(choice)],
  'a failed edit is discarded': [2, ({ person }, choice) => person.discard(choice)],
  'the panel is refreshed': [5, ({ person }) => person.refresh()],
  'the other contact is shown': [4, ({ person }) => person.switch()],
  'the panel is removed': [1, ({ person }) => person.hide()],
  'the panel is added again': [2, ({ person }, choice) => person.show(CONTACTS[choice & 1] ?? 'a')],
  'the contact is deleted': [0.7, ({ person }, choice) => person.delete(choice % 2 > 0)],
  'the delete is withdrawn': [0.5, ({ person }) => person.withdrawDelete()],
};

/** What can happen next. */
const STEPS = { ...FOREIGN_STEPS, ...PERSON_STEPS };

const LOTS: readonly string[] = Object.entries(STEPS).flatMap(([name, [weight]]) =>
  Array<string>(Math.round(weight * 10)).fill(name),
);

/** A step of a schedule from two numbers: which one, and what exactly. Readable in the report of a failure. */
export function toStep(lot: number, choice: number): string {
  return `${LOTS[lot % LOTS.length]} (${choice})`;
}

/** Runs a schedule on stores, judging after every step; then heals the network and expects agreement. */
export async function runSchedule(stores: typeof storeFor, steps: readonly string[]): Promise<void> {
  const clock = new FakeClock();
  const network = new Network(INITIAL, clock);
  const person = new Person(stores, network, clock);
  const world: World = { person, network, clock };
  const judge = new Judge(world);
  const judged = async (act: () => void): Promise<void> => {
    person.memory.now++;
    act();
    await settle();
    judge.check();
    person.look();
  };
  await judged(() => person.show('a'));
  for (const step of steps) {
    const [, name = '', choice = ''] = /^(.*) \((\d+)\)$/.exec(step) ?? [];
    await judged(() => STEPS[name]?.[1](world, Number(choice)));
  }
  for (const id of CONTACTS) await heal(id, world, judged);
}

async function heal(id: string, { person, network, clock }: World, judged: (act: () => void) => Promise<void>): Promise<void> {
  await judged(() => person.show(id));
  for (let round = 0; round < 40; round++) {
    while (network.messages.length) await judged(() => network.deliver(0));
    await judged(() => clock.advance(WRITE_LIMIT));
    const { base, changes, deletion, loadError, phase } = person.store(id).state;
    const current = network.server.find(id);
    const isToldSo = loadError?.code === 'not-found' || loadError?.code === 'gone';
    const isKnownGone =
      (phase === 'deleted' || (phase === 'failed' && isToldSo)) && loadError?.mergedInto === network.server.merged.get(id);
    const isAgreed = current ? phase === 'ready' && base?.version === current.version : isKnownGone;
    if (isAgreed && !network.open.size && (!current || (!changes.length && !deletion))) return;
    await judged(() => person.withdrawDelete());
    // What is tried again by itself needs nobody to press anything.
    if (changes.some(({ error }) => error) && phase === 'ready') await judged(() => person.retry(round, false));
    else await judged(() => person.refresh());
  }
  const { state } = person.store(id);
  const current = network.server.find(id);
  const detail = `${state.phase}, ${state.base ? versionOf(state.base) : 'nothing'} instead of ${current ? versionOf(current) : 'gone'}`;
  throw new Violation('R1', `${id} does not come to rest: ${detail}, ${state.changes.map((change) => change.status).join()}`);
}

function interfere({ server }: Network, choice: number, id: string): void {
  const field = FIELDS[(choice >> 1) % FIELDS.length] ?? 'plan';
  const before = server.history.get(id)?.[0];
  const value = choice % 8 === 1 ? (before?.firstName ?? null) : `theirs ${server.log.length}`;
  server.interfere(id, { values: { [field]: value } });
}

function mergeInto({ server }: Network, choice: number, id: string, targetId: string): void {
  const field = FIELDS[(choice >> 2) % FIELDS.length] ?? 'plan';
  server.merge(id, targetId, choice & 2 ? [field] : []);
}

function emailChange(choice: number, isThere: boolean): Parameters<Network['server']['interfere']> {
  const email = EMAILS[(choice >> 1) % EMAILS.length] ?? '';
  return [CONTACTS[choice & 1] ?? 'a', isThere ? { addEmail: email } : { removeEmail: email }];
}

function tagChange(choice: number, kind: 'addTag' | 'removeTag'): Parameters<Network['server']['interfere']> {
  const tag = TAGS[(choice >> 1) % TAGS.length] ?? 'VIP';
  return [CONTACTS[choice & 1] ?? 'a', kind === 'addTag' ? { addTag: tag } : { removeTag: tag }];
}
