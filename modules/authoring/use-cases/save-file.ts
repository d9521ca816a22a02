import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  fileExists,
  fileNotFound,
  frontUnreadable,
  itemCodeNeeded,
  itemNotFound,
  quizUnreadable,
  savedMeanwhile,
} from '../authoring.errors.js';
import { isFilePath } from '../domain/draft-files.js';
import { checksIn, withChecks, type CheckText } from '../domain/lesson-checks.js';
import { newLessonText, newSessionText } from '../domain/new-course.js';
import { withItem, withListed, itemsIn, type ItemText } from '../domain/quiz-items.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { AuthoringTrail } from './authoring-trail.js';
import { DraftStore } from './draft-store.js';
import { FindDraft } from './find-draft.js';

const QUIZ = 'quiz.yaml';
const ITEM_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

interface NewText {
  readonly path: string;
  readonly text: string;
  readonly revision: number;
}

/** An author saves what they wrote. Whoever saves from a revision that is no longer the newest is told; nothing is overwritten. */
@Injectable()
export class SaveFile {
  constructor(
    private readonly find: FindDraft,
    private readonly store: DraftStore,
    private readonly trail: AuthoringTrail,
  ) {}

  /**
   * @param input.revision the one that the text was written from
   * @throws DomainError not_found, authoring.authors_only, authoring.not_being_written, authoring.saved_meanwhile
   */
  async execute(
    tx: Tx,
    input: { draftId: string; path: string; text: string; revision: number },
  ): Promise<{ revision: number }> {
    const draft = await this.find.toWrite(tx, input.draftId);
    const newest = await this.store.files.newest(tx, draft.id, input.path);
    if (!newest) throw fileNotFound();
    if (newest.text === input.text) return { revision: newest.revision };
    if (newest.revision !== input.revision) throw savedMeanwhile();
    return this.write(tx, draft, { path: input.path, text: input.text, revision: newest.revision + 1 });
  }

  /**
   * One question of quiz.yaml. Others may have saved other questions since; only the same one makes a conflict.
   * @param input.code of the question that was opened; null for one that is new
   * @throws DomainError as {@link execute}; authoring.item_code_needed; authoring.quiz_unreadable
   */
  async item(
    tx: Tx,
    input: { draftId: string; code: string | null; item: ItemText; revision: number },
  ): Promise<{ revision: number }> {
    const draft = await this.find.toWrite(tx, input.draftId);
    if (!ITEM_CODE.test(input.item.code)) throw itemCodeNeeded();
    const newest = await this.store.files.newest(tx, draft.id, QUIZ);
    const opened = await this.store.files.at(tx, draft.id, QUIZ, input.revision);
    if (!newest || !opened) throw fileNotFound();
    const isThere = (text: string) => itemsIn(text).some(({ code }) => code === input.code);
    if (input.code !== null && !isThere(newest.text)) throw itemNotFound();
    const said = (text: string) => JSON.stringify(itemsIn(text).find(({ code }) => code === input.code));
    if (newest.revision !== opened.revision && said(newest.text) !== said(opened.text)) throw savedMeanwhile();
    const text = withItem(newest.text, input.code, input.item);
    if (text === null) throw quizUnreadable();
    if (text === newest.text) return { revision: newest.revision };
    return this.write(tx, draft, { path: QUIZ, text, revision: newest.revision + 1 });
  }

  /**
   * The questions of a lesson. Others may have saved other words of it since; only changed questions make a conflict.
   * @throws DomainError as {@link execute}; authoring.front_unreadable
   */
  async checks(
    tx: Tx,
    input: { draftId: string; path: string; checks: readonly CheckText[]; revision: number },
  ): Promise<{ revision: number }> {
    const { path, checks } = input;
    const draft = await this.find.toWrite(tx, input.draftId);
    const newest = await this.store.files.newest(tx, draft.id, path);
    const opened = await this.store.files.at(tx, draft.id, path, input.revision);
    if (!newest || !opened) throw fileNotFound();
    const said = ({ text }: { text: string }) => JSON.stringify(checksIn(text));
    if (said(newest) !== said(opened)) throw savedMeanwhile();
    const text = withChecks(newest.text, checks);
    if (text === null) throw frontUnreadable();
    if (said(newest) === JSON.stringify(checks)) return { revision: newest.revision };
    return this.write(tx, draft, { path, text, revision: newest.revision + 1 });
  }

  /** A new lesson or session, which course.yaml lists from now on. @throws DomainError as {@link execute}; authoring.file_exists */
  async add(tx: Tx, input: { draftId: string; folder: 'lessons' | 'sessions'; name: string }): Promise<string> {
    const draft = await this.find.toWrite(tx, input.draftId);
    const name = `${input.name}.md`;
    const path = `${input.folder}/${name}`;
    if (!isFilePath(path)) throw fileNotFound();
    if (await this.store.files.newest(tx, draft.id, path)) throw fileExists();
    const code = input.name.replace(/^\d+-/u, '').toLowerCase();
    const text = input.folder === 'lessons' ? newLessonText(code) : newSessionText(code);
    await this.write(tx, draft, { path, text, revision: 1 });
    const course = await this.store.files.newest(tx, draft.id, 'course.yaml');
    const listed = course && withListed(course.text, input.folder, name);
    if (course && listed)
      await this.write(tx, draft, { path: 'course.yaml', text: listed, revision: course.revision + 1 });
    return path;
  }

  private async write(tx: Tx, draft: CourseDraftEntity, file: NewText): Promise<{ revision: number }> {
    if (!(await this.store.addRevision(tx, { ...file, draftId: draft.id }))) throw savedMeanwhile();
    const { path, revision } = file;
    await this.trail.record(tx, 'file.saved', draft, { path, revision });
    return { revision };
  }
}
