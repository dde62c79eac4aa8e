import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a property may also be given in HTML. */
export interface Attribute {
  readonly name: string;
  readonly parse: (value: string | null) => unknown;
}

/** The property's attribute; `undefined` for a property that has none. */
export type Properties = Readonly<Record<string, Attribute | undefined>>;

// Importing the class must not fail where there are no elements, as on a server.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * A custom element that updates once, in a microtask, after any number of its properties have changed; also those that were
 * set before its definition arrived. It hosts controllers like lit's `ReactiveElement`, of which it is the part that this
 * panel uses, at a quarter of the size (see docs/decisions).
 */
export abstract class UpdatingElement extends Base implements ReactiveControllerHost {
  static readonly properties: Properties = {};

  readonly #values = new Map<string, unknown>();
  readonly #controllers = new Set<ReactiveController>();
  #changed = new Set<string>();
  #pending: Promise<void> | undefined;
  #hasConnected = false;

  /** Read once, when the element is defined: the time to make its properties. */
  static get observedAttributes(): string[] {
    for (const property of Object.keys(this.properties)) {
      Object.defineProperty(this.prototype, property, {
        configurable: true,
        enumerable: true,
        get(this: UpdatingElement) {
          return this.#values.get(property);
        },
        set(this: UpdatingElement, value: unknown) {
          if (Object.is(value, this.#values.get(property))) return;
          this.#values.set(property, value);
          this.#changed.add(property);
          this.requestUpdate();
        },
      });
    }
    return Object.values(this.properties).flatMap((attribute) => attribute?.name ?? []);
  }

  /** Takes over what was set on the element before it was upgraded. */
  protected upgradeProperties(): void {
    for (const property of Object.keys((this.constructor as typeof UpdatingElement).properties)) {
      const own = Object.getOwnPropertyDescriptor(this, property);
      if (!own) continue;
      Reflect.deleteProperty(this, property);
      Reflect.set(this, property, own.value);
    }
  }

  connectedCallback(): void {
    this.#hasConnected = true;
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    const { properties } = this.constructor as typeof UpdatingElement;
    for (const [property, attribute] of Object.entries(properties)) {
      if (attribute?.name === name) Reflect.set(this, property, attribute.parse(value));
    }
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  /** Asks for an update; any number of calls lead to one. */
  requestUpdate(): void {
    this.#pending ??= this.#updateSoon();
  }

  /** Resolves when the element has nothing to update any more. */
  get updateComplete(): Promise<boolean> {
    return this.#pending?.then(() => this.updateComplete) ?? Promise.resolve(true);
  }

  /** Draws the element anew; `changed` names the properties that are not what they were. */
  protected abstract update(changed: ReadonlySet<string>): void;

  async #updateSoon(): Promise<void> {
    await Promise.resolve();
    this.#pending = undefined;
    if (!this.#hasConnected) return;
    const changed = this.#changed;
    this.#changed = new Set();
    for (const controller of this.#controllers) controller.hostUpdate?.();
    this.update(changed);
  }
}

/** Parses an attribute whose text is the property. */
export function toText(value: string | null): string | undefined {
  return value ?? undefined;
}

/** Parses an attribute that is there or not. */
export function toFlag(value: string | null): boolean {
  return value !== null;
}
