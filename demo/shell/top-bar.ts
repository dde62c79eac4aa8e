import { html, render } from 'lit';
import type { TemplateResult } from 'lit';
import { avatar } from './avatar.js';
import { loadSession, useAs } from './api.js';
import type { Session, User } from './api.js';
import { icon } from './icons.js';
import type { IconName } from './icons.js';
import { opensMenu, renderMenuButton } from './menu.js';
import type { Menu } from './menu.js';
import { chooseTheme, currentTheme } from './theme.js';
import type { Theme } from './theme.js';
import { announce, prepareToasts } from './toast.js';

/** The pages of the demo. */
export type PageName = 'inbox' | 'contacts' | 'gallery' | 'server-rendered';

const pages: readonly { name: PageName; label: string; href: string }[] = [
  { name: 'inbox', label: 'Inbox', href: '/' },
  { name: 'contacts', label: 'Contacts', href: '/contacts' },
  { name: 'gallery', label: 'Gallery', href: '/gallery' },
  { name: 'server-rendered', label: 'Server', href: '/server-rendered' },
];

const themes: Readonly<Record<Theme, { label: string; icon: IconName }>> = {
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
  system: { label: 'As the device', icon: 'system' },
};

/** Fills the bar that all pages share: where one is, who one is, and the theme. Answers who one is, where that can be known. */
export async function mountTopBar(page: PageName): Promise<Session | undefined> {
  const bar = document.querySelector<HTMLElement>('#top-bar');
  if (!bar) throw new TypeError('The page has no #top-bar');
  prepareToasts();
  let session: Session | undefined;
  const update = () => render(renderTopBar(page, session), bar);
  update();
  addEventListener('themechange', update);
  try {
    session = await loadSession();
    update();
  } catch {
    announce('The demo server does not answer.');
  }
  return session;
}

function renderTopBar(page: PageName, session: Session | undefined): TemplateResult {
  return html`<a class="brand" href="/" aria-label="contact-details, to the inbox">
      <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <circle cx="16" cy="12.5" r="4.5" />
        <path d="M7 25c1-5 4.5-7.5 9-7.5s8 2.5 9 7.5" />
      </svg>
      <span class="brand-name" translate="no">contact-details</span>
    </a>
    <nav class="top-nav" aria-label="Demo pages">
      ${pages.map(
        ({ name, label, href }) =>
          html`<a class="top-link" href=${href} aria-current=${name === page ? 'page' : 'false'}
            >${icon(name)}<span>${label}</span></a
          >`,
      )}
    </nav>
    <div class="top-tools">${renderThemeButton()} ${session ? renderPerson(session) : renderNobody()}</div>`;
}

function renderThemeButton(): TemplateResult {
  const theme = currentTheme();
  return renderMenuButton(`Theme: ${themes[theme].label}`, 'Theme', themes[theme].icon, themeMenu);
}

function themeMenu(): Menu {
  const current = currentTheme();
  return {
    label: 'Theme',
    items: Object.entries(themes).map(([id, theme]) => ({ id, ...theme, isChecked: id === current })),
    onSelect: (id) => chooseTheme(id as Theme),
  };
}

function renderPerson({ user, people }: Session): TemplateResult {
  const { onClick, onKeydown } = opensMenu(() => peopleMenu(user, people));
  return html`<button
    type="button"
    class="person-button"
    aria-haspopup="menu"
    aria-expanded="false"
    @click=${onClick}
    @keydown=${onKeydown}
  >
    ${avatar({ id: user.id, name: user.name, url: user.avatarUrl })}
    <span class="person-text">
      <span class="visually-hidden">Use as: </span>
      <bdi class="person-name">${user.name}</bdi>
      <span class="person-role">${roleOf(user)}</span>
    </span>
    ${icon('chevron')}
  </button>`;
}

function renderNobody(): TemplateResult {
  return html`<span class="person-button is-empty" aria-hidden="true"><span class="avatar"></span></span>`;
}

function peopleMenu(user: User, people: readonly User[]): Menu {
  return {
    label: 'Use the demo as',
    items: people.map((person) => ({
      id: person.id,
      label: person.name,
      detail: [roleOf(person), ...person.restrictions.map(inWords)].join(' · '),
      picture: avatar({ id: person.id, name: person.name, url: person.avatarUrl }),
      isChecked: person.id === user.id,
    })),
    onSelect: (id) => {
      if (id !== user.id) useAs(id).then(reload, () => announce('The server refused to sign in as this person.'));
    },
  };
}

/** Everything on a page depends on who asks. */
function reload(): void {
  location.reload();
}

function roleOf({ role, workspace }: User): string {
  return [role.charAt(0).toUpperCase() + role.slice(1), workspace].filter(Boolean).join(', ');
}

function inWords(restriction: string): string {
  return restriction.replace(/^restrict_/, 'no ').replaceAll('_', ' ');
}
