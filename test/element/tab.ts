import { httpAdapter } from '../../src/http/http-adapter.js';
import type { HttpAdapterOptions } from '../../src/http/http-adapter.js';
import { define } from '../../src/define.js';

/** What a test can do in another tab. */
export interface TabWindow {
  /** Puts a panel into the tab's page. */
  show(options: { readonly contactId: string } & Required<Pick<HttpAdapterOptions, 'session' | 'fetch'>>): void;
  /** The name that the panel shows. */
  name(): string | undefined;
}

define();

const contactTab: TabWindow = {
  show({ contactId, ...options }) {
    const panel = document.createElement('contact-details');
    Object.assign(panel, { adapter: httpAdapter({ base: '/api', ...options }), contactId });
    document.body.replaceChildren(panel);
  },
  name: () => document.querySelector('contact-details')?.shadowRoot?.querySelector('[part~=name]')?.textContent ?? undefined,
};

Object.assign(globalThis, { contactTab });
