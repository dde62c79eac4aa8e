/** What plain texts bring into the panel: everything that may be there whatever the data is. */
export interface Vocabulary {
  /** Names of elements, of attributes by element, and the single words of `class`, `part`, `id` and `style`. */
  readonly words: Set<string>;
}

const LINKS = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];
const PICTURE = /^(https:|blob:|data:image\/(png|jpeg|webp|gif|avif)[;,])/;
const LOADING = /url\(|image|expression|@import|src\(/i;

/** Everything that all elements below some roots are made of, as words: no texts and no values that people read. */
export function wordsOf(roots: readonly ParentNode[]): readonly string[] {
  return [...new Set(elementsIn(roots).flatMap(wordsOfElement))];
}

/** What no data may ever bring into the panel, in words; nothing where all is well. */
export function faultsIn(roots: readonly ParentNode[], { words }: Vocabulary): readonly string[] {
  const strange = wordsOf(roots).filter((word) => !words.has(word));
  return [...strange.map((word) => `not known: ${word}`), ...elementsIn(roots).flatMap(addressFaults)];
}

function elementsIn(roots: readonly ParentNode[]): readonly Element[] {
  return roots.flatMap((root) => [...root.querySelectorAll('*')]);
}

function wordsOfElement(element: Element): readonly string[] {
  const name = `<${element.localName}>`;
  return [name, ...[...element.attributes].flatMap((attribute) => wordsOfAttribute(name, attribute))];
}

function wordsOfAttribute(element: string, { name, value }: Attr): readonly string[] {
  const known = `${element} ${name}`;
  if (name === 'class' || name === 'part') return [known, ...value.split(/\s+/).map((word) => `${name}=${word}`)];
  // Ids count; what they count is not data.
  if (name === 'id' || name === 'for' || /^aria-(controls|owns|activedescendant|.*by)$/.test(name))
    return [known, ...value.split(/\s+/).map((word) => `id=${word.replace(/\d+/g, '0')}`)];
  if (name === 'style') return [known, ...stylesOf(value)];
  return [known];
}

function stylesOf(text: string): readonly string[] {
  if (LOADING.test(text)) return [`style=${text}`];
  return text
    .split(';')
    .map((declaration) => declaration.split(':')[0]?.trim())
    .filter(Boolean)
    .map((property) => `style=${property}`);
}

/** Addresses outside the allow-lists, and links that tell where they were followed from. */
function addressFaults(element: Element): readonly string[] {
  if (element instanceof HTMLImageElement) {
    const isOwn = element.src.startsWith(`${location.origin}/`);
    return isOwn || PICTURE.test(element.src) ? [] : [`picture ${element.src}`];
  }
  if (!(element instanceof HTMLAnchorElement)) return [];
  const isSafe = element.rel === 'noopener noreferrer' && element.referrerPolicy === 'no-referrer';
  return [
    ...(LINKS.includes(element.protocol) ? [] : [`link ${element.href}`]),
    ...(isSafe ? [] : [`link that tells where it comes from: ${element.href}`]),
  ];
}
