import { expect } from '@open-wc/testing';
import type { FieldValue } from '../../src/core/contact.js';
import { editingOf, loadEditing } from '../../src/fields/field-editing.js';
import { isChromium, sendCdp } from '../support/page.js';
import { textOf } from './kit.js';

const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'America/St_Johns',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

/** Days around the ends of years, leap days, and the nights in which clocks change. */
const DAYS = [
  '2024-12-31',
  '2025-01-01',
  '2024-02-29',
  '2024-03-10',
  '2024-03-31',
  '2024-10-27',
  '2024-11-03',
  '1970-01-01',
  '2011-12-30',
];

/** Moments, with what a clock in Berlin reads. The last is the second 2:30 of the night in which clocks go back. */
const BERLIN: readonly (readonly [string, string])[] = [
  ['2024-12-31T23:30:00Z', '2025-01-01T00:30'],
  ['2024-03-31T00:59:00Z', '2024-03-31T01:59'],
  ['2024-03-31T01:00:00Z', '2024-03-31T03:00'],
  ['2024-07-01T09:30:15.250Z', '2024-07-01T11:30:15'],
  ['2024-07-01T11:30:00+02:00', '2024-07-01T11:30'],
  ['2024-10-27T01:30:00Z', '2024-10-27T02:30'],
];

const definition = { key: 'it', type: 'datetime' };
const contextOf = (was: FieldValue) => ({ definition, lang: 'en', was });
const read = (value: FieldValue) => editingOf(definition)?.toControl?.(value, contextOf(value));
const write = (text: string, was: FieldValue) => editingOf(definition)?.fromControl?.(text, contextOf(was));

// Only Chromium can be told where it is; what is tested is the same code in every browser.
if (isChromium) {
  describe('dates and times, wherever the reader is', () => {
    before(() => loadEditing([definition]));
    afterEach(() => sendCdp('Emulation.setTimezoneOverride', { timezoneId: '' }));

    for (const zone of ZONES) {
      it(`are the days and hours that are written: ${zone}`, async () => {
        await sendCdp('Emulation.setTimezoneOverride', { timezoneId: zone });
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal(zone);
        for (const day of DAYS) {
          const [year, , date] = day.split('-').map(Number);
          const text = textOf('date', day);
          expect(text, day).to.match(new RegExp(`\\b${date}, ${year}$`));
        }
        expect(textOf('time', '02:30', 'de')).to.equal('02:30');
        expect(textOf('datetime', '2024-03-31T02:30', 'de')).to.equal('31.03.2024, 02:30');
      });

      it(`go into an editor and come back as they were, to the letter: ${zone}`, async () => {
        await sendCdp('Emulation.setTimezoneOverride', { timezoneId: zone });
        for (const [moment] of [...BERLIN, ['2024-03-10T02:30'], ['2024-11-03T01:30:30']] as const) {
          expect(write(read(moment) ?? '', moment), moment).to.equal(moment);
        }
      });
    }

    it('are told by the clock of the reader, who may travel', async () => {
      for (const [zone, told] of [
        ['Europe/Berlin', '01.07.2024, 11:30'],
        ['America/St_Johns', '01.07.2024, 07:00'],
        ['Pacific/Kiritimati', '01.07.2024, 23:30'],
      ] as const) {
        await sendCdp('Emulation.setTimezoneOverride', { timezoneId: zone });
        expect(textOf('datetime', '2024-07-01T09:30:00Z', 'de'), zone).to.equal(told);
      }
    });

    it('are read from the clock of the reader, and written in UTC', async () => {
      await sendCdp('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' });
      for (const [moment, clock] of BERLIN) expect(read(moment), moment).to.equal(clock);
      expect(write('2024-07-01T12:00', null)).to.equal('2024-07-01T10:00:00Z');
      expect(write('2024-01-01T00:15', '2024-07-01T10:00:00Z')).to.equal('2023-12-31T23:15:00Z');
      expect(write('2024-03-31T02:30', null)).to.equal('2024-03-31T01:30:00Z');
      expect(write('2024-07-01T12:00', '2024-07-01T10:00')).to.equal('2024-07-01T12:00');
      expect(write('', '2024-07-01T10:00')).to.equal(null);
    });
  });
}
