import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';

/** Attributes by their names; one that is `undefined` or `false` is not there. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

class SetAttributes extends Directive {
  /** Lit takes the arguments of the directive from here, and calls `update`. */
  render(attributes: Attributes): unknown {
    return attributes;
  }

  override update({ element }: ElementPart, [attributes]: [Attributes]): typeof noChange {
    for (const [name, value = false] of Object.entries(attributes)) {
      if (value === false) element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : value);
    }
    return noChange;
  }
}

/** Sets attributes that several templates have in common: `<input ${attributes(common)} type="text" />`. */
export const attributes = directive(SetAttributes);
