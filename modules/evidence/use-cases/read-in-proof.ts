import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import type { TopicMinutes } from '../domain/fact.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';
import { EvidenceContent } from './evidence-content.js';

/** What a reviewer enters on acceptance, as they read it in the proof. */
export interface ReadInProof {
  /** The time by topic as the certificate has it; left out: as the person told it. */
  readonly topics?: readonly TopicMinutes[];
  /** Of outside training: the course of the body's register that it is; null for none, left out: as the person told it. */
  readonly approvedCourseId?: string | null;
  /** Of training: what kind it was, by its code. */
  readonly category?: string;
  /** Of a document that confirms an amount, such as months of work: how much. */
  readonly amount?: number;
  /** Of a document that shows a figure, such as an age: the whole number. */
  readonly number?: number;
}

/** The same, held against what the content knows of such a proof. */
export interface Reading extends Pick<ReadInProof, 'topics' | 'approvedCourseId'> {
  /** Null where the kind of document confirms no amount. */
  readonly amount: number | null;
  readonly category: string | null;
  readonly figure: { readonly code: string; readonly number: number } | null;
}

/** Looks at what a reviewer read in a proof. */
@Injectable()
export class CheckReading {
  constructor(private readonly content: EvidenceContent) {}

  /**
   * @param beside what else is to be mended in the same answer: all of it is told at once
   * @throws DomainError input.needs_attention for a missing amount, a category nobody knows, a figure the document does not show
   */
  of(
    { kind, documentType }: Pick<SubmissionEntity, 'kind' | 'documentType'>,
    read: ReadInProof,
    beside: readonly FieldProblem[],
  ): Reading {
    const { topics, approvedCourseId, amount = 0, category = '', number } = read;
    const problems: FieldProblem[] = [];
    const asksAmount = this.content.amounts.has(documentType ?? '');
    if (asksAmount && !(amount > 0))
      problems.push({ field: 'amount', message: 'Enter how much the document confirms' });
    if (category !== '' && (kind === 'document' || !this.content.categories.has(category)))
      problems.push({ field: 'category', message: 'Choose what kind of training it was, or leave it open' });
    const figure = this.content.figures.get(documentType ?? '');
    if (number !== undefined && !figure)
      problems.push({ field: 'number', message: 'This kind of document shows no figure. Leave it out' });
    if (problems.length + beside.length > 0) throw unacceptable([...problems, ...beside]);
    return {
      topics,
      approvedCourseId,
      amount: asksAmount ? amount : null,
      category: category || null,
      figure: figure && number !== undefined ? { code: figure.code, number } : null,
    };
  }
}
