import type { Language } from './language.ts';

export const es: Language = {
  code: 'es',
  starters:
    'el la los las un una unos unas lo en de del al a por para con sin según tras ante bajo desde hasta hacia sobre entre ' +
    'y o ni pero aunque cuando mientras si como donde que quien cuál qué cómo cuándo dónde cuánto cuánta cuántos quién ' +
    'este esta estos estas ese esa eso aquel su sus mi nuestro se no sí también además después antes ahora hoy ayer ya más ' +
    'muy todo todos cada otro otra otros así es son fue era ha han había sin embargo ellos ella él nadie todavía entonces',
  abbreviations:
    'sr sra sres srta dr dra d dña ud uds ing lic prof gral cap tte art núm n.º nº pág págs av avda c cía ee.uu e.g p.ej ej ' +
    'etc aprox tel s.a s.l a.c d.c ss.mm vol cap fig p.m a.m vs máx mín',
  calendar:
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr may ' +
    'jun jul ago sep sept oct nov dic lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom de del a ' +
    'las la los el h hs hrs horas hora am pm a.m p.m cet cest gmt utc art clt y hoy ayer',
  stamp:
    'publicado publicada actualizado actualizada actualización última fecha creado min minuto minutos lectura tiempo de en',
  byline: 'por\nescrito por\ntexto\ntexto de\nautor\nautora\nredacción de\ninforma\nfirma',
  credit:
    'foto de archivo\nimagen de archivo\nfoto\nfotos\nimagen\nimágenes\nfotografía\nfotografías\ncrédito\ncréditos\nfoto de\ncortesía\nfuente de la imagen\nilustración\ngráfico\npie de foto',
  furniture: `
(saltar|omitir) (anuncio|publicidad)
leer (más tarde|después)
(tuitear|compartir) (esta|la) (cita|actualización)
(danos|déjanos|comparte) tu opinión
(ver|mostrar|cargar) (actualizaciones|entradas) (anteriores|antiguas)
sigue leyendo
límite de sesiones *
redacción[ (central|digital|web|local|de *)]
(publicidad|anuncio|anuncios|patrocinado|contenido patrocinado|contenido promocionado|publirreportaje)
(la noticia|el artículo) continúa (después|debajo|tras) *
continúa (leyendo|después) *
compartir[ en (facebook|twitter|x|whatsapp|redes *)| esta noticia| este artículo| noticia]
comparte[ en (facebook|twitter|x|whatsapp|redes *)| esta noticia| este artículo]
(copiar|enviar) (enlace|link|por correo)
(guardar|imprimir|escuchar)[ *]
escucha(r) (este|el) artículo
escucha (esta|la) noticia
(#|sin|ningún) comentario[s]
comentario[s][ (#)]
(ver|deja|añade|escribe) [los |un |tu ]comentario[s]
(inicia|iniciar) sesión[ *]
regístrate[ *]
(suscríbete|suscribirse|suscripción)
(ver|cargar|mostrar|leer) más[ *]
(en directo|directo|en vivo|última hora|última hora:|exclusiva|urgente|actualizado)
(síguenos|síganos) *
sigue (toda la (actualidad|información)|nuestro canal|nuestra cuenta) *
síguenos
(únete|unirse) a (nuestro|nuestra) *
(descarga|descárgate|baja) (nuestra|la) * app[ *]
(archivado en|etiquetas|temas|temas relacionados|categorías|palabras clave|más sobre|más información sobre): *
(archivado en|etiquetas|temas|temas relacionados)[ *]
(con|con información|con datos) de agencias
(agencias|efe|europa press)
(menú|inicio|buscar|portada|volver arriba|ir al contenido|saltar al contenido)
(aceptar|rechazar)[ todas| todo| cookies][ *]
(ver|abrir) galería
(foto|imagen) # de #
imagen de archivo
(reporte|reportaje|información|editado|edición|con reportes) (de|por) *
nuestros estándares: *
(reproducir|pausar)[ *]
reportar [un ]error
fuente: agencias
`,
  notices: `
esta noticia es exclusiva *
(utilizamos|usamos|este sitio [web ]utiliza|esta web utiliza) * cookies *
[este ](contenido|artículo) [es ]solo para suscriptores
(contenido|artículo) exclusivo para (suscriptores|socios)[ *]
para seguir leyendo *
ya eres suscriptor *
(suscríbete|apúntate|regístrate|inscríbete) (a|en|para|gratis|aquí) *
(recibe|recibir) * (en tu correo|en tu email|boletín|newsletter|en su correo) *
[todos los ]derechos reservados *
[*]todos los derechos reservados[ *]
prohibida (la|su) reproducción *
aviso legal *
(las|los) opiniones * (son|no reflejan|expresadas) *
puedes darte de baja *
¿quieres * (newsletter|boletín|alertas|suscríbete|apúntate) *
¿has encontrado un error *
introduce tu (correo|email) *
`,
  promo: `
escucha también
mira también
lee[r] también
lea también
lea además
lee además
lea más
leer más
lee más
también (puedes|puede|te puede|le puede) (leer|interesar|interesarte|interesarle)
te (puede|podría) interesar
le (puede|podría) interesar
te recomendamos
puede[s] leer
más información
ver también
vea también
mira también
no te pierdas
noticia[s] relacionada[s]
artículo[s] relacionado[s]
nota[s] relacionada[s]
[lo ]más (leído|visto)
además
`,
  promoStrict: `
relacionado
relacionada
relacionados
vídeo
video
fotos
galería
podcast
opinión
en imágenes
ver
mira
escucha
sigue leyendo
`,
  related: `
(noticia|noticias|artículo|artículos|nota|notas) relacionad(a|as|o|os)
(lee también|leer también|lea también|te puede interesar|le puede interesar|te recomendamos|también te puede interesar|relacionado|relacionados|relacionadas|más información)
(noticias|artículos|temas|notas|contenidos) relacionad(as|os)
[lo |las |los ][noticias ]más (leído|leídas|leídos|visto|vistas|visto|comentado|popular|populares)[ *]
más (noticias|sobre|en|de) *
más noticias
últimas noticias
(otras|más) noticias[ *]
(destacados|destacadas|recomendados|tendencias|no te pierdas|ver también)
`,
  faq: `
(preguntas (más |)frecuentes|preguntas y respuestas|dudas frecuentes|preguntas habituales|las preguntas clave|faq|faqs)[ (sobre|del|de) *]
`,
  question: 'p\npregunta\npreg',
  answer: 'r\nrespuesta\nresp',
  synopsis: 'sinopsis\nresumen\nen resumen\nentradilla',
  keyPoints: `
(claves|las claves|puntos clave|lo esencial|lo más importante|datos clave|en síntesis|en breve|de un vistazo|los datos|ideas clave|aspectos clave)
`,
  nav:
    'inicio portada noticias mundo local economía política deportes opinión cultura sociedad tecnología ciencia salud ' +
    'educación sucesos internacional nacional españa méxico argentina región comunidad provincia medio ambiente energía',
  share:
    'canal compartir comparte guardar imprimir copiar enlace correo enviar en por comentarios comentar escuchar seguir',
  pressTail: `
(sobre|acerca de) *
contacto[s][ *]
(contacto|contactos) (de|para) (prensa|medios)[ *]
nota a los editores[ *]
[para ]más información[: *]
`,
  cites: `
según (informó |informa |publica |publicó |datos de |un informe de )?(el |la |los |las |del )?@
de acuerdo (con|a) (el |la |los |las |un informe de )?@
(citado|citada|recogido|publicado) por (el |la )?@
(declaró|dijo|explicó) a (el |la )?@
en (una entrevista|declaraciones) (con|a|al) (el |la )?@
fuente: @
`,
  organisations:
    'diario periódico noticias agencia instituto universidad consejo ministerio ayuntamiento confederación asociación ' +
    'federación centro fundación organización comité academia banco fondo comisión radio televisión revista correo heraldo ' +
    'gaceta tribuna prensa observatorio',
  saying:
    'dijo dice informó informa reveló advirtió señaló indicó afirmó afirma explicó publicó concluyó estimó confirmó anunció según',
};
