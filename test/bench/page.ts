import type { Contact } from '../../src/core/contact.js';
import { define } from '../../src/define.js';
import { CAN, contactOf, FIELDS, withOtherCompany } from './contacts.js';
import { createFloor } from './floor.js';
import { painted, time } from './measure.js';
import type { Timing } from './measure.js';
import { element, elementOverAdapter, handWritten } from './subjects.js';
import type { MountedPanel, Subject } from './subjects.js';
import { timeSuggestions } from './suggestions.js';
import type { SuggestionTiming } from './suggestions.js';

/** Ways to build a panel. */
export type SubjectName = 'floor' | 'element' | 'adapter';

/** What the driver asks of the page. */
export interface Bench {
  /** One panel into an empty page, several times over. */
  mount(subject: SubjectName): Promise<readonly Timing[]>;
  /** Another contact in a panel that is there, several times over. */
  switchContact(subject: SubjectName): Promise<readonly Timing[]>;
  /** A thousand panels into an empty page. */
  mountMany(subject: SubjectName): Promise<readonly Timing[]>;
  /** One field of one of a thousand panels, several times over. */
  changeOneOfMany(subject: SubjectName): Promise<readonly Timing[]>;
  /** A letter in the tag field of a panel whose source knows that many tags, several times over. */
  suggest(known: number): Promise<readonly SuggestionTiming[]>;
  /** Puts a thousand panels into the page, hidden: their nodes are there, their layout is not. */
  fill(subject: SubjectName): Promise<void>;
  /** Takes everything out of the page. */
  clear(): Promise<void>;
}

const MANY = 1000;
const REPETITIONS = 10;

define();

const contacts = Array.from({ length: 8 }, (_, index) => contactOf(index));
const [first = contactOf(0)] = contacts;
const firstChanged = withOtherCompany(first);
const subjects: Record<SubjectName, Subject> = {
  floor: handWritten(createFloor(await renderAll([...contacts, firstChanged]))),
  element,
  adapter: elementOverAdapter(contacts),
};

/** Puts panels into the page; the first one shows the first contact. */
function mountPanels(name: SubjectName, count: number, isHidden = false): readonly MountedPanel[] {
  const stage = document.createElement('div');
  stage.hidden = isHidden;
  stage.className = count > 1 ? 'stage list' : 'stage';
  document.body.append(stage);
  return Array.from({ length: count }, (_, index) => subjects[name](stage, contacts[index % contacts.length] ?? first));
}

async function mountAndSettle(name: SubjectName, count: number): Promise<readonly MountedPanel[]> {
  const panels = mountPanels(name, count);
  await Promise.all(panels.map(({ ready }) => ready));
  await painted();
  return panels;
}

async function repeat(measure: (index: number) => Promise<Timing>): Promise<readonly Timing[]> {
  const timings: Timing[] = [];
  for (let index = 1; index <= REPETITIONS; index += 1) timings.push(await measure(index));
  return timings;
}

const bench: Bench = {
  mount: (name) =>
    repeat(async () => {
      await bench.clear();
      return time(() => mountPanels(name, 1)[0]?.ready);
    }),
  async switchContact(name) {
    await bench.clear();
    const [panel] = await mountAndSettle(name, 1);
    return repeat((index) => time(() => panel?.show(contacts[index % contacts.length] ?? first)));
  },
  async mountMany(name) {
    await bench.clear();
    return [await time(() => Promise.all(mountPanels(name, MANY).map(({ ready }) => ready)))];
  },
  async changeOneOfMany(name) {
    await bench.clear();
    const [panel] = await mountAndSettle(name, MANY);
    return repeat((index) => time(() => panel?.show(index % 2 ? firstChanged : first)));
  },
  async suggest(known) {
    await bench.clear();
    return timeSuggestions(known);
  },
  async fill(name) {
    await bench.clear();
    await Promise.all(mountPanels(name, MANY, true).map(({ ready }) => ready));
  },
  async clear() {
    document.body.replaceChildren();
    await painted();
  },
};

/** The element showing each contact once, to learn its markup from. */
async function renderAll(all: readonly Contact[]): Promise<ReadonlyMap<Contact, HTMLElement>> {
  const hosts = all.map((contact) => {
    const host = document.createElement('contact-details');
    Object.assign(host, { contact, fields: FIELDS, can: CAN });
    return [contact, host] as const;
  });
  document.body.append(...hosts.map(([, host]) => host));
  await Promise.all(hosts.map(([, host]) => host.updateComplete));
  await painted();
  return new Map(hosts);
}

Object.assign(globalThis, { bench });
