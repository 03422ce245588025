// Japanese.

import type { Copy } from '../copy.ts';

export const japanese: Copy = {
  lang: 'ja',
  dir: 'ltr',
  inThisIssue: '今号の内容',
  faq: 'よくある質問',
  question: '問',
  answer: '答',
  sources: '本文中の情報源',
  by: '文：{name}',
  from: '出典：{name}',
  original: '元の記事を読む',
  originalAt: '元の記事を{name}で読む',
  editorsNote: '編集部より',
  sample: '見本です',
  unsubscribe: '{name}の配信を停止する',
  preferences: '毎号の配信か、週に一通かを選ぶ',
  receiptTitle: '省いたもの',
  receipt: {
    sentence: '{came}、{printed}。{cut}を省きました',
    whole: { other: '{came}、すべて掲載しました' },
    came: { other: '{n}件の文章を受け取り' },
    printed: { other: '{n}件を掲載' },
    cut: {
      duplicate: { other: '重複{n}件' },
      promo: { other: '他の記事への案内{n}件' },
      boilerplate: { other: '定型文{n}件' },
    },
    comma: '、',
  },
  readOnWeb: 'この号をウェブで読む',
  whatWasCut: '何をなぜ省いたかを見る',
  rest: { other: 'メールが途中で切られないよう、ここまでとします。続き（{n}段落）はウェブにあります。' },
  readOn: '続きをウェブで読む',
  restOfFaq: { other: 'ほかの{n}問への答えはウェブにあります。' },
  readOnFaq: 'ほかの答えをウェブで読む',
  week: {
    subject: '今週のまとめ：{titles}',
    contents: '今週のまとめ',
    from: '第{n}号より',
    fromTitled: '第{n}号「{title}」より',
    rest: { other: '書き出しを載せています。続き（{n}段落）はウェブにあります。' },
    forLength: {
      other:
        '週のまとめには各記事の書き出しを載せるため、{n}段落はウェブとメールのテキスト部分だけに載せています。',
    },
  },
  web: { frozen: '配信されたままの内容です。', toIssue: 'この号に戻る', skip: '本文へ' },
  ledger: {
    title: '何をなぜ省いたか',
    intro:
      '元の文章のすべての段落について記しています。掲載しなかったものは、届いたままの形で、理由とともに示します。',
    nothingCut: 'この記事から省いたものはありません。',
    whole: '元の文章のすべて',
    stays: '代わりに掲載したもの',
    seen: '判断の手がかり',
    rule: '規則',
    reasons: {
      duplicate: { name: '重複', why: '記事のほかの場所に掲載した内容の繰り返しです。' },
      promo: { name: '他の記事への案内', why: 'ほかの記事へ誘導するものです。' },
      boilerplate: { name: '定型文', why: '記事ではなく、掲載元のページに属するものです。' },
      markup: {
        name: '記号',
        why: '箇条書きの記号やラベル、紛れ込んだタグです。前後の言葉は掲載しています。',
      },
    },
    editor: {
      restored: '編集者が戻しました',
      dropped: '編集者が省きました',
      changed: '編集者が扱いを変えました',
      added: '編集者が加えました',
    },
    forLength: {
      other: '長いメールは途中で切られるため、{n}段落はウェブとメールのテキスト部分だけに載せています。',
    },
  },
  confirm: {
    subject: '{name}の購読を確認してください',
    title: '購読を確認してください',
    text: '{name}の購読に、このアドレスが入力されました。ご本人であることを確認していただければ、次の号からお届けします。',
    weekly:
      '{name}を週に一度受け取るために、このアドレスが入力されました。ご本人であることを確認していただければ、次のメールは{day}に届きます。',
    action: '購読を確認する',
    otherwise: '心当たりがなければ、何もしないでください。確認がなければ配信されません。',
  },
  welcome: {
    subject: '{name}へようこそ',
    title: 'ようこそ',
    text: '{name}の購読が確認されました。次の号からお届けします。',
    weekly: '{name}の購読が確認されました。週に一通をお選びいただきましたので、次は{day}にお届けします。',
    promise: '各号の終わりに、何をなぜ省いたかを記しています。',
    action: '最新号をウェブで読む',
  },
  notice: '{name}の編集者へ',
};
