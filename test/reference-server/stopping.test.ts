import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createShared } from '../support/databases.js';
import { SpawnedServer } from '../support/spawned-server.js';
import type { Place } from '../support/spawned-server.js';

/** How many writes are under way when the server is stopped. */
const WRITES = Number(process.env['STOPPED_WRITES'] ?? 200);
/** How long one of these tests may take, in milliseconds. */
const LIMIT = 60_000 + WRITES * 300;
/** How often a write is sent that gets no answer, as where too many connect at once. */
const ATTEMPTS = 5;
const USERS = ['u_olivia', 'u_mateo', 'u_meiling', 'u_amara', 'u_jonas'];
const CONTACTS = Array.from({ length: 20 }, (_, index) => `c_${1101 + index}`);

/** What became of a write: the version that it made, `undefined` where nobody was told. */
type Answer = number | undefined;

/** Does all writes at once, each under a key of its own that is the same in every attempt. */
async function writeAll(server: SpawnedServer, onAnswer: () => void, attempts = 1): Promise<readonly Answer[]> {
  const cookies = await Promise.all(USERS.map((userId) => server.signIn(userId)));
  const write = async (index: number): Promise<Answer> => {
    try {
      const response = await fetch(`${server.url}/api/contacts/${CONTACTS[index % CONTACTS.length]}`, {
        method: 'PATCH',
        headers: {
          ...{ 'content-type': 'application/merge-patch+json', 'if-match': '*', 'idempotency-key': `stopped-${index}` },
          cookie: cookies[index % USERS.length] ?? '',
        },
        body: JSON.stringify({ firstName: `Written ${index}` }),
      });
      if (!response.ok) return undefined;
      const { version } = (await response.json()) as { version: string };
      onAnswer();
      return Number(version);
    } catch {
      return undefined;
    }
  };
  const insist = async (index: number): Promise<Answer> => {
    for (let attempt = 1; attempt < attempts; attempt++) {
      const version = await write(index);
      if (version !== undefined) return version;
    }
    return write(index);
  };
  return Promise.all(Array.from({ length: WRITES }, (_, index) => insist(index)));
}

async function versionsOf(server: SpawnedServer): Promise<readonly number[]> {
  const cookie = await server.signIn('u_olivia');
  const read = async (id: string): Promise<number> => {
    const response = await fetch(`${server.url}/api/contacts/${id}`, { headers: { cookie } });
    return Number(((await response.json()) as { contact: { version: string } }).contact.version);
  };
  return Promise.all(CONTACTS.map(read));
}

/** Stops a server that has answered some of the writes, starts it again, and asks for all of them once more. */
async function stopAmongWrites(place: Place, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const first = await SpawnedServer.start(place);
  const before = await versionsOf(first);
  let answers = 0;
  let code: Promise<number | null> | undefined;
  const told = await writeAll(first, () => {
    if (++answers === Math.ceil(WRITES / 4)) code = first.end(signal);
  });
  assert.equal(await code, signal === 'SIGTERM' ? 0 : null);
  const acknowledged = told.filter((version) => version !== undefined);
  assert.ok(acknowledged.length >= WRITES / 4);
  if (signal === 'SIGKILL') assert.ok(acknowledged.length < WRITES, 'the server was killed among the writes');

  const second = await SpawnedServer.start(place);
  try {
    const between = await versionsOf(second);
    const done = between.reduce((sum, version, index) => sum + version - (before[index] ?? 0), 0);
    assert.ok(done >= acknowledged.length, `${acknowledged.length - done} acknowledged writes are lost`);
    const again = await writeAll(second, () => undefined, ATTEMPTS);
    assert.ok(
      again.every((version) => version !== undefined),
      'every write is done in the end',
    );
    told.forEach((version, index) => {
      if (version !== undefined) assert.equal(again[index], version, 'a retry is answered as the first attempt was');
    });
    const made = (await versionsOf(second)).map((version, index) => version - (before[index] ?? 0));
    assert.equal(
      made.reduce((sum, count) => sum + count, 0),
      WRITES,
      'each write is done once',
    );
  } finally {
    await second.end('SIGTERM');
  }
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  describe(`a server that is ended by ${signal} among ${WRITES} concurrent writes loses none that it acknowledged`, () => {
    test('on PGlite, and does none twice', { timeout: LIMIT }, async () => {
      const directory = await mkdtemp(join(tmpdir(), 'stopping-'));
      await stopAmongWrites({ DATA_DIR: directory }, signal);
      await rm(directory, { recursive: true });
    });

    if (process.env['TEST_DATABASE_URL']) {
      test('on PostgreSQL, and does none twice', { timeout: LIMIT }, async () => {
        const shared = await createShared();
        assert.ok(shared);
        await stopAmongWrites({ DATABASE_URL: shared.url }, signal);
        await shared.drop();
      });
    }
  });
}
