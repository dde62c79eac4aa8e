import { posix } from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Attributes whose addresses a browser loads by itself. */
const LOADED: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  iframe: ['src'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  embed: ['src'],
  object: ['data'],
  link: ['href'],
};
/** Links that only say where something is. */
const TOLD = ['canonical', 'alternate', 'author', 'license'];

/** What is wrong with a built site, its files by path: what it loads from other hosts, and links within it that lead nowhere. */
export function siteFaults(files: ReadonlyMap<string, string>, base = '/'): readonly string[] {
  const pages = new Map([...files].filter(([path]) => path.endsWith('.html')).map(([path, html]) => [path, elementsIn(html)]));
  const styles = [...files].filter(([path]) => path.endsWith('.css'));
  return [
    ...(pages.size ? [] : ['There is no page.']),
    ...[...pages].flatMap(([path, elements]) => [
      ...elements
        .flatMap(loadedBy)
        .filter(isElsewhere)
        .map((address) => `${path} loads ${address}`),
      ...(hasPolicy(elements) ? [] : [`${path} has no policy that keeps it from loading something of another host`]),
      ...elements.flatMap((element) => deadLink(path, element, pages, files, base)),
    ]),
    ...styles.flatMap(([path, text]) =>
      addressesIn(text)
        .filter(isElsewhere)
        .map((address) => `${path} loads ${address}`),
    ),
  ];
}

function elementsIn(html: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if ('content' in node) walk(node.content);
  };
  walk(parse(html));
  return found;
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function loadedBy(element: Element): readonly string[] {
  if (TOLD.includes(attribute(element, 'rel') ?? '')) return [];
  const names = LOADED[element.tagName] ?? [];
  return [
    ...names.flatMap((name) => attribute(element, name)?.split(/,\s+/) ?? []),
    ...addressesIn(attribute(element, 'style') ?? ''),
  ];
}

/** The addresses that styles load. */
function addressesIn(styles: string): readonly string[] {
  return [...styles.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s]+)/g)].map(([, address = '']) => address);
}

function isElsewhere(address: string): boolean {
  return /^(?:[a-z]+:)?\/\//i.test(address);
}

function hasPolicy(elements: readonly Element[]): boolean {
  const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
  const text = policy && attribute(policy, 'content');
  return text !== undefined && text.includes("default-src 'none'") && !/\*|[\w-]+\.[\w-]+|\bhttps?:/.test(text);
}

function deadLink(
  path: string,
  element: Element,
  pages: ReadonlyMap<string, readonly Element[]>,
  files: ReadonlyMap<string, string>,
  base: string,
): readonly string[] {
  const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
  if (href === undefined || /^[a-z]+:/i.test(href)) return [];
  const { pathname, hash } = new URL(href, `https://site.example${base}${path}`);
  const place = posix.relative(base, decodeURIComponent(pathname));
  const target = [place, posix.join(place, 'index.html')].find((name) => files.has(name));
  if (target === undefined) return [`${path} links to ${href}, which is not there`];
  const id = decodeURIComponent(hash.slice(1));
  const isThere = !id || pages.get(target)?.some((one) => attribute(one, 'id') === id);
  return isThere ? [] : [`${path} links to ${href}, which has no such place`];
}
