import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messages as english } from '../i18n/en.js';
import { loadMessages } from '../i18n/languages.js';
import type { Messages, ReadingMessages } from '../i18n/messages.js';

const connected = new Set<LanguageController>();
let observer: MutationObserver | undefined;

/**
 * The language of the page around an element, and the panel's texts in it: the nearest ancestor's `lang`, through shadow
 * roots, followed when it changes. One observer serves every panel of the page.
 */
export class LanguageController implements ReactiveController {
  /** BCP 47 tag; `en` where no ancestor says. */
  lang = 'en';
  /** The texts: English until those of another language have arrived. */
  messages: ReadingMessages = english;
  #merged:
    | { readonly messages: ReadingMessages; readonly overrides: Partial<Messages>; readonly texts: ReadingMessages }
    | undefined;
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(() => connected.forEach((controller) => controller.#read()));
    if (!connected.size) observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
    connected.add(this);
    this.#read();
  }

  hostDisconnected(): void {
    connected.delete(this);
    if (!connected.size) observer?.disconnect();
  }

  /** The texts with some of the host's own; the same object as long as neither changes. */
  textsWith(overrides: Partial<Messages>): ReadingMessages {
    if (this.#merged?.messages !== this.messages || this.#merged.overrides !== overrides) {
      this.#merged = { messages: this.messages, overrides, texts: { ...this.messages, ...overrides } };
    }
    return this.#merged.texts;
  }

  #read(): void {
    const lang = nearestLang(this.#host) ?? 'en';
    if (lang === this.lang) return;
    this.lang = lang;
    this.#host.requestUpdate();
    loadMessages(lang).then(
      (messages) => {
        if (lang !== this.lang) return;
        this.messages = messages ?? english;
        this.#host.requestUpdate();
      },
      () => undefined,
    );
  }
}

function nearestLang(element: Element): string | undefined {
  const lang = element.closest('[lang]')?.getAttribute('lang');
  if (lang) return isWellFormed(lang) ? lang : undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : undefined;
}

function isWellFormed(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false;
  }
}
