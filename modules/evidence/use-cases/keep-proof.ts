import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { unacceptable } from '../../../src/platform/http/validation.js';
import type { UploadedFile } from '../../../src/platform/http/uploads.js';
import { Storage } from '../../../src/platform/storage/storage.js';
import { keptName, proofType } from '../domain/proof-type.js';
import type { ProofFile } from '../domain/submission.js';

export type Upload = Pick<UploadedFile, 'fileName' | 'bytes'>;

/** Looks into a file that was handed in and stores it under the type that was found, not the one it claims. */
@Injectable()
export class KeepProof {
  constructor(private readonly storage: Storage) {}

  /**
   * @param field the form field it came in
   * @throws DomainError input.needs_attention for a file that is empty, of another type, or not what its name says
   */
  async execute(field: string, { fileName, bytes }: Upload): Promise<ProofFile> {
    const found = await fileTypeFromBuffer(bytes);
    const outcome = proofType(field, { fileName, size: bytes.length, found: found?.mime });
    if ('problem' in outcome) throw unacceptable([outcome.problem]);
    const { sha256, size } = await this.storage.put(bytes);
    return { sha256, size, type: outcome.type, fileName: keptName(fileName) };
  }
}
