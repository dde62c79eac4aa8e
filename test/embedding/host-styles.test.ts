import { expect, fixture, html } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { ANA, part, parts, show } from '../element/kit.js';
import { findByRole, getByRole } from '../support/find.js';
import { isChromium, sendCdp } from '../support/page.js';

/** What pages say of their texts, and all that is inherited; as one rule for the element around the panel, and for everything. */
const INHERITED: Readonly<Record<string, string>> = {
  'text-transform': 'uppercase',
  'letter-spacing': '5px',
  'word-spacing': '9px',
  'text-indent': '40px',
  'white-space': 'nowrap',
  'user-select': 'none',
  '-webkit-user-select': 'none',
  '-webkit-text-fill-color': 'rgb(255, 0, 0)',
  '-webkit-text-stroke': '2px rgb(255, 0, 0)',
  'text-shadow': '0 0 4px red',
  'text-align': 'center',
  'text-decoration-skip-ink': 'none',
  fill: 'rgb(255, 0, 0)',
  'stroke-width': '9px',
  'writing-mode': 'vertical-rl',
  'word-break': 'break-all',
  'line-break': 'anywhere',
  hyphens: 'auto',
  'caret-color': 'rgb(255, 0, 0)',
  'accent-color': 'rgb(255, 0, 0)',
  'tab-size': '40',
  'list-style': 'square inside',
  'border-collapse': 'collapse',
  quotes: '"x" "y"',
  'font-size': '31px',
  'font-style': 'italic',
  'font-weight': '900',
  'font-variant': 'small-caps',
  'font-feature-settings': '"smcp"',
  'font-kerning': 'none',
  'font-synthesis': 'none',
  'line-height': '4',
  'text-emphasis': 'dot red',
  'text-underline-offset': '9px',
  'text-rendering': 'geometricPrecision',
  'text-wrap': 'balance',
  'image-rendering': 'pixelated',
  'font-family': 'monospace',
};

/** The looks of all that is in the panel, by every property that is inherited. */
function looks(element: ContactDetails): ReadonlyMap<string, string> {
  const nodes = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter((node) => node.localName !== 'slot');
  const looked = nodes.flatMap((node, place) => {
    const style = getComputedStyle(node);
    const { height, width } = node.getBoundingClientRect();
    const name = `${place} ${node.localName}.${node.className}`;
    const values = Object.keys(INHERITED).map((property) => [`${name} ${property}`, style.getPropertyValue(property)] as const);
    return [...values, [`${name} size`, `${Math.round(width)} × ${Math.round(height)}`] as const];
  });
  return new Map(looked);
}

/** What looks otherwise; each with how it looked, and looks. */
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  expect(after.size).to.equal(before.size);
  return [...before].flatMap(([name, value]) => (after.get(name) === value ? [] : [`${name}: ${value} → ${after.get(name)}`]));
}

async function looksUnder(css: string): Promise<ReadonlyMap<string, string>> {
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = `.around > contact-details { width: 400px } ${css}`;
  try {
    const around = await fixture<HTMLElement>(html`<div class="around"></div>`);
    const element = await show(ANA);
    around.append(element);
    await element.edit('email');
    return looks(element);
  } finally {
    style.remove();
  }
}

const rules = (selector: string) =>
  `${selector} { ${Object.entries(INHERITED)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')} }`;

describe('the styles of the page', () => {
  for (const [where, selector] of [
    ['around the panel', '.around'],
    ['for every element', '*'],
  ] as const) {
    it(`do not reach into it where they are inherited: ${where}`, async () => {
      const usual = await looksUnder('');
      expect(differences(usual, await looksUnder(rules(selector)))).to.deep.equal([]);
    });
  }

  it('do not change its sizes by the size of the root, or of any element', async () => {
    const usual = await looksUnder('');
    for (const css of ['html { font-size: 62.5% }', 'html { font-size: 40px !important }', '* { font-size: 9px !important }'])
      expect(differences(usual, await looksUnder(css)), css).to.deep.equal([]);
  });

  it("follow the reader's own size of text", async function () {
    if (!isChromium) return;
    const sizeOf = async () => parseFloat(getComputedStyle(part(await show(ANA), 'panel')).fontSize);
    expect(await sizeOf()).to.equal(14);
    await sendCdp('Page.setFontSizes', { fontSizes: { standard: 24 } });
    try {
      expect(await sizeOf()).to.equal(21);
    } finally {
      await sendCdp('Page.setFontSizes', { fontSizes: { standard: 16 } });
    }
  });

  it('still say how the panel is used: its direction, scheme, pointer, and whether it is seen', async () => {
    const element = await show(ANA);
    const wanted = { direction: 'rtl', colorScheme: 'dark', cursor: 'help', pointerEvents: 'none', visibility: 'hidden' };
    Object.assign((element.parentElement as HTMLElement).style, wanted);
    const { colorScheme, cursor, direction, pointerEvents, visibility } = getComputedStyle(part(element, 'panel'));
    expect({ colorScheme, cursor, direction, pointerEvents, visibility }).to.deep.equal(wanted);
  });

  it('write its texts by the rules of their language', async () => {
    const around = await fixture<HTMLElement>(html`<div lang="tr"></div>`);
    const element = await show({ ...ANA, firstName: 'izi' });
    around.append(element);
    await element.whenSettled();
    const name = part(element, 'name');
    name.style.textTransform = 'uppercase';
    expect(name.innerText).to.contain('İZİ');
  });

  it('leave it inert where they make it so', async () => {
    const around = await fixture<HTMLElement>(html`<div inert></div>`);
    const element = await show(ANA);
    around.append(element);
    await element.whenSettled();
    const button = parts(element, 'edit-button')[0];
    button?.focus();
    expect(element.shadowRoot?.activeElement).to.equal(null);
  });

  it('do not reach into what opens over the page either', async () => {
    const menuIn = async (css: string) => {
      const style = document.head.appendChild(document.createElement('style'));
      style.textContent = css;
      const element = await show(ANA);
      getByRole('button', 'More actions', element).click();
      const item = await findByRole('menuitem', 'View Messages', element);
      const { fontSize, letterSpacing, textTransform, writingMode } = getComputedStyle(item);
      style.remove();
      return { fontSize, letterSpacing, textTransform, writingMode };
    };
    expect(await menuIn(`${rules('*')} html { font-size: 62.5% }`)).to.deep.equal(await menuIn(''));
  });
});
