import { baseStyles } from './base-styles.js';
import { fieldsStyles } from './fields-styles.js';
import { headerStyles } from './header-styles.js';
import { placeholdersStyles } from './placeholders-styles.js';
import { tagsStyles } from './tags-styles.js';

/** What it takes to show a contact; everything else comes with the part that needs it. */
export const styles = [baseStyles, headerStyles, fieldsStyles, tagsStyles, placeholdersStyles];
