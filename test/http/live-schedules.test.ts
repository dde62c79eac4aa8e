import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { ContactStore } from '../../src/store/contact-store.js';
import { until } from '../support/until.js';
import { seed, writing } from './support.js';
import { tabs } from './support-tabs.js';
import type { Tab } from './support-tabs.js';

const SCHEDULES = 300;
const BEAT = 15_000;
const LINGER = 1_000;
const IDS = ['c_1', 'c_2'] as const;

/** One thing that can happen to three tabs of a browser. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change'), at: fc.nat(1) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('deliver', 'deliver', 'deliver twice'), at: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('cut', 'reconnect', 'beat', 'switch'), at: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die'), at: fc.nat(2) }) },
);

/** A tab with a panel: a store that watches one contact at a time through the tab's membership. */
class Panel {
  readonly tab: Tab;
  readonly stores: readonly ContactStore[];
  readonly versions = IDS.map(() => [] as number[]);
  shown = 0;
  #stop: () => void = () => undefined;

  constructor(tab: Tab, source: ReturnType<typeof memoryAdapter>) {
    this.tab = tab;
    const adapter = {
      load: source.load,
      watch: (id: string, onChange: Parameters<typeof source.watch>[1]) => tab.live.watch(id, onChange),
    };
    this.stores = IDS.map((id) => new ContactStore(adapter, id));
    this.stores.forEach((store, at) =>
      store.subscribe(({ base }) => {
        if (base?.version) this.versions[at]?.push(Number(base.version));
      }),
    );
    this.show(0);
  }

  show(at: number): void {
    this.shown = at;
    this.#stop();
    this.#stop = this.store.watch();
    if (!this.store.state.base) void this.store.load();
  }

  get store(): ContactStore {
    return this.stores[this.shown] as ContactStore;
  }
}

function fireAll({ timer, isDead }: Tab, isWanted: (milliseconds: number) => boolean): void {
  for (const due of timer.pending.filter(({ milliseconds }) => !isDead && isWanted(milliseconds))) {
    timer.pending.splice(timer.pending.indexOf(due), 1);
    due.callback();
  }
}

const isBackoff = (milliseconds: number): boolean => milliseconds < 60_000 && milliseconds !== BEAT && milliseconds !== LINGER;
const settle = (): Promise<void> => new Promise(setImmediate);

describe('live updates, whatever happens to the tabs', () => {
  test('no version goes back, and every panel that lives ends with the newest', async (t) => {
    const run = async (happenings: readonly { readonly kind: string; readonly at: number }[]): Promise<void> => {
      const source = memoryAdapter(seed);
      const { browser, tabs: all } = tabs(3, source);
      const panels = all.map((tab) => new Panel(tab, source));
      browser.isSlow = true;
      for (const [count, { kind, at }] of happenings.entries()) {
        const panel = panels[at % 3] as Panel;
        if (kind === 'change') await source.save(IDS[at] ?? 'c_1', { firstName: `Name ${count}` }, writing());
        if (kind.startsWith('deliver')) {
          const [post] = browser.posts.splice(at % Math.max(1, browser.posts.length), 1);
          post?.deliver();
          if (kind === 'deliver twice') post?.deliver();
        }
        if (kind === 'cut') panel.tab.cut();
        if (kind === 'reconnect') fireAll(panel.tab, isBackoff);
        if (kind === 'beat') fireAll(panel.tab, (milliseconds) => milliseconds === BEAT);
        if (kind === 'switch') panel.show(1 - panel.shown);
        if (kind === 'die' && all.filter(({ isDead }) => !isDead).length > 1) panel.tab.die(browser);
        await settle();
        for (const versions of panels.flatMap((each) => each.versions)) {
          assert.deepEqual(
            versions,
            versions.toSorted((a, b) => a - b),
          );
        }
      }
      browser.isSlow = false;
      for (const { deliver } of browser.posts.splice(0)) deliver();
      const living = panels.filter(({ tab }) => !tab.isDead);
      await until(async () => {
        for (const { tab } of living) fireAll(tab, (milliseconds) => milliseconds === BEAT || isBackoff(milliseconds));
        const answers = await Promise.all(
          living.map(({ store }) => source.load(store.state.id, { signal: new AbortController().signal })),
        );
        return living.every(({ store }, at) => store.state.base?.version === answers[at]?.contact.version);
      }, 'every panel to show the newest version');
      for (const { tab } of panels) tab.die(browser);
    };
    await fc.assert(fc.asyncProperty(fc.array(happening, { maxLength: 40, size: 'max' }), run), {
      numRuns: SCHEDULES,
      seed: 1,
    });
    t.diagnostic(`${SCHEDULES} schedules of three tabs`);
  });
});
