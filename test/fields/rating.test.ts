import { expect } from '@open-wc/testing';
import { defineFieldType } from '../../src/index.js';
import { show, fieldText, record } from '../element/kit.js';
import { findByRole, getByRole } from '../support/find.js';
import { messages } from '../support/messages.js';
import { until } from '../support/until.js';
import { click } from '../support/user.js';

// As a host would: nothing but what the package exports.
defineFieldType({
  name: 'rating',
  text: (value) => (typeof value === 'number' ? '★'.repeat(value) : ''),
  edit: async () => ({
    input: 'select',
    options: () => [1, 2, 3].map((stars) => ({ value: String(stars), label: '★'.repeat(stars) })),
    parse: (text) => (text ? Number(text) : null),
    check: (value) => (value === 1 ? 'pattern' : undefined),
  }),
});

async function rate(stars: string, definition = {}) {
  const fields = [{ key: 'mood', type: 'rating', label: 'Mood', ...definition }];
  const element = await show({ custom: { mood: 2 } }, { fields });
  const saves = record('save-contact');
  await click(getByRole('button', 'Edit Mood', element));
  await click(await findByRole('option', stars, element));
  return { element, saves };
}

describe('a type of field that a host defines', () => {
  it('is shown, edited, cleared and checked like those that come with the panel', async () => {
    const { element, saves } = await rate('★★★');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.custom', { mood: 3 });
    expect(fieldText(element, 'Mood')).to.equal('★★★');
    const cleared = await rate('Not set');
    await until(() => cleared.saves.length === 1);
    expect(cleared.saves[0]).to.have.deep.nested.property('patch.custom', { mood: null });
    const refused = await rate('★', { patternHint: 'Two stars at least' });
    await until(() => fieldText(refused.element, 'Mood')?.includes(messages.complaints.pattern));
    expect(refused.saves).to.have.length(0);
  });
});
