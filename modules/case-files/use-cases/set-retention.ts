import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { CaseFileKind } from '../domain/case-file-kinds.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';

/** An administrator sets how long their body keeps files of a kind; it holds for those that are there, too. */
@Injectable()
export class SetRetention {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly audit: Audit,
  ) {}

  /** @param input.months whole months from the last document, 1 to 240 @throws DomainError not_found for another body */
  async execute(
    tx: Tx,
    { bodyId, kind, months }: { bodyId: string; kind: CaseFileKind; months: number },
  ): Promise<{ bodyId: string }> {
    if (!organizationsOf(tx.actor, 'administrator').includes(bodyId)) throw notFound('this certifying body');
    await this.files.setKeepMonths(tx, { bodyId, kind, months, by: personIdOf(tx.actor) });
    await this.audit.record(tx, {
      action: 'case-files.retention.set',
      subject: { kind: 'organization', id: bodyId },
      bodyId,
      details: { kind, months },
    });
    return { bodyId };
  }
}
