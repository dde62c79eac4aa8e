import { expect } from '@open-wc/testing';
import type { Channel, Contact } from '../../src/core/contact.js';
import { getByRole, queryAllByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { click } from '../support/user.js';
import { ANA, expectAbsent, iconOf, mount, panelText, part, parts, show, textOf } from './kit.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

function pictures(element: Element): readonly HTMLImageElement[] {
  return [...part(element, 'header').querySelectorAll('img')].filter((picture) => picture.checkVisibility());
}

/** A contact as the page has it, without a person or a source whose own pictures and names would be in the way. */
async function showOnly(
  contact: Partial<Contact>,
  attributes: Readonly<Record<string, string>> = {},
  avatarPaths: string[] = [],
) {
  return mount({ contact: { id: 'c_9', ...contact }, avatarPaths }, attributes);
}

describe('the picture of a contact', () => {
  it('is shown from an address that is safe to ask', async () => {
    for (const avatarUrl of [PIXEL, 'blob:nothing', `${location.origin}/nothing.png`]) {
      const [picture, ...others] = pictures(await showOnly({ firstName: 'Ana', avatarUrl }, {}, ['/nothing.png']));
      expect(others).to.have.length(0);
      expect(picture?.src).to.equal(avatarUrl);
      expect(picture?.referrerPolicy).to.equal('no-referrer');
      expect(picture?.alt).to.equal('');
    }
  });

  it('is not asked for where the address is not one of a bitmap', async () => {
    const unsafe = ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'data:text/html,<b>', 'http://elsewhere.example/a.png'];
    for (const avatarUrl of unsafe) {
      const element = await showOnly({ firstName: 'Ana', avatarUrl });
      expect(pictures(element), avatarUrl).to.have.length(0);
      expect(textOf(part(element, 'avatar')), avatarUrl).to.equal('A');
    }
  });

  it('is not asked for from the page itself, whose cookies it would bring, but where the host allows it', async () => {
    const avatarUrl = '/pictures/a.png';
    const fields = [{ key: 'advisor', type: 'person', label: 'Advisor' }];
    const contact = { firstName: 'Ana', avatarUrl, custom: { advisor: { id: 'u_1', name: 'Rui', avatarUrl } } };
    const element = await show(contact, { fields });
    const sources = () => [...(element.shadowRoot?.querySelectorAll('img') ?? [])].map(({ src }) => new URL(src).pathname);
    expect(sources()).to.deep.equal([]);
    element.avatarPaths = ['/pictures'];
    await element.updateComplete;
    expect(sources()).to.deep.equal([avatarUrl, avatarUrl]);
  });

  it('gives way to the initials when it is broken', async () => {
    const element = await showOnly({ firstName: 'Ana', lastName: 'García', avatarUrl: 'data:image/png;base64,AAAA' });
    await until(() => !pictures(element).some((picture) => picture.checkVisibility()), 'the broken picture to go');
    expect(textOf(part(element, 'avatar'))).to.equal('AG');
  });

  it('follows the contact', async () => {
    const element = await showOnly({ firstName: 'Ana', avatarUrl: PIXEL });
    element.contact = { id: 'c_9', firstName: 'Zoë' };
    await element.updateComplete;
    expect(pictures(element)).to.have.length(0);
    expect(textOf(part(element, 'avatar'))).to.equal('Z');
  });

  it('shows initials whole, letter by letter as people read them', async () => {
    const cases = [
      [{ firstName: 'Zoë', lastName: 'Ångström' }, 'ZÅ'],
      [{ firstName: '小明', lastName: '王' }, '王'],
      [{ firstName: 'n\u0303andu\u0301' }, 'Ñ'],
      [{ firstName: '👩🏽‍🚀 Ada', lastName: 'Lovelace' }, 'AL'],
    ] as const;
    for (const [contact, letters] of cases) {
      expect(textOf(part(await showOnly(contact), 'avatar')).normalize()).to.equal(letters);
    }
  });

  it('is a drawn figure where there are no letters', async () => {
    const element = await showOnly({ phone: '+34600111222' });
    expect(iconOf(part(element, 'avatar'))).not.to.equal('none');
    expect(textOf(part(element, 'avatar'))).to.equal('');
  });
});

