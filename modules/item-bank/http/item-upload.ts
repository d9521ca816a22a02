import { notImported } from '../item-bank.errors.js';

/**
 * The file of a form, or of JSON as base64.
 * @throws DomainError item_bank.not_imported where none was chosen
 */
export function itemUpload(value: unknown): { fileName: string; bytes: Buffer } {
  const { fileName, bytes, contentBase64 } = (value ?? {}) as Record<string, unknown>;
  if (typeof fileName === 'string' && fileName !== '') {
    if (Buffer.isBuffer(bytes)) return { fileName, bytes };
    if (typeof contentBase64 === 'string') return { fileName, bytes: Buffer.from(contentBase64, 'base64') };
  }
  throw notImported([{ field: 'file', message: 'Choose a CSV or YAML file' }]);
}
