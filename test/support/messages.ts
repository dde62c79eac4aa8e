/** Every text of the panel in English, as tests expect it. */
export { messages } from '../../src/i18n/en.js';
