import type { Panel } from '../panel.js';
import { OptionSearch } from './option-search.js';
import { TagInput } from './tag-input.js';

/** The text inputs that suggest what may be chosen: the tag field, and fields whose values are searched. */
export class Combobox {
  readonly tagInput: TagInput;
  readonly optionSearch: OptionSearch;

  constructor(panel: Panel) {
    this.tagInput = new TagInput(panel);
    this.optionSearch = new OptionSearch(panel);
  }
}
