import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { ANA, part, parts, show } from '../element/kit.js';
import { findByRole, getByRole, queryByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, hover, press, unhover } from '../support/user.js';

const GOLD = { ...ANA, tags: [{ id: 'g', name: 'Gold', description: 'Best customers' }] };
const FIELDS = Array.from({ length: 24 }, (_, index) => ({ key: `f${index}`, type: 'text', label: `Field ${index}` }));

declare global {
  interface Window {
    /** Chromium's way to be told that something is to be closed. */
    readonly CloseWatcher: new () => { onclose: () => void; destroy(): void };
  }
}

/** What of ours Escape closes: how it is opened, and whether it is. */
interface Closable {
  readonly name: string;
  readonly open: (element: ContactDetails) => Promise<unknown>;
  readonly isOpen: (element: ContactDetails) => boolean;
}

const isShown = (element: ContactDetails, name: string) => parts(element, name).some((each) => each.matches(':popover-open'));

const CLOSABLE: readonly Closable[] = [
  {
    name: 'an editor',
    open: (element) => element.edit('email'),
    isOpen: (element) => parts(element, 'editor').length > 0,
  },
  {
    name: 'the suggestions for tags',
    open: async (element) => {
      getByRole('combobox', 'Tags', element).focus();
      await until(() => isShown(element, 'tag-list'), 'the list');
    },
    isOpen: (element) => isShown(element, 'tag-list'),
  },
  {
    name: 'the list of a field that is searched',
    open: async (element) => {
      await element.edit('country');
      await until(() => isShown(element, 'option-list'), 'the list');
    },
    isOpen: (element) => isShown(element, 'option-list'),
  },
  {
    name: 'the menu',
    open: async (element) => {
      await click(getByRole('button', 'More actions', element));
      await findByRole('menuitem', 'View Messages', element);
    },
    isOpen: (element) => isShown(element, 'menu'),
  },
  {
    name: 'the menu, from which the focus has gone',
    open: async (element) => {
      await click(getByRole('button', 'More actions', element));
      await findByRole('menuitem', 'View Messages', element);
      (element.shadowRoot?.activeElement as HTMLElement).blur();
    },
    isOpen: (element) => isShown(element, 'menu'),
  },
  {
    name: 'the dialog that asks before deleting',
    open: async (element) => {
      getByRole('button', 'More actions', element).click();
      (await findByRole('menuitem', 'Delete Contact', element)).click();
      await findByRole('alertdialog', undefined, element);
    },
    isOpen: (element) => queryByRole('alertdialog', undefined, element) !== undefined,
  },
  {
    name: 'the description of a tag that has the focus',
    open: async (element) => {
      getByRole('button', 'Remove tag Gold', element).focus();
      await until(() => isShown(element, 'tooltip'), 'the description');
    },
    isOpen: (element) => isShown(element, 'tooltip'),
  },
  {
    name: 'the description of a tag under the pointer',
    open: async (element) => {
      await hover(part(element, 'tag'));
      await until(() => isShown(element, 'tooltip'), 'the description');
    },
    isOpen: (element) => isShown(element, 'tooltip'),
  },
  {
    name: 'the search for a field',
    open: async (element) => {
      await click(part(element, 'find-field'));
      await press('z');
      await until(() => parts(element, 'field').length === 0, 'no field');
    },
    isOpen: (element) => (part(element, 'find-field') as HTMLInputElement).value !== '',
  },
];

/** Something of the page that Escape closes, with the panel in it. */
interface Surroundings {
  readonly name: string;
  readonly surround: (element: ContactDetails) => Promise<() => boolean>;
}

/** Puts the panel into another element, which is in the page until the test is over. */
function wrap(element: ContactDetails, tag: 'dialog' | 'div'): HTMLElement {
  const wrapper = document.createElement(tag);
  // A panel is as wide as what it is in.
  Object.assign(wrapper.style, { width: '400px', maxHeight: '90vh', overflow: 'auto' });
  element.replaceWith(wrapper);
  wrapper.append(element);
  return wrapper;
}

const SURROUNDINGS: readonly Surroundings[] = [
  {
    name: 'a modal dialog',
    surround: async (element) => {
      const dialog = wrap(element, 'dialog') as HTMLDialogElement;
      dialog.showModal();
      return () => dialog.open;
    },
  },
  {
    name: 'a popover',
    surround: async (element) => {
      const popover = wrap(element, 'div');
      popover.popover = 'auto';
      popover.showPopover();
      return () => popover.matches(':popover-open');
    },
  },
  {
    name: 'a page that closes something when Escape is pressed, and something when it is let go',
    surround: async () => {
      const heard: string[] = [];
      const onKey = ({ key, type }: KeyboardEvent) => key === 'Escape' && heard.push(type);
      document.addEventListener('keydown', onKey);
      document.addEventListener('keyup', onKey);
      stops.push(() => {
        document.removeEventListener('keydown', onKey);
        document.removeEventListener('keyup', onKey);
      });
      return () => heard.length === 0;
    },
  },
  ...('CloseWatcher' in window
    ? [
        {
          name: 'a page with a close watcher of its own',
          surround: async () => {
            let isOpen = true;
            const watcher = new window.CloseWatcher();
            watcher.onclose = () => (isOpen = false);
            stops.push(() => watcher.destroy());
            return () => isOpen;
          },
        },
      ]
    : []),
];

const stops: (() => void)[] = [];

describe('an Escape that closes something in the panel', () => {
  afterEach(async () => {
    stops.splice(0).forEach((stop) => stop());
    await unhover();
  });

  for (const { name: place, surround } of SURROUNDINGS) {
    for (const { name, open, isOpen } of CLOSABLE) {
      it(`closes ${name}, and nothing of ${place}; the next one does`, async () => {
        const element = await show(GOLD, { fields: FIELDS, tags: [{ id: 't_new', name: 'New' }] });
        const isPageAsItWas = await surround(element);
        await element.whenSettled();
        await open(element);
        expect(isOpen(element), 'open').to.equal(true);
        await press('Escape');
        await until(() => !isOpen(element), `${name} to close`);
        expect(isPageAsItWas(), 'the page as it was').to.equal(true);
        for (let at = 0; at < 3 && isPageAsItWas(); at++) await press('Escape');
        expect(isPageAsItWas(), 'the page as it was').to.equal(false);
      });
    }
  }
});
