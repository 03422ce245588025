// Portuguese.

import type { PageWords } from '../pages.ts';

export const portuguese: PageWords = {
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
  visit: {
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
  visitMail: {
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
