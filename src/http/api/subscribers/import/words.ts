// The meaning of the words in a list: states, yes and no, and dates, in the languages of the services. For a new service add
// words.

import type { ImportRow } from '../../../../store/index.ts';

export type State = ImportRow['state'];
/** A state, or another meaning of a field. */
export type Value = State | 'blank' | 'yes' | 'no' | 'date' | 'other';

/**
 * By state, then English, German, French, Spanish, Italian, Portuguese. In the spelling of the services: accents and signs
 * are removed for comparison.
 */
const STATE_WORDS: Readonly<Record<State, readonly string[]>> = {
  active: [
    'active, subscribed, enabled, confirmed, verified, opted in, opt in, engaged, marketing contact, implicit, explicit',
    'express, implied',
    'aktiv, abonniert, angemeldet, bestätigt, eingetragen, zugestimmt, eingewilligt',
    'actif, abonné, abonnée, inscrit, inscrite, confirmé, confirmée',
    'activo, activa, suscrito, suscrita, inscrito, inscrita, confirmado, confirmada',
    'attivo, attiva, iscritto, iscritta, confermato, confermata',
    'ativo, ativa, subscrito, subscrita, assinante',
  ],
  pending: [
    'pending, unconfirmed, not confirmed, unverified, unactivated, awaiting confirmation, pending confirmation, waiting',
    'double opt in pending, no permissions set, no permission set, not set, temporary hold, non marketing contact',
    'nonsubscribed, non subscribed, not subscribed, never subscribed, transactional, validating, needs approval, invited',
    'ausstehend, unbestätigt, nicht bestätigt, wartet auf Bestätigung, nicht abonniert, nicht angemeldet',
    'en attente, non confirmé, non confirmée, non abonné, non inscrit, en attente de confirmation',
    'pendiente, sin confirmar, no confirmado, no suscrito, no inscrito, pendiente de confirmación',
    'in attesa, in sospeso, non confermato, da confermare, non iscritto, in attesa di conferma',
    'pendente, não confirmado, por confirmar, não inscrito, não subscrito, aguardando confirmação',
  ],
  unsubscribed: [
    'unsubscribed, unsub, opted out, opt out, optout, cancelled, canceled, inactive, disabled, removed, deleted, archived',
    'left, unengaged, not engaged, cold, dormant, declined, revoked, withdrawn, deactivated, excluded, denied, refused',
    'rejected, churned, do not email, do not contact, do not mail, dnc, no consent, forgotten, stopped',
    'abgemeldet, inaktiv, gelöscht, gekündigt, deaktiviert, ausgetragen, abbestellt, widerrufen, storniert, archiviert',
    'entfernt, abgelehnt, ausgeschlossen, nicht aktiv',
    'désabonné, désabonnée, désinscrit, désinscrite, inactif, inactive, supprimé, supprimée, annulé, annulée, résilié',
    'désactivé, retiré, archivé, refusé, exclu, exclue',
    'cancelado, cancelada, dado de baja, dada de baja, de baja, baja, desuscrito, desuscrita, inactivo, inactiva',
    'eliminado, eliminada, desactivado, archivado, anulado, no activo, rechazado, excluido',
    'disiscritto, disiscritta, cancellato, cancellata, annullato, inattivo, inattiva, eliminato, disattivato, rimosso',
    'archiviato, non attivo, rifiutato, escluso',
    'descadastrado, descadastrada, inativo, inativa, removido, removida, excluído, excluída, desinscrito, apagado',
    'arquivado, desativado, não ativo, recusado',
  ],
  bounced: [
    'bounced, bounce, hard bounced, hard bounce, soft bounced, cleaned, undeliverable, undelivered, unreachable, invalid',
    'invalid email, non existent',
    'unzustellbar, nicht zustellbar, ungültig, unerreichbar, zurückgewiesen, bereinigt, gebounced, gebounct',
    'rebond, rebondi, rejeté, invalide, non distribuable, injoignable, nettoyé, adresse invalide',
    'rebotado, rebotada, rebote, inválido, no entregable, inalcanzable, limpiado',
    'rimbalzato, rimbalzata, non valido, non recapitabile, irraggiungibile, ripulito',
    'devolvido, retornado, não entregue, não entregável, inalcançável',
  ],
  complained: [
    'complained, complaint, spam, marked as spam, reported spam, reported as spam, spam report, spam complaint, junk, abuse',
    'Beschwerde, als Spam markiert, als Spam gemeldet, Spam Beschwerde',
    'plainte, marqué comme spam, signalé comme spam, indésirable',
    'queja, marcado como spam, denunciado como spam',
    'reclamo, segnalato come spam, segnalazione spam, contrassegnato come spam',
    'reclamação, marcado como spam, denunciado como spam, reclamou',
  ],
  suppressed: [
    'suppressed, blocklisted, blacklisted, block listed, black listed, blocked, spammy, banned, quarantined, suspended',
    'gesperrt, blockiert, auf der Sperrliste',
    'bloqué, bloquée, blacklisté, liste noire, sur liste noire',
    'bloqueado, bloqueada, en lista negra, suprimido',
    'bloccato, bloccata, in lista nera, lista nera, soppresso',
    'lista negra, na lista negra',
  ],
};

