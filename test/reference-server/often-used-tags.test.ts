import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Demo, write } from './demo.js';

test('where nothing is typed, tags that were put on often and of late are suggested first', async () => {
  const demo = await Demo.open();
  try {
    const owner = await demo.as('u_olivia');
    const names = async (query: string) => {
      const response = await owner('GET', `/api/tags?q=${query}&limit=3`);
      return ((await response.json()) as { tags: readonly { name: string }[] }).tags.map(({ name }) => name);
    };
    // More than all that counts, so that nothing of what the seed has put on does.
    for (let count = 0; count < 200; count += 1) {
      const name = count % 2 ? 'Zz often' : `Zz once ${count}`;
      const contact = `c_${1001 + count}`;
      const added = await owner('POST', `/api/contacts/${contact}/tags`, { headers: write(), body: { name } });
      assert.equal(added.status, 200, contact);
    }
    assert.deepEqual(await names(''), ['Zz often', 'Zz once 198', 'Zz once 196']);
    assert.deepEqual(await names('zz%20once%20100'), ['Zz once 100']);
  } finally {
    await demo.close();
  }
});
