// The mailbox that an address reaches. Many spellings lead to one, so limits on how many mails somebody gets count by
// mailbox. Nothing is ever sent to this form: the address itself stays as it was typed.

type Provider = {
  readonly domains: RegExp;
  /** The one of them that is used for all. */
  readonly as?: string;
  /** The character before a tag, if it is not only the usual plus. */
  readonly tag?: RegExp;
  /** Characters in a name that the provider ignores, or treats as equal. */
  readonly ignored?: RegExp;
};

/** As far as known from their help pages and from public libraries that normalise addresses. */
const PROVIDERS: readonly Provider[] = [
  { domains: /^(gmail|googlemail)\.com$/, as: 'gmail.com', ignored: /\./g },
  // Disposable addresses: base-word@. No name there has a hyphen of its own.
  { domains: /^(yahoo\.[a-z.]+|(ymail|rocketmail|myyahoo)\.com)$/, tag: /[+-]/ },
  { domains: /^(icloud|me|mac)\.com$/, as: 'icloud.com' },
  { domains: /^(proton\.me|protonmail\.(com|ch)|pm\.me)$/, as: 'proton.me', ignored: /[._-]/g },
  { domains: /^(ya\.ru|yandex\.(ru|com|by|kz|ua|com\.tr))$/, as: 'yandex.ru', ignored: /[.-]/g },
];

/** `anything@name.fastmail.com` reaches name@fastmail.com. */
const NAME_IN_DOMAIN = /^([^.]+)\.(fastmail\.(?:com|fm))$/;

/** @param address in its normal form. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const [, owner, home] = NAME_IN_DOMAIN.exec(domain) ?? [];
  if (owner !== undefined) return `${owner}@${home}`;
  const provider = PROVIDERS.find(({ domains }) => domains.test(domain));
  const localPart = address.slice(0, at);
  const name = localPart.split(provider?.tag ?? '+', 1)[0] || localPart;
  const plain = provider?.ignored === undefined ? name : name.replace(provider.ignored, '') || name;
  return `${plain}@${provider?.as ?? domain}`;
}
