// Which requests are counted together. One household or server has an IPv4 address, or a /64 of IPv6. Anyone who rents
// more of them gets neighbouring ones, so wider networks are counted too, with higher limits. wrangler.toml has the limits.

import type { Context } from 'hono';

/** From narrow to wide: /64, /56 and /48 of IPv6; an IPv4 address and its /24. */
export type NetworkLimits = {
  readonly narrow: RateLimit;
  readonly wide: RateLimit;
  readonly widest: RateLimit;
};

export type Networks = Partial<Record<keyof NetworkLimits, string>>;

const ORDER = ['narrow', 'wide', 'widest'] as const;

export const networkLimitsOf = (
  env: Pick<Env, 'JOIN_LIMIT' | 'JOIN_LIMIT_WIDE' | 'JOIN_LIMIT_WIDEST'>,
): NetworkLimits => ({ narrow: env.JOIN_LIMIT, wide: env.JOIN_LIMIT_WIDE, widest: env.JOIN_LIMIT_WIDEST });

/** Counts one act of the network that the request comes from. @returns whether there were too many. */
export async function isTooMany(c: Context, limits: NetworkLimits, act: 'join' | 'token'): Promise<boolean> {
  const networks = networksOf(c.req.header('CF-Connecting-IP'));
  for (const width of ORDER) {
    const network = networks[width];
    // An act that is refused for a narrower network is not counted against its neighbours.
    if (network !== undefined && !(await limits[width].limit({ key: `${act} ${network}` })).success)
      return true;
  }
  return false;
}

/** @param address of CF-Connecting-IP. @returns no networks if there is none. */
export function networksOf(address: string | undefined): Networks {
  if (address === undefined || address === '') return {};
  const ipv4 = /^(?:::ffff:)?((\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3})$/i.exec(address);
  if (ipv4 !== null) return { narrow: ipv4[1] ?? '', widest: `${ipv4[2]}.0/24` };
  if (!address.includes(':')) return { narrow: address };
  const groups = expand(address);
  const prefix = (bits: number): string =>
    `${groups
      .slice(0, Math.ceil(bits / 16))
      .map((group, n) => (n * 16 + 16 > bits ? group & 0xff00 : group).toString(16))
      .join(':')}::/${bits}`;
  return { narrow: prefix(64), wide: prefix(56), widest: prefix(48) };
}

/** The first four groups, as numbers. */
function expand(address: string): number[] {
  const [head = '', tail] = address.split('::', 2);
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16) || 0);
}
