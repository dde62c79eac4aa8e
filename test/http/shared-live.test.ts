import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { until } from '../support/until.js';
import { tabs, watching } from './support-tabs.js';
import type { Tab } from './support-tabs.js';
import { seed, writing } from './support.js';

const BEAT = 15_000;
const LINGER = 1_000;
const isBeat = (milliseconds: number): boolean => milliseconds === BEAT;
const isSilence = (milliseconds: number): boolean => milliseconds >= 150_000;
const isBackoff = (milliseconds: number): boolean => milliseconds >= 500 && milliseconds !== LINGER && milliseconds !== BEAT;
const newest = (told: readonly Contact[]): string | undefined => told.at(-1)?.version;
const openings = (all: readonly Tab[]): number => all.reduce((sum, { opened }) => sum + opened.length, 0);

describe('one connection for all tabs of a browser', () => {
  test('one tab holds the stream for what all of them watch, and a change reaches everybody who watches it', async () => {
    const source = memoryAdapter(seed);
    const { tabs: all } = tabs(3, source);
    const [first, second, third] = all as [Tab, Tab, Tab];
    const heard = [watching(first, 'c_1'), watching(second, 'c_1'), watching(third, 'c_2')] as const;
    await until(() => heard.every(({ told }) => told.length), 'the contacts as they are');
    const { version } = await source.save('c_1', { firstName: 'Anna' }, writing());
    await until(() => newest(heard[0].told) === version && newest(heard[1].told) === version, 'the change');
    assert.deepEqual([second.opened, third.opened], [[], []]);
    assert.equal(first.opened.at(-1)?.contacts, 'c_1,c_2');
    assert.equal(newest(heard[2].told), '1');
  });

  test('no more of a contact than its id and version goes from tab to tab', async () => {
    const source = memoryAdapter(seed);
    const { browser, tabs: all } = tabs(2, source);
    const [first, second] = all as [Tab, Tab];
    const [own, other] = [watching(first, 'c_1'), watching(second, 'c_1')];
    await source.save('c_1', { firstName: 'Secret' }, writing());
    await until(() => newest(own.told) === '8' && newest(other.told) === '8', 'the change');
    assert.equal(own.told.at(-1)?.firstName, 'Secret');
    assert.deepEqual(other.told.at(-1), { id: 'c_1', version: '8' });
    assert.doesNotMatch(JSON.stringify(browser.said), /Secret|Ana|example\.com|VIP/);
  });

  test('when the leader dies, the next takes over and tells what happened in between', async () => {
    const source = memoryAdapter(seed);
    const { browser, tabs: all } = tabs(3, source);
    const [first, second, third] = all as [Tab, Tab, Tab];
    watching(first, 'c_1');
    const [one, two] = [watching(second, 'c_1'), watching(third, 'c_2')];
    await until(() => one.told.length && two.told.length, 'the contacts as they are');
    first.die(browser);
    await source.save('c_1', { firstName: 'Between' }, writing());
    await until(() => newest(one.told) === '8', 'what was missed');
    assert.ok(browser.isLeader(second));
    assert.deepEqual(third.opened, []);
    assert.equal(second.opened.at(-1)?.contacts.split(',').sort().join(), 'c_1,c_2');
    await source.save('c_2', { firstName: 'After' }, writing());
    await until(() => newest(two.told) === '9', 'the next change');
    assert.ok(two.told.every(({ version }) => version === '1' || version === '9'));
  });

  test('a stream that is cut is opened again with all that is known, and what was missed is told', async () => {
    const source = memoryAdapter(seed);
    const { tabs: all } = tabs(2, source);
    const [first, second] = all as [Tab, Tab];
    const [one, two] = [watching(first, 'c_1'), watching(second, 'c_2')];
    await until(() => one.told.length && two.told.length, 'the contacts as they are');
    first.cut();
    await source.save('c_2', { firstName: 'Missed' }, writing());
    await first.timer.fire(isBackoff);
    await until(() => newest(two.told) === '8', 'what was missed');
    assert.equal(first.opened.at(-1)?.lastEventId, 'c_1=7&c_2=1');
  });

  test('whoever comes later is told how far the others are', async () => {
    const source = memoryAdapter(seed);
    const { tabs: all } = tabs(2, source);
    const [first, second] = all as [Tab, Tab];
    const one = watching(first, 'c_1');
    await source.save('c_1', { firstName: 'Anna' }, writing());
    await until(() => newest(one.told) === '8', 'the change');
    const opened = openings(all);
    const late = watching(second, 'c_1');
    await until(() => newest(late.told) === '8', 'the news that was there before');
    assert.equal(openings(all), opened, 'nothing had to be opened');
  });

  test('a contact that the server will not report is followed by its tab alone, and the others go on', async () => {
    const source = memoryAdapter(seed);
    const { tabs: all } = tabs(2, source);
    const [first, second] = all as [Tab, Tab];
    const one = watching(first, 'c_1');
    watching(second, 'c_9');
    await until(() => second.alone.length, 'the refusal');
    await source.save('c_1', { firstName: 'Anna' }, writing());
    await until(() => newest(one.told) === '8', 'the change');
    assert.deepEqual([first.alone, second.alone], [[], ['c_9']]);
  });

  test('a contact that is refused to one tab is refused to the next one too', async () => {
    const { tabs: all } = tabs(2, memoryAdapter(seed));
    const [first, second] = all as [Tab, Tab];
    const one = watching(first, 'c_1');
    watching(first, 'c_9');
    await until(() => one.told.length && first.alone.length, 'the refusal');
    watching(second, 'c_9');
    await until(() => second.alone.length, 'the refusal of the late one');
    assert.deepEqual(second.alone, ['c_9']);
  });

  for (const status of [404, 405, 204]) {
    test(`where the server answers ${status}, every tab follows alone, those too that come later`, async () => {
      const { tabs: all } = tabs(2, undefined, () => Promise.resolve(new Response(null, { status })));
      const [first, second] = all as [Tab, Tab];
      watching(first, 'c_1');
      watching(second, 'c_2');
      await until(() => first.alone.length && second.alone.length, 'the refusals');
      const opened = openings(all);
      watching(second, 'c_3');
      await until(() => second.alone.includes('c_3'), 'the refusal of the late one');
      assert.equal(openings(all), opened);
    });
  }

  test('a tab that takes over, even one that has just come, waits for what the server asked the leader to wait', async () => {
    const refusal = () => Promise.resolve(new Response(null, { status: 429, headers: { 'retry-after': '60' } }));
    const { browser, tabs: all } = tabs(2, undefined, refusal);
    const [first, second] = all as [Tab, Tab];
    watching(first, 'c_1');
    const isPaused = (milliseconds: number): boolean => milliseconds > 59_000 && milliseconds < 63_000;
    await until(() => first.timer.pending.some(({ milliseconds }) => isPaused(milliseconds)), 'the wait of the leader');
    watching(second, 'c_2');
    await until(() => browser.said.some((message) => (message as { type: string }).type === 'paused'), 'the news of it');
    await new Promise(setImmediate);
    first.die(browser);
    await until(() => second.timer.pending.some(({ milliseconds }) => isPaused(milliseconds)), 'the wait of the next');
    assert.deepEqual(second.opened, []);
    await second.timer.fire(isPaused);
  });

  test('a page that may have no locks has a stream to itself', async () => {
    const source = memoryAdapter(seed);
    const { browser, tabs: all } = tabs(1, source);
    const [tab] = all as [Tab];
    browser.hasLocks = false;
    const [one, two] = [watching(tab, 'c_1'), watching(tab, 'c_2')];
    await until(() => one.told.length && two.told.length, 'the contacts as they are');
    await source.save('c_2', { firstName: 'Bodil' }, writing());
    await until(() => newest(two.told) === '8', 'the change');
    assert.deepEqual([tab.opened.length, tab.alone], [1, []]);
  });

  test('a leader that does nothing any more is replaced, and gives up its stream once it wakes', async () => {
    const source = memoryAdapter(seed);
    const { browser, tabs: all } = tabs(2, source);
    const [first, second] = all as [Tab, Tab];
    const [one, two] = [watching(first, 'c_1'), watching(second, 'c_1')];
    await until(() => one.told.length && two.told.length, 'the contacts as they are');
    await second.timer.fire(isSilence);
    await until(() => browser.isLeader(second) && second.opened.length, 'the new leader');
    const opened = first.opened.length;
    await source.save('c_1', { firstName: 'Anna' }, writing());
    await until(() => newest(one.told) === '8' && newest(two.told) === '8', 'the change, in both tabs');
    assert.deepEqual(one.told.at(-1), { id: 'c_1', version: '8' }, 'the one who woke hears it from the new leader');
    assert.equal(first.opened.length, opened);
  });

  test('a tab that was killed is forgotten after two greetings; one that lives answers them', async () => {
    const source = memoryAdapter(seed);
    const { browser, tabs: all } = tabs(3, source);
    const [first, second, third] = all as [Tab, Tab, Tab];
    const heard = [watching(first, 'c_1'), watching(second, 'c_2'), watching(third, 'c_1')];
    await until(() => heard.every(({ told }) => told.length), 'the contacts as they are');
    second.die(browser);
    for (let beat = 0; beat < 2; beat++) await first.timer.fire(isBeat);
    watching(third, 'c_3');
    await until(() => first.opened.at(-1)?.contacts.includes('c_3'), 'a stream for the new contact');
    assert.equal(first.opened.at(-1)?.contacts, 'c_1,c_3');
  });

  test('whoever watches nothing any more leaves, and leaves no timer, stream or lock behind', async () => {
    const source = memoryAdapter(seed);
    let streams = 0;
    const counted = {
      ...source,
      watch: (...call: Parameters<typeof source.watch>) => {
        const stop = source.watch(...call);
        streams++;
        return () => {
          streams--;
          stop();
        };
      },
    };
    const { browser, tabs: all } = tabs(
      1,
      counted,
      contactHandler(() => counted, { clock: () => () => undefined }),
    );
    const [tab] = all as [Tab];
    const one = watching(tab, 'c_1');
    await until(() => one.told.length, 'the contact as it is');
    one.stop();
    await tab.timer.fire((milliseconds) => milliseconds === LINGER);
    await until(() => !browser.isLeader(tab) && streams === 0, 'nothing to be left');
    assert.deepEqual(tab.timer.pending, []);
    const again = watching(tab, 'c_1');
    await source.save('c_1', { firstName: 'Anna' }, writing());
    await until(() => newest(again.told) === '8', 'the change, by a new connection');
  });

  test('a panel that switches contacts keeps its place', async () => {
    const { browser, tabs: all } = tabs(2, memoryAdapter(seed));
    const [first, second] = all as [Tab, Tab];
    const one = watching(first, 'c_1');
    watching(second, 'c_1');
    await until(() => one.told.length, 'the contact as it is');
    one.stop();
    const next = watching(first, 'c_2');
    await until(() => next.told.length, 'the other contact');
    assert.ok(browser.isLeader(first));
  });

  test('an id that no URL can carry does not keep the others waiting', async () => {
    const { tabs: all } = tabs(1, memoryAdapter(seed));
    const [tab] = all as [Tab];
    const [bad, empty, good] = [watching(tab, '\ud800'), watching(tab, ''), watching(tab, 'c_1')];
    await until(() => good.told.length, 'the contact as it is');
    assert.deepEqual([bad.told, empty.told, tab.opened.length], [[], [], 1]);
  });

  test('more contacts than one stream takes are followed alone', async () => {
    const contacts = Array.from({ length: 103 }, (_, index) => ({ id: `c_${index}` }));
    const { tabs: all } = tabs(1, memoryAdapter({ contacts }));
    const watches = contacts.map(({ id }) => watching(all[0] as Tab, id));
    await until(() => watches.every(({ told }) => told.length), 'all to be told');
    assert.deepEqual(all[0]?.alone, ['c_100', 'c_101', 'c_102']);
  });
});
