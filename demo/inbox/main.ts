import 'contact-details';
import { startInbox } from './inbox.js';
import { mountTopBar } from '../shell/top-bar.js';

startInbox(mountTopBar('inbox'));
