// Turns the pattern lists of a language table into one test per list.

/** Does the line (lower case, straight quotes, one blank between words) match one of the patterns? */
export type LineTest = (line: string) => boolean;

const MAX_LENGTH = 600;
const ENDING = '[\\s.:!?…»›>→"\'’)\\]]*';

/** A pattern list (see Language) as a test of a whole line; `extra` patterns come from other tables. */
export function lineTest(...lists: readonly string[]): LineTest {
  const byStart = new Map<string, string[]>();
  const anywhere: { word: string; source: string; expression?: RegExp }[] = [];
  for (const list of lists) {
    for (const line of list.split('\n')) {
      const pattern = normalise(line.trim());
      if (pattern === '') continue;
      for (const start of startsOf(pattern)) {
        if (start === '*') anywhere.push({ word: longestWord(pattern), source: toExpression(pattern) });
        else byStart.set(start, [...(byStart.get(start) ?? []), toExpression(pattern)]);
      }
    }
  }
  const compiled = new Map<string, RegExp>();
  return (line) => {
    if (line.length > MAX_LENGTH) return false;
    for (const start of [bucket(line), line.slice(0, 1)]) {
      const patterns = byStart.get(start);
      if (patterns === undefined) continue;
      let expression = compiled.get(start);
      if (expression === undefined) {
        expression = whole(patterns.join('|'));
        compiled.set(start, expression);
      }
      if (expression.test(line)) return true;
    }
    return anywhere.some((pattern) => {
      if (!line.includes(pattern.word)) return false;
      pattern.expression ??= whole(pattern.source);
      return pattern.expression.test(line);
    });
  };
}

function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})${ENDING}$`, 'u');
}

/** The longest stretch of plain characters that every match of a pattern must hold. */
function longestWord(pattern: string): string {
  let plain = pattern;
  for (let last = ''; last !== plain; ) {
    last = plain;
    plain = plain.replace(/\([^()[\]]*\)|\[[^()[\]]*\]/g, '*');
  }
  return plain.split(/[*~#^]/).sort((a, b) => b.length - a.length)[0] ?? '';
}

/** Labels as an expression that matches at the start of a line; group 1 is the label. */
export function labelExpression(...lists: readonly string[]): RegExp {
  const patterns = lists.flatMap((list) =>
    list
      .split('\n')
      .map((line) => normalise(line.trim()))
      .filter((line) => line !== ''),
  );
  // Longer labels first, so that "read more about this" is not taken for "read more".
  patterns.sort((a, b) => b.length - a.length);
  return patterns.length === 0
    ? /(?!)/
    : new RegExp(`^(${patterns.map(toExpression).join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'u');
}

/** The first two characters of a line tell which patterns can match it; all digits are one. */
function bucket(line: string): string {
  const start = line.slice(0, 2);
  return /^\p{N}/u.test(start) ? '#' : start;
}

function startsOf(pattern: string): Set<string> {
  return new Set(
    expandHead(pattern, 0).map((variant) => {
      if (/^[*~]/.test(variant)) return '*';
      if (variant.startsWith('#')) return '#';
      return /^.[*~#^]/.test(variant) ? variant.slice(0, 1) : variant.slice(0, 2);
    }),
  );
}

/** Opens the alternatives with which a pattern begins until each variant has two plain characters in front. */
function expandHead(pattern: string, depth: number): string[] {
  const at = pattern.search(/[([]/);
  if (at === -1 || at >= 2 || depth > 6) return [pattern];
  const close = matching(pattern, at);
  const before = pattern.slice(0, at);
  const rest = pattern.slice(close + 1);
  const choices = alternatives(pattern.slice(at + 1, close));
  const optional = pattern[at] === '[';
  return [...choices, ...(optional ? [''] : [])].flatMap((choice) =>
    expandHead(`${before}${choice}${rest}`.trimStart(), depth + 1),
  );
}

function matching(pattern: string, open: number): number {
  let depth = 0;
  for (let i = open; i < pattern.length; i += 1) {
    if (pattern[i] === '(' || pattern[i] === '[') depth += 1;
    if (pattern[i] === ')' || pattern[i] === ']') depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error(`unbalanced pattern: ${pattern}`);
}

function alternatives(inner: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= inner.length; i += 1) {
    const char = inner[i];
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if ((char === '|' || char === undefined) && depth === 0) {
      parts.push(inner.slice(from, i));
      from = i + 1;
    }
  }
  return parts;
}

/** " [a|b]" is read as "[ a| b]" unless it ends with its blank, " [a |b ]"; a " *" at the end may stand for nothing. */
function normalise(pattern: string): string {
  return pattern
    .replace(/ \[([^\s[\]](?:[^[\]]*[^\s[\]])?)\]/g, '[ ($1)]')
    .replace(/: \*$/, ':*')
    .replace(/ \*$|\[ \*\]$/, '~')
    .replaceAll(' * ', '^');
}

function toExpression(pattern: string): string {
  let out = '';
  for (const char of pattern) {
    if (char === '(') out += '(?:';
    else if (char === '[') out += '(?:';
    else if (char === ']') out += ')?';
    else if (char === ')' || char === '|') out += char;
    else if (char === '*') out += '.{0,400}';
    else if (char === '^') out += ' (?:.{0,400} )?';
    else if (char === '~') out += '(?:[\\s?!.:;/(-].{0,400})?';
    else if (char === '#') out += '\\p{N}[\\p{N}.,:]*[km]?';
    else out += /[.?+^$\\{}/]/.test(char) ? `\\${char}` : char;
  }
  return out;
}
