import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { scaleOf, Schemes, type SchemeDefinition } from '../../schemes/schemes.public.js';
import { OUTAGE_MINUTES } from '../domain/outages.js';
import type { RetakeForm } from '../domain/retakes.js';
import type { Seating } from '../domain/rooms.js';
import { CHALLENGE_DAYS } from '../domain/rescoring/remarks.js';
import { blueprintSchema, type Blueprint } from '../domain/blueprint.js';
import { differencesFrom, differenceWords } from '../domain/rules-fit.js';
import { blueprintDoesNotFit, differsFromRules, noExamInScheme } from '../exams.errors.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';

export interface NewExam {
  bodyId: string;
  schemeCode: string;
  title: string;
  minutesAllowed: number;
  blueprint: unknown;
  studyId: string;
  identityText: string;
  nondisclosureText: string;
  /** Days after a sitting in which its items can be challenged; 30 where left out. */
  challengeDays?: number | undefined;
  /** The most minutes that the rule gives back in one sitting; 15 where left out, 0 leaves it to people. */
  outageMinutes?: number | undefined;
  /** For whoever has seen every form; `another` where left out. */
  retakeForm?: RetakeForm | undefined;
  /** Where it is sat; only in a room where left out. */
  seating?: Seating | undefined;
  /** Why it differs from what the scheme says of items and minutes; asked for where it does. */
  rulesNote?: string | undefined;
}

/** What an exam rests on outside of this module: the scheme's rules, and a study that is closed. */
@Injectable()
export class ExamGround {
  constructor(
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
    private readonly bank: ItemBank,
  ) {}

  /** @throws DomainError exams.no_exam_in_scheme; not_found for a scheme that the body does not run */
  async rules(tx: Tx, bodyId: string, schemeCode: string): Promise<NonNullable<SchemeDefinition['exam']>> {
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const { definition } = await this.schemes.current(tx, schemeCode, dateIn(timeZone, tx.now), bodyId);
    if (!definition.exam) throw noExamInScheme();
    return definition.exam;
  }

  /** @throws DomainError not_found for a study that is not closed, or another body's */
  async requireStudy(tx: Tx, bodyId: string, studyId: string): Promise<void> {
    const closed = await this.bank.closedStudies(tx, bodyId);
    if (!closed.some(({ id }) => id === studyId)) throw notFound('this study among the closed ones');
  }
}

/** A psychometrician sets up an exam of the body. It never changes: other rules are another exam. */
@Injectable()
export class SetUpExam {
  constructor(
    private readonly rows: ExamRows,
    private readonly ground: ExamGround,
    private readonly trail: ExamTrail,
  ) {}

  /** @throws DomainError not_found, exams.blueprint_does_not_fit, exams.no_exam_in_scheme, exams.differs_from_rules */
  async execute(tx: Tx, input: NewExam): Promise<{ examId: string }> {
    const { bodyId, schemeCode, title, minutesAllowed, studyId } = input;
    if (!organizationsOf(tx.actor, 'psychometrician').includes(bodyId)) throw notFound('this item bank');
    const blueprint = readBlueprint(input.blueprint);
    const rules = await this.ground.rules(tx, bodyId, schemeCode);
    const scale = scaleOf(rules.score);
    const differences = differencesFrom(rules, { blueprint, minutesAllowed });
    const rulesNote = input.rulesNote?.trim() || null;
    if (differences.length > 0 && !rulesNote) throw differsFromRules(differences.map(differenceWords));
    await this.ground.requireStudy(tx, bodyId, studyId);
    const [identityText, nondisclosureText] = [input.identityText.trim(), input.nondisclosureText.trim()];
    const id = this.trail.newId();
    await this.rows.exams.add(tx, {
      id,
      bodyId,
      schemeCode,
      title: title.trim(),
      minutesAllowed,
      blueprint,
      studyId,
      scaleMin: scale.min,
      scaleMax: scale.max,
      scalePass: scale.pass,
      identityText,
      identityTextId: textIdOf(identityText),
      nondisclosureText,
      nondisclosureTextId: textIdOf(nondisclosureText),
      challengeDays: input.challengeDays ?? CHALLENGE_DAYS,
      outageMinutes: input.outageMinutes ?? OUTAGE_MINUTES,
      retakeForm: input.retakeForm ?? 'another',
      seating: input.seating ?? 'room',
      rulesNote: differences.length > 0 ? rulesNote : null,
      createdBy: personIdOf(tx.actor),
    });
    await this.trail.desk(tx, 'exam.set-up', { kind: 'exam', id, bodyId }, { scheme: schemeCode, study: studyId });
    return { examId: id };
  }
}

function readBlueprint(given: unknown): Blueprint {
  const read = blueprintSchema.safeParse(given);
  if (read.success) return read.data;
  throw blueprintDoesNotFit(read.error.issues.map(({ path, message }) => [path.join('.'), message].join(' ').trim()));
}

/** The version of a text: SHA-256 of its words. */
function textIdOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
