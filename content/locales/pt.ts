// Portuguese.

import type { Copy, PageWords } from './words.ts';

export const portuguese: Copy = {
  lang: 'pt',
  dir: 'ltr',
  inThisIssue: 'Nesta edição',
  faq: 'Perguntas e respostas',
  question: 'P',
  answer: 'R',
  sources: 'Fontes citadas no texto',
  by: 'Por {name}',
  from: 'Fonte: {name}',
  original: 'Ler a notícia original',
  originalAt: 'Ler o original em {name}',
  editorsNote: 'Nota da redação',
  sample: 'Um exemplo, para mostrar como é uma edição',
  unsubscribe: 'Cancelar a assinatura de {name}',
  preferences: 'Escolher entre cada edição e um e-mail por semana',
  receiptTitle: 'O que foi cortado',
  receipt: {
    sentence: '{came}, {printed}; ficaram de fora {cut}',
    whole: { one: '{came} e publicado', other: '{came}, todos publicados' },
    came: { one: '{n} trecho recebido', other: '{n} trechos recebidos' },
    printed: { one: '{n} publicado', other: '{n} publicados' },
    cut: {
      duplicate: { one: '{n} repetição', other: '{n} repetições' },
      promo: { one: '{n} chamada para outra notícia', other: '{n} chamadas para outras notícias' },
      boilerplate: { one: '{n} elemento acessório', other: '{n} elementos acessórios' },
    },
    comma: ', ',
  },
  readOnWeb: 'Ler esta edição na web',
  whatWasCut: 'Ver o que foi cortado e por quê',
  rest: {
    one: 'Para chegar inteiro, este e-mail termina aqui: há mais {n} trecho na web.',
    other: 'Para chegar inteiro, este e-mail termina aqui: há mais {n} trechos na web.',
  },
  readOn: 'Continuar a leitura na web',
  restOfFaq: {
    one: 'Mais {n} pergunta tem resposta na web.',
    other: 'Mais {n} perguntas têm resposta na web.',
  },
  readOnFaq: 'Ler as outras respostas na web',
  week: {
    subject: 'A semana: {titles}',
    contents: 'A semana em um e-mail',
    from: 'Da edição {n}',
    fromTitled: 'Da edição {n}: {title}',
    rest: {
      one: 'É assim que começa: há mais {n} trecho na web.',
      other: 'É assim que começa: há mais {n} trechos na web.',
    },
    forLength: {
      one: 'Um resumo da semana traz o começo de cada artigo: {n} trecho está só na web e na parte de texto do e-mail.',
      other:
        'Um resumo da semana traz o começo de cada artigo: {n} trechos estão só na web e na parte de texto do e-mail.',
    },
  },
  web: {
    frozen: 'Esta é a edição tal como foi enviada.',
    toIssue: 'Voltar à edição',
    skip: 'Ir para o texto',
  },
  ledger: {
    title: 'O que foi cortado e por quê',
    intro:
      'Aqui se presta conta de cada trecho do texto de origem. O que não foi publicado aparece como chegou, com o motivo.',
    nothingCut: 'Nada foi cortado deste texto.',
    whole: 'O texto inteiro, trecho por trecho',
    stays: 'Publicado em seu lugar',
    seen: 'O que o denunciou',
    rule: 'Regra',
    reasons: {
      duplicate: { name: 'Repetição', why: 'Repete o que está publicado em outra parte do texto.' },
      promo: { name: 'Chamada para outra notícia', why: 'Leva para outra notícia.' },
      boilerplate: {
        name: 'Acessório da página',
        why: 'Pertence à página de onde veio o texto, não ao texto.',
      },
      markup: {
        name: 'Sinais',
        why: 'Marcadores, rótulos e marcas perdidas: as palavras em volta são publicadas.',
      },
    },
    counted: {
      boilerplate: { one: '{n} linha de menu ou de rodapé', other: '{n} linhas de menu e de rodapé' },
      markup: { one: '{n} elemento de marcação', other: '{n} elementos de marcação' },
    },
    editor: {
      restored: 'Recuperado pela redação',
      dropped: 'Retirado pela redação',
      changed: 'Apresentado de outro modo pela redação',
      added: 'Acrescentado pela redação',
    },
    forLength: {
      one: 'Os programas de e-mail cortam mensagens longas: {n} trecho está só na web e na parte de texto do e-mail.',
      other:
        'Os programas de e-mail cortam mensagens longas: {n} trechos estão só na web e na parte de texto do e-mail.',
    },
  },
  confirm: {
    subject: 'Confirme a sua assinatura de {name}',
    title: 'Confirme a sua assinatura',
    text: 'Este endereço foi inscrito para receber {name}. Confirme que é seu e a próxima edição chegará até você.',
    weekly:
      'Este endereço foi inscrito para receber {name} uma vez por semana. Confirme que é seu e o próximo e-mail chegará ({day}).',
    action: 'Confirmar a minha assinatura',
    otherwise: 'Não foi você? Então não faça nada: sem confirmação, nenhuma edição será enviada.',
  },
  welcome: {
    subject: 'Boas-vindas a {name}',
    title: 'Boas-vindas',
    text: 'A sua assinatura de {name} está confirmada, e a próxima edição chegará até você.',
    weekly: 'A sua assinatura de {name} está confirmada. Você escolheu um e-mail por semana ({day}).',
    promise: 'Cada edição diz no fim o que foi cortado dos textos e por quê.',
    action: 'Ler a edição mais recente na web',
  },
  notice: 'Para a redação de {name}',
};

