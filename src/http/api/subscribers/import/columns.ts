// The columns of other services' exports and their meaning. For a new service add rows. Headers are compared in lower case,
// without accents, and with one space for everything that is neither letter nor digit.

import type { State } from './words.ts';

type Lines = readonly string[];
const lines = (...all: Lines): readonly string[] => all.flatMap((line) => line.split(', '));

/** The first of these in a file is the column of the addresses. */
export const ADDRESS_COLUMNS = lines(
  'email, email address, e mail, e mail address, emailaddress, primary email, contact email, mail, subscriber email',
  'e mail adresse, email adresse, mail adresse, mailadresse, e mail addresse, emailadresse',
  'adresse e mail, adresse email, adresse mail, adresse electronique, adresse de courriel, courriel, adresse de messagerie',
  'correo electronico, direccion de correo electronico, direccion de correo, direccion de email, direccion email, correo',
  'indirizzo e mail, indirizzo email, indirizzo mail, indirizzo di posta elettronica, posta elettronica',
  'endereco de e mail, endereco de email, endereco email, correio eletronico, endereco de correio eletronico',
  'subscriber', // MailerLite
);
export const NAME_COLUMNS = lines(
  'name, full name, display name, subscriber name, contact name',
  'vollstandiger name, nom complet, nombre completo, nome completo',
);
export const FIRST_NAME_COLUMNS = lines(
  'first name, firstname, fname, given name, forename, vorname, prenom, nombre, nombre de pila, primer nombre, nome',
  'primeiro nome',
);
export const LAST_NAME_COLUMNS = lines(
  'last name, lastname, lname, surname, family name, nachname, familienname, nom, nom de famille, apellido, apellidos',
  'cognome, sobrenome, apelido, ultimo nome',
);

/** Of our own export: every issue, or the weekly round-up. */
export const FREQUENCY_COLUMNS = ['frequency'];

/** Columns whose words name the state. With an unknown word no mail is sent. */
export const STATE_COLUMNS = lines(
  'state, status, subscriber state, subscriber status, subscription status, subscription state, subscribe status',
  'email status, email state, e mail status, contact status, member status, newsletter status, mailing status',
  'email subscription status, email marketing status, email marketing, email campaigns, email subscription',
  'list status, global status', // MailPoet
  'email permission status, permission status, permission to send', // Constant Contact
  'marketing contact status, email confirmation status, marketing email confirmation, marketing email confirmation status',
  'opt in status, optin status, consent status, email consent status, marketing status, email marketing consent status',
  'zustand, abo status, abonnement status, abonnementstatus, anmeldestatus, kontaktstatus, listenstatus, globaler status',
  'newsletterstatus, e mail marketing, status der liste, abonnentenstatus, einwilligungsstatus',
  'statut, etat, statut d abonnement, statut de l abonnement, statut de l abonne, statut de la liste, statut de liste',
  'statut global, statut du contact, etat de l abonnement, statut email, statut e mail',
  'estado, estatus, estado de suscripcion, estado de la suscripcion, estado global, estado de la lista',
  'estado del suscriptor, estado del contacto, estado del correo electronico, estado de email',
  'stato, stato iscrizione, stato dell iscrizione, stato globale, stato della lista, stato lista, stato iscritto',
  'stato dell iscritto, stato del contatto, stato email, stato abbonamento',
  'estado da assinatura, estado da subscricao, estado do contacto, status da inscricao, status da assinatura',
  'status do contato, status da lista, status do assinante, situacao, status do email',
);
/** Columns whose words name the state only if the file has another column too. Elsewhere they may mean anything. */
export const STATE_COLUMNS_BESIDE: readonly {
  readonly names: readonly string[];
  readonly beside: string;
  /** Words of this service for people who get the mail. */
  readonly active: readonly string[];
}[] = [
  {
    names: ['type', 'subscriber type'], // Buttondown
    beside: 'creation date',
    active: lines('regular, premium, gifted, trialed, unpaid, churning, paused, past due'),
  },
];

