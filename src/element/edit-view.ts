import { messages as english } from '../i18n/en-editing.js';
import type { Messages } from '../i18n/messages.js';
import type { View } from './panel.js';

/** A view with the texts that only editing needs. */
export interface EditView extends View {
  readonly messages: Messages;
}

/** Adds the texts for editing: those of the reader's language came with it, the English ones come with the editors. */
export function toEditView(view: View): EditView {
  return { ...view, messages: { ...english, ...view.messages } };
}
