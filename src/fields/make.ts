type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * An element with these attributes and children; what is `undefined` is left out. Texts become text nodes, never HTML.
 * The reading view is made of such elements and patched in place: no template engine is loaded to read a contact.
 */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) setAttribute(element, attribute, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Sets an attribute where it differs; `undefined` removes it. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets a text where it differs. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

const drawings = new Map<string, Node>();

/** A drawing on a 20 × 20 grid, for the eye only: what it stands for is said in words beside it. */
export function makeDrawing(path: string, className: string): SVGElement {
  const key = className + path;
  const drawing = drawings.get(key) ?? draw(path, className);
  drawings.set(key, drawing);
  return drawing.cloneNode(true) as SVGElement;
}

function draw(path: string, className: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS(svg.namespaceURI, 'path');
  setAttribute(svg, 'class', className);
  setAttribute(svg, 'viewBox', '0 0 20 20');
  setAttribute(svg, 'aria-hidden', 'true');
  setAttribute(line, 'd', path);
  svg.append(line);
  return svg;
}
