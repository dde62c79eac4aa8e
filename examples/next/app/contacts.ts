import { memoryAdapter } from 'contact-details/server.js';

/** Contacts in memory, in place of your database. */
export const adapter = memoryAdapter({
  contacts: [
    { id: 'c_1', firstName: 'Ana', lastName: 'García', email: 'ana@example.com', tags: [{ id: 't_1', name: 'Customer' }] },
    { id: 'c_2', firstName: 'Ben', lastName: 'Okafor', email: 'ben@example.com' },
  ],
  tags: [{ id: 't_2', name: 'VIP' }],
  can: { delete: true },
});
