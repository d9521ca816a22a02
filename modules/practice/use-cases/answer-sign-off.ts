import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SignedTexts } from '../../evidence/signed-texts.public.js';
import { Letters } from '../../notifications/notifications.public.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';
import { PracticeSignOffRepository, type Signature } from '../persistence/practice-sign-off.repository.js';

type Answer = { state: 'signed'; signature: Signature } | { state: 'returned' | 'declined'; notes: string | null };

/** Closes a request with the supervisor's answer, and tells the one who asked. */
@Injectable()
export class AnswerSignOff {
  constructor(
    private readonly signOffs: PracticeSignOffRepository,
    private readonly letters: Letters,
    private readonly audit: Audit,
    private readonly texts: SignedTexts,
  ) {}

  async execute(tx: Tx, request: PracticeSignOffEntity, answer: Answer): Promise<void> {
    if (answer.state === 'signed') await this.sign(tx, request, answer.signature);
    else await this.signOffs.close(tx, request.id, answer.state, answer.notes);
    await this.signOffs.endLinks(tx, request.id, 'answered');
    await this.audit.record(tx, {
      action: `practice.sign_off.${answer.state}`,
      subject: { kind: 'practice_sign_off', id: request.id },
      personId: request.personId,
      details: answer.state === 'signed' ? { contentHash: answer.signature.contentHash } : {},
    });
    await this.letters.send(tx, {
      kind: answer.state === 'signed' ? 'practice-signed' : 'practice-returned',
      identity: `practice.sign-off-answer:${request.id}`,
      to: { personId: request.personId },
      data: { supervisor: request.supervisorName, path: `/practice/sign-offs/${request.id}` },
    });
  }

  private async sign(tx: Tx, { id }: PracticeSignOffEntity, signature: Signature): Promise<void> {
    await this.texts.keep(tx, signature.content.text);
    await this.signOffs.sign(tx, id, signature);
  }
}
