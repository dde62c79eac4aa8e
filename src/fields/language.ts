import type { FieldType } from '../core/field-type.js';
import { perLanguage } from '../i18n/per-language.js';
import { nameIn, namedOptions } from './display-names.js';
import { shownFormatted } from './formats.js';
import { plainText } from './text.js';

/** Languages that people write to a shop in (BCP 47), with the regional forms that differ in writing. */
const LANGUAGES =
  'af am ar as az be bg bn bs ca ceb cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-US eo es es-419 es-ES es-MX et eu fa fi fil fo fr fr-CA fr-CH ga gd gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nl-BE nn no or pa pl ps pt pt-BR pt-PT qu ro ru rw sd si sk sl sm sn so sq sr sr-Latn st su sv sw ta te tg th ti tk tl to tr tt ug uk ur uz vi wo xh yi yo yue zh zh-CN zh-Hans zh-Hant zh-HK zh-TW zu';

const optionsIn = perLanguage((lang) => namedOptions(lang, 'language', LANGUAGES.split(' ')));

/**
 * A language (BCP 47), by its name in the reader's language. An unknown tag stays as it is, and so does every tag on the
 * screen until the names are ready.
 */
export const languageField: FieldType = {
  name: 'language',
  text: (value, { lang }) => (value === null ? '' : nameIn(lang, 'language', plainText(value))),
  show: (value, context) => shownFormatted(languageField.text)(value, context),
  edit: {
    input: 'search',
    options: ({ lang }) => optionsIn(lang),
  },
};
