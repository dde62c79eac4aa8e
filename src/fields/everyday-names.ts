import { ownValue } from '../core/own-value.js';

/**
 * The names and abbreviations by which people look for countries and languages, beside those that `Intl` knows. It holds the
 * English alternates of Unicode CLDR 48 (`-alt-short` and `-alt-variant` of territories.json and languages.json), ISO 3166-1
 * alpha-3, and what else is usual: former names, constituent countries, abbreviations.
 */

/** The officially assigned codes of ISO 3166-1: alpha-2 and alpha-3. CLDR has XK for Kosovo, which is usual. */
const COUNTRY_CODES =
  'AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS AW:ABW AX:ALA AZ:AZE BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN BO:BOL BQ:BES BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR BZ:BLZ CA:CAN CC:CCK CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV CW:CUW CX:CXR CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FR:FRA GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND IO:IOT IQ:IRQ IR:IRN IS:ISL IT:ITA JE:JEY JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO LB:LBN LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG MH:MHL MK:MKD ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NC:NCL NE:NER NF:NFK NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM PN:PCN PR:PRI PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC SD:SDN SE:SWE SG:SGP SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON TR:TUR TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY UZ:UZB VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR VN:VNM VU:VUT WF:WLF WS:WSM XK:XKX YE:YEM YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE';

/** Names of countries by alpha-2, with commas between them. */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  BA: 'Bosnia',
  BQ: 'Bonaire,Sint Eustatius,Saba',
  CC: 'Cocos Islands',
  CD: 'Congo (DRC),DR Congo,Democratic Republic of the Congo,Zaire',
  CG: 'Congo (Republic),Republic of the Congo',
  CI: 'Ivory Coast',
  CN: "People's Republic of China,Mainland China",
  CV: 'Cabo Verde',
  CZ: 'Czech Republic',
  EH: 'Sahrawi Republic',
  FK: 'Islas Malvinas',
  FM: 'Federated States of Micronesia',
  GB: 'Great Britain,Britain,England,Scotland,Wales,Northern Ireland',
  GM: 'The Gambia',
  BS: 'The Bahamas',
  HK: 'Hong Kong',
  IE: 'Republic of Ireland,Eire',
  IO: 'Chagos Archipelago',
  IR: 'Islamic Republic of Iran,Persia',
  KP: "Democratic People's Republic of Korea",
  KR: 'Republic of Korea',
  LA: 'Lao',
  LK: 'Ceylon',
  MD: 'Republic of Moldova',
  MK: 'Macedonia,FYROM',
  MM: 'Myanmar,Burma',
  MO: 'Macau,Macao',
  MF: 'Sint Maarten',
  NL: 'Holland',
  NZ: 'Aotearoa',
  PN: 'Pitcairn',
  PS: 'Palestine,State of Palestine',
  RU: 'Russian Federation',
  SH: 'Ascension,Tristan da Cunha',
  SY: 'Syrian Arab Republic',
  SX: 'Saint Martin',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkey,Turkiye',
  TW: 'Formosa,Republic of China',
  TZ: 'United Republic of Tanzania,Zanzibar',
  US: 'United States of America,America',
  VA: 'Holy See',
  VC: 'St Vincent and the Grenadines,Saint Vincent and the Grenadines',
  VG: 'British Virgin Islands',
  VI: 'US Virgin Islands,United States Virgin Islands',
  VN: 'Viet Nam',
};

/** Abbreviations of countries by alpha-2, beside their codes. Who types one means nothing that only begins with it. */
const COUNTRY_ABBREVIATIONS: Readonly<Record<string, string>> = {
  AE: 'UAE',
  BA: 'BiH',
  CD: 'DRC',
  CN: 'PRC',
  GB: 'UK',
  KP: 'DPRK',
  KR: 'ROK',
  PG: 'PNG',
  SA: 'KSA',
  TW: 'ROC',
  US: 'USA',
  VI: 'USVI',
  VG: 'BVI',
  ZA: 'RSA',
};

/** Languages that people write to a shop in (BCP 47), with the regional forms that differ in writing. */
const LANGUAGE_CODES =
  'af am ar as az be bg bn bs ca ceb cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-US eo es es-419 es-ES es-MX et eu fa fi fil fo fr fr-CA fr-CH ga gd gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nl-BE nn no or pa pl ps pt pt-BR pt-PT qu ro ru rw sd si sk sl sm sn so sq sr sr-Latn st su sv sw ta te tg th ti tk to tr tt ug uk ur uz vi wo xh yi yo yue zh zh-CN zh-Hans zh-Hant zh-HK zh-TW zu';

/** Names of languages by BCP 47 tag, with commas between them. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  az: 'Azeri',
  be: 'Byelorussian',
  bn: 'Bengali',
  ca: 'Valencian',
  el: 'Modern Greek',
  es: 'Castilian',
  'es-419': 'Latin American',
  fa: 'Farsi',
  fil: 'Tagalog,Pilipino',
  ga: 'Gaelic',
  gd: 'Gaelic',
  he: 'Ivrit',
  ht: 'Haitian',
  id: 'Bahasa Indonesia',
  km: 'Cambodian',
  ky: 'Kirghiz',
  ku: 'Kurmanji',
  lo: 'Laotian',
  ms: 'Bahasa Melayu,Malaysian',
  my: 'Myanmar Language',
  nb: 'Bokmal',
  nl: 'Flemish',
  ny: 'Chichewa',
  or: 'Oriya',
  pa: 'Panjabi',
  ps: 'Pushto',
  ro: 'Moldavian,Moldovan',
  si: 'Singhalese',
  ug: 'Uighur',
  yue: 'Cantonese',
  zh: 'Mandarin',
  'zh-Hans': 'Simplified Mandarin',
  'zh-Hant': 'Traditional Mandarin',
};

/** A country or a language, and what it is found by beside its name. */
export interface Findable {
  readonly code: string;
  readonly names: readonly string[];
  /** Codes that are found only when they are typed in full. */
  readonly codes: readonly string[];
  readonly abbreviations: readonly string[];
}

/** All countries that can be chosen. */
export const COUNTRIES: readonly Findable[] = COUNTRY_CODES.split(' ').map((codes) => {
  const [code = '', alpha3 = ''] = codes.split(':');
  return {
    code,
    names: listOf(ownValue(COUNTRY_NAMES, code)),
    codes: [alpha3],
    abbreviations: listOf(ownValue(COUNTRY_ABBREVIATIONS, code)),
  };
});

/** All languages that can be chosen. */
export const LANGUAGES: readonly Findable[] = LANGUAGE_CODES.split(' ').map((code) => ({
  code,
  names: listOf(ownValue(LANGUAGE_NAMES, code)),
  codes: [],
  abbreviations: [],
}));

function listOf(texts: string | undefined): readonly string[] {
  return texts === undefined ? [] : texts.split(',');
}
