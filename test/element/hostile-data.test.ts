import { expect } from '@open-wc/testing';
import { isChromium } from '../support/page.js';
import { corpus, someOf } from './hostile/corpus.js';
import type { HostileText, Target } from './hostile/corpus.js';
import type { HostilePage } from './hostile/page.js';

const { hostileSeed, hostileTexts, hostileTextsInFirefox } = document.documentElement.dataset;
const ALL = corpus();
const TEXTS = someOf(ALL, Number(isChromium ? hostileTexts : hostileTextsInFirefox), Number(hostileSeed));

/** What careless code makes elements of. */
const MARKUP: readonly Target[] = ['markup', 'attribute', 'mutation', 'drawing'];

type Policy = 'open' | 'strict';

const frames = new Map<Policy, HTMLIFrameElement>();

/** The page with that policy, in a frame that is small: there is much to draw, and nobody who looks at it. */
async function pageWith(policy: Policy): Promise<HostilePage> {
  for (const [other, frame] of frames) frame.hidden = other !== policy;
  const frame = frames.get(policy) ?? (await openFrame(policy));
  frame.contentWindow?.focus();
  const page = await frame.contentWindow?.hostilePage;
  if (!page) throw new Error(`The ${policy} page did not load`);
  return page;
}

async function openFrame(policy: Policy): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '320px', height: '200px' });
  frame.src = new URL(`hostile/${policy}.html`, import.meta.url).href;
  frames.set(policy, frame);
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame;
}

/** What is wrong with some texts, each with its text. */
async function faultsOf(texts: readonly HostileText[], attempt: (text: string) => Promise<readonly string[]>) {
  const faults: string[] = [];
  for (const { text } of texts) {
    for (const fault of await attempt(text)) faults.push(`${JSON.stringify(text.slice(0, 80))}: ${fault}`);
  }
  return faults;
}

describe('hostile data', () => {
  after(() => frames.forEach((frame) => frame.remove()));

  it('comes for every parser', () => {
    expect(ALL.length).to.be.greaterThan(600);
    expect(new Set(TEXTS.map(({ target }) => target)).size).to.equal(Math.min(12, TEXTS.length));
  });

  for (const policy of ['open', 'strict'] as const) {
    it(`is text and nothing else, in every state of a panel in a page with the ${policy} policy`, async function () {
      this.timeout(0);
      const page = await pageWith(policy);
      expect(await faultsOf(TEXTS, (text) => page.try(text))).to.deep.equal([]);
      const { elements, states } = page.looks;
      expect(states).to.be.greaterThan(20 * TEXTS.length);
      console.log(`${TEXTS.length} texts, ${policy} policy: ${states} states, ${elements} elements`);
    });
  }

  it('would be noticed', async function () {
    this.timeout(0);
    const page = await pageWith('open');
    expect(await page.tryCarelessly('Ana')).to.deep.equal([]);
    expect(await page.tryCarelessly('<details open ontoggle=executed()>')).to.include('EXECUTED');
    expect(await page.tryCarelessly('javascript:executed()')).to.include('link javascript:executed()');
    const texts = TEXTS.filter(({ target }) => MARKUP.includes(target));
    const noticed = new Set<string>();
    await faultsOf(texts, async (text) => {
      const faults = await page.tryCarelessly(text);
      if (faults.length) noticed.add(text);
      return faults;
    });
    console.log(`${noticed.size} of ${texts.length} texts noticed in careless markup`);
    expect(noticed.size).to.be.greaterThan(texts.length * 0.75);
  });

  it('would not even become markup under the strict policy', async () => {
    const page = await pageWith('strict');
    const error = await page.tryCarelessly('<img src=x onerror=executed()>').catch(String);
    expect(error).to.match(/TrustedHTML|blocked by CSP/);
  });
});
