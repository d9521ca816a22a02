import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { HoldRequest } from './hold-request.js';
import { SignOffCodes } from './sign-off-codes.js';

/** Mails the supervisor a code for what their page shows now. */
@Injectable()
export class RequestCode {
  constructor(
    private readonly hold: HoldRequest,
    private readonly codes: SignOffCodes,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError practice.too_many_codes */
  async execute(tx: Tx, input: { signOffId: string; linkId: string }): Promise<{ sentTo: string }> {
    const { request, hash } = await this.hold.open(tx, input.signOffId);
    const to = { name: request.supervisorName, email: request.supervisorEmail };
    await this.codes.send(tx, { linkId: input.linkId, hash, to });
    await this.audit.record(tx, {
      action: 'practice.sign_off.code_sent',
      subject: { kind: 'practice_sign_off', id: request.id },
      personId: request.personId,
    });
    return { sentTo: request.supervisorEmail };
  }
}
