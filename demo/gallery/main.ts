import 'contact-details';
import { mountTopBar } from '../shell/top-bar.js';
import { startGallery } from './gallery.js';

void mountTopBar('gallery');
startGallery();

// The states are unsaved on purpose, and their data lives in this page's memory: nobody is asked whether to leave them.
addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
