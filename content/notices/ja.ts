// Japanese.

import type { NoticeWords } from './words.ts';

export const japanese: NoticeWords = {
  lang: 'ja',
  desk: '編集デスクを開く',
  quoted: '「{title}」',
  untitled: '第{n}号',
  space: '',
  comma: '、',
  colon: '：',
  summary: {
    title: '確認が必要なこと：{n}件',
    text: 'お知らせは一日に十通までのため、このメールに複数の件をまとめました。',
  },
  paused: {
    title: '第{n}号の配信が止まっています',
    stopped: '{issue}の配信が止まりました。失われたものはなく、同じ号が二度届くこともありません。',
    figures: '配信済み：{total}通のうち{sent}通。',
    todo: '原因を取り除いたら、配信を再開してください：{path}',
  },
  decision: {
    title: '第{n}号は判断を待っています',
    text: '{issue}のうち、Resendが受け付けたかどうか分からないメール：{mails}通。自動では再送されません。',
    todo: 'まとまりごとに、再送するかそのままにするかを決めてください：{path}',
  },
  draft: {
    title: '第{n}号は下書きのまま待っています',
    text: '{time}の号ができました。編集者が承認すると配信されます。',
    held: '{time}の号ができましたが、自動で配信できない理由があります。',
    todo: '内容を確認し、承認して配信してください：{path}',
    action: '下書きを見る',
  },
  missed: {
    title: '配信の時刻を逃しました',
    text: '時計の動作が遅すぎたため、予定の時刻に配信されませんでした：{times}。',
    todo: '新しい記事は次の号に載ります。たびたび起こる場合は、WorkerのCron Triggersを確認してください。',
  },
  leftOut: {
    title: '外された記事があります',
    text: '{report}の整理が三回とも終わらなかったため、この記事なしで号を作ります。',
    todo: '本文を短くするか書き換えるか、もう一度試すよう指示してください：{path}',
  },
};
