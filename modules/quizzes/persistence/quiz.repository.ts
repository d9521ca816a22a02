import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { QuizDefinition } from '../domain/quiz-definition.js';
import { QuizEntity, QuizVersionEntity } from './quiz.entity.js';

/** Quizzes and their versions. */
@Injectable()
export class QuizRepository {
  async find(tx: Tx, code: string): Promise<QuizEntity | null> {
    return tx.manager.findOneBy(QuizEntity, { code });
  }

  async version(tx: Tx, id: string): Promise<QuizVersionEntity> {
    return tx.manager.findOneByOrFail(QuizVersionEntity, { id });
  }

  /** Keeps a version that may be known already. @returns whether it is new */
  async keepVersion(tx: Tx, id: string, definition: QuizDefinition): Promise<boolean> {
    const inserted: unknown[] = await tx.manager.query(
      `insert into quiz_version (id, quiz_code, definition, created_at) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [id, definition.code, JSON.stringify(definition), tx.now.toString()],
    );
    return inserted.length > 0;
  }

  /** New attempts draw from this version from now on; attempts that began keep theirs. */
  async makeCurrent(tx: Tx, code: string, versionId: string, courseCode: string | null): Promise<void> {
    await tx.manager.query(
      `insert into quiz (code, current_version_id, course_code, created_at) values ($1, $2, $3, $4)
       on conflict (code) do update set current_version_id = excluded.current_version_id, course_code = excluded.course_code`,
      [code, versionId, courseCode, tx.now.toString()],
    );
  }
}
