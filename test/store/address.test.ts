import { expect, it } from 'vitest';
import { normaliseAddress } from '../../src/store/index.ts';

it.each([
  ['  Ann.Lee@Example.COM ', 'ann.lee@example.com'],
  ['ann+news@example.co.uk', 'ann+news@example.co.uk'],
  ["o'hara@example.ie", "o'hara@example.ie"],
  ['jörg'.normalize('NFD') && 'info@Bücher.example', 'info@xn--bcher-kva.example'],
  ['info@bücher.example'.normalize('NFD'), 'info@xn--bcher-kva.example'],
  ['info@例え。テスト', 'info@xn--r8jz45g.xn--zckzah'],
  ['info@xn--bcher-kva.example', 'info@xn--bcher-kva.example'],
])('writes %j as %j', (text, normal) => {
  expect(normaliseAddress(text)).toEqual({ ok: true, value: normal });
});

it('leaves a normal form as it is', () => {
  const once = normaliseAddress('Info@BÜCHER.example');
  expect(once.ok && normaliseAddress(once.value)).toEqual(once);
});

it.each([
  ['', 'the address is empty'],
  ['   ', 'the address is empty'],
  ['ann', 'the address has no @'],
  ['@example.com', 'nothing stands before the @'],
  ['ann@', 'nothing stands after the @'],
  ['ann@localhost', 'the domain has no dot'],
  ['ann@127.0.0.1', 'the domain is a number, not a name'],
  ['ann@1.2', 'the domain is a number, not a name'],
  ['ann@[::1]', 'the domain is not a host name'],
  ['ann@example.com/path', 'the domain is not a host name'],
  ['ann@example.com:80', 'the domain is not a host name'],
  ['ann@exa mple.com', 'the domain is not a host name'],
  ['ann@-example.com', 'the domain is not a host name'],
  ['ann@example..com', 'the domain is not a host name'],
  ['ann@example.com.', 'the domain is not a host name'],
  ['ann lee@example.com', 'the part before the @ has characters or dots that mail does not allow there'],
  ['ann..lee@example.com', 'the part before the @ has characters or dots that mail does not allow there'],
  ['ann@lee@example.com', 'the part before the @ has characters or dots that mail does not allow there'],
  ['jörg@example.com', 'the part before the @ has characters or dots that mail does not allow there'],
  ['ann\n@example.com', 'the part before the @ has characters or dots that mail does not allow there'],
  ['Ann <ann@example.com>', 'the part before the @ has characters or dots that mail does not allow there'],
  [`${'a'.repeat(65)}@example.com`, 'the part before the @ is longer than 64 characters'],
  [`a@${'a.'.repeat(126)}com`, 'the address is longer than 254 characters'],
  [`a@${'a'.repeat(64)}.com`, 'the domain is not a host name'],
])('refuses %j: %s', (text, reason) => {
  expect(normaliseAddress(text)).toEqual({ ok: false, error: reason });
});
