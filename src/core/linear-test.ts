import { RE2JS } from 're2js';

/** White space as JavaScript has it. */
const WHITE_SPACE = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
/** The letters that mean something after a backslash where the expression is not of Unicode; any other is itself. */
const ESCAPES = 'dDsSwWbBnrtvfxuc';

/**
 * The test of an expression by RE2, which takes time in proportion to the text whatever the expression is; `undefined` where
 * RE2 does not have what it needs (looking ahead, referring back) or would read it differently.
 */
export function linearTest({ flags, source, unicode }: RegExp): ((text: string) => boolean) | undefined {
  const isOfSets = flags.includes('v');
  if (isOfSets ? /--|&&|\[[^\]]*\[|\\q/.test(source) : source.includes('[[:')) return undefined;
  try {
    const { CASE_INSENSITIVE, DOTALL, MULTILINE } = RE2JS;
    const meant =
      (flags.includes('i') ? CASE_INSENSITIVE : 0) | (flags.includes('s') ? DOTALL : 0) | (flags.includes('m') ? MULTILINE : 0);
    const expression = RE2JS.compile(RE2JS.translateRegExp(inRe2(source, unicode || isOfSets)), meant);
    return (text) => expression.matcher(text).find();
  } catch {
    return undefined;
  }
}

/** The expression with those escapes written out that RE2 reads differently. */
function inRe2(source: string, isUnicode: boolean): string {
  return source.replace(/\[(?:[^\]\\]|\\.)*\]|\\./gs, (found) =>
    found.startsWith('[') ? found.replace(/\\./gs, (escape) => inClass(escape, isUnicode)) : outOfClass(found, isUnicode),
  );
}

function outOfClass(escape: string, isUnicode: boolean): string {
  if (escape === '\\s') return `[${WHITE_SPACE}]`;
  return escape === '\\S' ? `[^${WHITE_SPACE}]` : inClass(escape, isUnicode);
}

function inClass(escape: string, isUnicode: boolean): string {
  if (escape === '\\s') return WHITE_SPACE;
  const letter = escape.slice(1);
  return !isUnicode && /[a-zA-Z]/.test(letter) && !ESCAPES.includes(letter) ? letter : escape;
}
