import { getValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { ownValue } from '../../core/own-value.js';
import { isolate } from '../../i18n/isolate.js';
import { perLanguage } from '../../i18n/per-language.js';
import { isEmpty } from '../definitions.js';
import type { View } from '../view.js';

const agoFormatIn = perLanguage((lang) => new Intl.RelativeTimeFormat([lang, 'en'], { numeric: 'auto' }));
const dayFormatIn = perLanguage((lang) => new Intl.DateTimeFormat([lang, 'en'], { dateStyle: 'medium' }));

const MINUTE = 60_000;
/** How long ago is said in what, in milliseconds; what is longer ago has its day. */
const UNITS = [
  { unit: 'day', length: 24 * 60 * MINUTE },
  { unit: 'hour', length: 60 * MINUTE },
  { unit: 'minute', length: MINUTE },
] as const;
const MOST_DAYS = 30;

/** Where the value of a field comes from, in words; `undefined` where that is not known or there is none to see. */
export function provenanceOf(definition: FieldDefinition, view: View): string | undefined {
  const { access, key } = definition;
  const { contact, lang, messages, textsLang } = view;
  const { source = '', by, at = '' } = ownValue(contact.provenance ?? {}, key) ?? {};
  const from = ownValue(messages.provenance, source)?.(by && isolate(by, lang));
  if (!from || access === 'mask' || isEmpty(getValue(contact, key), definition)) return undefined;
  const time = Date.parse(at);
  return Number.isNaN(time) ? from : messages.provenanceSince(from, timeInWords(time, textsLang));
}

function timeInWords(time: number, lang: string): string {
  const passed = Math.max(0, Date.now() - time);
  const { unit, length } = UNITS.find((each) => passed >= each.length) ?? { unit: 'second', length: MINUTE };
  const count = Math.floor(passed / length);
  return unit === 'day' && count > MOST_DAYS ? dayFormatIn(lang).format(time) : agoFormatIn(lang).format(-count, unit);
}
