import { isBlank } from '../../core/invisible-text.js';

/** The commas and semicolons of all keyboards, and what separates the cells of a spreadsheet. */
const MARKS =
  ',;\u037e\u055d\u060c\u061b\u07f8\u1363\u1364\u1802\u1808\u2e41\u3001\ua60d\ufe10\ufe11\ufe14\ufe50\ufe51\ufe54\uff0c\uff1b\uff64';
const BREAKS = '\n\r\t\v\f\u0085\u2028\u2029';
const SEPARATOR = new RegExp(`[${MARKS}${BREAKS}]`, 'u');
const LINE_BREAK = new RegExp(`[${BREAKS}]`, 'u');
const LEADING = new RegExp(`^[\\s${MARKS}]+`, 'u');
/** A quoted cell, in which separators are text and two quotation marks are one; or whatever stands between separators. */
const CELL = new RegExp(` *"((?:[^"]|"")*)" *(?=[${MARKS}${BREAKS}]|$)|[^${MARKS}${BREAKS}]+`, 'gu');
/** A quoted cell that has no end yet. */
const OPEN_CELL = new RegExp(`(?:^|[${MARKS}${BREAKS}]) *"(?:[^"]|"")*$`, 'u');

/** Whether a text has several names in it, or one that is quoted. */
export function hasSeparator(text: string): boolean {
  return SEPARATOR.test(text);
}

export function hasLineBreak(text: string): boolean {
  return LINE_BREAK.test(text);
}

/** The names that a text lists, as they are typed or as a spreadsheet copies its cells. A text without separators is one name. */
export function splitNames(text: string): readonly string[] {
  if (!hasSeparator(text)) return [text.trim()].filter(isName);
  return [...text.matchAll(CELL)]
    .map(([cell, quoted]) => (quoted?.replaceAll('""', '"') ?? cell).replace(/\s+/gu, ' ').trim())
    .filter(isName);
}

/** The beginning of a text that is being typed up to its last separator; a quoted cell without its end is still being typed. */
export function finishedPart(text: string): string {
  const open = OPEN_CELL.exec(text);
  const closed = open ? text.slice(0, open.index + 1) : text;
  const ends = [...closed.matchAll(CELL)].map((cell) => cell.index + cell[0].length).filter((end) => end < closed.length);
  return text.slice(0, (ends.at(-1) ?? -1) + 1);
}

/** A text without the separators and white space before its first name. */
export function withoutLeading(text: string): string {
  return text.replace(LEADING, '');
}

function isName(text: string): boolean {
  return !isBlank(text);
}
