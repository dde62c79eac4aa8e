import 'contact-details';
import { mountTopBar } from '../shell/top-bar.js';

void mountTopBar('server-rendered');
