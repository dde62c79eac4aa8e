import { fold } from 'contact-details/server.js';
import type { FieldValue } from 'contact-details/server.js';
import { channelsFor } from './channels.js';
import { CULTURES } from './cultures.js';
import { featuredContact } from './featured.js';
import { NOTABLE } from './notable.js';
import { SHOP_USERS } from './people.js';
import { provenanceFor } from './provenance.js';
import { createRandom } from './random.js';
import type { Random } from './random.js';
import type { ContactSeed } from './rows.js';
import { SHOP_TAGS } from './tags.js';

/** How many people of each culture write to the shop. */
const PER_CULTURE = 12;

const COMPANIES = [
  'Café Lumière',
  'Hotel Kontor',
  'Brücke & Söhne',
  '株式会社あかり',
  'Studio Pèlerin',
  'Northside Dental',
  'ООО «Маяк»',
];
const JOBS = ['Owner', 'Buyer', 'Architect', 'Office manager', 'Set designer', 'Innenarchitektin', '店長', 'Photographer'];
const PLANS = ['guest', 'member', 'trade'];
const INTERESTS = ['lamps', 'chairs', 'tables', 'textiles', 'care'];

/** The shop's contacts: `c_1001` is the one of the picture; those of all cultures are mixed with those written by hand. */
export function shopContacts(now: Date): readonly ContactSeed[] {
  const random = createRandom(1001);
  const ordinary = Array.from({ length: PER_CULTURE * CULTURES.length }, (_, index) => ordinaryContact(random, index, now));
  const notable = NOTABLE.map((contact, index) => completed(random, contact, index, now));
  const step = Math.floor(ordinary.length / notable.length);
  const mixed = ordinary.flatMap((contact, index) => {
    const extra = index % step === step - 1 ? notable[(index + 1) / step - 1] : undefined;
    return extra ? [contact, extra] : [contact];
  });
  const tagged = mixed.map((contact, index) =>
    index === 40 ? { ...contact, tagIds: SHOP_TAGS.slice(0, 18).map(({ id }) => id) } : contact,
  );
  return [
    featuredContact(now),
    ...tagged.map((contact, index) => ({ ...contact, provenance: provenanceFor(contact), id: `c_${1002 + index}` })),
  ];
}

type Unnumbered = Omit<ContactSeed, 'id'>;

function ordinaryContact(random: Random, index: number, now: Date): Unnumbered {
  const culture = CULTURES[index % CULTURES.length] as (typeof CULTURES)[number];
  const round = Math.floor(index / CULTURES.length);
  const firstName = culture.given[round % culture.given.length] as string;
  const lastName = culture.family[
    (round + Math.floor(round / culture.family.length) + index) % culture.family.length
  ] as string;
  const handle = `${latin(firstName)}.${latin(lastName)}`.replace(/^\.|\.$/g, '') || `guest.${culture.country.toLowerCase()}`;
  const email = random.percent(85) ? `${handle}${index}@example.com` : undefined;
  const phone = !email || random.percent(70) ? `${culture.phone}${String(index).padStart(4, '0')}` : undefined;
  return {
    ...{ firstName, lastName, country: culture.country, language: culture.language, status: 'closed' },
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(random.percent(80) ? { avatarUrl: `/avatars/p${index}.svg` } : {}),
    ...(random.percent(75) ? { assigneeId: random.pick(SHOP_USERS).id } : {}),
    channels: channelsFor(random, index, { email, phone, handle: `${handle}${index}` }, now),
    tagIds: random.percent(70) ? random.some(SHOP_TAGS, 1 + random.below(4)).map(({ id }) => id) : [],
    custom: customValues(random, culture.country),
  };
}

function customValues(random: Random, country: string): Readonly<Record<string, FieldValue>> {
  const orders = random.below(30);
  const isTrade = random.percent(30);
  return {
    ...{ orders, plan: random.pick(PLANS), lifetimeValue: orders * (90 + random.below(400)), newsletter: random.percent(50) },
    ...(isTrade ? { company: random.pick(COMPANIES), jobTitle: random.pick(JOBS), discount: 5 * random.below(4) } : {}),
    ...(random.percent(50) ? { interests: random.some(INTERESTS, 3) } : {}),
    ...(random.percent(40) ? { customerSince: calendarDay(random, 2016, 10), birthday: calendarDay(random, 1950, 55) } : {}),
    ...(random.percent(25) ? { shipsTo: country, callAt: `${10 + random.below(9)}:30` } : {}),
  };
}

/** A contact written by hand, with the channels it would have and a status. */
function completed(random: Random, contact: Unnumbered, index: number, now: Date): Unnumbered {
  const { email, phone } = contact;
  return { status: 'closed', channels: channelsFor(random, index, { email, phone, handle: `guest${index}` }, now), ...contact };
}

function calendarDay(random: Random, firstYear: number, years: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${firstYear + random.below(years)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

function latin(name: string): string {
  return fold(name).replace(/[^a-z]/g, '');
}
