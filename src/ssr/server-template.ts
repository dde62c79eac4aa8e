import { html } from '@lit-labs/ssr';
import { nothing } from 'lit';
import { isTemplateResult, TemplateResultType } from 'lit/directive-helpers.js';
import type { DirectiveResult } from 'lit/directive.js';

/** What becomes of a template's value on a server. */
type Use = 'kept' | 'dropped' | 'style';

/** A template for HTML that is sent: its texts, and what becomes of the values between them. */
interface Converted {
  readonly strings: TemplateStringsArray;
  readonly uses: readonly Use[];
}

/** A binding to an event or to a property, at the end of the text before its value. */
const BINDING = /\s([@.])(\w+)=$/;

/** The properties that HTML has as attributes; texts and styles apart. */
const ATTRIBUTES: Readonly<Record<string, string>> = { open: '?open', value: 'value' };

/** What may stand in a rule of a style sheet; nothing that ends it. */
const DECLARATIONS = /^[\w\s#%().,:-]*$/;

const convertedTemplates = new WeakMap<TemplateStringsArray, Converted>();

/** The styles of single elements of one drawing. Policies forbid them as attributes: they become rules. */
export class ElementStyles {
  readonly #rules: string[] = [];

  /** Notes declarations, and answers what marks the element that they are of. */
  add(declarations: string): string {
    this.#rules.push(declarations);
    return String(this.#rules.length);
  }

  /** The rules for all elements that were marked. */
  get cssText(): string {
    return this.#rules.map((rule, index) => `[data-style="${index + 1}"]{${rule}}`).join('\n');
  }
}

/**
 * A value of a template, made of templates that lit's server renderer writes as plain HTML: it leaves out what only properties
 * would say, such as texts, and marks each place for a hydration that does not happen here. Listeners are left out.
 */
export function serverValue(value: unknown, styles: ElementStyles): unknown {
  if (Array.isArray(value)) return value.map((each) => serverValue(each, styles));
  if (isDirective(value)) return { ...value, values: value.values.map((each) => serverValue(each, styles)) };
  if (!isTemplateResult(value, TemplateResultType.HTML)) return value;
  const { strings, uses } = convert(value.strings);
  const values = value.values.flatMap((each, index) => {
    const use = uses[index];
    if (use === 'dropped') return [];
    return [use === 'style' ? styleMark(each, styles) : serverValue(each, styles)];
  });
  return html(strings, ...values);
}

function convert(strings: TemplateStringsArray): Converted {
  const known = convertedTemplates.get(strings);
  if (known) return known;
  const uses: Use[] = [];
  const converted: string[] = [];
  let text = strings[0] ?? '';
  for (const next of strings.slice(1)) {
    const [binding = '', kind, name = ''] = BINDING.exec(text) ?? [];
    const before = text.slice(0, text.length - binding.length);
    if (kind === '@') {
      uses.push('dropped');
      text = before + next;
    } else {
      uses.push(name === 'style' ? 'style' : 'kept');
      const isText = name === 'textContent';
      converted.push(kind ? before + startOf(name, next) : text);
      text = isText ? next.slice(1) : next;
    }
  }
  converted.push(text);
  const result = { strings: Object.assign(converted, { raw: converted }), uses };
  convertedTemplates.set(strings, result);
  return result;
}

/** What stands before the value of a property in HTML. */
function startOf(name: string, next: string): string {
  if (name === 'style') return ' data-style=';
  if (name === 'textContent' && next.startsWith('>')) return '>';
  if (!Object.hasOwn(ATTRIBUTES, name)) throw new TypeError(`HTML has no ".${name}" there`);
  return ` ${ATTRIBUTES[name]}=`;
}

function styleMark(declarations: unknown, styles: ElementStyles): unknown {
  return typeof declarations === 'string' && DECLARATIONS.test(declarations) ? styles.add(declarations) : nothing;
}

function isDirective(value: unknown): value is DirectiveResult & { readonly values: readonly unknown[] } {
  return typeof value === 'object' && value !== null && '_$litDirective$' in value;
}
