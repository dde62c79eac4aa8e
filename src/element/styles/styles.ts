import { flagStyles } from '../../fields/flag.js';
import { baseStyles } from './base-styles.js';
import { fieldsStyles } from './fields-styles.js';
import { headerStyles } from './header-styles.js';
import { iconsStyles } from './icons-styles.js';
import { placeholdersStyles } from './placeholders-styles.js';
import { popupsStyles } from './popups-styles.js';
import { tagsStyles } from './tags-styles.js';

/** The style sheets of the panel, one for each part of it, in the order in which they apply. Editing brings its own. */
export const styles = [
  baseStyles,
  iconsStyles,
  headerStyles,
  flagStyles,
  fieldsStyles,
  tagsStyles,
  placeholdersStyles,
  popupsStyles,
];
