import 'contact-details';
import { mountTopBar } from '../shell/top-bar.js';
import { startContacts } from './contacts.js';

void mountTopBar('contacts');
startContacts();