/** Columns in which yes, a date or, if `any`, any text says that no mail is wanted. */
export const LEFT_COLUMNS: readonly {
  readonly names: readonly string[];
  readonly state: State;
  readonly any?: true;
}[] = [
  {
    state: 'unsubscribed',
    names: lines(
      'unsubscribed, is unsubscribed, unsubscribe, unsub, is unsub, unsubscribed at, unsubscribed on, unsubscribed date',
      'unsubscribe date, unsubscribe time, date unsubscribed, unsubscribe at, global unsubscribe, unsubscribed globally',
      'unsub time', // Mailchimp
      'email disabled', // Substack
      'deleted at', // Ghost
      'unsubscription date', // Buttondown
      'unsubscribed from all email, unsubscribed from all emails, portal unsubscribe', // HubSpot
      'confirmed opt out date', // Constant Contact
      'opt out, opted out, optout, opt out date, optout date, opt out time, email opt out, email optout, opted out of email',
      'has opted out of email, opted out at, email opted out, do not email, do not contact, do not mail, no email, dnc',
      'cancelled, canceled, cancelled at, canceled at, deleted, removed, deleted date, date deleted, removed at',
      'abgemeldet, abgemeldet am, abmeldedatum, abmeldung, austragung, ausgetragen, ausgetragen am, gekundigt, geloscht',
      'abbestellt, abbestellt am, keine werbung, keine e mails, widerruf, widerrufen am',
      'desabonne, desinscrit, date de desabonnement, date de desinscription, desabonne le, desinscrit le, desabonnement',
      'desinscription',
      'dado de baja, baja, de baja, fecha de baja, cancelado, desuscrito, fecha de cancelacion, cancelacion de suscripcion',
      'disiscritto, data di disiscrizione, data disiscrizione, disiscritto il, cancellato, disiscrizione',
      'descadastrado, data de cancelamento, data de descadastro, descadastro, desinscrito, cancelou a inscricao',
    ),
  },
  {
    state: 'unsubscribed',
    any: true,
    names: lines(
      'unsub reason, unsub campaign title, unsub campaign id, unsub reason other', // Mailchimp
      'confirmed opt out source, confirmed opt out reason', // Constant Contact
      'unsubscribe reason, unsubscription reason, unsubscribed reason, reason for unsubscribing, opt out reason',
      'abmeldegrund, grund der abmeldung, raison de desabonnement, motivo de baja, motivo di disiscrizione',
      'motivo do cancelamento',
    ),
  },
  {
    state: 'bounced',
    names: lines(
      'bounced, is bounced, hard bounced, bounced at, bounce date, bounced date, hard bounce, invalid email address',
      'portal bounce, global bounce', // HubSpot
      'clean time', // Mailchimp
      'gebounced, gebounct, unzustellbar, rebond, rebote, rebotado, rimbalzato, devolvido',
    ),
  },
  {
    state: 'bounced',
    any: true,
    names: lines(
      'clean campaign title, clean campaign id', // Mailchimp
      'email hard bounce reason, hard bounce reason, bounce reason',
    ),
  },
  {
    state: 'complained',
    names: lines(
      'complaint, complained, complained at, spam, spam complaint, marked as spam, portal spam report, spam report',
    ),
  },
  {
    state: 'suppressed',
    names: lines(
      'blacklisted, blocklisted, email blacklisted, email blocklisted, is blacklisted, is blocklisted, blacklist', // Brevo
      'blocklist, suppressed, is suppressed, email suppressed, blocked, is blocked, banned, suppressed at',
      'is excluded from campaigns, excluded from campaigns, isexcludedfromcampaigns, exclusion from campaigns', // Mailjet
      'exclu des campagnes, von kampagnen ausgeschlossen, excluido de las campanas, escluso dalle campagne',
      'excluido das campanhas',
      'email address quarantined, is globally ineligible', // HubSpot
      'gesperrt, blockiert, bloque, bloqueado, bloccato',
    ),
  },
];

/** Columns in which no, or nothing, says that somebody has not agreed; `without` is what they are then. */
export const AGREED_COLUMNS: readonly {
  readonly names: readonly string[];
  readonly without: State;
  /** Says no too. */
  readonly alsoNo?: string;
  /** When they agreed: often left empty, so that it counts only in a file without a column of states. */
  readonly unlessState?: true;
}[] = [
  {
    without: 'unsubscribed',
    names: lines(
      'subscribed to emails', // Ghost
      'accepts email marketing, accepts marketing', // Shopify
      'subscribed, is subscribed, opt in, opted in, optin, is opted in, email opt in, email optin, marketing opt in',
      'email permission, marketing permission, email marketing consent, marketing consent, email consent, consent',
      'has consented, accepts emails, is registered to newsletter, is active, active, enabled, is enabled, email enabled',
      'abonniert, angemeldet, einwilligung, zustimmung, werbeeinwilligung, newsletter einwilligung, aktiv',
      'akzeptiert e mail marketing, e mail marketing akzeptiert, stimmt e mail marketing zu',
      'abonne, inscrit, consentement, actif, accepte le marketing par e mail, accepte l e mail marketing',
      'suscrito, consentimiento, activo, acepta marketing por correo electronico, acepta email marketing',
      'iscritto, consenso, attivo, consenso marketing, accetta il marketing via email, accetta email marketing',
      'inscrito, subscrito, consentimento, ativo, aceita marketing por e mail, aceita email marketing',
    ),
  },
  {
    without: 'pending',
    names: lines(
      'confirmed, is confirmed, email confirmed, verified, is verified, email verified, double opt in confirmed',
      'bestatigt, bestaetigt, confirme, confirmado, confermato',
    ),
  },
  { without: 'pending', alsoNo: '2', names: lines('double opt in, doi, double optin') }, // Brevo
  {
    without: 'pending',
    unlessState: true,
    names: lines(
      'confirmed at, confirmed on, confirmation date, date confirmed, confirmed date, verified at, opt in date, opted in at',
      'double opt in at, double opt in date, consent date, bestatigt am, date de confirmation, fecha de confirmacion',
      'data di conferma, data de confirmacao',
    ),
  },
];

