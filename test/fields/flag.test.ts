import { expect } from '@open-wc/testing';
import * as flags from 'country-flag-icons/string/3x2';
import { html, render } from 'lit';
import { editingOf, loadEditing } from '../../src/fields/field-editing.js';
import { flag, flagStyles } from '../../src/fields/flag.js';
import { readDrawing } from '../../src/fields/flag-drawing.js';
import { messages } from '../support/messages.js';
import { until } from '../support/until.js';
import { rendered } from './kit.js';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
const SHAPES = ['path', 'circle', 'ellipse'];

const markups: Readonly<Record<string, string>> = flags;

/** A box with what stands for a country in the browser of that name. */
function boxIn(userAgent: string, country = 'ES', box?: HTMLElement): HTMLElement {
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  try {
    return rendered(flag(country), box);
  } finally {
    Reflect.deleteProperty(navigator, 'userAgent');
  }
}

/** What stands for a country in the browser of that name. */
function flagIn(userAgent: string, country?: string): HTMLElement {
  const [element] = boxIn(userAgent, country).children;
  if (!(element instanceof HTMLElement)) throw new Error('There is no flag');
  return element;
}

/** Two lines in the styles of a flag: one with the flag, one without. */
function lines(element: HTMLElement): readonly HTMLElement[] {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  if (flagStyles.styleSheet) root.adoptedStyleSheets = [flagStyles.styleSheet];
  host.style.font = '14px/1.45 sans-serif';
  render(
    html`<p>${element}Spain</p>
      <p>Spain</p>`,
    root,
  );
  document.body.append(host);
  return [...root.querySelectorAll('p')];
}

/** A flag that has been drawn, in a page. */
async function drawn(country: string): Promise<HTMLElement> {
  const element = flagIn(WINDOWS, country);
  lines(element);
  await until(() => element.querySelector('svg'));
  return element;
}

describe('a flag', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((host) => host.remove()));

  // The first of all: nothing has loaded the drawings before it.
  it('is drawn on Windows, whose fonts have none, and two letters until then', async () => {
    const element = flagIn(WINDOWS);
    expect(element.textContent).to.equal('ES');
    await until(() => element.querySelector('svg'));
    expect(element.textContent).to.equal('');
    expect(element.querySelectorAll('path')).to.have.length.above(2);
  });

  it('is drawn at once where another one has been, and stays the same drawing when it is rendered again', async () => {
    await drawn('MY');
    const box = boxIn(WINDOWS, 'ES');
    const drawing = box.querySelector('svg');
    expect(drawing?.childElementCount).to.be.above(0);
    boxIn(WINDOWS, 'ES', box);
    expect(box.querySelector('svg')).to.equal(drawing);
    boxIn(WINDOWS, 'FR', box);
    expect(box.querySelectorAll('svg')).to.have.length(1);
    expect(drawing && box.querySelector('svg')?.isEqualNode(drawing)).to.equal(false);
  });

  it('is an emoji where the platform has them', () => {
    expect(flagIn('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15').textContent).to.equal('🇪🇸');
    expect(flagIn('Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0', 'my').textContent).to.equal('🇲🇾');
  });

  it('is an emoji in Firefox on Windows, which brings its own', () => {
    expect(flagIn('Mozilla/5.0 (Windows NT 10.0; rv:153.0) Gecko/20100101 Firefox/153.0').textContent).to.equal('🇪🇸');
  });

  it('stays an emoji when drawings are there', async () => {
    await drawn('ES');
    expect(flagIn('Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0').textContent).to.equal('🇪🇸');
  });

  it('stays two letters where there is no drawing', async () => {
    const unknown = flagIn(WINDOWS, 'QQ');
    await drawn('ES');
    expect(unknown.textContent).to.equal('QQ');
    expect(flagIn(WINDOWS, 'QQ').textContent).to.equal('QQ');
  });

  it('is for the eye only, drawn or not', async () => {
    expect(flagIn('Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0').getAttribute('aria-hidden')).to.equal('true');
    expect((await drawn('ES')).getAttribute('aria-hidden')).to.equal('true');
  });

  it('leaves the direction of the line to the name beside it', () => {
    for (const system of [WINDOWS, 'Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0']) {
      const line = document.createElement('p');
      line.dir = 'auto';
      line.append(flagIn(system, 'EG'), 'مصر');
      document.body.append(line);
      expect(getComputedStyle(line).direction).to.equal('rtl');
      line.remove();
    }
  });

  it('is no higher than its line, and as wide as flags are', async () => {
    const element = flagIn(WINDOWS);
    const [line, plain] = lines(element);
    await until(() => element.querySelector('svg'));
    expect(line?.getBoundingClientRect().height).to.equal(plain?.getBoundingClientRect().height);
    const { width = 0, height = 0 } = element.querySelector('svg')?.getBoundingClientRect() ?? {};
    expect([height, width / height]).to.deep.equal([14, 1.5]);
  });

  it('has a frame in the colour of the text around it, so that white ends somewhere', async () => {
    const element = await drawn('JP');
    const drawing = element.querySelector('svg');
    if (!drawing) throw new Error('There is no drawing');
    for (const color of ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']) {
      element.style.color = color;
      const { outlineColor, outlineStyle, outlineWidth, borderRadius } = getComputedStyle(drawing);
      expect([outlineStyle, outlineWidth, borderRadius]).to.deep.equal(['solid', '1px', '2px']);
      expect(outlineColor)
        .to.contain(color === 'rgb(0, 0, 0)' ? '0 0 0' : '1 1 1')
        .and.to.contain('0.3');
    }
  });

  it('is not made up for what is no country', () => {
    for (const nonsense of ['', 'E', 'ESP', '1A', '<b']) expect(boxIn(WINDOWS, nonsense).childElementCount).to.equal(0);
  });
});

describe('the drawings of the flags', () => {
  it('are there for every country that can be chosen', async () => {
    const definition = { key: 'country', type: 'country' };
    await loadEditing([definition]);
    const countries = editingOf(definition)?.options?.({ definition, lang: 'en', words: messages }) ?? [];
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
