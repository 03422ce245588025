// Arabic.

import type { Copy } from '../copy.ts';

// Labels with a figure after them, since the Arabic noun changes with the figure in six ways.
export const arabic: Copy = {
  lang: 'ar',
  dir: 'rtl',
  inThisIssue: 'في هذا العدد',
  faq: 'أسئلة وأجوبة',
  question: 'س',
  answer: 'ج',
  sources: 'المصادر المذكورة في النص',
  by: 'بقلم {name}',
  from: 'المصدر: {name}',
  original: 'اقرأ التقرير الأصلي',
  originalAt: 'اقرأ الأصل في {name}',
  editorsNote: 'ملاحظة المحرر',
  sample: 'نموذج يبيّن شكل العدد',
  unsubscribe: 'إلغاء الاشتراك في {name}',
  preferences: 'الاختيار بين كل عدد ورسالة واحدة في الأسبوع',
  receiptTitle: 'ما الذي حُذف',
  receipt: {
    sentence: '{came}، {printed}؛ المحذوف: {cut}',
    whole: { other: '{came}، وقد نُشرت كلها' },
    came: { other: 'المقاطع الواردة: {n}' },
    printed: { other: 'المنشور منها: {n}' },
    cut: {
      duplicate: { other: 'مكرر ({n})' },
      promo: { other: 'إحالات إلى مقالات أخرى ({n})' },
      boilerplate: { other: 'حشو ({n})' },
    },
    comma: '، ',
  },
  readOnWeb: 'اقرأ هذا العدد على الويب',
  whatWasCut: 'اطّلع على ما حُذف وسبب حذفه',
  rest: { other: 'لكي تصل هذه الرسالة كاملة تتوقف هنا، وعلى الويب بقية المقاطع ({n}).' },
  readOn: 'تابع القراءة على الويب',
  restOfFaq: { other: 'على الويب أجوبة بقية الأسئلة ({n}).' },
  readOnFaq: 'اقرأ بقية الأجوبة على الويب',
  week: {
    subject: 'الأسبوع: {titles}',
    contents: 'الأسبوع في رسالة واحدة',
    from: 'من العدد {n}',
    fromTitled: 'من العدد {n}: {title}',
    rest: { other: 'هذه هي البداية، وعلى الويب بقية المقاطع ({n}).' },
    forLength: {
      other:
        'تنشر رسالة الأسبوع بداية كل تقرير، فبعض المقاطع ({n}) لا يوجد إلا على الويب وفي الجزء النصي من الرسالة.',
    },
  },
  web: {
    frozen: 'هذا هو العدد كما أُرسل.',
    toIssue: 'العودة إلى العدد',
    skip: 'إلى النص',
  },
  ledger: {
    title: 'ما الذي حُذف ولماذا',
    intro: 'هنا بيان بكل مقطع من النص الأصلي. وما لم يُنشر يظهر كما ورد، مع السبب.',
    nothingCut: 'لم يُحذف شيء من هذا التقرير.',
    whole: 'التقرير كاملًا، مقطعًا مقطعًا',
    stays: 'نُشر بدلًا منه',
    seen: 'ما دلّ عليه',
    rule: 'القاعدة',
    reasons: {
      duplicate: { name: 'مكرر', why: 'يكرر ما نُشر في موضع آخر من التقرير.' },
      promo: { name: 'إحالة إلى مقال آخر', why: 'يقود إلى مقال آخر.' },
      boilerplate: { name: 'حشو', why: 'يخص الصفحة التي جاء منها النص، لا التقرير.' },
      markup: { name: 'علامات', why: 'نقاط تعداد وتسميات ووسوم شاردة، والكلمات حولها منشورة.' },
    },
    editor: {
      restored: 'أعاده المحرر',
      dropped: 'حذفه المحرر',
      changed: 'غيّر المحرر عرضه',
      added: 'أضافه المحرر',
    },
    forLength: {
      other:
        'تقتطع برامج البريد الرسائل الطويلة، فبعض المقاطع ({n}) لا يوجد إلا على الويب وفي الجزء النصي من الرسالة.',
    },
  },
  confirm: {
    subject: 'يرجى تأكيد الاشتراك في {name}',
    title: 'يرجى تأكيد الاشتراك',
    text: 'أُدخل هذا العنوان لتلقي {name}. أكّد أنه عنوانك ليصلك العدد القادم.',
    weekly: 'أُدخل هذا العنوان لتلقي {name} مرة في الأسبوع. أكّد أنه عنوانك لتصلك الرسالة القادمة يوم {day}.',
    action: 'تأكيد الاشتراك',
    otherwise: 'لم تكن أنت؟ لا حاجة إلى فعل شيء: من دون تأكيد لن يُرسل أي عدد.',
  },
  welcome: {
    subject: 'مرحبًا بك في {name}',
    title: 'مرحبًا بك',
    text: 'تم تأكيد اشتراكك في {name}، وسيصلك العدد القادم.',
    promise: 'يبيّن كل عدد في آخره ما حُذف من التقارير وسبب حذفه.',
    action: 'اقرأ أحدث عدد على الويب',
  },
  notice: 'إلى محرري {name}',
};
