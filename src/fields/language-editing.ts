import type { FieldEditing } from '../core/field-type.js';
import { namedOptions } from './named-options.js';

/** Languages that people write to a shop in (BCP 47), with the regional forms that differ in writing. */
const LANGUAGES =
  'af am ar as az be bg bn bs ca ceb cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-US eo es es-419 es-ES es-MX et eu fa fi fil fo fr fr-CA fr-CH ga gd gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nl-BE nn no or pa pl ps pt pt-BR pt-PT qu ro ru rw sd si sk sl sm sn so sq sr sr-Latn st su sv sw ta te tg th ti tk tl to tr tt ug uk ur uz vi wo xh yi yo yue zh zh-CN zh-Hans zh-Hant zh-HK zh-TW zu';

/** Choosing a language by its name in the reader's language; any other stored tag stays as it is. */
export const languageEditing: FieldEditing = {
  input: 'search',
  options: ({ lang }) => namedOptions(lang, 'language', LANGUAGES.split(' ')),
};
