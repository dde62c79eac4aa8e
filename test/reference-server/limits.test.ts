import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { listenOn } from '../../demo/server/web/listen.js';
import { nodeServer } from '../../demo/server/web/serve.js';
import { Turns } from '../../demo/server/web/turns.js';
import { linearTest } from '../../src/core/linear-test.js';
import { matchesPattern } from '../../src/core/pattern.js';
import { startServer } from '../support/server.js';
import { Demo, ORIGIN, write } from './demo.js';

describe('the name of the server', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  const ask = async (app: ReturnType<typeof createApp>, url: string, headers = {}, method = 'GET') =>
    app.request(url, { method, headers });

  test('is one of this machine unless others are allowed; nothing is answered, and nobody signed in, by any other', async () => {
    const app = createApp(demo);
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:8080', '[::1]:3000', 'LOCALHOST']) {
      assert.equal((await ask(app, `http://${host}/app/session`)).status, 200, host);
    }
    for (const host of ['evil.example:3000', 'localhost.evil.example', 'demo.test', '127.0.0.1.evil.example', '10.0.0.7']) {
      for (const path of ['/', '/app/session', '/api/contacts/c_1001', '/avatars/a.svg']) {
        const response = await ask(app, `http://${host}${path}`, { 'sec-fetch-site': 'same-origin' });
        assert.equal(response.status, 421, host + path);
        assert.equal(response.headers.get('set-cookie'), null);
        assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      }
    }
    const other = createApp({ ...demo, hosts: ['CRM.example'] });
    assert.equal((await ask(other, 'https://crm.example/app/session')).status, 200);
    assert.equal((await ask(other, 'http://localhost/app/session')).status, 421);
  });

  test('is the name of the page that asks, whatever else the request says of where it comes from', async () => {
    const app = createApp(demo);
    const foreign = [
      'http://evil.example',
      'http://localhost:4000',
      'null',
      'not an origin',
      'http://localhost:3000.evil.example',
    ];
    for (const origin of foreign) {
      for (const method of ['GET', 'POST', 'PATCH']) {
        const headers = { origin, 'sec-fetch-site': 'same-origin' };
        assert.equal((await ask(app, 'http://localhost:3000/app/session', headers, method)).status, 403, `${method} ${origin}`);
      }
    }
    // Behind a proxy that ends TLS the page has another scheme.
    for (const origin of ['http://localhost:3000', 'https://localhost:3000']) {
      assert.equal((await ask(app, 'http://localhost:3000/app/session', { origin })).status, 200);
    }
  });
});

