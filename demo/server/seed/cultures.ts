/** Names as they are given in one place, for contacts nobody wrote by hand. Given and family names, each in its own script. */
export interface Culture {
  readonly country: string;
  readonly language: string;
  /** Country code and mobile prefix, E.164; four digits follow. */
  readonly phone: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
}

type Line = readonly [country: string, language: string, phone: string, given: string, family: string];

const LINES: readonly Line[] = [
  [
    'GB',
    'en',
    '+44770090',
    'Imogen Callum Freya Rhys Saoirse Elliot Maeve',
    "Ashworth Penrose O'Brien Llewellyn MacLeod Whitlock Hargreaves",
  ],
  [
    'US',
    'en',
    '+1202555',
    'Maya Deshawn Harper Xavier Brooklyn Emmett Luz',
    'Washington Kowalski Freeman Delgado Sinclair Nakamura Whitehorse',
  ],
  ['MX', 'es', '+525500000', 'Ximena José Renata Ángel Lucía Íñigo Begoña', 'Hernández Peña Núñez Güemes Zúñiga Ávila Muñoz'],
  [
    'BR',
    'pt-BR',
    '+551190000',
    'João Conceição Thaís Antônio Letícia Caíque Inês',
    'Gonçalves Assunção Araújo Magalhães Conceição Falcão Simões',
  ],
  [
    'FR',
    'fr',
    '+336399800',
    'Chloé Gaëtan Hélène François Noémie Loïc Zoé',
    'Lefèvre Bélanger Garçon Noël Guérin Hervé Desprès',
  ],
  ['DE', 'de', '+491510000', 'Jürgen Käthe Björn Annelore Sören Grete Lukas', 'Müller Weiß Schröder Böttcher Groß Jäger Kühn'],
  [
    'IT',
    'it',
    '+393400000',
    'Niccolò Chiara Nicolò Zoè Tommaso Desirée Giosuè',
    "Ferrari D'Angelo Fabbri Dall'Acqua Rinaldi Forlì Bettini",
  ],
  [
    'PL',
    'pl',
    '+485000000',
    'Łukasz Małgorzata Żaneta Stanisław Bożena Józef Świętosława',
    'Wójcik Gołąb Kośmider Zięba Błażejczyk Śledź Łoś',
  ],
  [
    'CZ',
    'cs',
    '+420600000',
    'Jiří Zdeněk Růžena Štěpán Žofie Vojtěch Kateřina',
    'Krejčí Martinů Hořejší Petrů Šerých Janků Kočí',
  ],
  [
    'IS',
    'is',
    '+354610000',
    'Sigríður Þór Guðrún Björk Ægir Ásdís Össur',
    'Blöndal Briem Hafstein Kvaran Möller Sæmundsen Þorlacius',
  ],
  ['TR', 'tr', '+905300000', 'İbrahim Işıl Çağla Gökçe Şebnem Oğuz Ömer', 'Yıldız Çelik Öztürk Şahin Güneş Aydın Kılıç'],
  ['HU', 'hu', '+362000000', 'Ágnes Győző Örs Zsófia Csongor Ilonka Lőrinc', 'Kovács Szűcs Nagy Horváth Szöllősi Őry Fűzfa'],
  [
    'RU',
    'ru',
    '+790000000',
    'Алексей Мария Фёдор Юлия Сергей Татьяна Артём',
    'Черных Седых Бондарь Гурвич Долгих Щерба Соловей',
  ],
  [
    'UA',
    'uk',
    '+380500000',
    'Іван Оксана Василь Євген Соломія Юрій Наталя',
    'Шевченко Коваль Гнатюк Їжакевич Лисенко Мельник Бойко',
  ],
  [
    'GR',
    'el',
    '+306900000',
    'Ελένη Γιώργος Αθηνά Παναγιώτης Ζωή Οδυσσέας Ηλέκτρα',
    'Ιωάννου Θεοδώρου Ξένου Παπανδρέου Βασιλείου Γεωργίου Αναγνώστου',
  ],
  ['TW', 'zh-TW', '+886900000', '志明 雅婷 怡君 俊傑 淑芬 冠宇 思妤', '陳 林 歐陽 張簡 黃 吳 蔡'],
  ['CN', 'zh-CN', '+861390000', '小明 丽华 建国 晓燕 伟 子涵 静', '王 李 张 司马 刘 诸葛 赵'],
  ['JP', 'ja', '+819000000', '美咲 翔太 さくら 健一 ひかり 蓮 直美', '佐藤 鈴木 高橋 渡邊 小鳥遊 長谷川 髙島'],
  ['KR', 'ko', '+821000000', '서연 민준 하은 지훈 예은 도윤 수아', '김 이 박 최 남궁 선우 황보'],
  [
    'VN',
    'vi',
    '+849000000',
    'Thị_Hồng Văn_Đức Ngọc_Ánh Quốc_Bảo Thùy_Dương Hữu_Phước Mỹ_Linh',
    'Nguyễn Trần Lê Phạm Huỳnh Đặng Võ',
  ],
  [
    'TH',
    'th',
    '+668000000',
    'สมชาย กนกวรรณ ธนพล พิมพ์ชนก ณัฐวุฒิ สุดารัตน์ อนันต์',
    'ศรีสุวรรณ วงศ์สวัสดิ์ บุญมี ทองดี แก้วมณี รัตนพันธ์ สายทอง',
  ],
  [
    'IN',
    'hi',
    '+919000000',
    'आरव प्रिया कृष्ण श्रुति विक्रम अनुष्का ऋतिक',
    'शर्मा वर्मा मिश्रा श्रीवास्तव चतुर्वेदी सिंह गुप्ता',
  ],
  [
    'AE',
    'ar',
    '+971500000',
    'محمد فاطمة عبد_الرحمن نورة يوسف ريم خالد',
    'المنصوري الهاشمي بن_سعيد القحطاني الشامسي الحمادي العلي',
  ],
  ['IL', 'he', '+972500000', 'נועם תמר איתי שירה אריאל יעל דוד', 'כהן לוי מזרחי בן_דוד פרידמן אברהמי שפירא'],
  ['ET', 'am', '+251900000', 'አበበ ሰላም ተስፋዬ ማርታ ዳዊት ሕይወት ብርሃኑ', 'ከበደ ታደሰ ኃይሌ ገብረማርያም አለሙ ወልደጊዮርጊስ መኮንን'],
  [
    'GE',
    'ka',
    '+995500000',
    'ნინო გიორგი თამარ ლევან ქეთევან ირაკლი მარიამ',
    'ბერიძე კაპანაძე გელაშვილი მაისურაძე ჯავახიშვილი ლომიძე წიკლაური',
  ],
];

const names = (text: string): readonly string[] => text.split(' ').map((name) => name.replaceAll('_', ' '));

/** Where the shop's contacts come from. */
export const CULTURES: readonly Culture[] = LINES.map(([country, language, phone, given, family]) => ({
  ...{ country, language, phone },
  ...{ given: names(given), family: names(family) },
}));
