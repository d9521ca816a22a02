import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { EligibilityTree } from '../domain/eligibility-tree.js';
import { evaluate, type EvaluationOptions } from '../domain/evaluate.js';
import { evaluateRenewal, type RenewalOptions } from '../domain/evaluate-renewal.js';
import { examStanding, type ExamStanding } from '../domain/exam-standing.js';
import { asksTheRegister } from '../domain/asks-the-register.js';
import { heldStage, nextStage, type HeldStage } from '../domain/stage-of-holder.js';
import { inWords } from '../domain/wording.js';
import { SchemeVersionRepository } from '../persistence/scheme-version.repository.js';
import { schemeNotFound } from '../schemes.errors.js';
import { PersonEvidence } from './person-evidence.js';
import { WordingFile } from './wording-file.js';

interface Question {
  readonly schemeVersionId: string;
  readonly personId: string;
  /** The day asked about, in the body's zone. */
  readonly onDate: Temporal.PlainDate;
  /** Left out: with all that is recorded; otherwise with what had been recorded by then. */
  readonly knownAt?: Temporal.Instant;
}

/** Besides the scheme, the person and the day: stage, route, endorsements, and the days of application and admission. */
export interface EligibilityQuestion extends Question, Omit<EvaluationOptions, 'signers' | 'approves'> {}

/** Besides the scheme, the person and the day: the term that is being renewed. */
export interface RenewalQuestion extends Question, Omit<RenewalOptions, 'signers'> {}

/** The way from where a person is. */
export interface Onward {
  /** The stage that the tree is about. */
  readonly stage: string;
  readonly held: HeldStage | null;
  readonly tree: EligibilityTree;
}

/** Reads what the evaluator needs, and puts its answer into words. */
@Injectable()
export class EvaluateEligibility {
  constructor(
    private readonly versions: SchemeVersionRepository,
    private readonly evidence: PersonEvidence,
    private readonly words: WordingFile,
    private readonly organizations: Organizations,
  ) {}

  /** @throws DomainError not_found for an unknown scheme version; RangeError for a stage or endorsement it does not have */
  async forGrant(tx: Tx, question: EligibilityQuestion): Promise<EligibilityTree> {
    return this.granted(tx, question, await this.read(tx, question));
  }

  /** The same for the stage that is asked of the person next, unless the question names one; and what they hold. */
  async onward(tx: Tx, question: EligibilityQuestion): Promise<Onward> {
    const read = await this.read(tx, question);
    const held = heldStage(read.scheme, read.facts, question.onDate);
    const stage = question.stage ?? nextStage(read.scheme, held);
    return { stage, held, tree: await this.granted(tx, { ...question, stage }, read) };
  }

  private async granted(
    tx: Tx,
    question: EligibilityQuestion,
    { scheme, facts, signers }: Awaited<ReturnType<EvaluateEligibility['read']>>,
  ): Promise<EligibilityTree> {
    const { stage, route, endorsements, appliedOn, admittedOn } = question;
    const approvals = await this.evidence.approvals(tx, scheme, question.knownAt);
    const options = { stage, route, endorsements, appliedOn, admittedOn, signers, ...approvals };
    return inWords(evaluate(scheme, facts, question.onDate, options), this.words.wording);
  }

  /** Where the person stands with the exam; null where there is none. @throws DomainError not_found */
  async forExam(tx: Tx, question: EligibilityQuestion): Promise<ExamStanding | null> {
    const { scheme, facts, signers } = await this.read(tx, question);
    const { route, appliedOn, admittedOn, onDate } = question;
    return examStanding(scheme, facts, onDate, { route, appliedOn, admittedOn, signers });
  }

  /** @throws DomainError not_found for an unknown scheme version */
  async forRenewal(tx: Tx, question: RenewalQuestion): Promise<EligibilityTree> {
    const { scheme, facts, signers } = await this.read(tx, question);
    const { termStartsOn, onDate, previousTerm, termEndsOn } = question;
    const options = { termStartsOn, previousTerm, termEndsOn, signers };
    return inWords(evaluateRenewal(scheme, facts, onDate, options), this.words.wording);
  }

  private async read(tx: Tx, { schemeVersionId, personId, knownAt }: Question) {
    const version = await this.versions.find(tx, schemeVersionId);
    if (!version) throw schemeNotFound();
    const facts = await this.evidence.factsOf(tx, personId, knownAt);
    if (!asksTheRegister(version.definition)) return { scheme: version, facts, signers: undefined };
    const { timeZone } = await this.organizations.get(tx, version.bodyId);
    return { scheme: { ...version, timeZone }, facts, signers: await this.evidence.signersOf(tx, facts, knownAt) };
  }
}