export const portuguesePages: PageWords = {
  lang: 'pt',
  join: {
    title: 'Receba {name} por e-mail',
    address: 'O seu endereço de e-mail',
    action: 'Assinar',
    consent: 'Você aceita receber {name} por e-mail. Um clique em qualquer edição põe fim a isso.',
    leaveEmpty: 'Deixe este campo vazio',
    badAddress: 'Isto não parece um endereço de e-mail. Por favor, confira.',
    askedTitle: 'Veja a sua caixa de entrada',
    askedText:
      'Se este endereço ainda não tem assinatura, um e-mail com um link está a caminho. Nada é enviado até você confirmar com esse link.',
    tooMany: 'Vieram endereços demais da sua rede. Tente de novo daqui a um minuto.',
  },
  confirm: {
    title: 'Confirme a sua assinatura',
    text: '{address} vai receber {name}.',
    action: 'Confirmar',
    doneTitle: 'Assinatura confirmada',
    doneText: 'A próxima edição de {name} chegará a {address}.',
    doneWeekly: '{name} chegará a {address} uma vez por semana ({day}).',
    deadTitle: 'Este link não vale mais',
    deadText: 'Ele expirou, já foi usado, ou falta uma parte dele. Aqui você pode assinar de novo.',
  },
  leave: {
    title: 'Deixar de receber {name}?',
    text: 'Nenhuma outra edição será enviada a {address}.',
    action: 'Cancelar a assinatura',
    leftTitle: 'Assinatura cancelada',
    leftText:
      '{address} não receberá mais edições de {name}. Uma edição que está sendo enviada neste momento ainda pode chegar.',
    mistake: 'Foi um engano?',
    back: 'Assinar de novo',
    returnedTitle: 'Assinatura retomada',
    returnedText: '{name} volta a chegar a {address}, a partir da próxima edição.',
    returnedWeekly: '{name} volta a chegar a {address}, uma vez por semana ({day}).',
    thisAddress: 'Este endereço',
    badLink: 'Este link não está completo. Abra-o de novo a partir do e-mail, ou copie-o inteiro.',
    more: 'O que está guardado sobre este endereço',
  },
  preferences: {
    title: 'A sua assinatura',
    active: '{name} chega a {address}.',
    left: '{name} não chega a {address}.',
    toLeave: 'Cancelar a assinatura',
    toReturn: 'Assinar de novo',
    dataTitle: 'O que está guardado sobre você',
    dataText:
      'Para ver, mudar de endereço ou pedir que tudo seja apagado, peça um link. Ele é enviado a {address} e vale durante uma hora.',
    dataAction: 'Quero receber um link',
    sentText:
      'Se {address} pode receber e-mail, um link chega agora. Sai um a cada dez minutos, e no máximo três por dia, para que ninguém possa inundar uma caixa de entrada.',
    waitText: 'Há pouco saiu um link para {address}. Próximo envio possível: {time}.',
  },
  frequency: {
    title: 'Com que frequência',
    every: 'Cada edição, assim que sai',
    weekly: 'Uma vez por semana: as edições da semana em um só e-mail ({day})',
    action: 'Salvar',
    everySaved: 'Salvo. A partir da próxima edição, {address} recebe todas.',
    weeklySaved:
      'Salvo. De agora em diante, {address} recebe um e-mail por semana ({day}). Uma edição que está sendo enviada neste momento ainda pode chegar.',
    over: 'O e-mail semanal não é mais feito.',
    rather: 'E-mails demais?',
    ratherAction: 'Prefiro um e-mail por semana',
  },
  dataLink: {
    title: 'O que está guardado sobre você',
    own: 'Esta página é de {address}. O link dela vale durante uma hora; você pode pedir outro a qualquer momento.',
    exportTitle: 'Leve com você',
    exportText:
      'Um arquivo com tudo o que está guardado: o seu endereço, o seu nome, e o que você aceitou e quando.',
    exportAction: 'Baixar o arquivo',
    changeTitle: 'Mudar de endereço',
    changeText:
      'Um e-mail vai para o novo endereço. Assim que você confirmar por lá, as edições chegam a ele e não mais ao antigo.',
    newAddress: 'Novo endereço',
    changeAction: 'Mudar de endereço',
    changedText: 'Se o novo endereço puder ser usado, um e-mail com um link está a caminho dele.',
    eraseTitle: 'Apagar tudo',
    eraseText:
      'O seu endereço, o seu nome e o que você aceitou são apagados, e nenhuma edição chega mais. Fica um código a partir do qual eles não podem ser lidos; com ele você é deixado de fora quando uma lista é trazida de outro lugar.',
    eraseAction: 'Apagar tudo',
    sureTitle: 'Apagar tudo?',
    sureText: 'Isto não pode ser desfeito.',
    sureAction: 'Sim, apagar tudo',
    notSure: 'Não, voltar',
    erasedTitle: 'Tudo foi apagado',
    erasedText: 'Não está mais guardado nada que identifique você.',
    cannotErase: 'No momento, isto não pode ser feito aqui automaticamente. Escreva à redação: ela o fará.',
    deadText:
      'Ele vale durante uma hora, e deixa de valer quando o endereço é mudado ou apagado. Peça outro pelo link no fim de qualquer edição.',
  },
  dataLinkMail: {
    subject: 'O seu link: o que {name} guarda sobre você',
    title: 'O seu link',
    text: 'Ele mostra o que {name} guarda sobre você, e permite baixar tudo, mudar de endereço ou apagar tudo. Vale durante uma hora.',
    action: 'Abrir a página',
    otherwise: 'Não foi você que pediu? Então não faça nada, e não encaminhe este e-mail.',
  },
  moveMail: {
    subject: 'Confirme o seu novo endereço para {name}',
    title: 'O seu novo endereço',
    text: 'Este endereço foi indicado como o novo para {name}. Assim que você confirmar, as edições chegam aqui e não mais ao antigo.',
    action: 'Confirmar este endereço',
    otherwise: 'Não foi você? Então não faça nada: sem confirmação, nada muda.',
  },
  movedMail: {
    subject: 'O seu endereço para {name} foi mudado',
    title: 'O seu endereço foi mudado',
    text: '{name} agora chega a outro endereço, e não mais a este.',
    otherwise: 'Não foi você? Então responda a este e-mail.',
  },
  site: {
    contact: 'Contato',
    imprint: 'Informações legais',
    privacy: 'Privacidade',
  },
  trouble: {
    toFront: 'Para a página inicial',
    missingTitle: 'Não há nada aqui',
    missingText: 'Talvez falte uma parte do link. Por favor, copie-o inteiro.',
    noIssue: 'Não há nenhuma edição neste endereço. Se o link veio com um e-mail, copie-o inteiro.',
    notYetTitle: 'Ainda não enviada',
    notYetText: 'Esta edição ainda não foi enviada. Assim que for, você poderá lê-la aqui.',
    notOnWeb: 'As edições de {name} não estão na web.',
    brokenTitle: 'Algo quebrou',
    brokenText: 'É uma falha nossa, e ela ficou registrada. Tente de novo daqui a alguns minutos.',
  },
};
