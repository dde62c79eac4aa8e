import { expect } from '@open-wc/testing';
import type { Persistence } from '../../src/store/saved-edits-format.js';
import { record, show } from '../element/kit.js';
import { until } from '../support/until.js';

describe('a draft that a reload has left', () => {
  it('is opened in the control of its type, which nobody has loaded yet', async () => {
    const draft = { values: { it: '2024-06-02' }, baseValues: { it: '2024-06-01' }, seenValues: [] };
    const persistence: Persistence = {
      save: () => Promise.resolve(),
      restore: async (_, take) => void (await take({ changes: [], drafts: [['it', draft]] })),
      clear: () => Promise.resolve(),
    };
    const fields = [{ key: 'it', type: 'date', label: 'It' }];
    const element = await show({ custom: { it: '2024-06-01' } }, { fields, properties: { persistence } });
    const saves = record('save-contact');
    const input = await until(() => element.shadowRoot?.querySelector<HTMLInputElement>('form.editor input[type=date]'));
    expect(input.value).to.equal('2024-06-02');
    element.shadowRoot?.querySelector<HTMLButtonElement>('form.editor [type=submit]')?.click();
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.custom', { it: '2024-06-02' });
  });
});