/** Columns that seem to say who unsubscribed, but say something else. */
export const OTHER_COLUMNS = lines(
  'optin time, optin ip, confirm time, confirm ip, opt in ip, opt in time', // Mailchimp, MailerLite
  'active subscription', // Substack: whether they pay
  'complimentary plan', // Ghost
  'confirmation time, confirmation ip, subscription ip, subscription time', // MailPoet
  'email update source', // Constant Contact
  'consent to track, permission to track', // Campaign Monitor
  'subscribed at, subscribed on, subscribed date, date subscribed, subscription date, angemeldet am, inscrit le',
  'enrichment opt out', // HubSpot
  'bounce soft, soft bounce, soft bounces, bounce count', // Sendy
  'lead status, order status, payment status, financial status, fulfillment status, marital status, employment status',
  'tax exempt, tax exempted, billing state, shipping state, mailing state, home state, work state',
);

/** Topics of unknown columns in which dates, yes or no have nothing to do with unsubscribing. */
export const HARMLESS_COLUMNS =
  /(?<![a-z])(id|uuid|guid|e?u?leid|euid|nr|number|numero|nummer|code|hash|key|name|address|adresse|street|city|ort|stadt|ville|ciudad|citta|cidade|zip|plz|postal|postcode|country|land|pays|pais|paese|region|province|latitude|longitude|time ?zone|gmtoff|dstoff|cc|language|lang|locale|sprache|langue|idioma|lingua|gender|sex|title|salutation|anrede|company|firma|job|website|url|ip|phone|sms|telefon|tags?|labels?|segments?|groups?|lists?|notes?|notizen|source|utm|referr\w*|plan|tiers?|currency|stripe|attributes|meta ?data|device|counts?|total|orders?|spent|opens?|clicks?|opened|clicked|sent|sends?|received|delivered|rate|score|rating|stars?|points|visits?|sessions?|amount|revenue|age|quantity|logins?|created?|creation|create|updated?|modified|added|joined|sign ?up|registered|registration|imported|inserted|time ?stamp|birth\w*|anniversary|expir\w*|geburts\w*|erstellt|angelegt|geandert|registriert|anmeldedatum|naissance|nacimiento|nascita|nascimento|cree|creado|criado|inscription|(fecha|data) d[ei] (alta|registro|creacion|suscripcion|inscripcion|iscrizione|inscricao|creazione|criacao|registrazione|cadastro|assinatura)|(last|first|letzte[rs]?|dernier|derniere|ultim[oa]) \w+|subscri(bed|ption) (at|on|date|time)|date subscribed|angemeldet am)(?![a-z])/;

/** Files that do not say which of their people agreed. */
export const DOUBTFUL_FILES: readonly {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly note: string;
}[] = [
  {
    has: ['member rating'],
    lacks: ['unsub time', 'clean time'],
    note: 'This looks like an export of Mailchimp. Its files of subscribed and nonsubscribed contacts look alike: use the one whose name begins with subscribed_, since the others never agreed.',
  },
  {
    has: ['contact id', 'added time', 'modified time'],
    lacks: [
      'blacklisted',
      'blocklisted',
      'email blacklisted',
      'email blocklisted',
      'email marketing',
      'status',
    ],
    note: 'This looks like an export of Brevo without the subscription status, so blocklisted contacts look like all others: export it again with that status.',
  },
  {
    has: ['uuid', 'attributes', 'status'],
    lacks: ['subscription status'],
    note: 'This looks like an export of listmonk. Its status is that of the person, so people who unsubscribed from a list are enabled, too: import the list of those as well, or suppress it.',
  },
];
