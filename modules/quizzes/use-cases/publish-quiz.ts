import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import { quizDefinitionSchema, type QuizDefinition } from '../domain/quiz-definition.js';
import { versionIdOf } from '../domain/version-id.js';
import { QuizRepository } from '../persistence/quiz.repository.js';

/**
 * Publishes a definition as the current version of its quiz. Known content does nothing new; attempts that began keep
 * the version they were drawn from.
 */
@Injectable()
export class PublishQuiz {
  constructor(
    private readonly quizzes: QuizRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns the id of the version
   * @throws ZodError for a definition that does not keep the rules of its schema
   */
  async execute(tx: Tx, input: { definition: QuizDefinition; courseCode: string | null }): Promise<string> {
    const definition = quizDefinitionSchema.parse(input.definition);
    const versionId = versionIdOf(definition);
    const isNew = await this.quizzes.keepVersion(tx, versionId, definition);
    const before = await this.quizzes.find(tx, definition.code);
    if (!isNew && before?.currentVersionId === versionId && before.courseCode === input.courseCode) return versionId;
    await this.quizzes.makeCurrent(tx, definition.code, versionId, input.courseCode);
    await this.audit.record(tx, {
      action: 'quizzes.version.published',
      subject: { kind: 'quiz', id: definition.code },
      details: { version: versionId, before: before?.currentVersionId ?? null },
    });
    return versionId;
  }
}
