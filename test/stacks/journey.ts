import type { Browser } from 'puppeteer-core';
import { Visitor } from '../e2e/visitor.js';
import type { Column, Finding } from './outcome.js';

type Shown = Exclude<Column, 'install' | 'types'>;

interface Step {
  readonly column: Exclude<Shown, 'console'>;
  readonly does: string;
  readonly run: (visitor: Visitor) => Promise<unknown>;
}

/** How long something may take to appear, in milliseconds: the machine may be busy. */
const PATIENCE = 30_000;

/** What is done in each app, in this order: all of them are the same page. */
const STEPS: readonly Step[] = [
  { column: 'render', does: 'show the first contact', run: (visitor) => visitor.find('heading', 'Ana García') },
  {
    column: 'events',
    does: 'hear what is chosen in the menu',
    async run(visitor) {
      await choose(visitor, 'View Messages');
      await heard(visitor, 'view-messages c_1');
      await choose(visitor, 'Call');
      await heard(visitor, 'contact-action c_1 call');
    },
  },
  {
    column: 'edit',
    does: 'save a name and an email address',
    async run(visitor) {
      await visitor.edit('Email Address');
      await visitor.retype('zoe@example.com');
      await visitor.press('Enter');
      await visitor.find('link', 'zoe@example.com');
      await visitor.click('button', 'Edit name');
      await visitor.find('textbox', 'First Name');
      await visitor.retype('Zoë');
      await visitor.press('Enter');
      await visitor.find('heading', 'Zoë García');
      await heard(visitor, 'contact-saved c_1');
    },
  },
  {
    column: 'tags',
    does: 'add a tag and take another off',
    async run(visitor) {
      await visitor.click('combobox', 'Tags');
      await visitor.type('VIP');
      await visitor.page.waitForSelector('::-p-aria([role="option"])');
      await visitor.press('Enter');
      await visitor.find('button', 'Remove tag VIP');
      await visitor.click('button', 'Remove tag Customer');
      await gone(visitor, 'button', 'Remove tag Customer');
      await visitor.settled();
    },
  },
  {
    column: 'render',
    does: 'switch the contact and back',
    async run(visitor) {
      await visitor.click('button', 'Second contact');
      await visitor.find('heading', 'Ben Okafor');
      await visitor.click('button', 'First contact');
      await visitor.find('heading', 'Zoë García');
      await visitor.find('button', 'Remove tag VIP');
    },
  },
  {
    column: 'render',
    does: 'make the panel read-only and editable again',
    async run(visitor) {
      await visitor.click('checkbox', 'Read only');
      await gone(visitor, 'button', 'Edit name');
      await visitor.click('checkbox', 'Read only');
      await visitor.find('button', 'Edit name');
    },
  },
  {
    column: 'render',
    does: 'take the panel out of the page and put it in again',
    async run(visitor) {
      await visitor.click('button', 'Close');
      await visitor.page.waitForFunction(() => !document.querySelector('contact-details'));
      await visitor.click('button', 'Open');
      await visitor.find('heading', 'Zoë García');
    },
  },
  {
    column: 'events',
    does: 'delete the second contact',
    async run(visitor) {
      await visitor.click('button', 'Second contact');
      await visitor.find('heading', 'Ben Okafor');
      await choose(visitor, 'Delete Contact');
      await (await visitor.confirmButton()).click();
      await heard(visitor, 'delete-contact c_2');
      await heard(visitor, 'contact-deleted c_2');
      await gone(visitor, 'heading', 'Ben Okafor');
    },
  },
  {
    column: 'render',
    does: 'show a panel in a page of the server',
    async run(visitor) {
      if (!(await visitor.has('link', 'Rendered by the server'))) return;
      await visitor.click('link', 'Rendered by the server');
      await visitor.page.waitForFunction(() => location.pathname.endsWith('/c_1'));
      await visitor.find('heading', 'Zoë García');
      await gone(visitor, 'button', 'Edit name');
    },
  },
];

/** Goes through an app as a person does, until something fails, and says what came of each column. */
export async function journey(browser: Browser, url: string): Promise<Readonly<Record<Shown, Finding>>> {
  const visitor = await Visitor.open(browser, 'about:blank');
  const { page, trouble } = visitor;
  const warnings: string[] = [];
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => {
    if (message.type() === 'warn') warnings.push(message.text());
  });
  await page.goto(url);

  const findings: Record<Step['column'], Finding> = { render: 'pass', events: 'pass', edit: 'pass', tags: 'pass' };
  for (const [index, { column, does, run }] of STEPS.entries()) {
    try {
      await run(visitor);
    } catch (error) {
      for (const later of STEPS.slice(index)) findings[later.column] = { fault: `not tried: ${later.does}` };
      findings[column] = { fault: `It does not ${does}.\n${String(error)}\n\nThe panel says: ${await visitor.panelText()}` };
      break;
    }
  }
  const said = [...trouble.errors, ...trouble.violations, ...warnings];
  await page.browserContext().close();
  return { ...findings, console: said.length ? { fault: said.join('\n') } : 'pass' };
}

/** Opens the panel's menu and takes an item of it. */
async function choose(visitor: Visitor, item: string): Promise<void> {
  await visitor.click('button', 'More actions');
  await visitor.click('menuitem', item);
}

/** Waits until the app has written down an event. */
async function heard({ page }: Visitor, event: string): Promise<void> {
  try {
    await page.waitForFunction(
      (line) =>
        [...document.querySelectorAll('[aria-label="Events"] li')].some(({ textContent }) => textContent?.trim() === line),
      {},
      event,
    );
  } catch (error) {
    throw new Error(`The app did not hear "${event}"`, { cause: error });
  }
}

/** Waits until there is no such element any more. */
async function gone({ page }: Visitor, role: string, name: string): Promise<void> {
  await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { hidden: true });
}
