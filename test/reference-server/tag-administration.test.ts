import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CountedTag } from '../../demo/server/contacts/tag-administration.js';
import type { Contact } from '../../src/core/contact.js';
import { until } from '../support/until.js';
import { ENGINES } from '../support/databases.js';
import { Demo, writing } from './demo.js';
import type { Client } from './demo.js';

const JSON_BODY = { 'content-type': 'application/json' };
const unaborted = () => new AbortController().signal;

for (const engine of ENGINES) {
  describe(`the administration of tags on ${engine.name}`, () => {
    let demo: Demo;
    let owner: Client;

    before(async () => {
      demo = await Demo.open(await engine.open());
      owner = await demo.as('u_mateo');
    });
    after(() => demo.close());

    const tags = async () => ((await (await owner('GET', '/app/tags')).json()) as { tags: CountedTag[] }).tags;
    const tag = async (id: string) => (await tags()).find((each) => each.id === id);
    const change = (id: string, body: object) => owner('PATCH', `/app/tags/${id}`, { headers: JSON_BODY, body });
    const merge = (id: string, into: unknown) => owner('POST', `/app/tags/${id}/merge`, { body: { into } });
    const remove = (id: string, count: unknown) => owner('POST', `/app/tags/${id}/delete`, { body: { count } });
    const holders = async (id: string) =>
      (
        await demo.database.query<{ id: string }>(
          `SELECT contact_id AS id FROM contact_tags WHERE workspace_id = 'w_harbor' AND tag_id = $1 ORDER BY contact_id`,
          [id],
        )
      ).map((row) => row.id);
    const load = async (id: string) => (await (await demo.adapter('u_olivia')).load(id, { signal: unaborted() })).contact;

    test('counts the contacts of each tag, of its own workspace only', async () => {
      for (const { id, count } of (await tags()).slice(0, 5)) assert.equal(count, (await holders(id)).length, id);
      assert.ok(!(await tags()).some(({ id }) => id === 't_recall'));
    });

    test('renames and recolours a tag on all contacts, and whoever watches one is told', async () => {
      const [id = ''] = await holders('t_vip');
      const before = (await load(id)).version;
      const heard: Contact[] = [];
      const stop = (await demo.adapter('u_leila')).watch(id, (contact) => heard.push(contact));
      assert.equal((await change('t_vip', { name: ' Most important ', color: 'teal' })).status, 204);
      const isRenamed = ({ tags: on = [] }: Contact) =>
        on.some(({ id: tagId, name, color }) => tagId === 't_vip' && name === 'Most important' && color === 'teal');
      await until(() => heard.some(isRenamed), 'the news');
      stop();
      assert.ok(isRenamed(await load(id)));
      assert.notEqual((await load(id)).version, before);
      const found = await (await demo.adapter('u_amara')).suggestTags('most imp', { limit: 5, signal: unaborted() });
      assert.deepEqual(
        found.map(({ id: tagId }) => tagId),
        ['t_vip'],
      );
    });

    test('leaves what is not named as it is', async () => {
      await change('t_designer', { name: 'Designer' });
      assert.deepEqual([(await tag('t_designer'))?.name, (await tag('t_designer'))?.color], ['Designer', '#5a67d8']);
      await change('t_designer', { color: null });
      assert.deepEqual([(await tag('t_designer'))?.name, (await tag('t_designer'))?.color], ['Designer', undefined]);
    });

    test('refuses a name that another tag has, whatever its case and accents, and names that tag', async () => {
      const response = await change('t_press', { name: 'GIFT  buyer'.replace('  ', ' ') });
      const { existing } = (await response.json()) as { existing?: unknown };
      assert.deepEqual([response.status, existing], [409, { id: 't_gift', name: 'Gift buyer' }]);
      assert.equal((await tag('t_press'))?.name, 'Press');
      assert.equal((await change('t_gift', { name: 'GIFT buyer' })).status, 204);
    });

    test('refuses names and colours that are none, tags that are not there, and those of another workspace', async () => {
      for (const body of [
        { name: ' ' },
        { name: 7 },
        { name: 'x'.repeat(256) },
        { color: 'red;background:url(x)' },
        { color: 1 },
      ])
        assert.equal((await change('t_eco', body)).status, 422, JSON.stringify(body).slice(0, 40));
      for (const id of ['t_none', 't_recall']) {
        assert.equal((await change(id, { name: 'Mine' })).status, 404);
        assert.equal((await merge(id, 't_eco')).status, 404);
        assert.equal((await merge('t_eco', id)).status, 404);
        assert.equal((await remove(id, 0)).status, 404);
      }
      assert.equal((await tag('t_eco'))?.name, 'Ökologisch');
    });

    test('merges a tag into another: their contacts are united, each has it once, and the first is gone', async () => {
      const [from, into] = [await holders('t_warranty'), await holders('t_return')];
      const united = [...new Set([...from, ...into])].sort();
      assert.ok(united.length > Math.max(from.length, into.length));
      const versions = new Map(await Promise.all(from.map(async (id) => [id, (await load(id)).version] as const)));
      assert.equal((await merge('t_warranty', 't_return')).status, 204);
      assert.deepEqual(await holders('t_return'), united);
      assert.equal(await tag('t_warranty'), undefined);
      for (const id of from) assert.notEqual((await load(id)).version, versions.get(id), id);
      assert.equal((await merge('t_warranty', 't_return')).status, 404);
    });

    test('deletes a tag by the number of its contacts, and refuses any other number', async () => {
      const on = await holders('t_local');
      for (const count of [on.length + 1, String(on.length), null, undefined]) {
        assert.equal((await remove('t_local', count)).status, 412);
      }
      assert.deepEqual(await holders('t_local'), on);
      assert.equal((await remove('t_local', on.length)).status, 204);
      assert.deepEqual([await holders('t_local'), await tag('t_local')], [[], undefined]);
      const late = (await demo.adapter('u_olivia')).addTag('c_1001', { id: 't_local' }, writing());
      await assert.rejects(late, { code: 'invalid' });
    });

    test('a tag that is deleted while people put it on contacts is on none afterwards', async () => {
      const adapter = await demo.adapter('u_olivia');
      const { tags: on = [] } = await adapter.addTag('c_1030', { name: 'Contended' }, writing());
      const id = on.find(({ name }) => name === 'Contended')?.id ?? '';
      const adding = Array.from({ length: 12 }, (_, index) => adapter.addTag(`c_${1040 + index}`, { id }, writing()));
      const deleting = (async () => {
        for (let status = 412; status === 412; ) status = (await remove(id, (await holders(id)).length)).status;
      })();
      const outcomes = await Promise.allSettled([...adding, deleting]);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') assert.equal((outcome.reason as { code?: string }).code, 'invalid');
      assert.deepEqual([await holders(id), await tag(id)], [[], undefined]);
      assert.deepEqual(demo.errors, []);
    });

    test('other sites cannot ask for it', async () => {
      const headers = { ...JSON_BODY, 'sec-fetch-site': 'cross-site' };
      assert.equal((await owner('PATCH', '/app/tags/t_eco', { headers, body: { name: 'Stolen' } })).status, 403);
      assert.equal((await tag('t_eco'))?.name, 'Ökologisch');
    });
  });
}
