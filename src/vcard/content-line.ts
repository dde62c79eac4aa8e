/** One property of a card: a line of its text, unfolded. */
export interface ContentLine {
  /** Where it begins in the text; the first line is 1. */
  readonly line: number;
  /** What it belongs to: `item1` of `item1.EMAIL`; empty where there is none. */
  readonly group: string;
  /** In capital letters. */
  readonly name: string;
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** As it is written: still escaped. */
  readonly value: string;
}

/** A line of a text, unfolded, that may be a property. */
export interface UnfoldedLine {
  readonly line: number;
  readonly text: string;
}

/** How many octets a line may have, its break not counted (RFC 6350, 3.2). */
const LINE_LIMIT = 75;
/** No name and parameters of a property are longer: what is may be anything, and is not searched to its end. */
const HEAD_LIMIT = 8_000;
const HEAD = /^(?:([^\s.:;"]+)\.)?([^\s.:;"]+)((?:;(?:"[^"]*"|[^";:])*)*):/;
const PARAM = /;([^=;":]+)(?:=((?:"[^"]*"|[^";])*))?/g;
const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;
const encoder = new TextEncoder();

/** The lines of a text, with those put together that were folded. */
export function unfold(text: string): readonly UnfoldedLine[] {
  const lines: { line: number; parts: string[] }[] = [];
  /** Version 2.1 folds where a space is, which stays; the later ones add the space. */
  let isOld = false;
  let isSoftBreak = false;
  text.split(/\r\n?|\n/).forEach((part, at) => {
    const last = lines.at(-1);
    if (last && isSoftBreak) last.parts.push(part);
    else if (last && /^[ \t]/.test(part)) last.parts.push(isOld ? part : part.slice(1));
    else lines.push({ line: at + 1, parts: [part] });
    if (/^\s*(BEGIN|VERSION):/i.test(part)) isOld = /^\s*VERSION:\s*2\.1/i.test(part);
    const parts = lines.at(-1)?.parts ?? [];
    isSoftBreak = part.endsWith('=') && QUOTED_PRINTABLE.test(parts[0] ?? '');
    if (isSoftBreak) parts.push((parts.pop() ?? '').slice(0, -1));
  });
  return lines.map(({ line, parts }) => ({ line, text: parts.join('') }));
}

/** A line as a property; `undefined` where it is none. */
export function parseLine({ line, text }: UnfoldedLine): ContentLine | undefined {
  const found = HEAD.exec(text.slice(0, HEAD_LIMIT));
  if (!found) return undefined;
  const [head, group = '', name = '', rest = ''] = found;
  const params = new Map<string, readonly string[]>();
  for (const [, word = '', list] of rest.matchAll(PARAM)) {
    // Version 2.1 names a type or an encoding without saying which of them it is.
    const key =
      list === undefined ? (/^(QUOTED-PRINTABLE|BASE64|[78]BIT)$/i.test(word) ? 'ENCODING' : 'TYPE') : word.toUpperCase();
    params.set(key, [...(params.get(key) ?? []), ...paramValues(list ?? word)]);
  }
  return { line, group: group.toLowerCase(), name: name.toUpperCase(), params, value: text.slice(head.length) };
}

/** Writes a property: a line, folded, with its break. A parameter without a value is left out. */
export function writeLine(name: string, value: string, params: Readonly<Record<string, string | undefined>> = {}): string {
  const written = Object.entries(params).map(([key, text]) => (text === undefined ? '' : `;${key}=${writeParam(text)}`));
  return fold(`${name}${written.join('')}:${value}`);
}

/** Folds a line without taking a character apart. */
function fold(text: string): string {
  let folded = '';
  let octets = 0;
  for (const character of text) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_LIMIT) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** A text as a value, or as one component of it. */
export function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n');
}

/** A value as text. Older programs escape colons, too. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,:nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}

/** The components of a value, still escaped. */
export function splitValue(value: string, separator: ';' | ','): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === separator) {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, value.slice(start)];
}

/** The values of a parameter, as RFC 6868 encodes what cannot stand in them. */
function paramValues(list: string): readonly string[] {
  const values = [...list.matchAll(/"([^"]*)"|[^",]+/g)].map(([plain, quoted]) => quoted ?? plain.trim());
  const decoded: Readonly<Record<string, string>> = { n: '\n', "'": '"', '^': '^' };
  return values.map((value) =>
    value.replace(/\^([n'^])/g, (_, code: string) => (Object.hasOwn(decoded, code) && decoded[code]) || ''),
  );
}

function writeParam(text: string): string {
  const encoded = printable(text)
    .replace(/\^/g, '^^')
    .replace(/\r\n?|\n/g, '^n')
    .replace(/"/g, "^'");
  return /^[\w-]+$/.test(encoded) ? encoded : `"${encoded}"`;
}

/** A text without the control characters that no card may have. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]/gu, '');
}
