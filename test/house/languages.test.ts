import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isolate } from '../../src/i18n/isolate.js';
import { languageTag, loadMessages } from '../../src/i18n/languages.js';
import type { Messages } from '../../src/i18n/messages.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** The scripts that run from right to left (ISO 15924), in which anything is written today. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/** The texts of each language, by the name of its file; other files of the folder have none. */
const languages = new Map<string, Messages>();
for (const file of readdirSync(new URL('src/i18n', ROOT))) {
  const { messages } = (await import(`../../src/i18n/${file}`)) as { readonly messages?: Messages };
  if (messages) languages.set(file.replace('.ts', ''), messages);
}
/** All but English, which the panel speaks where it knows no other. */
const loaded = [...languages.keys()].filter((tag) => tag !== 'en');

describe('the languages of the panel', () => {
  for (const [tag, messages] of languages) {
    test(`${tag} says its own tag, and is known to be written from right to left if it is`, () => {
      assert.equal(messages.lang, tag);
      assert.equal(languageTag(tag), tag);
      const { script = '' } = new Intl.Locale(tag).maximize();
      assert.equal(isolate('Ana', tag) !== 'Ana', RIGHT_TO_LEFT.includes(script));
    });
  }

  for (const tag of loaded) {
    test(`${tag} is loaded for pages in it, and in its varieties if it is none itself`, async () => {
      for (const lang of [tag, ...(tag.includes('-') ? [] : [`${tag}-001`])])
        assert.equal(await loadMessages(lang), languages.get(tag));
    });
  }

  test('are named in the README, and counted', () => {
    const readme = read('README.md');
    const [, named = ''] = /\n## Languages\n\n([^.]+)\./.exec(readme) ?? [];
    const names = [...languages.keys()].map((tag) => new Intl.DisplayNames('en', { type: 'language' }).of(tag));
    assert.deepEqual(named.split(/,\s|\sand\s/).sort(), names.sort());
    const [, counted] = /\*\*Languages\*\*: (\d+) of/.exec(readme) ?? [];
    assert.equal(Number(counted), languages.size);
  });

  test('are in the table of chunks in docs/architecture.md', () => {
    const [, chunks = ''] = /^\| ([^|]+) \| the texts of a language \|/m.exec(read('docs/architecture.md')) ?? [];
    assert.deepEqual(
      chunks.split(', ').sort(),
      loaded.map((tag) => `\`${tag}\``),
    );
  });
});
