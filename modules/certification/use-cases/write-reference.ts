import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles, type NewDocument } from '../../case-files/case-files.public.js';
import { isClosed } from '../domain/application-state.js';
import { letterWords } from '../domain/reference-letters.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import type { ReferenceRequestEntity } from '../persistence/reference.entity.js';
import { ReferenceRepository } from '../persistence/reference.repository.js';
import { applicationClosed, referenceLinkEnded } from '../references.errors.js';
import { ReferenceTrail } from './reference-trail.js';

/** A referee answers: their words go into the sealed file, and everybody else learns only that they came. */
@Injectable()
export class WriteReference {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly applications: ApplicationRepository,
    private readonly caseFiles: CaseFiles,
    private readonly trail: ReferenceTrail,
  ) {}

  /** @throws DomainError certification.reference_link_…, certification.application_closed, case_files.empty_document */
  async execute(
    tx: Tx,
    requestId: string,
    { text, attachment }: Pick<NewDocument, 'text' | 'attachment'>,
  ): Promise<{ requestId: string }> {
    const request = await this.open(tx, requestId);
    const { bodyId, personId, applicationId } = request;
    if (isClosed((await this.applications.lock(tx, applicationId)).state)) throw applicationClosed();
    const subject = { module: 'certification', id: applicationId };
    const { fileId } = await this.caseFiles.open(tx, { bodyId, personId, kind: 'reference', subject });
    const title = letterWords(request.code);
    await this.caseFiles.add(tx, fileId, { title, from: request.refereeName, text, attachment });
    await this.references.endLinks(tx, requestId, 'answered');
    await this.references.update(tx, requestId, { state: 'received', receivedAt: tx.now, caseFileId: fileId });
    await this.trail.record(tx, request, 'received');
    return { requestId };
  }

  /** They would rather not write; the applicant can name somebody else. @throws DomainError certification.reference_link_… */
  async decline(tx: Tx, requestId: string): Promise<{ requestId: string }> {
    const request = await this.open(tx, requestId);
    await this.references.endLinks(tx, requestId, 'answered');
    await this.references.update(tx, requestId, { state: 'declined', closedAt: tx.now });
    await this.trail.record(tx, request, 'declined');
    return { requestId };
  }

  private async open(tx: Tx, requestId: string): Promise<ReferenceRequestEntity> {
    const request = await this.references.lock(tx, requestId);
    if (request.state === 'withdrawn') throw referenceLinkEnded('withdrawn');
    if (request.state !== 'asked') throw referenceLinkEnded('answered');
    return request;
  }
}
