// The characters of a body that comes as bytes: by its byte order mark, by its Content-Type, and for HTML as browsers find out.

import type { Context } from 'hono';
import { readCharset, refuseCharset } from './guards.ts';

/** The encoding that a byte order mark names. */
export function readMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/**
 * The source of an HTML page: in the encoding of its byte order mark, of the header, or of its own `<meta>`; without any of
 * them UTF-8, if it is that, else Windows-1252. A byte order mark stays in the text, as `readText` keeps it.
 */
export async function readHtmlText(c: Context): Promise<string> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const given = readMark(bytes) ?? readCharset(c);
  if (given !== null && !isKnown(given)) throw refuseCharset(given);
  const charset = given ?? findDeclared(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return new TextDecoder(charset, { fatal: false, ignoreBOM: true }).decode(bytes);
}

/** The HTML standard looks for a declaration in the first 1024 bytes only. */
const MAX_PRESCAN = 1024;
const DECLARED =
  /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']+)/gi;

function findDeclared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, MAX_PRESCAN))
    .replace(/<!--[\s\S]*?-->/g, '');
  for (const [, meta, xml] of head.matchAll(DECLARED)) {
    const name = meta ?? xml ?? '';
    // What can be read as ASCII is not in UTF-16, whatever it says.
    if (isKnown(name)) return /^utf-16/i.test(name) ? 'utf-8' : name;
  }
  return null;
}

function isKnown(charset: string): boolean {
  try {
    new TextDecoder(charset);
    return true;
  } catch {
    return false;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
