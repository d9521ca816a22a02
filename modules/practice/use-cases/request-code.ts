import { Injectable } from '@nestjs/common';
import type { Language } from '../../../src/kernel/languages.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { HoldRequest } from './hold-request.js';
import { SignOffCodes } from './sign-off-codes.js';
import { wordingIn, wordingRead } from './sign-off-reading.js';

export interface CodeRequest {
  signOffId: string;
  linkId: string;
  /** What their page shows, which the code is good for; left out: what is asked now, in that language. */
  contentHash?: string | undefined;
  /** That they read in; the letter with the code is written in it, too. */
  language: Language;
}

/** Mails the supervisor a code for what their page shows. */
@Injectable()
export class RequestCode {
  constructor(
    private readonly hold: HoldRequest,
    private readonly codes: SignOffCodes,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError practice.too_many_codes, practice.read_again when what the page shows is asked no more */
  async execute(tx: Tx, { signOffId, linkId, contentHash, language }: CodeRequest): Promise<{ sentTo: string }> {
    const { request, ...asked } = await this.hold.open(tx, signOffId);
    const { hash } = contentHash === undefined ? wordingIn(asked, language) : wordingRead(asked, contentHash);
    const to = { name: request.supervisorName, email: request.supervisorEmail };
    await this.codes.send(tx, { linkId, hash, to, language });
    await this.audit.record(tx, {
      action: 'practice.sign_off.code_sent',
      subject: { kind: 'practice_sign_off', id: request.id },
      personId: request.personId,
    });
    return { sentTo: request.supervisorEmail };
  }
}
