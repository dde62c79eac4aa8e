// Makes the policy that a lit of the page's own makes.
/** @typedef {{ createPolicy(name: string, rules: { createHTML(text: string): string }): unknown }} Factory */
const { trustedTypes } = /** @type {{ trustedTypes?: Factory }} */ (/** @type {unknown} */ (window));
trustedTypes?.createPolicy('lit-html', { createHTML: (text) => text });
