import { expect } from '@open-wc/testing';
import { startGallery } from '../../demo/gallery/gallery.js';
import { groups, states } from '../../demo/gallery/states.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { panelText, part } from '../element/kit.js';
import { queryByRole } from '../support/find.js';
import { messages } from '../support/messages.js';
import { emulateMedia, isChromium } from '../support/page.js';
import { until } from '../support/until.js';
import { linkStyles } from './kit.js';

const SETTING_CHANGE_LIMIT = 15_000;

/** The gallery as a whole: every panel at once, and the controls that turn them. */
describe('the gallery page', function () {
  this.timeout(SETTING_CHANGE_LIMIT);
  const address = location.href;
  const main = document.createElement('main');
  let unlink: () => void;

  before(async () => {
    unlink = await linkStyles('tokens', 'base', 'parts', 'controls', 'hero', 'gallery', 'themes');
    main.id = 'main';
    main.className = 'gallery';
    document.body.append(main);
    startGallery();
  });

  after(() => {
    main.remove();
    unlink();
    delete document.documentElement.dataset.theme;
    localStorage.removeItem('theme');
    history.replaceState(null, '', address);
  });

  function stageOf(id: string): HTMLElement {
    return found(main.querySelector<HTMLElement>(`#state-${id} .stage`));
  }

  function panelOf(id: string): ContactDetails {
    return found(stageOf(id).querySelector('contact-details'));
  }

  function choose(label: string): void {
    found(main.querySelector<HTMLInputElement>(`.controls input[aria-label="${label}"]`)).click();
  }

  function fail(label: string): void {
    const select = found(main.querySelector<HTMLSelectElement>('.controls select'));
    select.selectedIndex = [...select.options].findIndex((option) => option.label === label);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function background(id: string): string {
    return getComputedStyle(part(panelOf(id), 'panel')).backgroundColor;
  }

  it('shows every state once, under its title', () => {
    const [showpiece, ...others] = states;
    expect(main.querySelectorAll('contact-details')).to.have.length(states.length);
    expect(main.querySelector('.hero contact-details')).to.have.property('contactId', 'c_2041');
    expect(showpiece?.id).to.equal('full');
    for (const { id, title } of others) expect(main.querySelector(`#state-${id} .card-title`)?.textContent).to.equal(title);
    for (const { id } of groups) expect(main.querySelector(`a[href="#${id}"]`)).to.exist;
  });

  it('leaves the focus and the place of the page alone while the panels come into their states', async () => {
    await until(() => panelOf('editing-invalid').matches(':state(editing)') && !panelOf('editing-invalid').inert);
    await until(() => panelText(panelOf('queued')).includes('Met at the fair'));
    await until(() => panelText(panelOf('tag-failed')).includes(messages.notAdded('Met at the fair')));
    await until(() => document.activeElement === document.body);
    expect(scrollY).to.equal(0);
  });

  it('is light or dark as the theme control says, and remembers it', async () => {
    choose('Dark');
    expect(background('one-name')).to.equal('rgb(24, 27, 33)');
    expect(localStorage.getItem('theme')).to.equal('dark');
    choose('Light');
    expect(background('one-name')).to.equal('rgb(255, 255, 255)');
  });

  if (isChromium) {
    it('follows the device where the theme is automatic', async () => {
      choose('Auto');
      await emulateMedia({ 'prefers-color-scheme': 'dark' });
      expect(background('one-name')).to.equal('rgb(24, 27, 33)');
      await emulateMedia({ 'prefers-color-scheme': 'light' });
      expect(background('one-name')).to.equal('rgb(255, 255, 255)');
      await emulateMedia({});
    });
  }

  it('gives the panels the tokens of a theme', () => {
    choose('Light');
    choose('Ledger');
    expect(background('one-name')).to.equal('rgb(251, 247, 239)');
    choose('Orchid');
    expect(background('one-name')).to.equal('rgb(253, 249, 255)');
    expect(location.search).to.contain('tokens=orchid');
    choose('Default');
    expect(background('one-name')).to.equal('rgb(255, 255, 255)');
  });

  it('turns the panels round', async () => {
    const menuIsAfterName = () => {
      const panel = panelOf('one-name');
      return part(panel, 'menu-button').getBoundingClientRect().left > part(panel, 'name').getBoundingClientRect().left;
    };
    expect(menuIsAfterName()).to.equal(true);
    choose('Right to left');
    await until(() => !menuIsAfterName(), 'the menu to be on the left');
    expect(getComputedStyle(panelOf('arabic')).direction).to.equal('rtl');
    choose('Left to right');
    await until(menuIsAfterName);
  });

  it('makes the panels as wide as the slider says', () => {
    const slider = found(main.querySelector<HTMLInputElement>('.controls input[type=range]'));
    for (const width of ['240', '480', '320']) {
      slider.value = width;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      expect(Math.round(stageOf('one-name').getBoundingClientRect().width)).to.equal(Number(width));
    }
  });

  it('sets the texts larger', () => {
    const size = () => parseFloat(getComputedStyle(part(panelOf('one-name'), 'panel')).fontSize);
    const usual = size();
    choose('200 %');
    expect(size()).to.equal(2 * usual);
    choose('100 %');
  });

  it('slows the sources down', async () => {
    choose('2 s');
    await until(() => panelOf('one-name').matches(':state(loading)'));
    choose('None');
    await until(() => panelText(panelOf('one-name')).includes('Sukarno'));
  });

  it('makes reading fail', async () => {
    fail('Reading fails');
    await until(() => panelText(panelOf('one-name')).includes(messages.errors.unavailable));
    fail('No network');
    await until(() => panelOf('one-name').matches(':state(offline)'));
    fail('Nothing fails');
    await until(() => panelText(panelOf('one-name')).includes('Sukarno'));
  });

  it('makes saving fail', async () => {
    fail('Saving fails');
    const panel = panelOf('saving');
    await until(() => panel.matches(':state(saving)'));
    await until(
      () => panelText(panelOf('saved')).includes(messages.fieldNotSavedYet('Email Address')),
      'the edit to have failed',
    );
    fail('Nothing fails');
    await until(() => queryByRole('button', 'Undo Email Address', panelOf('saved')));
  });

  it('starts a single state anew', async () => {
    const before = panelOf('deleted');
    found(main.querySelector<HTMLElement>('#state-deleted .icon-button')).click();
    expect(panelOf('deleted')).not.to.equal(before);
    await until(() => panelOf('deleted').matches(':state(deleted)'));
  });
});

function found<T>(thing: T | null): T {
  if (thing === null) throw new Error('It is not there');
  return thing;
}
