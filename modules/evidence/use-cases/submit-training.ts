import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { complete, type TrainingDetails, type TrainingKind } from '../domain/submission.js';
import { CheckTraining } from './check-training.js';
import { ChooseBody } from './choose-body.js';
import { KeepProof, type Upload } from './keep-proof.js';
import { HandIn } from './hand-in.js';

export interface TrainingInput {
  readonly kind: TrainingKind;
  /** Given: changes a submission that was returned. */
  readonly submissionId?: string;
  readonly bodyId?: string;
  readonly details: TrainingDetails;
  readonly proof?: Upload;
}

/** Outside training or continuing education, with its proof, goes to a reviewer of the body; or again, after changes. */
@Injectable()
export class SubmitTraining {
  constructor(
    private readonly chooseBody: ChooseBody,
    private readonly keepProof: KeepProof,
    private readonly check: CheckTraining,
    private readonly handIn: HandIn,
  ) {}

  /** @throws DomainError input.needs_attention, not_found, evidence.not_waiting_for_changes */
  async execute(
    tx: Tx,
    { kind, submissionId, details: told, proof, ...input }: TrainingInput,
  ): Promise<{ submissionId: string }> {
    const earlier = submissionId ? await this.handIn.returned(tx, submissionId, kind) : undefined;
    const named = earlier?.bodyId ?? input.bodyId ?? (await this.check.course(tx, kind, told))?.bodyId;
    const body = await this.chooseBody.look(tx, named);
    const { details, problems } = await this.check.execute(tx, { kind, body, details: told });
    if (kind === 'outside_training' && !proof && !earlier?.fileSha256) {
      problems.push({
        field: 'proof',
        message: 'Choose a file that shows you took this training, such as a certificate',
      });
    }
    problems.push(...(await this.keepProof.problems('proof', proof)));
    if ('message' in body) throw unacceptable([body, ...problems]);
    if (problems.length > 0) throw unacceptable(problems);
    const { provider, title, startedOn, finishedOn } = complete(details);
    const file = proof && (await this.keepProof.execute('proof', proof));
    return this.handIn.execute(tx, {
      earlier,
      file,
      content: {
        bodyId: body.bodyId,
        personId: personIdOf(tx.actor),
        kind,
        documentType: null,
        provider: provider.trim(),
        title: title.trim(),
        startedOn,
        finishedOn,
        topics: [...details.topics],
        approvedCourseId: details.approvedCourseId ?? null,
        delivery: details.delivery ?? null,
        live: details.live ?? null,
        assessmentPassed: details.assessmentPassed ?? null,
      },
    });
  }
}
