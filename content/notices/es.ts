// Spanish.

import type { NoticeWords } from './words.ts';

export const spanish: NoticeWords = {
  lang: 'es',
  desk: 'Abrir la mesa de redacción',
  quoted: '«{title}»',
  untitled: 'número {n}',
  space: ' ',
  comma: '; ',
  colon: ': ',
  summary: {
    title: 'Asuntos por revisar: {n}',
    text: 'Ha ocurrido más de lo que cabe en diez correos al día, así que este reúne varios asuntos.',
  },
  paused: {
    title: 'El número {n} está en pausa',
    stopped: 'El envío de {issue} se ha detenido. No se ha perdido nada y nadie lo recibe dos veces.',
    figures: 'Correos que han salido: {sent} de {total}.',
    todo: 'Cuando la causa esté resuelta, reanuda el envío: {path}',
  },
  decision: {
    title: 'El número {n} espera una decisión',
    text: 'Resend nunca dijo si aceptó estos correos de {issue}: {mails}. No se vuelven a enviar solos.',
    todo: 'Decide para cada lote si se envía otra vez o se deja como está: {path}',
  },
  draft: {
    title: 'El número {n} espera como borrador',
    text: 'El número del {time} está listo. Saldrá cuando la redacción lo apruebe.',
    held: 'El número del {time} está listo, pero algo impide que se envíe solo.',
    todo: 'Míralo; después apruébalo y envíalo: {path}',
    action: 'Ver el borrador',
  },
  missed: {
    title: 'Se perdió una hora de envío',
    text: 'A la hora fijada no se envió nada, porque el reloj llegó demasiado tarde: {times}.',
    todo: 'Lo nuevo irá en el próximo número. Si ocurre a menudo, revisa los Cron Triggers del Worker.',
  },
  leftOut: {
    title: 'Un texto queda fuera',
    text: 'La limpieza de {report} no terminó en tres intentos, así que los números se hacen sin ese texto.',
    todo: 'Acorta o cambia el texto, o pide otro intento: {path}',
  },
};
