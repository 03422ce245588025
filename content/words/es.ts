// Spanish.

import type { Copy } from '../copy.ts';

export const spanish: Copy = {
  lang: 'es',
  dir: 'ltr',
  inThisIssue: 'En este número',
  faq: 'Preguntas y respuestas',
  question: 'P',
  answer: 'R',
  sources: 'Fuentes citadas en el texto',
  by: 'Por {name}',
  from: 'De {name}',
  original: 'Leer el texto original',
  originalAt: 'Leer el original en {name}',
  editorsNote: 'Nota de la redacción',
  sample: 'Una muestra, para enseñar cómo es un número',
  unsubscribe: 'Darse de baja de {name}',
  preferences: 'Elegir entre cada número y un correo por semana',
  receiptTitle: 'Lo que se quitó',
  receipt: {
    sentence: '{came}, {printed}; quedaron fuera {cut}',
    whole: { one: '{came} y se publica', other: '{came} y se publican todos' },
    came: { one: 'Llegó {n} pasaje', other: 'Llegaron {n} pasajes' },
    printed: { one: 'se publica {n}', other: 'se publican {n}' },
    cut: {
      duplicate: { one: '{n} repetición', other: '{n} repeticiones' },
      promo: { one: '{n} aviso de otra noticia', other: '{n} avisos de otras noticias' },
      boilerplate: { one: '{n} elemento de relleno', other: '{n} elementos de relleno' },
    },
    comma: ', ',
  },
  readOnWeb: 'Leer este número en la web',
  whatWasCut: 'Ver qué se quitó y por qué',
  rest: {
    one: 'Para llegar entero, este correo termina aquí: queda {n} pasaje más en la web.',
    other: 'Para llegar entero, este correo termina aquí: quedan {n} pasajes más en la web.',
  },
  readOn: 'Seguir leyendo en la web',
  restOfFaq: {
    one: '{n} pregunta más tiene respuesta en la web.',
    other: '{n} preguntas más tienen respuesta en la web.',
  },
  readOnFaq: 'Leer las demás respuestas en la web',
  week: {
    subject: 'La semana: {titles}',
    contents: 'La semana en un correo',
    from: 'Del número {n}',
    fromTitled: 'Del número {n}: {title}',
    rest: {
      one: 'Así empieza: queda {n} pasaje más en la web.',
      other: 'Así empieza: quedan {n} pasajes más en la web.',
    },
    forLength: {
      one: 'Un resumen de la semana trae el comienzo de cada artículo: {n} pasaje está solo en la web y en la parte de texto del correo.',
      other:
        'Un resumen de la semana trae el comienzo de cada artículo: {n} pasajes están solo en la web y en la parte de texto del correo.',
    },
  },
  web: {
    frozen: 'Este es el número tal como se envió.',
    toIssue: 'Volver al número',
    skip: 'Ir al texto',
  },
  ledger: {
    title: 'Qué se quitó y por qué',
    intro:
      'Aquí consta cada pasaje del texto de origen. Lo que no se publicó aparece tal como llegó, con el motivo.',
    nothingCut: 'De este texto no se quitó nada.',
    whole: 'El texto entero, pasaje por pasaje',
    stays: 'Se publica en su lugar',
    seen: 'En qué se notó',
    rule: 'Regla',
    reasons: {
      duplicate: { name: 'Repetición', why: 'Repite lo que ya se publica en otra parte del texto.' },
      promo: { name: 'Aviso de otra noticia', why: 'Lleva a otra noticia.' },
      boilerplate: {
        name: 'Relleno de la página',
        why: 'Pertenece a la página de la que viene el texto, no al texto.',
      },
      markup: {
        name: 'Signos',
        why: 'Viñetas, etiquetas y marcas sueltas: las palabras que las rodean se publican.',
      },
    },
    editor: {
      restored: 'La redacción lo recuperó',
      dropped: 'La redacción lo quitó',
      changed: 'La redacción lo presentó de otro modo',
      added: 'La redacción lo añadió',
    },
    forLength: {
      one: 'Los programas de correo recortan los mensajes largos: {n} pasaje está solo en la web y en la parte de texto del correo.',
      other:
        'Los programas de correo recortan los mensajes largos: {n} pasajes están solo en la web y en la parte de texto del correo.',
    },
  },
  confirm: {
    subject: 'Confirma tu suscripción a {name}',
    title: 'Confirma tu suscripción',
    text: 'Alguien escribió esta dirección para recibir {name}. Confirma que es tuya y recibirás el próximo número.',
    weekly:
      'Alguien escribió esta dirección para recibir {name} una vez por semana. Confirma que es tuya y el próximo correo llegará el {day}.',
    action: 'Confirmar mi suscripción',
    otherwise: '¿No has sido tú? Entonces no hagas nada: sin confirmación no se enviará ningún número.',
  },
  welcome: {
    subject: 'Te damos la bienvenida a {name}',
    title: 'Te damos la bienvenida',
    text: 'Tu suscripción a {name} está confirmada y recibirás el próximo número.',
    weekly:
      'Tu suscripción a {name} está confirmada. Has elegido un correo por semana: el próximo llega el {day}.',
    promise: 'Cada número dice al final qué se quitó de los textos y por qué.',
    action: 'Leer el último número en la web',
  },
  notice: 'Para la redacción de {name}',
};
