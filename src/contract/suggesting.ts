import type { Option } from '../core/field-definition.js';
import type { Tag } from '../core/contact.js';
import { expectEqual, expectSilence, expectThat } from './expect.js';
import { contractCase, unaborted, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { ID } from './seed.js';

const names = (tags: readonly Tag[]): readonly string[] => tags.map(({ name }) => name);
const values = (options: readonly Option[]): readonly string[] => options.map(({ value }) => value);
const upTo = (limit: number): { limit: number; signal: AbortSignal } => ({ limit, signal: unaborted() });

/** What is true of suggestions. */
export const suggesting: readonly ContractCase[] = [
  contractCase(
    'suggestTags finds tags by a part of their name, those that begin with it first',
    ['suggestTags'],
    async (adapter) => {
      expectEqual(names(await adapter.suggestTags('lead', upTo(10))), ['Lead', 'Mislead'], 'the suggestions');
    },
  ),
  contractCase('suggestTags ignores case, accents and Unicode form', ['suggestTags'], async (adapter) => {
    for (const query of ['élo', 'ELO', 'E\u0301lo'])
      expectEqual(names(await adapter.suggestTags(query, upTo(10))), ['Élodie'], query);
    expectEqual(names(await adapter.suggestTags('strass', upTo(10))), ['Straße'], 'the suggestions for "strass"');
  }),
  contractCase('suggestTags answers with the ids that addTag takes', ['suggestTags', 'addTag'], async (adapter) => {
    const [tag] = await adapter.suggestTags('Mislead', upTo(1));
    const tagged = await adapter.addTag(ID.bo, { id: tag?.id ?? '' }, writing());
    expectEqual(names(tagged.tags ?? []), ['Mislead'], 'the tags on the contact');
  }),
  contractCase('suggestTags answers no more than it was asked for', ['suggestTags'], async (adapter) => {
    expectEqual((await adapter.suggestTags('', upTo(2))).length, 2, 'the number of suggestions for nothing typed');
    expectEqual(names(await adapter.suggestTags('lead', upTo(1))), ['Lead'], 'the suggestion');
  }),
  contractCase('suggestTags answers with an empty list where nothing matches', ['suggestTags'], async (adapter) => {
    expectEqual(await adapter.suggestTags('zzz', upTo(10)), [], 'the suggestions');
  }),
  contractCase('suggestTags takes what was typed for text, not for a pattern', ['suggestTags'], async (adapter) => {
    for (const query of ['%', '_', '.*', '\\', "'", '[a-z]']) {
      expectEqual(await adapter.suggestTags(query, upTo(10)), [], `the suggestions for ${query}`);
    }
  }),
  contractCase('suggestTags knows a tag as soon as it was made', ['suggestTags', 'addTag'], async (adapter) => {
    await adapter.addTag(ID.bo, { name: 'Brand new' }, writing());
    expectEqual(names(await adapter.suggestTags('brand', upTo(10))), ['Brand new'], 'the suggestions');
  }),
  contractCase('suggestTags can be aborted, which is no failure', ['suggestTags'], async (adapter) => {
    await expectSilence(adapter.suggestTags('lead', { limit: 10, signal: AbortSignal.abort() }));
  }),
  contractCase(
    'suggestOptions finds choices of a field by their label, those that begin with it first',
    ['suggestOptions'],
    async (adapter) => {
      const options = await adapter.suggestOptions('assignee', 'olga', upTo(10));
      expectEqual(values(options), [ID.olga, 'u_max'], 'the choices');
      expectEqual(options[0]?.label, 'Olga Ólafsdóttir', 'the label');
      expectEqual(values(await adapter.suggestOptions('assignee', 'OLAFSD', upTo(10))), [ID.olga], 'the choices, folded');
    },
  ),
  contractCase('suggestOptions answers no more than it was asked for', ['suggestOptions'], async (adapter) => {
    expectEqual((await adapter.suggestOptions('assignee', '', upTo(2))).length, 2, 'the number of choices for nothing typed');
  }),
  contractCase('suggestOptions has nothing for a field that nobody knows', ['suggestOptions'], async (adapter) => {
    for (const key of ['nonsense', '__proto__', 'constructor']) {
      const options = await adapter.suggestOptions(key, '', upTo(10));
      expectThat(options.length === 0, `expected no choices for the field "${key}"`);
    }
  }),
];
