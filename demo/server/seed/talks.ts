/** What people write to a shop for lamps and furniture, oldest line first: `<` comes from the contact, `>` is the answer. */
type Talk = readonly string[];

/** Conversations by BCP 47 language tag. */
export const TALKS: Readonly<Record<string, readonly Talk[]>> = {
  en: [
    [
      '< Hi! Is the Harbor floor lamp back in stock?',
      '> It is, since this morning. Brass or black?',
      '< Brass please. Can you hold one until Saturday?',
      '> Done, it has your name on it.',
      '< You are the best 🙌',
    ],
    [
      '< The parcel arrived but one chair leg is scratched.',
      '> Oh no, I am sorry. Could you send a photo?',
      '< Sent. It is the back left one.',
      '> Thank you, a new leg leaves tomorrow, free of course.',
    ],
    [
      '< Do you deliver to the Isle of Skye?',
      '> We do, every second Thursday. It takes four days more.',
      '< That works for me.',
    ],
  ],
  es: [
    [
      '< Buenas tardes, ¿la mesa de roble viene montada?',
      '> ¡Buenas tardes! Viene en dos partes, se monta en diez minutos.',
      '< Perfecto, la compro hoy mismo.',
    ],
    [
      '< ¿Me pueden enviar la factura con el RFC de la empresa?',
      '> Claro, se la mando esta tarde por correo.',
      '< Muchas gracias, muy amables.',
    ],
  ],
  'pt-BR': [
    [
      '< Oi! Vocês fazem entrega em São Paulo no sábado?',
      '> Oi! Fazemos sim, das 9h às 13h.',
      '< Ótimo, pode agendar então 😊',
    ],
    [
      '< A luminária pisca quando está na potência mínima.',
      '> Obrigado por avisar. Vamos trocar o transformador sem custo.',
      '< Que atendimento rápido!',
    ],
  ],
  fr: [
    [
      '< Bonjour, le fauteuil existe-t-il en velours vert ?',
      '> Bonjour ! Oui, et nous pouvons vous envoyer un échantillon.',
      '< Avec plaisir, merci beaucoup.',
    ],
    [
      '< Ma commande devait arriver mardi…',
      '> Le transporteur a un jour de retard, elle arrive demain avant midi.',
      "< D'accord, je serai là.",
    ],
  ],
  de: [
    [
      '< Guten Tag, passt der Tisch durch eine 78-cm-Tür?',
      '> Ja, ohne Beine ist er nur 74 cm breit.',
      '< Wunderbar, dann bestelle ich ihn.',
    ],
    [
      '< Könnten Sie die Rechnung auf die Firma umschreiben?',
      '> Gern, Sie haben sie in fünf Minuten im Postfach.',
      '< Größten Dank!',
    ],
  ],
  it: [
    [
      '< Buongiorno, la lampada si può dimmerare?',
      '> Buongiorno! Sì, con qualsiasi dimmer LED.',
      '< Perfetto, allora ne prendo due.',
    ],
    [
      '< Vorrei restituire la sedia, è troppo alta.',
      '> Nessun problema, il corriere passa giovedì.',
      '< Grazie mille, gentilissimi.',
    ],
  ],
  pl: [
    [
      '< Dzień dobry, czy krzesło jest dostępne w kolorze śliwkowym?',
      '> Dzień dobry! Tak, wyślemy je w ciągu tygodnia.',
      '< Świetnie, poproszę cztery sztuki.',
    ],
    [
      '< Przesyłka dotarła, ale brakuje śrub.',
      '> Bardzo przepraszamy, wysyłamy je jeszcze dziś.',
      '< Dziękuję za szybką odpowiedź.',
    ],
  ],
  cs: [['< Dobrý den, stihnete doručení do Vánoc?', '> Dobrý den, ano, objednávky do 15. 12. určitě.', '< Skvěle, děkuji!']],
  is: [['< Góðan daginn, sendið þið til Akureyrar?', '> Já, sendingin tekur þrjá daga.', '< Frábært, takk fyrir!']],
  tr: [['< Merhaba, İzmir’e kargo kaç gün sürer?', '> Merhaba, iki iş günü.', '< Teşekkürler, siparişi verdim.']],
  hu: [
    ['< Jó napot! Őszre is lesz még ebből a lámpából?', '> Jó napot! Igen, szeptembertől újra kapható.', '< Köszönöm, várok.'],
  ],
  ru: [
    [
      '< Здравствуйте! Можно ли заменить ткань на кресле?',
      '> Здравствуйте! Да, есть двенадцать цветов на выбор.',
      '< Отлично, пришлите, пожалуйста, образцы.',
    ],
    ['< Спасибо, лампа просто чудо!', '> Нам очень приятно 💛'],
  ],
  uk: [
    [
      '< Добрий день! Чи є стіл у наявності?',
      '> Добрий день! Так, два останні.',
      '< Тоді відкладіть один для мене, будь ласка.',
    ],
  ],
  el: [['< Καλημέρα, στέλνετε και στην Κρήτη;', '> Καλημέρα! Βεβαίως, με πλοίο κάθε Τρίτη.', '< Υπέροχα, ευχαριστώ πολύ!']],
  'zh-TW': [
    ['< 請問這盞燈可以調光嗎？', '> 您好！可以，附三段調光開關。', '< 太好了，我要兩盞。'],
    ['< 沙發什麼時候會到貨？', '> 預計下週三送達，司機會先打電話。', '< 好的，謝謝您。'],
  ],
  'zh-CN': [['< 你好，桌子包安装吗？', '> 您好，市区免费安装。', '< 那就下单了，谢谢！']],
  ja: [
    [
      '< こんにちは。椅子の高さは調整できますか？',
      '> お問い合わせありがとうございます。42〜50cmで調整できます。',
      '< それは助かります。注文します。',
    ],
    [
      '< 領収書の宛名を会社名に変更していただけますか。',
      '> かしこまりました。本日中にお送りいたします。',
      '< よろしくお願いいたします。',
    ],
  ],
  ko: [
    ['< 안녕하세요, 조명 색상 교환 가능한가요?', '> 안녕하세요! 네, 14일 이내에 가능합니다.', '< 감사합니다. 바로 보낼게요 😊'],
  ],
  vi: [['< Chào shop, bàn gỗ sồi còn hàng không ạ?', '> Dạ còn ạ, giao trong ba ngày.', '< Tuyệt quá, mình đặt một cái nhé!']],
  th: [['< สวัสดีค่ะ โคมไฟรุ่นนี้มีสีขาวไหมคะ', '> สวัสดีครับ มีครับ พร้อมส่งพรุ่งนี้', '< ขอบคุณมากค่ะ']],
  hi: [
    ['< नमस्ते, क्या कुर्सी नीले रंग में मिलेगी?', '> नमस्ते! जी हाँ, एक सप्ताह में पहुँच जाएगी।', '< बहुत बढ़िया, धन्यवाद 🙏'],
  ],
  ar: [
    ['< مرحباً، هل يصل الطلب قبل العيد؟', '> أهلاً بك! نعم، خلال ثلاثة أيام عمل.', '< ممتاز، شكراً جزيلاً.'],
    ['< وصل المصباح مكسوراً للأسف.', '> نعتذر منك، سنرسل بديلاً اليوم مجاناً.', '< شكراً على سرعة الرد 🌷'],
  ],
  he: [['< שלום, יש משלוח לחיפה ביום שישי?', '> שלום! כן, עד הצהריים.', '< מצוין, תודה רבה.']],
  am: [['< ሰላም፣ ወንበሩ በአረንጓዴ ቀለም አለ?', '> ሰላም! አዎ፣ በሚቀጥለው ሳምንት ይደርሳል።', '< በጣም አመሰግናለሁ።']],
  ka: [['< გამარჯობა, ლამპა მარაგში გაქვთ?', '> გამარჯობა! დიახ, ორი დარჩა.', '< ერთს ავიღებ, მადლობა!']],
};

/** The conversation of the contact that the README shows. */
export const FEATURED_TALK: Talk = [
  '< Hi Olivia! The Halden pendant arrived. It is even nicer than in the showroom ✨',
  '> That makes my day, Amélie! Did the ceiling rose fit the old beam?',
  '< Like it was made for it. My client walked in and said nothing for a whole minute.',
  '> The best kind of review 😄',
  '< Which brings me to my question: the café in Mile End needs nine of them by the 14th. Too bold?',
  '> Nine is bold, but we have seven here and the workshop finishes four more on Thursday. I can hold all nine for you.',
  '< You are a lifesaver. Same trade discount as last time?',
  '> Of course, 15 % as always. Delivery to the studio or straight to the café?',
  '< Straight to the café please, 5250 boulevard Saint-Laurent. Jean-Philippe is there from 7 in the morning.',
  '> Noted. I will send the invoice to the studio and the tracking link to both of you.',
  '< Perfect, merci mille fois! One more thing: could two of them come with the longer cord? The bar sits under a skylight.',
];
