import { flagStyles } from '../../fields/flag.js';
import { baseStyles } from './base-styles.js';
import { fieldsStyles } from './fields-styles.js';
import { headerStyles } from './header-styles.js';
import { iconsStyles } from './icons-styles.js';
import { placeholdersStyles } from './placeholders-styles.js';
import { tagsStyles } from './tags-styles.js';

/** What a contact that is read looks like, a sheet for each part of the panel; what is loaded later brings its own. */
export const styles = [baseStyles, iconsStyles, headerStyles, flagStyles, fieldsStyles, tagsStyles, placeholdersStyles];
