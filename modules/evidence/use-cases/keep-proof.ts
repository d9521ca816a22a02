import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
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
  async execute(field: string, upload: Upload): Promise<ProofFile> {
    const outcome = await looked(field, upload);
    if ('problem' in outcome) throw unacceptable([outcome.problem]);
    const { sha256, size } = await this.storage.put(upload.bytes);
    return { sha256, size, type: outcome.type, fileName: keptName(upload.fileName) };
  }

  /** What {@link execute} would throw of a file, for a form that tells all its problems at once; none where it is taken. */
  async problems(field: string, upload: Upload | undefined): Promise<FieldProblem[]> {
    const outcome = upload && (await looked(field, upload));
    return outcome && 'problem' in outcome ? [outcome.problem] : [];
  }
}

async function looked(field: string, { fileName, bytes }: Upload) {
  const found = await fileTypeFromBuffer(bytes);
  return proofType(field, { fileName, size: bytes.length, found: found?.mime });
}
