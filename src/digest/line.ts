// One line of plain text, as it may stand in a header, a heading or a paragraph.

// Control characters are legal neither in html nor in a mail header. White space stays white space.
const CONTROLS = /\p{Cc}/gu;
// Marks that turn the direction of whatever follows them, so that a name could turn the words beside it. Letters
// bring their own direction without them.
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const SPACES = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;

/** White space becomes single spaces (a no-break space stays); control characters, half characters and marks that turn the direction go. */
export const toSingleLine = (text: string): string =>
  text.toWellFormed().replace(SPACES, ' ').replace(CONTROLS, '').replace(TURNS, '').trim();

/**
 * @returns the text, or its beginning with an ellipsis, of `max` UTF-16 units at most. It is cut between
 * words where there is one, and never inside a character.
 */
export function cutAtWord(text: string, max: number): string {
  const line = toSingleLine(text);
  if (line.length <= max) return line;
  // A high surrogate at the end has lost its other half.
  const room = line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const space = line[room.length] === ' ' ? room.length : room.lastIndexOf(' ');
  // Scripts without spaces, and monstrous words, are cut between characters.
  const head = space > max / 2 ? room.slice(0, space) : room;
  return `${head.replace(/[\s\p{Pd},;:.·、，。]+$/u, '')}…`;
}
