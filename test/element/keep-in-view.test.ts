import { expect } from '@open-wc/testing';
import { getByRole } from '../support/find.js';
import { setViewport } from '../support/page.js';
import { nextEvent, until } from '../support/until.js';
import { click } from '../support/user.js';
import { ANA, part, parts, show } from './kit.js';

/** Runs a test in a window that it makes lower, as the keyboard of a touch screen does; afterwards the window is as before. */
async function withKeyboard(test: (come: () => Promise<void>, go: () => Promise<void>) => Promise<void>): Promise<void> {
  const [width, height] = [innerWidth, innerHeight];
  const resizeTo = async (lower: number) => {
    const resized = nextEvent(visualViewport as VisualViewport, 'resize');
    await setViewport({ width, height: lower });
    await resized;
  };
  try {
    await test(
      () => resizeTo(Math.round(height / 2)),
      () => resizeTo(height),
    );
  } finally {
    await setViewport({ width, height });
  }
}

/** Whether an element is seen from top to bottom. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= (visualViewport?.height ?? 0);
}

describe('an open editor', () => {
  /** A panel that ends where the window ends, its last field open. */
  async function openLast() {
    const element = await show(ANA, { fields: [{ key: 'last', type: 'text', label: 'Last' }] });
    const before = document.createElement('div');
    before.style.blockSize = '2000px';
    element.before(before);
    getByRole('button', 'Edit Last', element).scrollIntoView({ block: 'end' });
    await click(getByRole('button', 'Edit Last', element));
    await until(() => parts(element, 'editor').length === 1);
    return element;
  }

  it('comes into view, with its buttons, when the keyboard of a touch screen comes over it', () =>
    withKeyboard(async (come) => {
      const element = await openLast();
      await come();
      await until(() => isInView(part(element, 'save-button')) && isInView(part(element, 'input')), 'the editor to be seen');
    }));

  it('moves the page no more once it has been left', () =>
    withKeyboard(async (come, go) => {
      const element = await openLast();
      part(element, 'input').blur();
      await come();
      expect(isInView(part(element, 'input'))).to.equal(false);
      await go();
    }));
});
