import { fileTypeFromBuffer } from 'file-type';
import { unacceptable } from '../../../src/platform/http/validation.js';
import type { UploadedFile } from '../../../src/platform/http/uploads.js';
import { keptName, proofType } from '../../evidence/evidence.public.js';
import type { SealedDocument } from '../domain/sealed-document.js';

export type Upload = Pick<UploadedFile, 'fileName' | 'bytes'>;

/**
 * Looks into a file before it is sealed: once it is, nobody but its readers can. It is never put into the storage.
 * @throws DomainError input.needs_attention for what is no PDF, JPEG or PNG, on the field `attachment`
 */
export async function checkAttachment({ fileName, bytes }: Upload): Promise<SealedDocument['attachment']> {
  const found = await fileTypeFromBuffer(bytes);
  const outcome = proofType('attachment', { fileName, size: bytes.length, found: found?.mime });
  if ('problem' in outcome) throw unacceptable([outcome.problem]);
  return { fileName: keptName(fileName), type: outcome.type, bytes };
}
