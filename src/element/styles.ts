import { baseStyles } from './base-styles.js';
import { fieldsStyles } from './fields-styles.js';
import { headerStyles } from './header-styles.js';
import { placeholdersStyles } from './placeholders-styles.js';
import { tagsStyles } from './tags-styles.js';
import { touchStyles } from './touch-styles.js';

let sheet: CSSStyleSheet | undefined;

/** What it takes to show a contact, one style sheet for all panels; everything else comes with the part that needs it. */
export function readingStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(baseStyles + headerStyles + fieldsStyles + tagsStyles + placeholdersStyles + touchStyles);
  }
  return sheet;
}
