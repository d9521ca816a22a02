import { Injectable } from '@nestjs/common';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SIGNING_METHOD } from '../domain/sign-off-content.js';
import { codeInOtherLanguage, readAgain } from '../practice.errors.js';
import { AnswerSignOff } from './answer-sign-off.js';
import { RecordSignedFacts } from './record-signed-facts.js';
import { HoldRequest } from './hold-request.js';
import { SignOffCodes } from './sign-off-codes.js';
import { wordingRead, type OpenContent } from './sign-off-reading.js';

export interface SigningInput {
  signOffId: string;
  linkId: string;
  /** What the page showed, in whichever language; anything else is not what they read. */
  contentHash: string;
  name: string;
  credentialNumber: string | null;
  code: string;
  ip: string;
}

/** Outcomes that must be committed, so that tries are counted; the edge tells them as problems. */
export type Signing = { state: 'signed' } | { state: 'no_code' } | { state: 'wrong_code'; triesLeft: number };

/** The supervisor signs exactly what their page showed, with a code mailed at that moment. */
@Injectable()
export class SignEntries {
  constructor(
    private readonly hold: HoldRequest,
    private readonly codes: SignOffCodes,
    private readonly facts: RecordSignedFacts,
    private readonly answer: AnswerSignOff,
  ) {}

  /**
   * @throws DomainError practice.read_again when the content changed, practice.code_in_other_language when the code is for the
   * same in other words, practice.link_answered when it was answered before
   */
  async execute(tx: Tx, input: SigningInput): Promise<Signing> {
    const { request, ...asked } = await this.hold.open(tx, input.signOffId);
    const { content, hash } = wordingRead(asked, input.contentHash);
    const check = await this.codes.check(tx, { linkId: input.linkId, hash, typed: input.code });
    if (check.state === 'other_content') throw codeForOther(asked, check.hash);
    if (check.state === 'none') return { state: 'no_code' };
    if (check.state === 'wrong') return { state: 'wrong_code', triesLeft: check.triesLeft };
    await this.facts.execute(tx, request, asked.entries, input.name);
    await this.answer.execute(tx, request, {
      state: 'signed',
      signature: {
        contentHash: hash,
        content,
        signedName: input.name,
        signedCredentialNumber: input.credentialNumber,
        signedIp: input.ip,
        signedMethod: SIGNING_METHOD,
      },
    });
    return { state: 'signed' };
  }
}

/** Entries that changed have to be read again; the same entries in another language need a code of their own alone. */
function codeForOther({ wordings }: OpenContent, hash: string): DomainError {
  return wordings.some((one) => one.hash === hash) ? codeInOtherLanguage() : readAgain();
}
