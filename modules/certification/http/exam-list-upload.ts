import { unreadableResults } from '../exam-centres.errors.js';

/**
 * The file of a form, or of JSON as base64.
 * @throws DomainError certification.unreadable_results where none was chosen
 */
export function examListUpload(value: unknown): { fileName: string; bytes: Buffer } {
  if (typeof value !== 'object' || value === null) throw unreadableResults();
  const { fileName, bytes, contentBase64 } = value as { fileName?: unknown; bytes?: unknown; contentBase64?: unknown };
  if (typeof fileName !== 'string' || fileName === '') throw unreadableResults();
  if (Buffer.isBuffer(bytes)) return { fileName, bytes };
  if (typeof contentBase64 !== 'string') throw unreadableResults();
  return { fileName, bytes: Buffer.from(contentBase64, 'base64') };
}
