import { Injectable } from '@nestjs/common';
import { parseDocument } from 'yaml';
import { projectRoot } from '../../../src/config/project-root.js';
import { Remembered } from '../../../src/kernel/remembered.js';
import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readAvoidList } from '../../../src/platform/language/avoid-list.js';
import { courseTexts, readCourseFile, type PublishedVersion } from '../../courses/authoring.public.js';
import { ReadQuizText } from '../../quizzes/authoring.public.js';
import type { DraftTexts } from '../domain/draft-files.js';
import { DraftFileRepository } from '../persistence/draft-file.repository.js';
import { DraftRepository } from '../persistence/draft.repository.js';

/** Versions that drafts are compared with: about a hundred kilobytes each. */
const REMEMBERED = 20;

/** A published version as its files. */
@Injectable()
export class VersionTexts {
  private readonly avoided = readAvoidList(projectRoot);
  private readonly texts = new Remembered<DraftTexts>(REMEMBERED);

  constructor(
    private readonly drafts: DraftRepository,
    private readonly files: DraftFileRepository,
    private readonly quizzes: ReadQuizText,
  ) {}

  /**
   * What was written here comes back as it was typed. Of a version that came from files and is no longer in force, the questions are
   * not known: they are a line of their own, and the version does not name which of theirs it began with.
   */
  async of(tx: Tx, version: PublishedVersion): Promise<DraftTexts> {
    const draft = await this.drafts.publishedAs(tx, version.id);
    if (draft) return this.written(tx, draft.id);
    const { definition, isCurrent } = version;
    const quiz = isCurrent ? await this.quizzes.current(tx, definition.quiz.code) : null;
    const key = quiz ? contentIdOf([version.id, quiz]) : version.id;
    return this.texts.of(key, () => courseTexts(definition, quiz, this.avoided));
  }

  /** The same for the beginning of the next version, under its own name. */
  async next(tx: Tx, version: PublishedVersion): Promise<DraftTexts> {
    const texts = new Map(await this.of(tx, version));
    const document = parseDocument(texts.get('course.yaml') ?? '');
    document.setIn(['version'], nextName(version.definition.version));
    return texts.set('course.yaml', document.toString({ lineWidth: 0 }));
  }

  /** The files that a published draft names; whatever else lay beside them is no part of the version. */
  private async written(tx: Tx, draftId: string): Promise<DraftTexts> {
    const files = await this.files.current(tx, draftId);
    const course = readCourseFile(files.find(({ path }) => path === 'course.yaml')?.text ?? '');
    const named = new Set([
      'course.yaml',
      'quiz.yaml',
      ...(course?.lessons ?? []).map((name) => `lessons/${name}`),
      ...(course?.sessions ?? []).map((name) => `sessions/${name}`),
    ]);
    return new Map(files.filter(({ path }) => named.has(path)).map(({ path, text }) => [path, text]));
  }
}

/** "1" becomes "2"; a name of another kind gets a mark of its own. */
function nextName(version: string): string {
  return /^\d+$/.test(version) ? String(Number(version) + 1) : `${version}-next`;
}
