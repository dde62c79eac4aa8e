import type { TemplateResult } from 'lit';
import { editAsColleague, RequestError } from './api.js';
import type { ColleagueEdit } from './api.js';
import { renderMenuButton } from './menu.js';
import type { Menu } from './menu.js';
import { announce } from './toast.js';

interface Change {
  readonly id: string;
  readonly label: string;
  /** What there is to try with it. */
  readonly detail: string;
  /** What the colleague did, after the colleague's name. */
  said(value: ColleagueEdit['value']): string;
}

const languages = new Intl.DisplayNames('en', { type: 'language' });

const CHANGES: readonly Change[] = [
  {
    id: 'status',
    label: 'Change the status',
    detail: 'The panel follows by itself',
    said: (status) => `changed the status to “${status}”.`,
  },
  {
    id: 'language',
    label: 'Change the language',
    detail: 'While you edit another field: both are kept',
    said: (code) => `changed the language to ${languages.of(String(code))}.`,
  },
  {
    id: 'lastName',
    label: 'Change the last name',
    detail: 'While you edit the name: you decide',
    said: (name) => (name ? `changed the last name to \u2068${String(name)}\u2069.` : 'removed the last name.'),
  },
];

/** The demo's second person: a button that has a colleague edit the contact on the server, for trying what comes of it. */
export function renderColleagueButton(contactId: string): TemplateResult {
  const title = 'Edit as a colleague: see what happens when two people edit one contact';
  return renderMenuButton('Edit as a colleague', title, 'colleague', () => menuFor(contactId));
}

function menuFor(contactId: string): Menu {
  return {
    label: 'Edit as a colleague',
    items: CHANGES,
    onSelect: (id) => {
      const change = CHANGES.find((candidate) => candidate.id === id);
      if (change) void ask(contactId, change);
    },
  };
}

async function ask(contactId: string, { id, said }: Change): Promise<void> {
  try {
    const { name, value } = await editAsColleague(contactId, id);
    announce(`\u2068${name}\u2069 ${said(value)}`);
  } catch (error) {
    const isRefused = error instanceof RequestError && error.status === 403;
    announce(
      isRefused ? 'Only those who may edit can ask a colleague to.' : 'The colleague did not get through. You can try again.',
    );
  }
}
