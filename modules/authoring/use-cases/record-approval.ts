import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { dayToCome, draftNotFound } from '../authoring.errors.js';
import { ReviewRepository } from '../persistence/review.repository.js';
import { AuthoringTrail } from './authoring-trail.js';
import { FindDraft } from './find-draft.js';
import { ReadDraftTexts } from './read-draft-texts.js';

export interface NewApproval {
  readonly draftId: string;
  readonly categoryCode: string;
  readonly reviewerName: string;
  /** The community, in the reviewer's own words. */
  readonly speaksFor: string;
  readonly approvedOn: Temporal.PlainDate;
}

/** A content reviewer who wrote none of it records that a named reviewer of the community agreed to the text as it is now. */
@Injectable()
export class RecordApproval {
  constructor(
    private readonly find: FindDraft,
    private readonly reading: ReadDraftTexts,
    private readonly reviews: ReviewRepository,
    private readonly trail: AuthoringTrail,
  ) {}

  /** @throws DomainError as {@link FindDraft.asSecondPerson}; not_found where the draft teaches nothing that waits so; authoring.day_to_come */
  async execute(tx: Tx, input: NewApproval): Promise<void> {
    const draft = await this.find.asSecondPerson(tx, input.draftId);
    const { examination } = await this.reading.execute(tx, draft);
    const word = examination.awaited.find(({ categoryCode }) => categoryCode === input.categoryCode);
    if (!word) throw draftNotFound();
    if (isAfter(input.approvedOn, (await this.reading.place(tx, draft)).today)) throw dayToCome();
    await this.reviews.approve(tx, {
      id: this.trail.ids.next(),
      draftId: draft.id,
      courseCode: draft.courseCode,
      categoryCode: word.categoryCode,
      textHash: word.textHash,
      reviewerName: input.reviewerName.trim(),
      speaksFor: input.speaksFor.trim(),
      approvedOn: input.approvedOn,
      recordedBy: personIdOf(tx.actor),
      createdAt: tx.now,
    });
    await this.trail.record(tx, 'community.approved', draft, { category: word.categoryCode, text: word.textHash });
  }
}
