// Whose requests count together: an IPv4 address, or the /64 of IPv6 that one household or server gets.

/** @param address of CF-Connecting-IP. @returns null when there is none. */
export function networkOf(address: string | undefined): string | null {
  if (address === undefined || address === '') return null;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::', 2);
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
