import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { hasWordsOf, isInForce, SignedTexts } from '../../evidence/signed-texts.public.js';
import { textsChanged, textsNotAccepted } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';

/** The shipped texts that a body may take for its exam: content/statements. */
export const EXAM_IDENTITY = 'exam_identity';
export const EXAM_NONDISCLOSURE = 'exam_nondisclosure';

export interface TextsRead {
  /**
   * What the person read, by its id: the exam's own text or, where that has the words of the shipped one, a version of the
   * shipped one in any language; null for one that was not confirmed.
   */
  identityTextId: string | null;
  nondisclosureTextId: string | null;
}

/** The two texts that come before an exam. */
@Injectable()
export class ExamTexts {
  constructor(private readonly texts: SignedTexts) {}

  /** @throws DomainError exams.texts_not_accepted, .texts_changed */
  require(exam: Exam, read: TextsRead): void {
    const fields = textsOf(exam, read).flatMap(({ field, readId }) => (readId ? [] : [field]));
    if (fields.length > 0) throw textsNotAccepted(fields);
    if (textsOf(exam, read).some((one) => one.readId !== one.id && !isShipped(one))) throw textsChanged();
  }

  /**
   * Keeps what was read, word for word, where it is a shipped text; a body's own words are kept with the exam, and the sitting
   * names them.
   */
  async agree(tx: Tx, exam: Exam, read: TextsRead, { sittingId, on }: Begun): Promise<void> {
    const source = { module: 'exams/sitting', id: sittingId };
    for (const one of textsOf(exam, read)) {
      if (!hasWordsOf(one.code, one.words)) continue;
      const textVersion = one.readId === one.id ? undefined : (one.readId ?? undefined);
      await this.texts.agree(tx, { code: one.code, textVersion, bodyId: exam.bodyId, on, source });
    }
  }
}

interface Begun {
  readonly sittingId: string;
  readonly on: Temporal.PlainDate;
}

interface ReadText {
  readonly field: keyof TextsRead;
  readonly code: string;
  readonly id: string;
  readonly words: string;
  readonly readId: string | null;
}

function textsOf(exam: Exam, { identityTextId, nondisclosureTextId }: TextsRead): ReadText[] {
  return [
    {
      field: 'identityTextId',
      code: EXAM_IDENTITY,
      id: exam.identityTextId,
      words: exam.identityText,
      readId: identityTextId,
    },
    {
      field: 'nondisclosureTextId',
      code: EXAM_NONDISCLOSURE,
      id: exam.nondisclosureTextId,
      words: exam.nondisclosureText,
      readId: nondisclosureTextId,
    },
  ];
}

function isShipped({ code, words, readId }: ReadText): boolean {
  return readId !== null && hasWordsOf(code, words) && isInForce(code, readId);
}
