import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { sha256 } from '../../../src/kernel/canonical-json.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readCompletionNumber } from '../domain/completion-number.js';
import { openCompletion } from '../domain/completion-payload.js';
import { CompletionRepository } from '../persistence/completion.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { WithdrawalRepository } from '../persistence/withdrawal.repository.js';

export interface CheckedCompletion {
  readonly number: string;
  readonly course: string;
  readonly language: string;
  readonly version: string;
  readonly offeredBy: string;
  readonly completedOn: Temporal.PlainDate;
  readonly minutes: number;
  readonly liveMinutes: number;
  /** As printed; only for who has the certificate, by the token in its QR code. */
  readonly name: string | null;
  /** More than 1 where the record was added to, or the name changed, since the first. */
  readonly edition: number;
  /** SHA-256 of the newest document: whoever has the file can tell that nobody changed it. */
  readonly fileHash: string;
  /** Nobody begins the version any more; what was completed counts as before. */
  readonly isWithdrawn: boolean;
}

export type CompletionAnswer =
  | { readonly status: 'recorded'; readonly completion: CheckedCompletion }
  | { readonly status: 'unknown' | 'mistyped'; readonly number: string };

/** Answers whether a completion is on record, to anybody: what the paper says, and no name without the paper. */
@Injectable()
export class CheckCompletion {
  constructor(
    private readonly completions: CompletionRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly withdrawals: WithdrawalRepository,
  ) {}

  /** @param input.token of the QR code, where it was scanned */
  async execute(
    tx: Tx,
    { number: typed, token }: { number: string; token?: string | undefined },
  ): Promise<CompletionAnswer> {
    const number = readCompletionNumber(typed);
    if (!number) return { status: 'mistyped', number: typed };
    const certificate = await this.completions.byNumber(tx, number);
    const documents = certificate ? await this.completions.documentsOf(tx, certificate.id) : [];
    const stored = documents.find(({ state }) => state === 'stored');
    if (!certificate || !stored?.documentHash) return { status: 'unknown', number };
    const { check, data } = openCompletion({ text: stored.payload, hash: stored.payloadHash });
    const hasPaper = token !== undefined && isSame(token, certificate.verificationToken);
    const completion = {
      number,
      course: check.course,
      language: check.language,
      version: check.version,
      offeredBy: data.offeredBy,
      completedOn: Temporal.PlainDate.from(check.completedOn),
      minutes: check.minutes,
      liveMinutes: check.liveMinutes,
      name: hasPaper ? data.holder.name : null,
      edition: stored.edition,
      fileHash: stored.documentHash,
      isWithdrawn: (await this.withdrawals.of(tx, await this.versionOf(tx, certificate.enrolmentId))) !== null,
    };
    return { status: 'recorded', completion };
  }

  private async versionOf(tx: Tx, enrolmentId: string): Promise<string> {
    return (await this.enrolments.get(tx, enrolmentId)).courseVersionId;
  }
}

/** Compared by their hashes, in a time that tells nothing. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));
}
