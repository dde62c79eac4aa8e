import { expect } from '@open-wc/testing';
import * as flags from 'country-flag-icons/string/3x2';
import { countryEditing } from '../../src/fields/country-editing.js';
import { makeFlag } from '../../src/fields/flag.js';
import { readDrawing } from '../../src/fields/svg-reader.js';
import { messages } from '../../src/i18n/en.js';
import { until } from '../support/until.js';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
const SHAPES = ['path', 'circle', 'ellipse'];

const markups: Readonly<Record<string, string>> = flags;

/** What stands for a country in the browser of that name. */
function flagIn(userAgent: string, country = 'ES'): HTMLElement | undefined {
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  try {
    return makeFlag(country);
  } finally {
    Reflect.deleteProperty(navigator, 'userAgent');
  }
}

/** A panel's shadow root, as far as flags are concerned, with two lines: one with the flag, one without. */
function lines(flag: HTMLElement | undefined): { readonly root: ShadowRoot; readonly heights: () => readonly number[] } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const [line, plain] = [document.createElement('p'), document.createElement('p')];
  host.style.font = '14px/1.45 sans-serif';
  line.append(...(flag ? [flag] : []), 'Spain');
  plain.append('Spain');
  root.append(line, plain);
  document.body.append(host);
  return { root, heights: () => [line, plain].map((element) => element.getBoundingClientRect().height) };
}

/** A flag that has been drawn, in a page. */
async function drawn(country: string): Promise<HTMLElement> {
  const flag = flagIn(WINDOWS, country);
  lines(flag);
  if (!flag) throw new Error(`${country} is no country`);
  await until(() => flag.querySelector('svg'));
  return flag;
}

describe('a flag', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((host) => host.remove()));

  it('is an emoji where the platform has them', () => {
    expect(flagIn('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15')?.textContent).to.equal('🇪🇸');
    expect(flagIn('Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0', 'my')?.textContent).to.equal('🇲🇾');
  });

  it('is an emoji in Firefox on Windows, which brings its own', () => {
    expect(flagIn('Mozilla/5.0 (Windows NT 10.0; rv:153.0) Gecko/20100101 Firefox/153.0')?.textContent).to.equal('🇪🇸');
  });

  it('stays an emoji when drawings are there', async () => {
    await drawn('ES');
    const flag = flagIn('Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0');
    await import('../../src/fields/flag-drawing.js');
    expect(flag?.textContent).to.equal('🇪🇸');
  });

  it('is drawn on Windows, whose fonts have none, and two letters until then', async () => {
    const flag = flagIn(WINDOWS);
    expect(flag?.textContent).to.equal('ES');
    await until(() => flag?.querySelector('svg'));
    expect(flag?.textContent).to.equal('');
    expect(flag?.querySelectorAll('path')).to.have.length.above(2);
  });

  it('stays two letters where there is no drawing', async () => {
    const flags = [flagIn(WINDOWS, 'QQ'), flagIn(WINDOWS, 'ES')];
    await until(() => flags[1]?.querySelector('svg'));
    expect(flags[0]?.textContent).to.equal('QQ');
    expect(flags[0]?.className).to.equal('flag letters');
  });

  it('is for the eye only, drawn or not', async () => {
    expect((await drawn('ES')).getAttribute('aria-hidden')).to.equal('true');
  });

  it('is no higher than its line, and as wide as flags are', async () => {
    const flag = flagIn(WINDOWS);
    const { heights } = lines(flag);
    await until(() => flag?.querySelector('svg'));
    const [height, plain] = heights();
    expect(height).to.equal(plain);
    const { width = 0, height: own = 0 } = flag?.querySelector('svg')?.getBoundingClientRect() ?? {};
    expect([own, width / own]).to.deep.equal([14, 1.5]);
  });

  it('has a frame in the colour of the text around it, so that white ends somewhere', async () => {
    const flag = await drawn('JP');
    for (const color of ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']) {
      flag.style.color = color;
      const { borderTopColor, borderTopWidth, borderRadius } = getComputedStyle(flag);
      expect([borderTopWidth, borderRadius]).to.deep.equal(['1px', '2px']);
      expect(borderTopColor)
        .to.contain(color === 'rgb(0, 0, 0)' ? '0 0 0' : '1 1 1')
        .and.to.contain('0.3');
    }
  });

  it('brings its styles once for a panel, and none for the page', async () => {
    const [first, second] = [flagIn(WINDOWS, 'ES'), flagIn(WINDOWS, 'MY')];
    const { root } = lines(first);
    root.append(...(second ? [second] : []));
    document.body.append(...[flagIn(WINDOWS, 'FR')].filter((flag) => flag !== undefined));
    await until(() => root.querySelectorAll('svg').length === 2 && document.querySelector('body > .flag svg'));
    expect(root.adoptedStyleSheets).to.have.length(1);
    expect(document.adoptedStyleSheets).to.have.length(0);
    document.querySelector('body > .flag')?.remove();
  });

  it('is not made up for what is no country', () => {
    for (const nonsense of ['', 'E', 'ESP', '1A', '<b']) expect(flagIn(WINDOWS, nonsense)).to.equal(undefined);
  });
});