describe('the country of a contact', () => {
  it("is said in the reader's language, beside a flag for the eye", async () => {
    const element = await showOnly({ country: 'DE' }, { lang: 'de' });
    await until(() => textOf(part(element, 'country')).includes('Deutschland'), 'the name of the country');
    expect(parts(element, 'flag')[0]?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('is shown as it is where it is no country', async () => {
    expect(textOf(part(await showOnly({ country: 'Atlantis' }), 'country'))).to.equal('Atlantis');
  });

  it('is left out where it is not known', async () => {
    expect(parts(await showOnly({ firstName: 'Ana' }), 'country')).to.have.length(0);
  });
});

describe('the channels of a contact', () => {
  const channels: readonly Channel[] = [
    { id: '1', type: 'whatsapp', name: 'WhatsApp', handle: '+34 600', state: 'active', connectedAt: '2024-03-01T12:00:00Z' },
    { id: '2', type: 'sms', name: 'SMS', state: 'inactive' },
    { id: '3', type: 'wechat', name: 'WeChat', state: 'unavailable' },
  ];

  function items(element: Element): readonly string[] {
    const group = getByRole('group', 'Channels', element);
    return queryAllByRole('listitem', undefined, group).map(textOf);
  }

  function drawings(element: Element): readonly string[] {
    return parts(element, 'channel').map((channel) => channel.querySelector('path')?.getAttribute('d') ?? '');
  }

  it('are listed with name, handle and since when they are connected; the others after them on demand', async () => {
    const element = await showOnly({ channels });
    expect(items(element)).to.deep.equal(['WhatsApp +34 600 Since Mar 1, 2024']);
    const more = [...part(element, 'channels').querySelectorAll('summary')].find((summary) => textOf(summary) === '2 more');
    if (!more) throw new Error('No way to the others');
    await click(more);
    expect(items(element)).to.deep.equal(['WhatsApp +34 600 Since Mar 1, 2024', 'SMS Not started', 'WeChat Unavailable']);
  });

  it('are all listed at once where none is active', async () => {
    const element = await showOnly({ channels: channels.slice(1) });
    expect(items(element)).to.deep.equal(['SMS Not started', 'WeChat Unavailable']);
  });

  it('of a type nobody knows show their name and a neutral icon', async () => {
    const element = await showOnly({
      channels: [
        { id: '1', type: 'pigeon', state: 'active' },
        { id: '2', type: 'custom', state: 'active' },
        { id: '3', type: 'telegram', state: 'active' },
      ],
    });
    expect(items(element)).to.deep.equal(['pigeon Connected', 'custom Connected', 'telegram Connected']);
    const [pigeon, custom, telegram] = drawings(element);
    expect(pigeon).to.match(/^M/).and.equal(custom);
    expect(telegram).not.to.equal(custom);
  });

  it('of several providers get the icon of the channel behind them', async () => {
    const types = ['whatsapp', 'whatsapp_cloud', 'twilio-sms', 'sms'];
    const element = await showOnly({ channels: types.map((type) => ({ id: type, type, state: 'active' })) });
    const [whatsapp, cloud, twilio, sms] = drawings(element);
    expect(cloud).to.equal(whatsapp);
    expect(twilio).to.equal(sms);
    expect(sms).not.to.equal(whatsapp);
  });

  it('whose date makes no sense are simply connected', async () => {
    const element = await showOnly({ channels: [{ id: '1', type: 'sms', state: 'active', connectedAt: 'soon' }] });
    expect(items(element)).to.deep.equal(['sms Connected']);
  });

  it('are left out where there are none', async () => {
    expectAbsent('group', 'Channels', await showOnly({ firstName: 'Ana' }));
  });
});

describe('the id of a contact', () => {
  it('is shown, left to right in any language', async () => {
    const element = await show(ANA, { attributes: { dir: 'rtl' } });
    expect(panelText(element)).to.contain('Contact ID c_1');
    expect(part(element, 'id').querySelector('bdi')?.dir).to.equal('ltr');
  });

  it('follows the contact that the host hands over', async () => {
    const element = await showOnly({ id: 'first' });
    const loaded = nextEvent(element, 'contact-loaded');
    element.contact = { id: 'second' };
    await loaded;
    await element.updateComplete;
    expect(textOf(part(element, 'id'))).to.equal('Contact ID second');
  });
});
