// Spanish.

import type { Copy, PageWords } from './words.ts';

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
    counted: {
      boilerplate: {
        one: '{n} línea de menú o de pie de página',
        other: '{n} líneas de menú y de pie de página',
      },
      markup: { one: '{n} elemento de marcado', other: '{n} elementos de marcado' },
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

export const spanishPages: PageWords = {
  lang: 'es',
  join: {
    title: 'Reciba {name} por correo',
    address: 'Su correo electrónico',
    action: 'Suscribirse',
    consent: 'Acepta recibir {name} por correo. Un clic en cualquier número le pone fin.',
    leaveEmpty: 'Deje este campo vacío',
    badAddress: 'Esto no parece una dirección de correo. Por favor, revísela.',
    askedTitle: 'Mire su bandeja de entrada',
    askedText:
      'Si esta dirección aún no está suscrita, un mensaje con un enlace va en camino. No se enviará nada hasta que confirme con ese enlace.',
    tooMany: 'Han llegado demasiadas direcciones desde su red. Inténtelo de nuevo dentro de un minuto.',
  },
  confirm: {
    title: 'Confirme su suscripción',
    text: '{name} se enviará a {address}.',
    action: 'Confirmar',
    doneTitle: 'Suscripción confirmada',
    doneText: 'El próximo número de {name} llegará a {address}.',
    doneWeekly: '{name} llegará a {address} una vez por semana, la próxima el {day}.',
    deadTitle: 'Este enlace ya no funciona',
    deadText: 'Ha caducado, ya se usó o le falta una parte. Aquí puede suscribirse de nuevo.',
  },
  leave: {
    title: '¿Dejar {name}?',
    text: 'No se enviará ningún número más a {address}.',
    action: 'Darse de baja',
    leftTitle: 'Se ha dado de baja',
    leftText:
      '{address} no recibirá más números de {name}. Un número que se esté enviando en este momento aún puede llegar.',
    mistake: '¿Fue un error?',
    back: 'Suscribirse de nuevo',
    returnedTitle: 'Vuelve a estar suscrito',
    returnedText: '{name} llega de nuevo a {address}, a partir del próximo número.',
    returnedWeekly: '{name} llega de nuevo a {address}, una vez por semana, el {day}.',
    thisAddress: 'Esta dirección',
    badLink: 'Este enlace no está completo. Ábralo de nuevo desde el mensaje o cópielo entero.',
    more: 'Lo que se guarda sobre esta dirección',
  },
  preferences: {
    title: 'Su suscripción',
    active: '{name} se envía a {address}.',
    left: '{name} no se envía a {address}.',
    toLeave: 'Darse de baja',
    toReturn: 'Suscribirse de nuevo',
    dataTitle: 'Lo que se guarda sobre usted',
    dataText:
      'Para verlo, cambiar de dirección o hacer que se borre todo, pida un enlace. Se envía a {address} y sirve durante una hora.',
    dataAction: 'Enviarme un enlace',
    sentText:
      'Si {address} puede recibir correo, le llega ahora un enlace. Sale uno cada diez minutos y tres al día, para que nadie pueda inundar un buzón.',
    waitText: 'Hace poco salió un enlace para {address}. Próximo envío posible: {time}.',
  },
  frequency: {
    title: 'Con qué frecuencia',
    every: 'Cada número, en cuanto sale',
    weekly: 'Una vez por semana: los números de la semana en un solo correo, el {day}',
    action: 'Guardar',
    everySaved: 'Guardado. A partir del próximo número, {address} los recibe todos.',
    weeklySaved:
      'Guardado. Desde ahora {address} recibe un correo por semana, el próximo el {day}. Un número que se esté enviando en este momento aún puede llegar.',
    over: 'El correo semanal ya no se hace.',
    rather: '¿Demasiados correos?',
    ratherAction: 'Mejor un correo por semana',
  },
  dataLink: {
    title: 'Lo que se guarda sobre usted',
    own: 'Esta página es de {address}. Su enlace sirve durante una hora; puede pedir otro en cualquier momento.',
    exportTitle: 'Llevárselo',
    exportText: 'Un archivo con todo lo que se guarda: su dirección, su nombre y lo que aceptó y cuándo.',
    exportAction: 'Descargar el archivo',
    changeTitle: 'Cambiar de dirección',
    changeText:
      'Se envía un mensaje a la nueva dirección. En cuanto confirme allí, los números llegarán a ella y ya no a la anterior.',
    newAddress: 'Nueva dirección',
    changeAction: 'Cambiar de dirección',
    changedText: 'Si la nueva dirección se puede usar, un mensaje con un enlace va en camino hacia ella.',
    eraseTitle: 'Borrar todo',
    eraseText:
      'Se borran su dirección, su nombre y lo que aceptó, y no llega ningún número más. Queda un código del que no se pueden leer; sirve para dejarle fuera cuando se incorpora una lista de otro sitio.',
    eraseAction: 'Borrar todo',
    sureTitle: '¿Borrarlo todo?',
    sureText: 'Esto no se puede deshacer.',
    sureAction: 'Sí, borrarlo todo',
    notSure: 'No, volver',
    erasedTitle: 'Todo está borrado',
    erasedText: 'Ya no se guarda nada que le nombre.',
    cannotErase: 'De momento esto no puede hacerse aquí por sí solo. Escriba a la redacción: lo hará.',
    deadText:
      'Sirve durante una hora, y deja de servir si la dirección se cambió o se borró. Pida otro con el enlace al final de cualquier número.',
  },
  dataLinkMail: {
    subject: 'Su enlace: lo que {name} guarda sobre usted',
    title: 'Su enlace',
    text: 'Muestra lo que {name} guarda sobre usted y permite descargarlo, cambiar de dirección o borrarlo todo. Sirve durante una hora.',
    action: 'Abrir la página',
    otherwise: '¿No fue usted quien lo pidió? Entonces no haga nada y no reenvíe este mensaje.',
  },
  moveMail: {
    subject: 'Confirme su nueva dirección para {name}',
    title: 'Su nueva dirección',
    text: 'Esta dirección se indicó como la nueva para {name}. En cuanto la confirme, los números llegarán aquí y ya no a la anterior.',
    action: 'Confirmar esta dirección',
    otherwise: '¿No fue usted? Entonces no haga nada: sin confirmación no cambia nada.',
  },
  movedMail: {
    subject: 'Su dirección para {name} ha cambiado',
    title: 'Su dirección ha cambiado',
    text: '{name} llega ahora a otra dirección, y ya no a esta.',
    otherwise: '¿No fue usted? Entonces responda a este mensaje.',
  },
  site: {
    contact: 'Contacto',
    imprint: 'Aviso legal',
    privacy: 'Privacidad',
  },
  trouble: {
    toFront: 'A la portada',
    missingTitle: 'Aquí no hay nada',
    missingText: 'Puede que falte una parte del enlace. Por favor, cópielo entero.',
    noIssue:
      'No hay ningún número en esta dirección. Si el enlace llegó con un mensaje, por favor, cópielo entero.',
    notYetTitle: 'Aún no se ha enviado',
    notYetText: 'Este número aún no se ha enviado. En cuanto se envíe, podrá leerlo aquí.',
    notOnWeb: 'Los números de {name} no están en la web.',
    brokenTitle: 'Algo se ha roto',
    brokenText: 'Es un fallo nuestro, y ha quedado anotado. Inténtelo de nuevo dentro de unos minutos.',
  },
};
