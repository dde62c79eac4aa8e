import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Tag } from '../../src/core/contact.js';
import { isNearName } from '../../src/element/combobox/near-names.js';
import { descriptionOf, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, press, type } from '../support/user.js';
import { ANA, listen, show, textOf } from './kit.js';

const KNOWN: readonly Tag[] = [
  { id: 'k_1', name: 'follow-up' },
  { id: 'k_2', name: 'Invoices' },
];

const word = fc.stringMatching(/^[a-z]{5,10}$/);

describe('names that may be meant to be the same', () => {
  it('are those with one typing error, whichever', () => {
    const edits = fc.tuple(word, fc.nat(), fc.constantFrom('drop', 'add', 'change', 'swap'));
    fc.assert(
      fc.property(edits, ([name, number, edit]) => {
        const at = number % (name.length - 1);
        const [before, after] = [name.slice(0, at), name.slice(at + 1)];
        const typed = {
          drop: before + after,
          add: `${before}q${name.slice(at)}`,
          change: `${before}q${after}`,
          swap: `${before}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`,
        }[edit];
        expect(isNearName(typed, name)).to.equal(true);
        expect(isNearName(name, typed)).to.equal(true);
      }),
    );
  });

  it('are those with other separators, or with their words in another order', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom('-', '_', '/', '.', ''), (a, b, separator) => {
        expect(isNearName(`${a} ${b}`, a + separator + b)).to.equal(true);
        expect(isNearName(`${a} ${b}`, `${b}-${a}`)).to.equal(true);
      }),
    );
  });

  it('are a word and its plural', () => {
    const pairs = ['ad ads', 'invoice invoices', 'box boxes', 'category categories', 'rechnung rechnungen', 'kunde kunden'];
    for (const pair of pairs) expect(isNearName(...(pair.split(' ') as [string, string])), pair).to.equal(true);
  });

  it('are not those that numbers or signs tell apart, short ones, or others', () => {
    const pairs = [
      'Q1|Q2',
      'Order 1001|Order 1002',
      'v1.2|v12',
      'C++|C#',
      'cat|car',
      'vip|lead',
      'one|',
      'follow up|call back',
    ];
    for (const pair of pairs) expect(isNearName(...(pair.split('|') as [string, string])), pair).to.equal(false);
  });
});

describe('a new tag whose name is like another', () => {
  const openField = async (known = KNOWN) => {
    const element = await show(ANA, { tags: known });
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    await click(input);
    await until(() => queryAllByRole('option', undefined, element).length >= KNOWN.length, 'the suggestions');
    return { element, input };
  };
  const options = (element: Element) => queryAllByRole('option', undefined, element).map(textOf);
  const tags = (element: Element) => queryAllByRole('listitem', undefined, getByRole('list', 'Tags', element)).map(textOf);

  it('is put as a question, first in the list, and "Create" stays last', async () => {
    const { element } = await openField();
    await type('folow up');
    await until(() => options(element).length === 2);
    expect(options(element)).to.deep.equal(['Did you mean follow-up ?', 'Create “folow up”']);
  });

  it('is not made by the first Enter, which asks and says so, and is made by the second', async () => {
    const { element, input } = await openField();
    await type('folow up');
    await until(() => options(element).length === 2);
    const said = listen(element);
    await press('Enter');
    await until(() => /Did you mean .?follow-up.?\? Enter: Create “.?folow up.?”/.test(descriptionOf(input)), 'the question');
    expect(said.filter((text) => text.includes('Enter: Create'))).to.have.length(1);
    expect(input.value).to.equal('folow up');
    expect(tags(element)).to.deep.equal(['VIP', 'Lead']);
    await press('Enter');
    await until(() => tags(element).includes('folow up'));
    expect(descriptionOf(input)).to.equal('');
  });

  it('is asked about where the source has more tags than it has named', async () => {
    const many = Array.from({ length: 80 }, (_, index) => ({ id: `n_${index}`, name: `Area ${index}` }));
    const { element, input } = await openField([...many, { id: 'z', name: 'zebra-crossing' }]);
    expect(options(element)).not.to.include('zebra-crossing');
    // Put in at once, as dictation does: the source has not been asked for its beginning.
    input.value = 'zebra crosing';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => options(element).length === 2, 'the question');
    expect(options(element)).to.deep.equal(['Did you mean zebra-crossing ?', 'Create “zebra crosing”']);
  });

  it('is the one that exists where that is chosen', async () => {
    const { element } = await openField();
    await type('invoice');
    await until(() => options(element).length > 0);
    await click(getByRole('option', /Invoices/, element));
    await until(() => tags(element).includes('Invoices'));
  });

  it('is asked for by a comma too', async () => {
    const { element, input } = await openField();
    await type('folow up,');
    await until(() => descriptionOf(input).includes('Did you mean'), 'the question');
    expect(input.value).to.equal('folow up');
    expect(tags(element)).to.deep.equal(['VIP', 'Lead']);
  });

  it('is like one that the contact has', async () => {
    const { element, input } = await openField();
    await type('leads');
    await press('Enter');
    await until(() => /already has .?Lead/.test(descriptionOf(input)), 'the question');
    await press('Enter');
    await until(() => tags(element).includes('leads'));
  });
});
