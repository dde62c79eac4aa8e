import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { FieldValue } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { editingOf, loadEditing, typedOf, valueOf } from '../../src/fields/field-editing.js';
import { record, show } from '../element/kit.js';
import { descriptionOf } from '../support/find.js';
import { isChromium, sendCdp } from '../support/page.js';
import { until } from '../support/until.js';
import { textOf } from './kit.js';

type More = Partial<FieldDefinition>;

const CONTACT = { id: 'c_1' };
const fieldOf = (type: string, more: More = {}): FieldDefinition => ({ key: 'it', type, label: 'It', ...more });

function control(type: string, typed: FieldValue, was: FieldValue = typed): string {
  const definition = fieldOf(type);
  return editingOf(definition)?.toControl?.(typed, { definition, lang: 'en', was }) ?? '';
}

const saved = (type: string, typed: FieldValue, was: FieldValue = null) => valueOf(fieldOf(type), typed, was, CONTACT, 'en');

/** Moments and days as programs write them, and what the control shows in UTC. */
const WRITTEN: readonly (readonly [type: string, value: string, control: string])[] = [
  ['datetime', '2024-05-01 10:00:00+00', '2024-05-01T10:00'],
  ['datetime', '2024-05-01 10:00:00.123456+00', '2024-05-01T10:00'],
  ['datetime', '2024-05-01 15:30:00+05:30', '2024-05-01T10:00'],
  ['datetime', '2024-05-01 15:30:15 +0530', '2024-05-01T10:00:15'],
  ['datetime', '2024-05-01T10:00:00.000+0000', '2024-05-01T10:00'],
  ['datetime', '2024-05-01 10:00:00 UTC', '2024-05-01T10:00'],
  ['datetime', '2024-05-01t10:00:00z', '2024-05-01T10:00'],
  ['datetime', '20240501T100000Z', '2024-05-01T10:00'],
  ['datetime', '2024-05-01T12:00+02:00[Europe/Berlin]', '2024-05-01T10:00'],
  ['datetime', '1850-01-01 10:53:28+00:53:28', '1850-01-01T10:00'],
  ['datetime', '2024-05-01 10:00:00', '2024-05-01T10:00'],
  ['datetime', '2024-05-01 10:00', '2024-05-01T10:00'],
  ['date', '2024-05-01T00:00:00.000Z', '2024-05-01'],
  ['date', '2024-05-01 00:00:00+00', '2024-05-01'],
  ['date', '2024-05-01 00:00:00', '2024-05-01'],
  ['time', '10:00:00', '10:00'],
  ['time', '10:00:15.250000', '10:00'],
];

/** Texts that are none: they are shown as they are. */
const NONE = [
  ...['2024-02-30 10:00:00+00', '2024-13-01T10:00Z', '2024-05-01T24:00Z', '2024-05-01T10:60Z', '12024-05-01T10:00Z', 'soon'],
  ...['2024-05-01', '1714557600'],
];

/** Limits of other offsets and forms, a moment, and whether it is within them. */
const LIMITS: readonly (readonly [limits: More, value: string, isWithin: boolean])[] = [
  [{ min: '2024-01-01T12:00:00+02:00' }, '2024-01-01T10:30:00Z', true],
  [{ min: '2024-01-01T12:00:00+02:00' }, '2024-01-01T09:59:00Z', false],
  [{ max: '2024-01-01T01:00:00+05:00' }, '2023-12-31T23:00:00Z', false],
  [{ max: '2024-01-01T01:00:00+05:00' }, '2023-12-31T20:00:00Z', true],
  [{ min: '2024-01-01 12:00:00+00' }, '2024-01-01T11:59:00Z', false],
  [{ min: '2024-01-01 12:00:00+00' }, '2024-01-01T12:00:00Z', true],
  [{ min: 'soon', max: '' }, '2024-01-01T12:00:00Z', true],
];

/** Each zone with years before it had whole minutes, and years that a control reports while one is typed. */
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Asia/Kuala_Lumpur', 'Africa/Monrovia', 'UTC'];
const TYPED = [
  ...['0002-01-01T10:00', '0020-06-30T23:59', '0202-02-28T00:00', '2025-01-01T10:00', '1850-01-01T10:00', '1890-03-31T10:00'],
  ...['1893-04-02T10:00', '1905-06-30T12:30', '1941-09-01T10:00', '1971-12-31T10:00', '0001-01-01T00:00', '9999-12-31T23:59'],
];

