import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { TrainingKind } from '../domain/submission.js';
import { EvidenceContent } from './evidence-content.js';
import { ReadCourses, type CourseOnDay } from './read-courses.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the forms of this module offer to choose from. */
@Injectable()
export class ReadFormChoices {
  constructor(
    private readonly competencies: Competencies,
    private readonly organizations: Organizations,
    private readonly content: EvidenceContent,
    private readonly courses: ReadCourses,
  ) {}

  async topics(tx: Tx, kind: TrainingKind): Promise<Choice[]> {
    const topics = await this.competencies.topics(tx, kind === 'outside_training' ? 'training' : 'ce');
    return topics.map(({ code, title }) => ({ value: code, label: title }));
  }

  /** Certifying bodies by name. */
  async bodies(tx: Tx): Promise<Choice[]> {
    return (await this.organizations.bodies(tx)).map(({ id, name }) => ({ value: id, label: name }));
  }

  /** The course of the register that a training names, and how it stood on the day; null for none. */
  async course(tx: Tx, id: string | null | undefined, day: Temporal.PlainDate | null): Promise<CourseOnDay | null> {
    return this.courses.forClaim(tx, id, day);
  }

  /** Courses of the register that a submission may fall under. @param text a part of title or provider */
  async coursesFor(
    tx: Tx,
    { bodyId, finishedOn }: { bodyId: string; finishedOn: Temporal.PlainDate | null },
    asked: { text: string; chosenId: string | null },
  ): Promise<CourseOnDay[]> {
    return this.courses.forReview(tx, { ...asked, bodyId, day: finishedOn });
  }

  /** How the amount is asked for that a document of this type confirms; undefined where it confirms none. */
  amountLabel(documentType: string | null): string | undefined {
    return this.content.amounts.get(documentType ?? '');
  }

  /** How the figure is asked for that a document of this type may show; undefined where it shows none. */
  figureLabel(documentType: string | null): string | undefined {
    return this.content.figures.get(documentType ?? '')?.label;
  }

  /** Kinds of training that schemes limit. */
  categories(): Choice[] {
    return [...this.content.categories].map(([value, label]) => ({ value, label }));
  }

  documentTypes(): Choice[] {
    return [...this.content.documentTypes].map(([value, label]) => ({ value, label }));
  }
}
