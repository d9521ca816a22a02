import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { ReferenceRepository } from '../persistence/reference.repository.js';
import { notAReader, readFirst, referenceMoved } from '../references.errors.js';
import { OpenCase } from './open-case.js';
import { ReferenceDesk } from './reference-desk.js';

/** A reviewer who read a reference says whether it will do. The fact says "received", and nothing of what it says. */
@Injectable()
export class AcceptReference {
  constructor(
    private readonly cases: OpenCase,
    private readonly references: ReferenceRepository,
    private readonly caseFiles: CaseFiles,
    private readonly desk: ReferenceDesk,
  ) {}

  /**
   * @param input.outcome `set_aside`: the applicant is to name somebody else
   * @throws DomainError certification.not_a_reader, .read_reference_first, .reference_moved
   */
  async execute(
    tx: Tx,
    input: { applicationId: string; requestId: string; outcome: 'accepted' | 'set_aside' },
  ): Promise<{ requestId: string; outcome: 'accepted' | 'set_aside' }> {
    const { applicationId, requestId, outcome } = input;
    await this.cases.lock(tx, applicationId, ['reviewer']);
    const request = await this.references.lockOf(tx, applicationId, requestId);
    if (!request) throw notFound('this reference');
    const { state, caseFileId, receivedAt } = request;
    if (state !== 'received' || !caseFileId || !receivedAt) throw referenceMoved();
    if (!(await this.caseFiles.mayRead(tx, caseFileId))) throw notAReader();
    if (!(await this.caseFiles.hasRead(tx, caseFileId, receivedAt))) throw readFirst();
    const closed = { state: outcome, closedAt: tx.now, closedBy: personIdOf(tx.actor) };
    const factId = outcome === 'accepted' ? await this.desk.recordFact(tx, request) : null;
    await this.references.update(tx, requestId, { ...closed, factId });
    await this.desk.trail.record(tx, request, outcome);
    return { requestId, outcome };
  }
}
