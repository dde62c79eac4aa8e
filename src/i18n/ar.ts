import type { Messages } from './messages.js';

const plurals = new Intl.PluralRules('ar');

/** The form of a noun that the number asks for, by CLDR's plural categories. */
function counted(count: number, forms: Readonly<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>): string {
  return forms[plurals.select(count)];
}

/** Arabic. */
export const messages: Messages = {
  unnamed: 'جهة اتصال بلا اسم',
  contactId: 'معرّف جهة الاتصال',
  contactDetails: 'تفاصيل جهة الاتصال',
  noContact: 'لم يتم اختيار جهة اتصال',
  loading: 'جارٍ تحميل جهة الاتصال…',
  notFound: 'جهة الاتصال هذه غير موجودة، أو لا يُسمح لك برؤيتها.',
  deleted: 'تم حذف جهة الاتصال هذه.',
  notUpdated: 'قد لا تكون هذه أحدث البيانات.',
  tryAgain: 'حاول مرة أخرى',
  channels: 'القنوات',
  channelStates: { active: 'متصلة', inactive: 'لم تبدأ', unavailable: 'غير متاحة' },
  connectedSince: (date) => `منذ ${date}`,
  moreChannels: (count) =>
    counted(count, {
      zero: 'لا قنوات أخرى',
      one: 'قناة أخرى',
      two: 'قناتان أخريان',
      few: `${count} قنوات أخرى`,
      many: `${count} قناة أخرى`,
      other: `${count} قناة أخرى`,
    }),
  fields: {
    firstName: 'الاسم الأول',
    lastName: 'اسم العائلة',
    country: 'البلد',
    language: 'اللغة',
    email: 'البريد الإلكتروني',
    phone: 'رقم الهاتف',
    assignee: 'مُسندة إلى',
    status: 'حالة المحادثة',
  },
  statuses: { open: 'مفتوحة', closed: 'مغلقة', snoozed: 'مؤجّلة' },
  noValue: 'غير محدد',
  hidden: 'مخفي',
  unassigned: 'غير مُسندة',
  tags: 'الوسوم',
  noTags: 'لا وسوم',
  addTag: 'أضف وسمًا',
  removeTag: (name) => `إزالة الوسم ${name}`,
  moreActions: 'إجراءات أخرى',
  editName: 'تعديل الاسم',
  edit: (label) => `تعديل ${label}`,
  errors: {
    'not-found': 'جهة الاتصال لم تعد موجودة.',
    gone: 'تم حذف جهة الاتصال.',
    unauthenticated: 'لقد سجّلت الخروج. سجّل الدخول ثم حاول مرة أخرى.',
    forbidden: 'لا يُسمح لك بذلك.',
    conflict: 'غيّر شخص آخر جهة الاتصال هذه في الوقت نفسه.',
    invalid: 'لم تُقبل هذه القيمة.',
    duplicate: 'لدى جهة اتصال أخرى هذه القيمة.',
    'rate-limited': 'طلبات كثيرة جدًا. انتظر لحظة ثم حاول مرة أخرى.',
    offline: 'لا يوجد اتصال. تحقق من الشبكة ثم حاول مرة أخرى.',
    timeout: 'لم يصل الرد في الوقت المحدد. حاول مرة أخرى.',
    unavailable: 'الخدمة غير متاحة الآن. حاول مرة أخرى.',
    'invalid-data': 'تعذّر فهم الرد.',
    unknown: 'حدث خطأ ما. حاول مرة أخرى.',
  },

  save: 'حفظ',
  cancel: 'إلغاء',
  saved: (label) => `تم حفظ ${label}`,
  notSaved: (what) => `لم يُحفظ: ${what}`,
  notAdded: (name) => `لم تتم إضافة الوسم ${name}`,
  notRemoved: (name) => `لم تتم إزالة الوسم ${name}`,
  editAgain: 'تعديل',
  discard: 'تجاهل',
  conflict: (theirs) => `غيّر شخص آخر هذا إلى ${theirs}`,
  keepMine: (mine) => `الاحتفاظ بـ ${mine}`,
  useTheirs: 'استخدام قيمته',
  complaints: {
    required: 'هذا الحقل مطلوب.',
    email: 'أدخل عنوانًا مثل name@example.com.',
    phone: 'أدخل رقمًا مع رمز البلد، مثل ‎+971 50 123 4567.',
    pattern: 'هذا ليس بالشكل المتوقع.',
    tooLong: 'هذا طويل جدًا.',
  },

  createTag: (name) => `إنشاء الوسم ${name}`,
  tagAdded: (name) => `تمت إضافة الوسم ${name}`,
  tagRemoved: (name) => `تمت إزالة الوسم ${name}`,
  tagTooLong: (limit) => `الحد الأقصى لطول الوسم هو ${limit} حرفًا.`,
  tagExists: (name) => `لدى جهة الاتصال الوسم ${name} بالفعل.`,
  cannotCreateTags: 'يمكنك الاختيار من الوسوم الموجودة فقط.',
  suggestions: (count) =>
    counted(count, {
      zero: 'لا اقتراحات',
      one: 'اقتراح واحد',
      two: 'اقتراحان',
      few: `${count} اقتراحات`,
      many: `${count} اقتراحًا`,
      other: `${count} اقتراح`,
    }),
  noSuggestions: 'لا وسوم مطابقة',
  suggestionsFailed: 'الاقتراحات غير متاحة الآن.',

  viewMessages: 'عرض الرسائل',
  deleteContact: 'حذف جهة الاتصال',
  deleteTitle: (name) => `حذف ${name}؟`,
  deleteWarning: 'ستُحذف أيضًا كل الرسائل مع جهة الاتصال هذه. لا يمكن التراجع عن ذلك.',
  deleteConfirm: 'حذف جهة الاتصال',
  deleting: 'جارٍ الحذف…',
};
