// A file that is read twice: once to survey it, once to store its rows. Its bytes are in memory, its text is not.

import { readMark } from '../../../charset.ts';

/** Opens the file from its start, as text. */
export type OpenFile = () => ReadableStream<string>;

const PIECE_BYTES = 64 * 1024;

/**
 * @param charset of the request. A byte order mark takes precedence, and is removed.
 * @returns null if the charset is unknown. The stream fails with a TypeError where the text is not valid in the charset.
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
