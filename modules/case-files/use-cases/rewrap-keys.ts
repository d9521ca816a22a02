import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { KeyRing } from '../../../src/platform/sealing/sealing.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';

const BATCH = 500;

/** After the operator changed SECRET_KEY: wraps the keys of files with the new one, so that the old can be forgotten. */
@Injectable()
export class RewrapKeys {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly ring: KeyRing,
  ) {}

  /** @returns how many were wrapped anew @throws Error that names the key when its secret is missing */
  async execute(tx: Tx): Promise<number> {
    const files = await this.files.lockWrappedOtherwise(tx, this.ring.currentId, BATCH);
    for (const { id, keyId, wrappedKey } of files) {
      if (!keyId || !wrappedKey) continue;
      const { keyId: present, wrapped } = this.ring.rewrap({ keyId, wrapped: wrappedKey }, id);
      await this.files.setKey(tx, id, { keyId: present, wrappedKey: wrapped });
    }
    return files.length;
  }
}
