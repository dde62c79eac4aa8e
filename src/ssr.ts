/** What servers import that send panels drawn already. Needs `@lit-labs/ssr`, which browsers never load. */
export { renderContact } from './ssr/render-contact.js';
export type { RenderContactOptions } from './ssr/render-options.js';
