import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, press, type } from '../support/user.js';
import { ANA, fieldRow, fieldText, panelText, rowAtRest, show } from './kit.js';

/** What a person does, counted: presses of the mouse, and keys that are no text. */
class Steps {
  clicks = 0;
  keys = 0;

  async click(element: Element): Promise<void> {
    this.clicks++;
    await click(element);
  }

  async press(key: string): Promise<void> {
    this.keys++;
    await press(key);
  }
}

interface Task {
  /** As docs/accessibility.md says it. */
  readonly clicks: number;
  readonly keys: number;
  readonly act: (element: ContactDetails, steps: Steps) => Promise<void>;
  readonly isDone: (element: ContactDetails) => boolean | undefined;
}

const valueOf = (element: Element, label: string) => fieldRow(element, label)?.querySelector('[part~=value]') as Element;

const focusIn = async (element: ContactDetails, role: string, name: string) => {
  const control = await findByRole(role, name, element);
  await until(() => element.shadowRoot?.activeElement === control, `the focus in ${name}`);
};

const TASKS: Readonly<Record<string, Task>> = {
  'a name': {
    clicks: 1,
    keys: 1,
    act: async (element, steps) => {
      await steps.click(getByRole('heading', undefined, element));
      await focusIn(element, 'textbox', 'First Name');
      await type('Eva');
      await steps.press('Enter');
    },
    isDone: (element) => fieldText(element, 'First Name') === 'Eva',
  },
  'a text': {
    clicks: 1,
    keys: 1,
    act: async (element, steps) => {
      await steps.click(valueOf(element, 'Note'));
      await focusIn(element, 'textbox', 'Note');
      await type('Calls back');
      await steps.press('Enter');
    },
    isDone: (element) => fieldText(element, 'Note') === 'Calls back',
  },
  'a list': {
    clicks: 2,
    keys: 0,
    act: async (element, steps) => {
      await steps.click(valueOf(element, 'Plan'));
      await steps.click(await rowAtRest('Pro', element));
    },
    isDone: (element) => fieldText(element, 'Plan') === 'Pro',
  },
  'a person': {
    clicks: 2,
    keys: 0,
    act: async (element, steps) => {
      await steps.click(valueOf(element, 'Assigned To'));
      await steps.click(await rowAtRest(/Zoë$/, element));
    },
    isDone: (element) => fieldText(element, 'Assigned To')?.includes('Zoë'),
  },
  'a tag': {
    clicks: 1,
    keys: 1,
    act: async (element, steps) => {
      await steps.click(getByRole('combobox', 'Tags', element));
      await type('kno');
      await findByRole('option', 'Known', element);
      await steps.press('Enter');
    },
    isDone: (element) => queryAllByRole('button', 'Remove tag Known', element).length > 0,
  },
  'an undo': {
    clicks: 1,
    keys: 0,
    act: async (element, steps) => {
      await click(getByRole('button', 'Closed', element));
      await steps.click(await findByRole('button', 'Undo Conversation Status', element));
    },
    isDone: (element) => getByRole('button', 'Open', element).ariaPressed === 'true',
  },
  'a delete': {
    clicks: 3,
    keys: 0,
    act: async (element, steps) => {
      await steps.click(getByRole('button', 'More actions', element));
      await steps.click(await findByRole('menuitem', 'Delete Contact', element));
      const confirm = await findByRole('button', 'Delete Contact', element);
      await until(() => confirm.getAttribute('aria-disabled') !== 'true');
      await steps.click(confirm);
    },
    isDone: (element) => panelText(element).includes('This contact was deleted.'),
  },
};

describe('the steps that it takes', () => {
  for (const [name, { act, clicks, isDone, keys }] of Object.entries(TASKS)) {
    it(`${name}: ${clicks} clicks and ${keys} keys beside what is typed`, async () => {
      const element = await show(
        { ...ANA, custom: { note: 'Old', plan: 'basic' } },
        {
          tags: [{ id: 'k', name: 'Known' }],
          options: { assignee: [{ value: 'u_2', label: 'Zoë' }] },
          fields: [
            { key: 'note', type: 'text', label: 'Note' },
            {
              key: 'plan',
              type: 'list',
              label: 'Plan',
              options: ['Basic', 'Pro'].map((label) => ({ value: label.toLowerCase(), label })),
            },
          ],
        },
      );
      const steps = new Steps();
      await act(element, steps);
      await until(() => isDone(element), name);
      expect([steps.clicks, steps.keys]).to.deep.equal([clicks, keys]);
    });
  }
});
