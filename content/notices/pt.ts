// Portuguese.

import type { NoticeWords } from './words.ts';

export const portuguese: NoticeWords = {
  lang: 'pt',
  desk: 'Abrir a mesa da redação',
  quoted: '“{title}”',
  untitled: 'edição {n}',
  space: ' ',
  comma: '; ',
  colon: ': ',
  summary: {
    title: 'A verificar: {n}',
    text: 'Aconteceu mais do que dez e-mails por dia podem contar, por isso este reúne vários assuntos.',
  },
  paused: {
    title: 'A edição {n} está em pausa',
    stopped: 'O envio de {issue} parou. Nada se perdeu, e ninguém recebe a edição duas vezes.',
    figures: 'E-mails que saíram: {sent} de {total}.',
    todo: 'Quando a causa estiver resolvida, retome o envio: {path}',
  },
  decision: {
    title: 'A edição {n} espera uma decisão',
    text: 'O Resend nunca disse se aceitou estes e-mails de {issue}: {mails}. Eles não são enviados de novo por si.',
    todo: 'Decida, para cada lote, se ele é enviado de novo ou fica como está: {path}',
  },
  draft: {
    title: 'A edição {n} espera como rascunho',
    text: 'A edição de {time} está pronta. Ela sai quando a redação a aprovar.',
    held: 'A edição de {time} está pronta, mas algo impede que ela seja enviada por si.',
    todo: 'Veja-a, depois aprove e envie: {path}',
    action: 'Ver o rascunho',
  },
  missed: {
    title: 'Um horário de envio foi perdido',
    text: 'No horário marcado nada foi enviado, porque o relógio chegou tarde demais: {times}.',
    todo: 'O que é novo vai na próxima edição. Se isso acontecer muitas vezes, verifique os Cron Triggers do Worker.',
  },
  leftOut: {
    title: 'Um texto fica de fora',
    text: 'A limpeza de {report} não terminou em três tentativas, por isso as edições são feitas sem esse texto.',
    todo: 'Encurte ou mude o texto, ou peça outra tentativa: {path}',
  },
};
