import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chunkName, ENTRY, faultsInRequests, faultsInSizes, LIMIT } from '../support/built-script.js';

describe('the size check', () => {
  const page = [
    { path: '', type: 'document' },
    { path: ENTRY, type: 'script' },
    { path: 'api/contacts/c_1', type: 'fetch' },
  ];

  it('lets a contact be read with one script, its data, pictures, drawn flags and the reader of phone numbers', () => {
    const more = [
      { path: 'avatar.png', type: 'image' },
      { path: 'cdn/chunks/flag-drawing-C1cB5A.js', type: 'script' },
      { path: 'cdn/chunks/phone-number-jZUY6i.js', type: 'script' },
      { path: 'cdn/chunks/live-BBgVZ3.js', type: 'script' },
      { path: 'api/events', type: 'fetch' },
    ];
    assert.deepEqual(faultsInRequests([...page, ...more]), []);
  });

  it('finds a second script that reading needs, and a style sheet', () => {
    const second = { path: 'cdn/chunks/channel-icons-C1MsEy.js', type: 'script' };
    const styles = { path: 'cdn/panel.css', type: 'stylesheet' };
    assert.deepEqual(faultsInRequests([...page, second, styles]), [
      'Reading a contact also fetches cdn/chunks/channel-icons-C1MsEy.js (script).',
      'Reading a contact also fetches cdn/panel.css (stylesheet).',
    ]);
  });

  it('finds a first script over its limit', () => {
    assert.deepEqual(faultsInSizes({ path: ENTRY, bytes: LIMIT }, [], []), []);
    assert.deepEqual(faultsInSizes({ path: ENTRY, bytes: LIMIT + 3 }, [], []), [`${ENTRY} is 3 bytes over its limit.`]);
  });

  it('finds a chunk under 1 KB, unless it is a language or what a server-drawn panel is taken over by', () => {
    const chunks = [
      { path: 'cdn/chunks/menu-Ki2mzq.js', bytes: 1_000 },
      { path: 'cdn/chunks/sk-BisNc-.js', bytes: 900 },
      { path: 'cdn/chunks/server-drawn-g0v6qM.js', bytes: 575 },
      { path: 'cdn/chunks/fold-text-CSgQSk.js', bytes: 256 },
    ];
    const faults = faultsInSizes({ path: ENTRY, bytes: 1 }, chunks, ['sk']);
    assert.deepEqual(
      faults.map((fault) => fault.split(' ')[0]),
      ['cdn/chunks/fold-text-CSgQSk.js'],
    );
  });

  it('knows a chunk by its name without the hash', () => {
    assert.equal(chunkName('cdn/chunks/flag-drawing-C1cB5A.js'), 'flag-drawing');
    assert.equal(chunkName('cdn/chunks/ar-BisNc-.js'), 'ar');
  });
});
