import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { Remark } from '../persistence/remark.repository.js';
import { RescoringRows } from './rescoring-rows.js';
import { FindOverSitting } from './write-remark.js';

/** What a person said of an own sitting: when and of which question, and what was decided. Not their words: those may quote a question. */
export interface OwnRemarks {
  sittingId: string;
  title: string;
  timeZone: string;
  until: Temporal.PlainDate;
  isOpen: boolean;
  remarks: Pick<Remark, 'id' | 'kind' | 'place' | 'createdAt' | 'decision'>[];
  /** A decision about their pass that is open: the last day for an answer. */
  answerUntil: Temporal.PlainDate | null;
}

/** What somebody wrote about the exam they sat, what was decided of it, and until when they can write. */
@Injectable()
export class ReadOwnRemarks {
  constructor(
    private readonly find: FindOverSitting,
    private readonly rows: RescoringRows,
    private readonly organizations: Organizations,
  ) {}

  /** @throws DomainError not_found for another person's, and one that is not over */
  async execute(tx: Tx, sittingId: string): Promise<OwnRemarks> {
    const { exam, until, isOpen } = await this.find.own(tx, sittingId);
    const { timeZone } = await this.organizations.get(tx, exam.bodyId);
    const pass = await this.rows.passes.openOf(tx, sittingId);
    const remarks = (await this.rows.remarks.ofSitting(tx, sittingId)).map(
      ({ id, kind, place, createdAt, decision }) => {
        return { id, kind, place, createdAt, decision };
      },
    );
    // The instant is the end of the last day.
    const answerUntil = pass && dateIn(timeZone, pass.answerUntil.subtract({ seconds: 1 }));
    return { sittingId, title: exam.title, timeZone, until, isOpen, remarks, answerUntil };
  }
}
