import { contactHandler } from 'contact-details/server.js';
import { adapter } from '../../contacts';

const answer = contactHandler(() => adapter, { base: '/api' });

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
