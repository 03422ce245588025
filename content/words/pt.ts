// Portuguese.

import type { Copy } from '../copy.ts';

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
