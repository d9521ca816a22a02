import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApprovedCourses, Evidence, type Fact } from '../../evidence/evidence.public.js';
import { asksForApproval } from '../domain/asks-for-approval.js';
import type { EvaluationOptions } from '../domain/evaluate.js';
import type { SchemeVersion } from '../domain/scheme-version.js';

/** What the evaluator is given about a person: their own facts, and what the register says of those who signed. */
@Injectable()
export class PersonEvidence {
  constructor(
    private readonly evidence: Evidence,
    private readonly courses: ApprovedCourses,
  ) {}

  /** @param knownAt left out: with all that is recorded */
  factsOf(tx: Tx, personId: string, knownAt?: Temporal.Instant): Promise<Fact[]> {
    return this.evidence.factsOf(tx, personId, { knownAt });
  }

  /** The credential events of everybody who signed one of the facts, as known at the same moment; by their person id. */
  async signersOf(tx: Tx, facts: readonly Fact[], knownAt?: Temporal.Instant): Promise<Map<string, readonly Fact[]>> {
    const signers = new Map<string, readonly Fact[]>();
    for (const { vouchedBy } of facts) {
      if (vouchedBy?.method !== 'supervisor-signature' || !vouchedBy.personId) continue;
      if (signers.has(vouchedBy.personId)) continue;
      const own = await this.factsOf(tx, vouchedBy.personId, knownAt);
      signers.set(
        vouchedBy.personId,
        own.filter(({ kind }) => kind === 'credential_event'),
      );
    }
    return signers;
  }

  /** What the scheme's body approved of the courses taught here; nothing where the scheme does not ask. */
  async approvals(
    tx: Tx,
    { bodyId, code, definition }: Pick<SchemeVersion, 'bodyId' | 'code' | 'definition'>,
    knownAt?: Temporal.Instant,
  ): Promise<Pick<EvaluationOptions, 'approves'>> {
    if (!asksForApproval(definition)) return {};
    return { approves: await this.courses.taughtHere(tx, { bodyId, code }, knownAt) };
  }
}
