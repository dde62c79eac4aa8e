import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import type { ExportContactEvent } from '../../src/element/popups/menu-requests.js';
import { findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click } from '../support/user.js';
import { ANA, record, show } from './kit.js';

interface Download {
  readonly name: string;
  readonly text: string;
}

/** What links in the panel have been followed to download; a page hears nothing of them, so the link itself is asked. */
async function downloads(during: () => Promise<void>): Promise<readonly Download[]> {
  const followed: HTMLAnchorElement[] = [];
  const original = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    followed.push(this.cloneNode() as HTMLAnchorElement);
    this.addEventListener('click', (event) => event.preventDefault(), { once: true });
    original.call(this);
  };
  try {
    await during();
  } finally {
    HTMLAnchorElement.prototype.click = original;
  }
  const read = async ({ download, href }: HTMLAnchorElement) => ({ name: download, text: await (await fetch(href)).text() });
  return Promise.all(followed.map(read));
}

async function chooseExport(element: ContactDetails): Promise<void> {
  await click(getByRole('button', 'More actions', element));
  await click(await findByRole('menuitem', 'Export Contact', element));
  await until(() => !element.shadowRoot?.querySelector('[role=menuitem]'));
  await element.updateComplete;
  await element.updateComplete;
}

describe('exporting a contact', () => {
  it('asks the page, and downloads a vCard of what is shown, named as the contact', async () => {
    const element = await show(ANA, { can: { export: true } });
    const heard = record<ExportContactEvent>('export-contact');
    const files = await downloads(() => chooseExport(element));
    expect(heard.map(({ contactId, contact }) => [contactId, contact.firstName])).to.deep.equal([['c_1', 'Ana']]);
    expect(files.map(({ name }) => name)).to.deep.equal(['Ana García.vcf']);
    expect(files[0]?.text).to.match(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n[^]*N:García;Ana;;;\r\n[^]*END:VCARD\r\n$/);
    expect(element.shadowRoot?.querySelector('[download]')).to.equal(null);
  });

  it('leaves it to a page that cancels the event', async () => {
    const element = await show(ANA, { can: { export: true } });
    element.addEventListener('export-contact', (event) => event.preventDefault());
    expect(await downloads(() => chooseExport(element))).to.deep.equal([]);
  });

  it('has no value in the file nor in the event that the person may not see', async () => {
    const secret: Contact = { ...ANA, email: 'secret@example.com', custom: { iban: 'DE89' } };
    const element = await show(secret, {
      can: { export: true },
      fields: [
        { key: 'email', type: 'email', access: 'mask' },
        { key: 'iban', type: 'text', access: 'hide' },
      ],
    });
    const heard = record<ExportContactEvent>('export-contact');
    const [file] = await downloads(() => chooseExport(element));
    expect(file?.text).to.include('TEL');
    expect(`${file?.text} ${JSON.stringify(heard[0]?.detail)}`).not.to.match(/secret|DE89/);
  });

  it('names the file so that every system takes it', async () => {
    const element = await show({ id: 'c_1', firstName: '../a:b', lastName: '\u202eexe' }, { can: { export: true } });
    const [file] = await downloads(() => chooseExport(element));
    expect(file?.name).to.equal('.. a b  exe.vcf');
  });
});
