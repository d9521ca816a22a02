import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Courses } from '../../courses/courses.public.js';
import { Evidence, type Fact } from '../../evidence/evidence.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Quizzes } from '../../quizzes/quizzes.public.js';
import { piecesOfFacts, piecesOfQuizzes, textIn, type EvidencePiece } from '../domain/evidence-piece.js';

/** Brings together what shows people's work: their facts, the quizzes they passed, and what the courses they finished teach. */
@Injectable()
export class GatherEvidence {
  constructor(
    private readonly evidence: Evidence,
    private readonly quizzes: Quizzes,
    private readonly courses: Courses,
    private readonly organizations: Organizations,
  ) {}

  /**
   * In four reads, and one more for each body that vouches, however many people they are.
   * @returns the pieces of each person
   */
  async execute(tx: Tx, personIds: readonly string[], timeZone: string): Promise<Map<string, EvidencePiece[]>> {
    if (personIds.length === 0) return new Map();
    const facts = await this.evidence.factsOfAll(tx, personIds);
    const quizzes = await this.quizzes.passedBy(tx, personIds);
    const all = [...facts.values()].flat();
    const taught = await this.courses.taughtIn(tx, courseVersionsOf(all));
    const context = { taught, organizations: await this.namesOf(tx, all), timeZone };
    return new Map(
      personIds.map((personId) => {
        const passed = quizzes.filter((quiz) => quiz.personId === personId);
        return [
          personId,
          [...piecesOfFacts(facts.get(personId) ?? [], context), ...piecesOfQuizzes(passed, context)],
        ] as const;
      }),
    );
  }

  private async namesOf(tx: Tx, facts: readonly Fact[]): Promise<Map<string, string>> {
    const ids = new Set(facts.flatMap(({ vouchedBy, bodyId }) => vouchedBy?.organizationId ?? bodyId ?? []));
    const names = new Map<string, string>();
    for (const id of ids) names.set(id, (await this.organizations.get(tx, id)).name);
    return names;
  }
}

function courseVersionsOf(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap(({ value }) => textIn(value, 'course_version') ?? []))];
}
