import '../../src/index.js';
import { mountTopBar } from '../shell/top-bar.js';
import { startGallery } from './gallery.js';

void mountTopBar('gallery');
startGallery();
