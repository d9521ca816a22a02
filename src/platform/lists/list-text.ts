import iconv from 'iconv-lite'; // Node 20's TextDecoder takes Windows-1252 for Latin-1

/** How an uploaded list was written, as it is told to the person. */
export type ListEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

export interface ListText {
  readonly text: string;
  readonly encoding: ListEncoding;
}

/**
 * The text of an uploaded list. A byte order mark settles it; otherwise bytes that are UTF-8 are read as UTF-8, and any others
 * as Windows-1252, which spreadsheet programs write. Nothing is ever cut off at a character that could not be read.
 * @returns null where the bytes are no text: a workbook, a picture, half a character
 */
export function readListText(bytes: Uint8Array): ListText | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', 'UTF-16');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', 'UTF-16');
  if (bytes.includes(0)) return null;
  return decoded(bytes, 'utf-8', 'UTF-8') ?? textIn(iconv.decode(bytes, 'windows-1252'), 'Windows-1252');
}

function decoded(bytes: Uint8Array, label: string, encoding: ListEncoding): ListText | null {
  try {
    return textIn(new TextDecoder(label, { fatal: true }).decode(bytes), encoding);
  } catch {
    return null;
  }
}

/** Control characters other than tabs and line ends stand in no list of people. */
function textIn(text: string, encoding: ListEncoding): ListText | null {
  return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : { text, encoding };
}
