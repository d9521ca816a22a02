import { pictureMissing } from '../authoring.errors.js';

/**
 * The picture of a form, or of JSON as base64.
 * @throws DomainError authoring.picture_missing where none was chosen
 */
export function pictureIn(value: unknown): Buffer {
  const { bytes, contentBase64 } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const sent = typeof contentBase64 === 'string' ? Buffer.from(contentBase64, 'base64') : bytes;
  if (!Buffer.isBuffer(sent) || sent.length === 0) throw pictureMissing();
  return sent;
}
