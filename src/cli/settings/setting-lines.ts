// Finds the line of each setting of an object literal in a TypeScript file. It reads literals and skips everything else, so
// a computed value has the line of its parent.

export type SettingLines = {
  /** Path, such as `sending.days[1]`, to line, from 1. */
  readonly lines: ReadonlyMap<string, number>;
  /** Paths of keys that are there twice: JavaScript silently takes the last. */
  readonly repeated: readonly string[];
};

const OPEN = '([{';
const CLOSE = ')]}';

/** @param name of the exported constant that holds the object. */
export function findSettingLines(source: string, name: string): SettingLines {
  const lines = new Map<string, number>();
  const repeated: string[] = [];
  const start = new RegExp(`^export const ${name}\\b[^={]*=\\s*(?=\\{)`, 'm').exec(source);
  if (start === null) return { lines, repeated };
  let at = start.index + start[0].length;
  lines.set('', lineAt(at));
  readValue('');
  return { lines, repeated };

  function lineAt(offset: number): number {
    return source.slice(0, offset).split('\n').length;
  }

  function readValue(path: string): void {
    skipSpace();
    if (source[at] === '{') readGroup(path);
    else if (source[at] === '[') readList(path);
    skipRest();
  }

  function readGroup(path: string): void {
    at += 1;
    for (skipSpace(); at < source.length && source[at] !== '}'; skipSpace()) {
      const key = /^(?:([\w$]+)|'([^'\\]*)'|"([^"\\]*)")\s*:/u.exec(source.slice(at, at + 200));
      if (key === null) {
        skipRest();
        continue;
      }
      const name = key[1] ?? key[2] ?? key[3] ?? '';
      const inner = path === '' ? name : `${path}.${name}`;
      const isTold = repeated.some((outer) => inner.startsWith(`${outer}.`));
      if (lines.has(inner) && !isTold) repeated.push(inner);
      lines.set(inner, lineAt(at));
      at += key[0].length;
      readValue(inner);
    }
    at += 1;
  }

  function readList(path: string): void {
    at += 1;
    skipSpace();
    for (let index = 0; at < source.length && source[at] !== ']'; index += 1) {
      lines.set(`${path}[${index}]`, lineAt(at));
      readValue(`${path}[${index}]`);
      skipSpace();
    }
    at += 1;
  }

  /** Past the comma that ends a value, or to the bracket that ends its parent. */
  function skipRest(): void {
    for (let depth = 0; at < source.length; ) {
      if (skipSpace() || skipString()) continue;
      const sign = source[at] ?? '';
      if (depth === 0 && CLOSE.includes(sign)) return;
      at += 1;
      if (depth === 0 && sign === ',') return;
      if (OPEN.includes(sign)) depth += 1;
      if (CLOSE.includes(sign)) depth -= 1;
    }
  }

  /** Skips white space and comments. @returns whether there was any. */
  function skipSpace(): boolean {
    return skip(/(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y);
  }

  function skipString(): boolean {
    return skip(/'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|`(?:[^`\\]|\\[\s\S])*`/y);
  }

  function skip(what: RegExp): boolean {
    what.lastIndex = at;
    const length = what.exec(source)?.[0].length ?? 0;
    at += length;
    return length > 0;
  }
}
