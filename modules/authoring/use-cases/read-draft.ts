import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { inOrder } from '../domain/draft-files.js';
import { itemsIn, type ItemText } from '../domain/quiz-items.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { ReviewRepository } from '../persistence/review.repository.js';
import { DraftStore } from './draft-store.js';
import type { Examination } from './examine-draft.js';
import { FindDraft } from './find-draft.js';
import { ReadDraftTexts } from './read-draft-texts.js';

export interface CommentLine {
  readonly path: string | null;
  readonly text: string;
  readonly by: string;
  readonly at: Temporal.Instant;
}

export interface DraftView {
  readonly draft: CourseDraftEntity;
  readonly title: string;
  readonly files: readonly { path: string; revision: number; savedBy: string; savedAt: Temporal.Instant }[];
  readonly items: readonly Partial<ItemText>[];
  readonly examination: Examination;
  readonly comments: readonly CommentLine[];
  readonly rights: { readonly writes: boolean; readonly reviews: boolean; readonly wrote: boolean };
  readonly people: { readonly begunBy: string; readonly reviewedBy: string; readonly settledBy: string };
  /** Where its organization is: the zone that its times are told in, and the day it is there. */
  readonly timeZone: string;
  readonly today: Temporal.PlainDate;
}

/** One draft with everything that is said of it: by the checks, by its reviewers, by communities. */
@Injectable()
export class ReadDraft {
  constructor(
    private readonly find: FindDraft,
    private readonly reading: ReadDraftTexts,
    private readonly store: DraftStore,
    private readonly reviews: ReviewRepository,
  ) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, id: string): Promise<DraftView> {
    const draft = await this.find.execute(tx, id);
    const { files, texts, examination } = await this.reading.execute(tx, draft);
    const comments = await this.reviews.comments(tx, id);
    const { begunBy, reviewedBy, settledBy } = draft;
    const ids = [
      begunBy,
      reviewedBy,
      settledBy,
      ...files.map((one) => one.savedBy),
      ...comments.map((one) => one.writtenBy),
    ];
    const name = await this.store.names(
      tx,
      ids.filter((one) => one !== null),
    );
    const byPath = new Map(files.map((file) => [file.path, file]));
    return {
      draft,
      title: examination.course.title,
      files: inOrder(byPath.keys()).flatMap((path) => {
        const file = byPath.get(path);
        return file ? [{ path, revision: file.revision, savedBy: name(file.savedBy), savedAt: file.savedAt }] : [];
      }),
      items: itemsIn(texts.get('quiz.yaml') ?? ''),
      examination,
      comments: comments.map(({ path, text, writtenBy, createdAt }) => ({
        path,
        text,
        by: name(writtenBy),
        at: createdAt,
      })),
      rights: await this.find.rightsIn(tx, draft),
      people: { begunBy: name(begunBy), reviewedBy: name(reviewedBy), settledBy: name(settledBy) },
      ...(await this.reading.place(tx, draft)),
    };
  }
}
