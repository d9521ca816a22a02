import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { fileNotFound } from '../authoring.errors.js';
import { textDifference, type DifferenceLine } from '../domain/text-difference.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { ReviewRepository } from '../persistence/review.repository.js';
import { DraftStore } from './draft-store.js';
import type { Examination } from './examine-draft.js';
import { FindDraft } from './find-draft.js';
import { ReadDraftTexts } from './read-draft-texts.js';
import type { CommentLine } from './read-draft.js';

export interface FileView {
  readonly draft: CourseDraftEntity;
  readonly path: string;
  /** As it is saved. */
  readonly saved: { readonly text: string; readonly revision: number; readonly by: string };
  /** What somebody typed, or what is saved. */
  readonly text: string;
  /** What the checks say with that text in its place. */
  readonly examination: Examination;
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
  /** From what is saved now to what was typed, for whom somebody else saved in between; null when nobody did. */
  readonly meanwhile: readonly DifferenceLine[] | null;
  readonly comments: readonly CommentLine[];
  readonly mayWrite: boolean;
  /** Of the draft's organization. */
  readonly timeZone: string;
}

/** One file of a draft as its editor needs it. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly find: FindDraft,
    private readonly reading: ReadDraftTexts,
    private readonly store: DraftStore,
    private readonly reviews: ReviewRepository,
  ) {}

  /**
   * @param input.typed what stands in the form, and the revision it was written from
   * @throws DomainError not_found
   */
  async execute(
    tx: Tx,
    input: { draftId: string; path: string; typed?: { text: string; revision: number } | undefined },
  ): Promise<FileView> {
    const { path, typed } = input;
    const draft = await this.find.execute(tx, input.draftId);
    const saved = await this.store.files.newest(tx, draft.id, path);
    if (!saved) throw fileNotFound();
    const text = typed?.text ?? saved.text;
    const { examination } = await this.reading.execute(tx, draft, new Map([[path, text]]));
    const comments = (await this.reviews.comments(tx, draft.id)).filter((one) => one.path === path);
    const name = await this.store.names(tx, [saved.savedBy, ...comments.map(({ writtenBy }) => writtenBy)]);
    const { writes } = await this.find.rightsIn(tx, draft);
    return {
      draft,
      path,
      saved: { text: saved.text, revision: saved.revision, by: name(saved.savedBy) },
      text,
      examination,
      faults: examination.folder.faults.filter(({ file }) => file === `courses/${draft.courseCode}/${path}`),
      meanwhile: typed && typed.revision !== saved.revision ? textDifference(saved.text, text) : null,
      comments: comments.map((one) => ({ path, text: one.text, by: name(one.writtenBy), at: one.createdAt })),
      mayWrite: writes && draft.state === 'draft',
      timeZone: (await this.reading.place(tx, draft)).timeZone,
    };
  }
}
