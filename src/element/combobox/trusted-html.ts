const SINGLE_TAG = /^<([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*="[^"<>&]*")*)\s*\/?>(?:<\/\1>)?$/i;

/**
 * Runs code of a library that makes elements from constant HTML strings (`<div role="listbox">`), in pages where Trusted
 * Types forbid that: while it runs, synchronously, templates understand such a single tag without the HTML parser. Any
 * other string takes the browser's own way, and meets its check. For tom-select 2.6, whose constructor does it three times;
 * to be removed when it builds elements by DOM calls.
 */
export function withoutHtmlStrings<T>(run: () => T): T {
  const createElement = document.createElement.bind(document);
  const replacement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = createElement(name, options);
    if (element instanceof HTMLTemplateElement) {
      interceptInnerHtml(element, (value) => {
        const node = toElement(value, createElement);
        if (node) element.content.replaceChildren(node);
        return node !== undefined;
      });
    }
    return element;
  };
  Object.defineProperty(document, 'createElement', { configurable: true, writable: true, value: replacement });
  try {
    return run();
  } finally {
    Reflect.deleteProperty(document, 'createElement');
  }
}

/** Lets `innerHTML = ''` empty the element without being an HTML string; any other value takes the browser's own way. */
export function allowEmptyInnerHtml(element: HTMLElement): void {
  interceptInnerHtml(element, (value) => {
    if (value === '') element.replaceChildren();
    return value === '';
  });
}

function interceptInnerHtml(element: Element, handle: (value: unknown) => boolean): void {
  const native = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    get: () => native?.get?.call(element) as unknown,
    set: (value: unknown) => {
      if (!handle(value)) native?.set?.call(element, value);
    },
  });
}

function toElement(value: unknown, createElement: (name: string) => HTMLElement): HTMLElement | undefined {
  const [, name, attributes = ''] = (typeof value === 'string' && SINGLE_TAG.exec(value)) || [];
  if (name === undefined) return undefined;
  const element = createElement(name);
  for (const [, key = '', text = ''] of attributes.matchAll(/([a-z-]+)="([^"]*)"/gi)) element.setAttribute(key, text);
  return element;
}
