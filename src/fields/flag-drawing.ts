import * as flags from 'country-flag-icons/string/3x2';

const SVG = 'http://www.w3.org/2000/svg';

/** One tag, with attributes in double quotes and without entities. */
const TAG = /<(?:\/(?<closed>[a-z]+)|(?<name>[a-z]+)(?<attributes>(?: [a-zA-Z-]+="[^"<>&]*")*)(?<isEmpty>\/?))>/y;
const ATTRIBUTE = /(?<name>[a-zA-Z-]+)="(?<value>[^"]*)"/g;
/** Numbers, names of colours, paths: nothing that points anywhere. */
const VALUE = /^[\w\s.,#+-]*$/;

const ELEMENTS: readonly string[] = ['svg', 'g', 'path', 'circle', 'ellipse'];
const ATTRIBUTES: readonly string[] = [
  ...['viewBox', 'd', 'cx', 'cy', 'r', 'rx', 'ry'],
  ...['fill', 'fill-rule', 'clip-rule', 'opacity', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-miterlimit'],
];
/** Attributes that mean nothing here. */
const LEFT_OUT: readonly string[] = ['xmlns', 'class'];

const markups: ReadonlyMap<string, string> = new Map(Object.entries(flags));
const drawings = new Map<string, SVGElement | undefined>();

/** The drawing of a country's flag, for a template; `undefined` where there is none. */
export function drawFlag(country: string): Node | undefined {
  if (!drawings.has(country)) drawings.set(country, readDrawing(markups.get(country) ?? ''));
  return drawings.get(country)?.cloneNode(true);
}

/**
 * Makes nodes of a drawing that a package brings as a string, without the HTML parser, which Trusted Types forbid. It reads
 * shapes and their colours; a text with anything else in it, even a style, an id or a link, is no drawing: `undefined`.
 */
export function readDrawing(markup: string): SVGElement | undefined {
  const open: Element[] = [];
  for (TAG.lastIndex = 0; ; ) {
    const { closed, name, attributes = '', isEmpty } = TAG.exec(markup)?.groups ?? {};
    const parent = open.at(-1);
    if (name === undefined) {
      if (!parent || parent.localName !== closed) return undefined;
      open.pop();
      if (!open.length) return TAG.lastIndex === markup.length ? (parent as SVGElement) : undefined;
    } else {
      const element = makeElement(name, attributes);
      if (!element || (name === 'svg') !== !parent) return undefined;
      parent?.append(element);
      if (!isEmpty) open.push(element);
    }
  }
}

function makeElement(name: string, attributes: string): Element | undefined {
  if (!ELEMENTS.includes(name)) return undefined;
  const element = document.createElementNS(SVG, name);
  for (const { groups } of attributes.matchAll(ATTRIBUTE)) {
    const { name: attribute = '', value = '' } = groups ?? {};
    if (LEFT_OUT.includes(attribute)) continue;
    if (!ATTRIBUTES.includes(attribute) || !VALUE.test(value)) return undefined;
    element.setAttribute(attribute, value);
  }
  return element;
}
