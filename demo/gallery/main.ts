import 'contact-details';
import { prepareToasts } from '../shell/toast.js';
import { mountTopBar } from '../shell/top-bar.js';
import { startGallery } from './gallery.js';

// The documentation has the gallery without the bar, which would lead to pages that are not there.
if (document.querySelector('#top-bar')) void mountTopBar('gallery');
else prepareToasts();
startGallery();

// The states are unsaved on purpose, and their data lives in this page's memory: nobody is asked whether to leave them.
addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