const YES =
  'yes, true, y, t, x, on, ja, j, wahr, oui, o, vrai, si, s, verdadero, vero, sim, verdadeiro, checked';
const NO = 'no, false, n, f, off, nein, falsch, non, faux, falso, não, unchecked';
const BLANK = 'null, none, n a, na, nan, undefined, nil, not available, 0000 00 00, 0000 00 00 00 00 00';

/** Lower case, without accents, and with one space for everything that is neither letter nor digit. */
export function toPlain(text: string): string {
  const bare = isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

const MEANINGS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...Object.entries(STATE_WORDS).flatMap(([state, lines]) =>
    lines.flatMap((line) => spellings(line)).map((word): [string, Value] => [word, state as State]),
  ),
  ...spellings(YES).map((word): [string, Value] => [word, 'yes']),
  ...spellings(NO).map((word): [string, Value] => [word, 'no']),
  ...spellings(BLANK).map((word): [string, Value] => [word, 'blank']),
]);

/** Without umlauts, and with umlauts written out. */
function spellings(line: string): string[] {
  return line.split(', ').flatMap((word) => {
    const written = word.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe' })[letter] ?? 'ue');
    return written === word ? [toPlain(word)] : [toPlain(word), toPlain(written)];
  });
}

const MAX_WORD = 60;

export function readValue(field: string): Value {
  if (field === '' || field === '\\N') return 'blank';
  if (field.length > MAX_WORD) return 'other';
  if (/^[✓✔☑]$/u.test(field) || /^1([.,]0+)?$/.test(field)) return 'yes';
  if (/^[✗✘☐]$/u.test(field) || /^0([.,]0+)?$/.test(field)) return 'no';
  const plain = toPlain(field);
  if (plain === '') return 'blank';
  const known = MEANINGS.get(plain) ?? MEANINGS.get(toPlain(field.replace(/\s*\([^)]*\)$/, '')));
  return known ?? (isDate(field) ? 'date' : 'other');
}

export const isState = (value: Value): value is State => Object.hasOwn(STATE_WORDS, value);

const TIME = '(?:[T ,].{0,30})?';
const DATES = [
  new RegExp(String.raw`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}${TIME}$`),
  new RegExp(String.raw`^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}${TIME}$`),
  /^(19|20)\d{6}(T?\d{4,6}Z?)?$/,
  /^1\d{9}(\d{3})?$/, // seconds or milliseconds since 1970
];
const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    'jan january januar janvier ene enero gen gennaio janeiro feb february februar fev fevrier febrero febbraio fevereiro ' +
    'mar march marz maerz mars marzo marco apr april avr avril abr abril aprile may mai mayo mag maggio maio ' +
    'jun june juni juin junio giu giugno junho jul july juli juil juillet julio lug luglio julho ' +
    'aug august aout ago agosto sep sept september septembre septiembre set settembre setembro ' +
    'oct october okt oktober octobre octubre ott ottobre out outubro nov november novembre noviembre novembro ' +
    'dec december dez dezember decembre dic diciembre dicembre dezembro ' +
    'mon tue wed thu fri sat sun am pm utc gmt cet cest est edt pst pdt at um uhr le de del st nd rd th t z h'
  ).split(' '),
);

function isDate(field: string): boolean {
  if (!/\d/.test(field)) return false;
  if (DATES.some((date) => date.test(field))) return true;
  const words = toPlain(field).match(/\p{L}+/gu) ?? [];
  return /\b(19|20)\d\d\b/.test(field) && words.length > 0 && words.every((word) => DATE_WORDS.has(word));
}
