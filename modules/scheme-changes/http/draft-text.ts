import { readListText } from '../../../src/platform/lists/list-text.js';
import { noText } from '../scheme-changes.errors.js';

/**
 * The text of a draft, from a chosen file or as it was pasted.
 * @throws DomainError scheme_changes.no_text where there is none, or the file holds no text
 */
export function draftText({ text, file }: { text?: unknown; file?: unknown }): string {
  const bytes = bytesOf(file);
  const read = bytes ? readListText(bytes)?.text : text;
  if (typeof read !== 'string' || read.trim() === '') throw noText();
  return read.replaceAll('\r\n', '\n');
}

/** What a form that is shown again puts into the text area: a chosen file would otherwise have to be chosen anew. */
export function typedText(values: Readonly<Record<string, unknown>>): unknown {
  const bytes = bytesOf(values['file']);
  return (bytes && readListText(bytes)?.text) ?? values['text'];
}

function bytesOf(file: unknown): Buffer | null {
  if (typeof file !== 'object' || file === null) return null;
  const { bytes, fileName, contentBase64 } = file as Record<string, unknown>;
  if (Buffer.isBuffer(bytes)) return bytes.length > 0 && fileName !== '' ? bytes : null;
  return typeof contentBase64 === 'string' ? Buffer.from(contentBase64, 'base64') : null;
}
