import { openDatabase } from '../../demo/server/database/open-database.js';
import { start } from '../../demo/server/start.js';

/**
 * The demo server as a process of its own, without pages: of `DATABASE_URL`, or with its data in `DATA_DIR`. Says on which port
 * it listens, and stops at SIGTERM as `npm start` does.
 */
const database = await openDatabase(process.env['DATABASE_URL'], process.env['DATA_DIR'] ?? '');
const { port, stop } = await start({ database, host: 'localhost', port: 0, onError: (error) => console.error(error) });
process.once('SIGTERM', () => {
  void stop().then(() => process.exit(0));
});
console.log(`http://localhost:${port}`);
