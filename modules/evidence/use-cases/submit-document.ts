import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { ChooseBody } from './choose-body.js';
import { EvidenceContent } from './evidence-content.js';
import { HandIn } from './hand-in.js';
import { KeepProof, type Upload } from './keep-proof.js';

export interface DocumentInput {
  /** Given: changes a submission that was returned. */
  readonly submissionId?: string;
  readonly bodyId?: string;
  readonly documentType: string;
  readonly file?: Upload;
}

/** A document goes to a reviewer of the body; or again, after changes. */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly chooseBody: ChooseBody,
    private readonly keepProof: KeepProof,
    private readonly content: EvidenceContent,
    private readonly handIn: HandIn,
  ) {}

  /** @throws DomainError input.needs_attention, not_found, evidence.not_waiting_for_changes */
  async execute(
    tx: Tx,
    { submissionId, documentType, file, ...input }: DocumentInput,
  ): Promise<{ submissionId: string }> {
    const earlier = submissionId ? await this.handIn.returned(tx, submissionId, 'document') : undefined;
    const body = await this.chooseBody.look(tx, earlier?.bodyId ?? input.bodyId);
    const problems: FieldProblem[] = 'message' in body ? [body] : [];
    if (!this.content.documentTypes.has(documentType)) {
      problems.push({ field: 'documentType', message: 'Choose what kind of document this is' });
    }
    if (!file && !earlier) problems.push({ field: 'file', message: 'Choose the file' });
    problems.push(...(await this.keepProof.problems('file', file)));
    if ('message' in body || problems.length > 0) throw unacceptable(problems);
    const kept = file && (await this.keepProof.execute('file', file));
    return this.handIn.execute(tx, {
      earlier,
      file: kept,
      content: {
        bodyId: body.bodyId,
        personId: personIdOf(tx.actor),
        kind: 'document',
        documentType,
        provider: null,
        title: null,
        startedOn: null,
        finishedOn: null,
        topics: [],
      },
    });
  }
}
