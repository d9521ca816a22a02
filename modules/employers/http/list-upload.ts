import { noList } from '../employers.errors.js';

/**
 * The file of a form, or of JSON as base64.
 * @throws DomainError employers.no_list where none was chosen
 */
export function listUpload(value: unknown): { fileName: string; bytes: Buffer } {
  if (typeof value !== 'object' || value === null) throw noList();
  const { fileName, bytes, contentBase64 } = value as { fileName?: unknown; bytes?: unknown; contentBase64?: unknown };
  if (typeof fileName !== 'string' || fileName === '') throw noList();
  if (Buffer.isBuffer(bytes)) return { fileName, bytes };
  if (typeof contentBase64 !== 'string') throw noList();
  return { fileName, bytes: Buffer.from(contentBase64, 'base64') };
}
