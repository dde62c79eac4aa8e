import { messages as english } from '../../src/i18n/en.js';
import { withEditingMessages } from '../../src/i18n/en-editing.js';

/** Every text of the panel in English, as tests expect it. */
export const messages = withEditingMessages(english);
