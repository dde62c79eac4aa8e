import { expect } from '@open-wc/testing';
import { Popup } from '../../src/element/popups/popup.js';
import { until } from '../support/until.js';

/** Two popovers in the page, until the test is over. */
function twoPopovers(): readonly [HTMLElement, HTMLElement] {
  const make = () => {
    const popover = document.body.appendChild(document.createElement('div'));
    popover.popover = 'manual';
    popover.textContent = 'Text';
    made.push(popover);
    return popover;
  };
  return [make(), make()];
}

const made: HTMLElement[] = [];

describe('a popup that is opened while the browser shows or hides another popover', () => {
  afterEach(() => made.splice(0).forEach((popover) => popover.remove()));

  for (const act of ['showPopover', 'hidePopover'] as const) {
    it(`opens after it: ${act}`, async () => {
      const [other, popover] = twoPopovers();
      if (act === 'hidePopover') other.showPopover();
      const popup = new Popup(other, popover, { placement: 'top' });
      const failures: unknown[] = [];
      other.addEventListener('beforetoggle', () => void popup.open().catch((error: unknown) => failures.push(error)), {
        once: true,
      });
      other[act]();
      await until(() => popup.isOpen || failures.length, 'the popup');
      expect(failures).to.deep.equal([]);
      expect(popup.isOpen).to.equal(true);
      popup.close();
      expect(popup.isOpen).to.equal(false);
    });
  }

  it('stays closed where it is closed before its turn, or has been taken away', async () => {
    const [other, popover] = twoPopovers();
    const popup = new Popup(other, popover, { placement: 'top' });
    popover.remove();
    const opening = popup.open();
    popup.close();
    document.body.append(popover);
    await opening;
    expect(popup.isOpen).to.equal(false);
    await new Popup(other, document.createElement('div'), { placement: 'top' }).open();
  });
});
