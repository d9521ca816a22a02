import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';
import type { QuizDefinition } from '../../quizzes/quizzes.public.js';
import { itemNotFound } from '../authoring.errors.js';
import { itemsIn, withItem, type ItemText } from '../domain/quiz-items.js';
import { textDifference, type DifferenceLine } from '../domain/text-difference.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { ReadFile } from './read-file.js';

export interface ItemView {
  readonly draft: CourseDraftEntity;
  /** Null for one that is new. */
  readonly code: string | null;
  readonly item: Partial<ItemText>;
  /** With the question in its place; null while it cannot be read. */
  readonly quiz: QuizDefinition | null;
  /** Of quiz.yaml. */
  readonly revision: number;
  /** What the checks say of quiz.yaml with the question in its place. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
  readonly competencies: readonly { readonly code: string; readonly title: string }[];
  readonly examDomains: readonly { readonly code: string; readonly title: string }[];
  /** From what is saved now to what was typed, for whom somebody else saved in between; null when nobody did. */
  readonly meanwhile: readonly DifferenceLine[] | null;
  readonly mayWrite: boolean;
}

/** One question of a draft as its form needs it. */
@Injectable()
export class ReadItem {
  constructor(
    private readonly files: ReadFile,
    private readonly competencies: Competencies,
  ) {}

  /**
   * @param input.code null for a question that is new
   * @param input.typed what stands in the form
   * @throws DomainError not_found
   */
  async execute(
    tx: Tx,
    input: { draftId: string; code: string | null; typed?: { item: ItemText; revision: number } | undefined },
  ): Promise<ItemView> {
    const { draftId, code, typed } = input;
    const address = { draftId, path: 'quiz.yaml' };
    const saved = await this.files.execute(tx, address);
    const known = code === null ? {} : itemsIn(saved.text).find((one) => one.code === code);
    if (!known) throw itemNotFound();
    const item = typed?.item ?? known;
    const text = typed && withItem(saved.text, code, typed.item);
    const { revision } = saved.saved;
    const shown = text ? await this.files.execute(tx, { ...address, typed: { text, revision } }) : saved;
    return {
      draft: saved.draft,
      code,
      item,
      quiz: shown.examination.folder.quiz,
      revision,
      faults: shown.faults,
      competencies: await this.competencies.all(tx),
      examDomains: await this.competencies.topics(tx, 'exam'),
      meanwhile: typed && text && typed.revision !== revision ? textDifference(saved.text, text) : null,
      mayWrite: saved.mayWrite,
    };
  }
}
