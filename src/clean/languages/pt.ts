import type { Language } from './language.ts';

export const pt: Language = {
  code: 'pt',
  starters:
    'o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com sem sob sobre entre até após ' +
    'desde segundo conforme ao aos à às e ou mas nem se que quem qual quais como quando onde porque por quanto quantos este esta estes ' +
    'estas esse essa esses essas isso isto aquele ele ela eles elas nós você vocês eu seu sua seus suas nosso não sim também já ainda ' +
    'mais menos muito muitos todo todos toda todas cada outro outra outros outras depois antes agora hoje ontem assim então porém ' +
    'contudo entretanto é são foi foram era será há tem têm ninguém nenhum nada duas dois três',
  abbreviations:
    'sr sra srs dr dra prof profa eng arq av r n.º nº pág págs art etc ex p.ex aprox cia ltda s.a d st sto sta tel vol cap fig jan fev mar abr jun jul ago set out nov dez máx mín min',
  calendar:
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro jan fev mar abr mai jun jul ago set out nov ' +
    'dez segunda terça quarta quinta sexta sábado domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira seg ter qua qui ' +
    'sex sáb dom de às as h min horas hora em brt gmt hoje ontem e',
  stamp:
    'publicado publicada atualizado atualizada última atualização em tempo leitura de min minuto minutos criado há data',
  byline: 'por\nescrito por\ntexto\ntexto de\nautor\nautora\nreportagem\nreportagem de\ncolaboração de',
  credit:
    'foto\nfotos\nimagem\nimagens\ncrédito\ncréditos\nfotografia\nlegenda\nilustração\nfoto de\nreprodução\ndivulgação\narte\ncrédito da foto',
  furniture: `
(pular|saltar) (anúncio|publicidade)
ler (mais tarde|depois)
(tuitar|compartilhar|partilhar) (esta|a) (citação|frase)
(deixe|dê) (a |)sua opinião
(ver|mostrar|carregar) (atualizações|publicações) anteriores
assista aos vídeos *
princípios editoriais *
veja mais
(publicidade|anúncio|anúncios|patrocinado|conteúdo patrocinado|conteúdo de marca|publi|informe publicitário)
continua (após|depois) (a|da) publicidade
(a matéria|o artigo|a notícia) continua *
(continue|continuar) (lendo|a ler)[ *]
(compartilhar|compartilhe|partilhar|partilhe|enviar|imprimir|salvar|guardar|copiar link|link copiado|ouvir|comentar)[ (esta notícia|este artigo|notícia|artigo|no *|por *|via *)]
(ouça|ouvir) (este artigo|esta notícia|a reportagem|o artigo)
(#|nenhum|sem) comentário[s]
comentário[s][ (#)]
(ver|deixe|deixar|escreva|leia) [os |um |seu |todos os ]comentário[s]
(entrar|login|faça login|iniciar sessão|cadastre-se|registar|assine|assinar|assine já|minha conta|newsletter|newsletters)
faça (login|seu cadastro) *
(ver|carregar|mostrar|ler) mais[ *]
(ao vivo|em direto|direto|exclusivo|urgente|última hora|atualizado|em atualização|só para assinantes|exclusivo para assinantes|vídeo)
(siga-nos|siga|acompanhe|curta) (a|o|nos|no|na|as|nosso|nossa|em|pelo)[ *]
siga-nos *
(entre|participe|receba) (no|do|as notícias) * (canal|grupo|whatsapp|telegram) *
(baixe|descarregue) (o|a) * (app|aplicativo|aplicação)[ *]
(tags|tópicos|temas|etiquetas|assuntos|palavras-chave|mais sobre|categorias|arquivado em|editoria): *
(tags|tópicos|assuntos)[ *]
com (informações|agências|lusa|agência)[ (da|de|do) *]
(agências|lusa|agência brasil|da redação|redação|redação *)
(reportagem|edição|editado|texto) (de|por) *
fonte: (agências|lusa|agência brasil|reuters)
(menu|início|pesquisar|buscar|fechar|voltar ao topo|ir para o conteúdo|pular para o conteúdo)
(aceitar|rejeitar)[ (todos|tudo|cookies)][ *]
(foto|imagem) # de #
(imagem|foto) (ilustrativa|de arquivo|meramente ilustrativa)
(assista|reproduzir|ver) (o|ao) vídeo[ *]
(reportar|comunicar|encontrou) [um ]erro *
`,
  notices: `
(utilizamos|usamos|este site utiliza|este site usa) * cookies *
(conteúdo|artigo|matéria) exclusivo para (assinantes|membros) *
(para continuar|continue) lendo *
(já é|você já é) assinante *
(assine|inscreva-se|cadastre-se|subscreva|receba) (a|o|na|no|nossa|as|nosso|para|gratuitamente|em) *
[*]todos os direitos reservados[ *]
(proibida|é proibida) a reprodução *
aviso legal *
as opiniões * (são|não refletem|expressas) *
(pode|você pode) cancelar *
(quer|gostaria de) receber * newsletter *
(encontrou|viu) (um|algum) erro *
este (texto|artigo|conteúdo) foi (publicado|originalmente|traduzido|produzido) *
insira seu e-mail *
`,
  promo: `
ouça também
veja também
assista também
leia também
leia mais
leia ainda
ler também
ler mais
leia a seguir
veja também
ver também
veja mais
saiba mais
confira também
confira
assista também
não perca
você [também ](pode|vai) (gostar|se interessar)
pode interessar
notícia[s] relacionada[s]
matéria[s] relacionada[s]
artigo[s] relacionado[s]
relacionado[s]
[as ]mais (lidas|lidos|vistas)
`,
  promoStrict:
    'vídeo\nfotos\ngaleria\npodcast\nouça\nassista\nveja\nopinião\nanálise\nem imagens\nrelacionada\nentenda\nleia',
  related: `
(leia também|leia mais|veja também|veja mais|saiba mais|relacionadas|relacionados|confira também|você pode gostar|você também pode gostar|recomendados|recomendadas|recomendado para você|últimas|destaques|em alta|a seguir)
(notícias|artigos|matérias|conteúdos|reportagens) relacionad(as|os)
[as |os ]mais (lidas|lidos|vistas|vistos|populares|comentadas)[ *]
mais (notícias|sobre|em|de) *
(últimas|outras|mais) notícias
`,
  faq: `
(perguntas frequentes|perguntas e respostas|dúvidas frequentes|principais dúvidas|tire suas dúvidas|as perguntas mais frequentes|faq|faqs)[ (sobre|:|-) *]
`,
  question: 'p\npergunta',
  answer: 'r\nresposta',
  synopsis: 'sinopse\nresumo\nem resumo',
  keyPoints:
    '(pontos principais|principais pontos|pontos-chave|o essencial|em resumo|destaques|o que se sabe|o que você precisa saber|em poucas palavras|em síntese)',
  nav: 'início página inicial notícias notícia mundo brasil portugal política economia sociedade desporto esportes esporte cultura ciência saúde educação tecnologia opinião local região internacional cidades ambiente energia justiça país home g1',
  share:
    'canal compartilhar compartilhe partilhar partilhe enviar imprimir copiar comentar comentários por no via correio ouvir guardar salvar seguir',
  pressTail: `
sobre (a|o|os|as) *
(contato|contacto|contatos|contactos)[ *]
assessoria de imprensa[ *]
(mais|para mais) informações[ *]
notas (aos|para) editores[ *]
`,
  cites: `
(segundo|conforme) (informou |noticiou |divulgou |dados (do|da) )?(o |a |os |as |um relatório (do|da) )?@
de acordo com (o |a |os |as |um relatório (do|da) )?@
(citado|citada|divulgado|noticiado) (por|pelo|pela) @
(disse|afirmou|declarou|explicou) (ao|à|a) @
em entrevista (ao|à) @
um (estudo|relatório|levantamento) (do|da) @
fonte: @
`,
  organisations:
    'jornal diário agência instituto universidade conselho ministério câmara prefeitura associação federação centro fundação organização comité comitê academia banco comissão rádio televisão revista correio gazeta folha estado notícias público observador expresso',
  saying:
    'disse diz informou informa revelou alertou afirmou afirma anunciou publicou concluiu estimou confirmou indicou divulgou explicou aponta segundo',
};
