import * as flags from 'country-flag-icons/string/3x2';
import { setAttribute } from './make.js';
import { readDrawing } from './svg-reader.js';

/** The frame makes flags with a white, or a black, field end somewhere on a page of that colour. */
const STYLES = /* css */ `
  .drawn {
    display: inline-block;
    overflow: hidden;
    border: 1px solid color-mix(in srgb, currentcolor 30%, transparent);
    border-radius: 2px;
    line-height: 0;
    vertical-align: -0.2em;
  }
`;

const markups: Readonly<Record<string, string | undefined>> = flags;
const drawings = new Map<string, SVGElement | undefined>();
let sheet: CSSStyleSheet | undefined;

/** Puts the drawing of a country's flag in place of its letters; where there is none, they stay. */
export function drawFlag(flag: HTMLElement, country: string): void {
  if (!drawings.has(country)) drawings.set(country, readFlag(country));
  const drawing = drawings.get(country);
  if (!drawing) return;
  setAttribute(flag, 'class', 'flag drawn');
  flag.replaceChildren(drawing.cloneNode(true));
  addStyles(flag.getRootNode());
}

function readFlag(country: string): SVGElement | undefined {
  const drawing = readDrawing(markups[country] ?? '');
  if (!drawing) return undefined;
  setAttribute(drawing, 'width', '1.5em');
  setAttribute(drawing, 'height', '1em');
  return drawing;
}

/** Styles that come with the drawings, once for a panel. */
function addStyles(root: Node): void {
  if (!(root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
