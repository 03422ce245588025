// A file that can be read twice: once to look at it, once to store its rows. Its bytes are held, its text is not.

/** Opens the file anew, as text. */
export type OpenFile = () => ReadableStream<string>;

const PIECE_BYTES = 64 * 1024;

/**
 * @param charset what the sender says. A byte order mark knows better, and is dropped.
 * @returns null when nobody knows the charset. The text breaks off with a TypeError where it is not valid in it.
 */
export function openFile(bytes: Uint8Array, charset: string): OpenFile | null {
  const known = readMark(bytes) ?? charset;
  try {
    new TextDecoder(known);
  } catch {
    return null;
  }
  return () => streamPieces(bytes).pipeThrough(new TextDecoderStream(known, { fatal: true }));
}

function readMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function streamPieces(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      const piece = bytes.slice(from, from + PIECE_BYTES);
      from += piece.length;
      if (piece.length === 0) controller.close();
      else controller.enqueue(piece);
    },
  });
}
