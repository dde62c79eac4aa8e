import { isBlank } from '../../src/core/invisible-text.js';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { finishedPart, hasSeparator, splitNames } from '../../src/element/combobox/tag-names.js';

const LISTS: readonly (readonly [text: string, ...names: string[]])[] = [
  ['Red, Green;Blue\nred\n\n Yellow ', 'Red', 'Green', 'Blue', 'red', 'Yellow'],
  ['客户，重要、新', '客户', '重要', '新'],
  ['重要､新規；至急', '重要', '新規', '至急'],
  ['عميل، مهم؛ جديد', 'عميل', 'مهم', 'جديد'],
  ['عميل،', 'عميل'],
  ['ደንበኛ፣ አዲስ', 'ደንበኛ', 'አዲስ'],
  ['a\tb\r\nc\u2028d', 'a', 'b', 'c', 'd'],
  ['"Smith, Jones",VIP', 'Smith, Jones', 'VIP'],
  ['VIP\t"Smith, Jones"\t', 'VIP', 'Smith, Jones'],
  ['"Smith, Jones"', 'Smith, Jones'],
  ['"client ""A"", Berlin";VIP', 'client "A", Berlin', 'VIP'],
  ['"two\nlines"\tVIP', 'two lines', 'VIP'],
  ['5" disk, 3" disk', '5" disk', '3" disk'],
  ['"Smith, Jones', '"Smith', 'Jones'],
  ['"VIP"', '"VIP"'],
  ['New York', 'New York'],
  [',, ;'],
  [''],
];

describe('a text that lists names', () => {
  for (const [text, ...names] of LISTS) {
    it(`is split into them: ${JSON.stringify(text)}`, () => expect(splitNames(text)).to.deep.equal(names));
  }

  it('gives back any names that a spreadsheet copies as cells', () => {
    const names = fc.array(
      fc
        .string({ unit: 'grapheme', minLength: 1 })
        .map((name) => name.replace(/\s+/g, ' ').trim())
        .filter((name) => !isBlank(name)),
      { minLength: 2 },
    );
    const cellOf = (name: string) => (hasSeparator(name) || name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name);
    fc.assert(fc.property(names, (all) => void expect(splitNames(all.map(cellOf).join('\t'))).to.deep.equal(all)));
  });

  for (const [text, finished] of [
    ['Red', ''],
    ['Red,', 'Red,'],
    ['Red,Gre', 'Red,'],
    ['客户，重', '客户，'],
    ['"Smith, Jo', ''],
    ['VIP,"Smith, Jo', 'VIP,'],
    ['"Smith, Jones",', '"Smith, Jones",'],
    [',', ''],
  ] as const) {
    it(`is finished up to its last separator while it is typed: ${text}`, () => expect(finishedPart(text)).to.equal(finished));
  }
});
