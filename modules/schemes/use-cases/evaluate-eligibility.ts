import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import type { EligibilityTree } from '../domain/eligibility-tree.js';
import { evaluate } from '../domain/evaluate.js';
import { evaluateRenewal } from '../domain/evaluate-renewal.js';
import { inWords } from '../domain/wording.js';
import { SchemeVersionRepository } from '../persistence/scheme-version.repository.js';
import { schemeNotFound } from '../schemes.errors.js';
import { WordingFile } from './wording-file.js';

export interface EligibilityQuestion {
  readonly schemeVersionId: string;
  readonly personId: string;
  /** The day asked about, in the body's zone. */
  readonly onDate: Temporal.PlainDate;
  /** Left out: with all that is recorded; otherwise with what had been recorded by then. */
  readonly knownAt?: Temporal.Instant;
}

export interface RenewalQuestion extends EligibilityQuestion {
  /** First day of the term that is being renewed. */
  readonly termStartsOn: Temporal.PlainDate;
}

/** Reads what the evaluator needs, and puts its answer into words. */
@Injectable()
export class EvaluateEligibility {
  constructor(
    private readonly versions: SchemeVersionRepository,
    private readonly evidence: Evidence,
    private readonly words: WordingFile,
  ) {}

  /** @throws DomainError not_found for an unknown scheme version */
  async forGrant(tx: Tx, question: EligibilityQuestion): Promise<EligibilityTree> {
    const { scheme, facts } = await this.read(tx, question);
    return inWords(evaluate(scheme, facts, question.onDate), this.words.wording);
  }

  /** @throws DomainError not_found for an unknown scheme version */
  async forRenewal(tx: Tx, question: RenewalQuestion): Promise<EligibilityTree> {
    const { scheme, facts } = await this.read(tx, question);
    return inWords(evaluateRenewal(scheme, facts, question.termStartsOn, question.onDate), this.words.wording);
  }

  private async read(tx: Tx, { schemeVersionId, personId, knownAt }: EligibilityQuestion) {
    const scheme = await this.versions.find(tx, schemeVersionId);
    if (!scheme) throw schemeNotFound();
    return { scheme, facts: await this.evidence.factsOf(tx, personId, { knownAt }) };
  }
}
