import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { findByRole, getByRole } from '../support/find.js';
import { isChromium, sendCdp } from '../support/page.js';
import { until } from '../support/until.js';
import { click, hover, press, unhover } from '../support/user.js';
import { ANA, part, parts, show } from './kit.js';

/** How often a panel is put in, used and taken out. */
const CYCLES = 1_000;

/** Every listener that is added to the document or the window and not removed. */
function watchListeners(): { readonly left: () => readonly string[]; readonly stop: () => void } {
  const left = new Map<string, number>();
  const natives = [document, window].map((target) => {
    const { addEventListener, removeEventListener } = target;
    const count = (type: string, step: number) => left.set(type, (left.get(type) ?? 0) + step);
    Object.assign(target, {
      addEventListener: (...args: Parameters<typeof addEventListener>) => {
        count(args[0], 1);
        addEventListener.apply(target, args);
      },
      removeEventListener: (...args: Parameters<typeof removeEventListener>) => {
        count(args[0], -1);
        removeEventListener.apply(target, args);
      },
    });
    return { target, addEventListener, removeEventListener };
  });
  return {
    left: () => [...left].filter(([, count]) => count > 0).map(([type]) => type),
    stop: () => natives.forEach(({ target, ...methods }) => Object.assign(target, methods)),
  };
}

describe('a panel that is taken out', () => {
  it('leaves no listener on the document or the window, whatever was open', async () => {
    const listeners = watchListeners();
    try {
      for (const open of ['combobox', 'button'] as const) {
        const element = await show(ANA, { tags: [{ id: 'k', name: 'Known' }] });
        await click(getByRole(open, open === 'button' ? 'More actions' : 'Tags', element));
        await findByRole(open === 'button' ? 'menuitem' : 'option', /^(View Messages|Known)$/, element);
        element.remove();
        await Promise.resolve();
        expect(listeners.left(), open).to.deep.equal([]);
      }
    } finally {
      listeners.stop();
    }
  });

  it('leaves none when the description of a tag was shown either', async () => {
    const listeners = watchListeners();
    try {
      const element = await show({ tags: [{ id: 'g', name: 'Gold', description: 'Best customers' }] });
      await hover(part(element, 'tag'));
      await until(() => parts(element, 'tooltip').some((tooltip) => tooltip.matches(':popover-open')));
      element.remove();
      await Promise.resolve();
      expect(listeners.left()).to.deep.equal([]);
    } finally {
      listeners.stop();
      await unhover();
    }
  });

  it('leaves nothing on the page: no node, no style, no attribute', async () => {
    const nodes = () => document.querySelectorAll('*').length;
    const before = nodes();
    const element = await show(ANA, { tags: [{ id: 'k', name: 'Known' }] });
    await click(getByRole('combobox', 'Tags', element));
    await findByRole('option', 'Known', element);
    await press('Escape');
    await click(getByRole('button', 'More actions', element));
    await click(await findByRole('menuitem', 'Delete Contact', element));
    await findByRole('alertdialog', undefined, element);
    element.remove();
    // The fixture's wrapper is still there.
    expect(nodes()).to.equal(before + 1);
    expect(document.body.attributes).to.have.length(0);
    expect(Object.hasOwn(document, 'createElement')).to.equal(false);
  });

  it('stops its timers: nothing happens to it any more', async () => {
    const element = await show();
    await click(getByRole('button', 'More actions', element));
    await click(await findByRole('menuitem', 'Delete Contact', element));
    await findByRole('alertdialog', undefined, element);
    element.remove();
    await until(() => !element.shadowRoot?.querySelector('dialog'), 'the dialog to be gone');
  });

  if (isChromium) {
    it('is collected after a thousand cycles, with all its nodes and listeners, and less than 1 KB is left of each', async function () {
      this.timeout(240_000);
      const counters = async () => {
        for (let round = 0; round < 3; round++) await sendCdp('HeapProfiler.collectGarbage');
        const { nodes, jsEventListeners } = await sendCdp<{ nodes: number; jsEventListeners: number }>('Memory.getDOMCounters');
        const { usedSize } = await sendCdp<{ usedSize: number }>('Runtime.getHeapUsage');
        return { nodes, jsEventListeners, usedSize };
      };
      const cycles = async (count: number) => {
        for (let cycle = 0; cycle < count; cycle++) {
          const element = document.createElement('contact-details');
          element.adapter = memoryAdapter({ contacts: [ANA], can: { delete: true } });
          element.contactId = ANA.id;
          document.body.append(element);
          await element.whenSettled();
          const { shadowRoot } = element;
          shadowRoot?.querySelector<HTMLElement>('[part~=menu-button]')?.click();
          await until(() => shadowRoot?.querySelector('[role=menuitem]'));
          await element.edit('email');
          shadowRoot?.querySelector<HTMLElement>('[role=combobox]')?.focus();
          await until(() => shadowRoot?.querySelector('[role=combobox]')?.hasAttribute('aria-controls'));
          element.remove();
        }
      };
      await cycles(100);
      const before = await counters();
      await cycles(CYCLES);
      // What a browser keeps of the last few panels, of some 300 nodes each, it keeps for a while and however many there were.
      await until(async () => {
        const after = await counters();
        expect(after.nodes - before.nodes, 'nodes').to.be.below(1000);
        expect(after.jsEventListeners - before.jsEventListeners, 'listeners').to.be.below(100);
        expect((after.usedSize - before.usedSize) / CYCLES, 'bytes of each cycle').to.be.below(1024);
        return true;
      }, 'a thousand panels to be collected');
    });
  }
});
