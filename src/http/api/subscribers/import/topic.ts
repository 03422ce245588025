// The topic of a header that is in no table, in English, German, French, Spanish, Italian and Portuguese. It is read in its
// plain form: lower case, without accents, one space for every sign.

import type { State } from './words.ts';

/** German joins words. */
const any = (...words: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z])(?:newsletter|e ?mail ?|mail|werbe|kontakt)?(?:${words.join('|')})`);

const BOUNCING = any(
  'hard ?bounc',
  'bounc',
  'gebounc',
  'unzustell',
  'nicht zustell',
  'undeliver',
  'invalid',
  'ung(u|ue)ltig',
  'rebond',
  'rebot',
  'rimbalz',
  'devolvid',
  'cleaned\\b',
);
const COMPLAINING = any('complain', 'spam', 'beschwerde', 'plainte', 'queja', 'reclam');
const BLOCKING = any(
  'block(ed|list)',
  'block list',
  'black ?list',
  'suppress',
  'gesperrt',
  'sperr',
  'blockiert',
  'bloqu',
  'bloccat',
  'list[ae] n(oire|egra|era)',
  'exclude',
  'excluid',
  'exclue?s?\\b',
  'esclus[oai]\\b',
  'ausgeschlossen',
  'quarantin',
);
const LEAVING = any(
  '(global ?)?unsub',
  'opt(ed|ing)? ?out',
  'do ?not (e ?mail|mail|contact|send|market)',
  'don t (e ?mail|mail|contact|send)',
  'no (more )?(e ?mails?|marketing|newsletters?|contact)\\b',
  'dnc\\b',
  'cancel',
  'removed?\\b',
  'delet',
  'left\\b',
  'leav(e|ing)\\b',
  'declin',
  'refus',
  'revok',
  'withdr',
  'inactiv',
  'deactivat',
  'disabled',
  'unengag',
  'not engag',
  'abgemeldet',
  'abmeld',
  'entfernt',
  'abbestell',
  'ausgetragen',
  'austrag',
  'gek(u|ue)ndigt',
  'k(u|ue)ndigung',
  'gel(o|oe)scht',
  'widerr?uf',
  'widerspr',
  'inaktiv',
  'deaktiv',
  'keine? (e ?mails?|werbung|newsletter|mails?|kontakt)',
  'nicht (anschreiben|kontaktieren|mailen|mehr)',
  'desabonn',
  'desinscri',
  'resili',
  'supprim',
  'inactif',
  'desactiv',
  'ne (pas|plus) (contacter|envoyer|recevoir|ecrire)',
  'de baja\\b',
  'baja\\b',
  'desuscri',
  'eliminad',
  'inactiv',
  'no (contactar|enviar|escribir)',
  'disiscri',
  'cancella',
  'inattiv',
  'disattiv',
  'rimoss',
  'non (contattare|inviare|scrivere)',
  'descadastr',
  'excluid',
  'inativ',
  'removid',
  'nao (contactar|contatar|enviar)',
);
const CONFIRMING = any('confirm', 'verif', 'double ?opt', 'doi\\b', 'best(a|ae)tig', 'conferm');
const AGREEING = any(
  'opt(ed)? ?in\\b',
  'optin',
  'consent',
  'permission',
  'allow(ed|s)?\\b',
  'accept',
  'subscribed',
  'wants?\\b',
  'einwillig',
  'eingewilligt',
  'zustimm',
  'zugestimmt',
  'erlaub',
  'akzept',
  'abonniert',
  'angemeldet',
  'autoris',
  'abonnee?\\b',
  'inscrit',
  'consenti',
  'permis(o|sao)\\b',
  'permesso\\b',
  'acept',
  'autoriz',
  'suscrit',
  'inscrit[oa]\\b',
  'consens',
  'accett',
  'iscritt',
  'aceit',
  'subscrit[oa]\\b',
  'activ[eoa]\\b',
  'actif\\b',
  'aktiv\\b',
  'attiv[oa]\\b',
  'ativ[oa]\\b',
  'enabled',
);
const STATUS = /(status|statut|estatus)|(?<![a-z])(state|etat|estado|stato|situacao|zustand)\b/;
/** The outcomes of mails. */
const METRIC = any(
  'opens?\\b',
  'opened',
  'click',
  'deliver',
  'sent\\b',
  'sends?\\b',
  'repl(y|ied)',
  'received',
);
const PLACE = any(
  '(province|region) (state|estado|stato|etat)',
  '(state|estado|stato|etat) (province|region)',
);
const MARKETING = any('marketing', 'werb', 'publicit', 'publicid', 'pubblicit', 'mercadotecnia', 'promotion');
const PRIVACY = any('gdpr', 'dsgvo', 'rgpd', 'lgpd');
const NOT = any(
  '(not|no|never|non|without|nicht|keine?|ohne|ne|pas|sans|sin|senza|nao|sem|don t|dont|isn t|withh?old)\\b',
);
/** Consent to something other than mail. */
const ELSE = any(
  'terms',
  'conditions',
  'cookie',
  'track',
  'privacy',
  'agb\\b',
  'datenschutz',
  'cgu\\b',
  'cgv\\b',
  'privacidad',
  'privacidade',
  'data processing',
  'daten',
  'donnees',
  'datos',
  'dati\\b',
  'dados',
);
/** Filled in only for people who unsubscribed, in any words. */
const REASON = any(
  'reason',
  'grund',
  'raison',
  'motif',
  'motivo',
  'source',
  'campaign',
  'kampagne',
  'campagne',
);
/** How somebody agreed, not whether. */
const HOW = any(
  '(ip|url|source|page|form|text|wording|version|method|language|lang|quelle|origen|origem|fonte)\\b',
);

const OTHER_CHANNEL = any(
  'sms',
  'phone',
  'mobile',
  'whatsapp',
  'push',
  'calls?\\b',
  'telefon',
  'telephone',
  'handy',
  'mms',
  'viber',
  'telegram',
  'fax',
  'facebook',
  'direct mail',
  'postal',
);
const MAIL = any('e ?mails?\\b', 'newsletter', 'courriel', 'correo', 'correio', 'posta elettronica');

export type Topic =
  | { readonly of: 'nothing' | 'else' | 'status' | 'unclear' }
  | { readonly of: 'left'; readonly state: State; readonly any: boolean }
  | { readonly of: 'agreed'; readonly without: State };

/** @param header in its plain form. @returns `else`: something other than mail. `unclear`: it may say who unsubscribed, but not plainly. */
export function readTopic(header: string): Topic {
  if ((OTHER_CHANNEL.test(header) && !MAIL.test(header)) || PLACE.test(header)) return { of: 'else' };
  const leaves = readLeaving(header);
  const isStatus = STATUS.test(header);
  const isAgreeing = CONFIRMING.test(header) || AGREEING.test(header);
  if (leaves !== null && !isStatus && !ELSE.test(header) && !isTurned(header))
    return { of: 'left', state: leaves, any: REASON.test(header) };
  if (isStatus) return { of: 'status' };
  if (isAgreeing && leaves === null && HOW.test(header)) return { of: 'else' };
  if (isAgreeing && leaves === null && !NOT.test(header) && !ELSE.test(header) && !REASON.test(header))
    return { of: 'agreed', without: CONFIRMING.test(header) ? 'pending' : 'unsubscribed' };
  if (leaves !== null || isAgreeing || PRIVACY.test(header)) return { of: 'unclear' };
  if (!MARKETING.test(header)) return { of: 'nothing' };
  return { of: METRIC.test(header) ? 'else' : 'unclear' };
}

function readLeaving(header: string): State | null {
  if (COMPLAINING.test(header)) return 'complained';
  if (BOUNCING.test(header)) return 'bounced';
  if (BLOCKING.test(header)) return 'suppressed';
  return LEAVING.test(header) ? 'unsubscribed' : null;
}

/** `not unsubscribed` means the opposite; `do not email` and `inactive` have their own negation. */
const isTurned = (header: string): boolean =>
  NOT.test(
    [LEAVING, BOUNCING, COMPLAINING, BLOCKING].reduce((rest, said) => rest.replace(said, ' '), header),
  );
