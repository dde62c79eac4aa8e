import { expect } from '@open-wc/testing';
import { until } from '../support/until.js';
import { ANA, mount } from './kit.js';

/** What is said in the console from now on, until the test has ended. */
function watchConsole(): string[] {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (text: string) => void said.push(text);
  after(() => (console.warn = warn));
  return said;
}

// In a page of its own: once a lazy part has been loaded in one, all texts are there.
describe('a text of the host’s own, before anybody has touched a panel', () => {
  it('that has no such name is told, and one that only lazy parts say is not', async () => {
    const said = watchConsole();
    await mount({ contact: ANA, messages: { noTagz: 'No', viewMessages: 'Open chat' } as never });
    await until(() => said.length > 0, 'the mistake to be told');
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('message-unknown (messages.noTagz)');
  });
});