describe('too many requests', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  test('of a user are refused with 429 and Retry-After, and those of others are not', async () => {
    const [amara, ida] = await Promise.all(['u_amara', 'u_ida'].map(cookieOf));
    const app = createApp({ ...demo, hosts: ['demo.test'], limits: { perUser: 5 } });
    const read = (cookie: string | undefined, path = '/app/conversations') =>
      app.request(`${ORIGIN}${path}`, { headers: { cookie: cookie ?? '' } });
    for (let request = 0; request < 5; request++) assert.equal((await read(amara)).status, 200);
    for (const path of ['/app/conversations', '/api/contacts/c_1001', '/api/contacts/c_1001/events']) {
      const refused = await read(amara, path);
      assert.equal(refused.status, 429, path);
      assert.ok(Number(refused.headers.get('retry-after')) >= 1);
      assert.match(await refused.text(), /urn:contact-details:rate-limited/);
    }
    assert.equal((await read(ida)).status, 200);
  });

  test('from an address are refused too; a proxy says whose they are only where it is trusted', async () => {
    const from = async (app: ReturnType<typeof createApp>, forwarded: string) =>
      (
        await app.request(
          `${ORIGIN}/avatars/a.svg`,
          { headers: { 'x-forwarded-for': forwarded } },
          { incoming: { socket: { remoteAddress: '192.0.2.1' } } },
        )
      ).status;
    const direct = createApp({ ...demo, hosts: ['demo.test'], limits: { perAddress: 2 } });
    assert.deepEqual([await from(direct, 'a'), await from(direct, 'b'), await from(direct, 'c')], [200, 200, 429]);
    const proxied = createApp({ ...demo, hosts: ['demo.test'], limits: { perAddress: 2 }, trustsProxy: true });
    assert.deepEqual([await from(proxied, 'a'), await from(proxied, 'x, a'), await from(proxied, 'a')], [200, 200, 429]);
    assert.equal(await from(proxied, 'a, b'), 200);
  });

  test('at once are worked on four at a time, in their order, and nobody else waits for them', async () => {
    const turns = new Turns();
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (index: number) => async () => {
      begun.push(index);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (index === 1) throw new Error('one that fails');
    };
    const greedy = Array.from({ length: 6 }, (_, index) => turns.take('greedy', work(index)));
    assert.deepEqual(begun, [0, 1, 2, 3]);
    assert.equal(await turns.take('other', () => Promise.resolve('at once')), 'at once');
    const failing = assert.rejects(greedy[1] ?? Promise.resolve(), /one that fails/);
    ends[1]?.();
    await failing;
    assert.deepEqual(begun, [0, 1, 2, 3, 4]);
    while (begun.length < 6) {
      ends[0]?.();
      await greedy[0];
    }
    for (const end of ends) end();
    await Promise.all(greedy.filter((_, index) => index !== 1));
    assert.deepEqual(begun, [0, 1, 2, 3, 4, 5]);
  });

  async function cookieOf(userId: string): Promise<string> {
    const response = await (await demo.as())('POST', '/app/session', { body: { userId } });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  }
});

describe('a request that does not arrive', () => {
  for (const [what, sent] of [
    ['headers', 'GET / HTTP/1.1\r\nHost: localhost\r\n'],
    ['body', 'POST /app/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{'],
  ] as const) {
    test(`is cut off: its ${what}`, async () => {
      const demo = await Demo.open();
      const server = nodeServer(createApp(demo), undefined, 50);
      const socket = connect(await listenOn(server, 0, 'localhost'), 'localhost');
      socket.write(sent);
      assert.match(await text(socket), /^HTTP\/1\.1 408 /);
      server.close();
      await demo.close();
    });
  }
});

describe('the pattern of a definition, on a real server', () => {
  test('costs nobody any time, and is the same at both ends', async () => {
    const server = await startServer();
    const cookie = async (userId: string) => {
      const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId }) };
      const response = await fetch(`${server.url}/app/session`, sent);
      return response.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const [amara, ida] = [await cookie('u_amara'), await cookie('u_ida')];
    const save = async (pattern: string, company: string): Promise<number> => {
      await server.database.query(
        `UPDATE field_definitions SET definition = definition || jsonb_build_object('pattern', $1::text) WHERE key = 'company'`,
        [pattern],
      );
      const response = await fetch(`${server.url}/api/contacts/c_1001`, {
        method: 'PATCH',
        headers: { ...write('*'), cookie: amara, 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify({ custom: { company } }),
      });
      await response.arrayBuffer();
      return response.status;
    };
    const read = async (): Promise<number> =>
      (await fetch(`${server.url}/api/contacts/c_5001`, { headers: { cookie: ida } })).status;

    const hostile = `${'a'.repeat(100)}!`;
    const start = performance.now();
    assert.equal(matchesPattern(hostile, '(a+)+', linearTest), false, 'in the panel');
    const [saved, ...others] = await Promise.all([save('(a+)+', hostile), ...Array.from({ length: 5 }, read)]);
    assert.deepEqual([saved, ...others], [422, 200, 200, 200, 200, 200]);
    assert.ok(performance.now() - start < 10_000, 'backtracking would take longer than the universe has');
    for (const [text, status] of [
      ['plain.text-1', 200],
      ['!! <script>', 422],
    ] as const) {
      assert.equal(await save('[\\w.-]+', text), status, text);
      assert.equal(matchesPattern(text, '[\\w.-]+', linearTest), status === 200, 'in the panel');
    }
    await server.close();
  });
});
