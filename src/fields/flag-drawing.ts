import * as flags from 'country-flag-icons/string/3x2';
import { guard } from 'lit/directives/guard.js';
import { readDrawing } from './svg-reader.js';

const markups: Readonly<Record<string, string | undefined>> = flags;
const drawings = new Map<string, SVGElement | undefined>();

/** The drawing of a country's flag, for a template; `undefined` where there is none. */
export function drawFlag(country: string): unknown {
  if (!drawings.has(country)) drawings.set(country, readDrawing(markups[country] ?? ''));
  const drawing = drawings.get(country);
  return drawing && guard([country], () => drawing.cloneNode(true));
}
