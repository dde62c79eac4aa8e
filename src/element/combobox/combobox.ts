import type { StyledPart } from '../lazy-part.js';
import type { Panel } from '../panel.js';
import { popupStyles } from '../styles/popup-styles.js';
import { suggestionsStyles } from '../styles/suggestions-styles.js';
import { OptionSearch } from './option-search.js';
import { TagInput } from './tag-input.js';

/** The text inputs that suggest what may be chosen: the tag field, and fields whose values are searched. */
export class Combobox implements StyledPart {
  readonly styles = [popupStyles, suggestionsStyles];
  readonly tagInput: TagInput;
  readonly optionSearch: OptionSearch;

  constructor(panel: Panel) {
    this.tagInput = new TagInput(panel);
    this.optionSearch = new OptionSearch(panel);
  }
}