describe('the drawings of the flags', () => {
  it('are there for every country that can be chosen', () => {
    const definition = { key: 'country', type: 'country' };
    const countries = countryEditing.options?.({ definition, lang: 'en', words: messages }) ?? [];
    expect(countries).to.have.length.above(240);
    for (const { value } of countries) expect(markups, value).to.have.property(value);
  });

  it('are all understood, and hold shapes and nothing else', () => {
    for (const [country, markup] of Object.entries(markups)) {
      const drawing = readDrawing(markup);
      expect(drawing?.localName, country).to.equal('svg');
      const all = [...(drawing?.querySelectorAll('*') ?? [])];
      const names = all.map(({ localName }) => localName);
      expect(names.filter((name) => name !== 'g' && !SHAPES.includes(name))).to.deep.equal([]);
      // The root itself is not among them.
      expect(all.length + 1, country).to.equal(markup.match(/<[a-z]/g)?.length);
    }
  });

  it('all fill their frame, from corner to corner, with the shape of a flag', () => {
    const places = [1, 20, 39, 58].flatMap((y) => [1, 18, 35, 52, 69, 88].map((x) => [x, y] as const));
    for (const [country, markup] of Object.entries(markups)) {
      const drawing = readDrawing(markup) as SVGSVGElement;
      drawing.setAttribute('width', '90');
      drawing.setAttribute('height', '60');
      document.body.append(drawing);
      const { left, top } = drawing.getBoundingClientRect();
      const found = places.map(([x, y]) => document.elementFromPoint(left + x, top + y));
      drawing.remove();
      expect(
        found.every((element) => element !== drawing && drawing.contains(element)),
        country,
      ).to.equal(true);
      const { width, height } = drawing.viewBox.baseVal;
      expect(width / height, country).to.be.closeTo(1.5, 0.01);
    }
  });

  const shape = '<path d="M0 0h3v2z"/>';
  for (const [what, markup] of [
    ['a script', '<svg><script>alert(1)</script></svg>'],
    ['a script without content', '<svg><script/></svg>'],
    ['foreign content', '<svg><foreignObject></foreignObject></svg>'],
    ['an image', '<svg><image href="https://evil.example/x.png"/></svg>'],
    ['a reference', '<svg><use href="#a"/></svg>'],
    ['an animation', '<svg><set attributeName="onload" to="alert(1)"/></svg>'],
    ['a style sheet', '<svg><style>*{}</style></svg>'],
    ['a style', '<svg><path style="fill:red" d="M0 0"/></svg>'],
    ['an id', '<svg><path id="a" d="M0 0"/></svg>'],
    ['a handler', '<svg onload="alert(1)"></svg>'],
    ['a fill from elsewhere', '<svg><path fill="url(https://evil.example/#a)" d="M0 0"/></svg>'],
    ['text', `<svg>text${shape}</svg>`],
    ['an entity', '<svg><path d="&#77;0 0"/></svg>'],
    ['a comment', `<svg><!-- -->${shape}</svg>`],
    ['a document type', `<!DOCTYPE svg><svg>${shape}</svg>`],
    ['another root', `<g>${shape}</g>`],
    ['a drawing in the drawing', `<svg><svg>${shape}</svg></svg>`],
    ['two drawings', `<svg>${shape}</svg><svg>${shape}</svg>`],
    ['something behind it', `<svg>${shape}</svg> `],
    ['no end', `<svg>${shape}`],
    ['ends in the wrong order', `<svg><g>${shape}</svg></g>`],
    ['attributes without quotes', '<svg><path d=M0/></svg>'],
    ['nothing', ''],
  ] as const) {
    it(`are none where there is ${what}`, () => {
      expect(readDrawing(markup)?.localName).to.equal(undefined);
    });
  }
});