async function open(type: string, value: FieldValue, more: More = {}) {
  const custom = value === null ? {} : { custom: { it: value } };
  const element = await show({ ...CONTACT, ...custom }, { fields: [fieldOf(type, more)] });
  const saves = record('save-contact');
  await element.edit('it');
  const input = await until(() => element.shadowRoot?.querySelector<HTMLInputElement>('form.editor input'));
  const enter = (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const save = () => element.shadowRoot?.querySelector<HTMLButtonElement>('form.editor [type=submit]')?.click();
  return { element, saves, input, enter, save };
}

/** Only Chromium can be told where it is; other browsers stay in the zone of their machine. */
const inZone = async (timezoneId: string) => isChromium && sendCdp('Emulation.setTimezoneOverride', { timezoneId });

describe('moments, days and times', () => {
  before(() => loadEditing(['date', 'time', 'datetime'].map((type) => fieldOf(type))));

  for (const text of NONE) {
    it(`are not made of ${text}`, () => {
      expect(textOf('datetime', text)).to.equal(text);
      expect(saved('datetime', typedOf(fieldOf('datetime'), text), text)).to.equal(text);
    });
  }

  for (const [limits, value, isWithin] of LIMITS) {
    it(`of ${value} are ${isWithin ? 'within' : 'beyond'} ${JSON.stringify(limits)}`, async () => {
      const { input, saves, enter, save } = await open('datetime', null, limits);
      enter(control('datetime', value));
      save();
      await until(() => saves.length || descriptionOf(input));
      expect(saves).to.have.length(isWithin ? 1 : 0);
    });
  }

  for (const type of ['date', 'datetime']) {
    for (const year of ['12024', '275760']) {
      it(`of the year ${year} are refused, and kept as typed: ${type}`, async () => {
        const { input, saves, enter, save } = await open(type, null);
        const text = `${year}-01-01${type === 'date' ? '' : 'T10:00'}`;
        enter(text);
        expect(input.value).to.equal(text);
        save();
        await until(() => descriptionOf(input));
        expect(input.value).to.equal(text);
        expect(saves).to.have.length(0);
      });
    }
  }

  it('have limits in the control: those of the field, else years of four digits', async () => {
    const limitsOf = async (type: string, more: More = {}) => {
      const { element, input } = await open(type, null, more);
      const limits = [input.min, input.max];
      element.remove();
      return limits;
    };
    expect(await limitsOf('date')).to.deep.equal(['0001-01-01', '9999-12-31']);
    expect(await limitsOf('date', { min: '2024-01-01', max: 'soon' })).to.deep.equal(['2024-01-01', '9999-12-31']);
    expect(await limitsOf('datetime')).to.deep.equal(['0001-01-01T00:00', '9999-12-31T23:59']);
    expect(await limitsOf('datetime', { min: '2024-01-01 10:00' })).to.deep.equal(['2024-01-01T10:00', '9999-12-31T23:59']);
    expect(await limitsOf('time')).to.deep.equal(['', '']);
  });

  it('are not written back while they are typed, and only opening them leaves nothing unsaved', async () => {
    const { element, input, enter } = await open('datetime', '2024-05-01T10:00:00Z');
    expect(element.hasUnsavedEdits).to.equal(false);
    for (const text of ['0002-05-01T10:00', '0020-05-01T10:00', '0202-05-01T10:00', '', '2025-05-01T10:00:30.5']) {
      enter(text);
      await element.updateComplete;
      expect(input.value).to.equal(text);
    }
    expect(element.hasUnsavedEdits).to.equal(true);
  });

  it('are times with seconds where they have some', () => {
    expect(textOf('time', '10:30:00', 'de')).to.equal('10:30');
    expect(textOf('time', '10:30:15', 'de')).to.equal('10:30:15');
    expect(saved('time', '11:30', '10:30:15')).to.equal('11:30');
    expect(saved('time', '10:30', '10:30:15')).to.equal('10:30:15');
  });

  afterEach(() => inZone(''));

  for (const zone of isChromium ? ZONES : ['of the machine']) {
    it(`come back as they were typed, in every year: ${zone}`, async () => {
      await inZone(zone);
      for (const text of TYPED) {
        const value = saved('datetime', text);
        expect(value, text).to.match(/^\d{4}-/);
        expect(control('datetime', value), `${text} ${String(value)}`).to.equal(text);
      }
    });

    it(`come back as they were typed, whenever that is: ${zone}`, async () => {
      await inZone(zone);
      const [least, most] = ['0001-01-02T00:00Z', '9999-12-30T00:00Z'].map((moment) => Date.parse(moment) / 60_000);
      const minute = fc.integer({ min: least ?? 0, max: most ?? 0 });
      fc.assert(
        fc.property(minute, (minutes) => {
          const moment = new Date(minutes * 60_000).toISOString().replace('.000Z', 'Z');
          const text = control('datetime', moment);
          // The hour that clocks show twice is taken for the first of the two.
          const again = saved('datetime', text);
          expect(control('datetime', again), moment).to.equal(text);
          expect(saved('datetime', text, moment)).to.equal(moment);
        }),
      );
    });
  }

  if (isChromium) {
    for (const [type, value, text] of WRITTEN) {
      it(`of type ${type} are read as programs write them, and kept: ${value}`, async () => {
        await inZone('UTC');
        const shown = textOf(type, value, 'de').replace(/:\d\d$/, (end) =>
          type === 'time' && value.includes(':15') ? '' : end,
        );
        expect(shown).to.equal(textOf(type, text.slice(0, 16), 'de'));
        expect(control(type, value)).to.equal(text);
        expect(saved(type, typedOf(fieldOf(type), value), value)).to.equal(value);
        expect(saved(type, text, value)).to.equal(value);
      });
    }

    it('are written in our own form once they are changed', async () => {
      await inZone('Europe/Berlin');
      expect(saved('datetime', '2024-05-01T13:00', '2024-05-01 10:00:00+00')).to.equal('2024-05-01T11:00:00Z');
      expect(saved('datetime', '2024-05-01T13:00', '2024-05-01 10:00:00')).to.equal('2024-05-01T13:00');
      expect(saved('date', '2024-05-02', '2024-05-01T00:00:00.000Z')).to.equal('2024-05-02');
    });

    it('are shown by the clock of their day', async () => {
      await inZone('Europe/Berlin');
      expect(textOf('datetime', '1850-01-01T09:06:32Z', 'de')).to.equal('01.01.1850, 10:00');
    });
  }
});
