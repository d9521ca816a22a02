import { Injectable } from '@nestjs/common';
import { personActing, systemActor } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SitExamHere } from '../../certification/exam-sittings.public.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { countedLines, keyedContents } from '../domain/rescoring/ruling.js';
import { scoreSitting, type SittingScore } from '../domain/score-sitting.js';
import { isOver } from '../domain/timing.js';
import type { Sitting } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';
import { FormKeys, KEYED_CREDIT } from './form-keys.js';

/** What a sitting earned, from the answers that are saved, the versions that were asked and the keys that hold. */
@Injectable()
export class ScoreAnswers {
  constructor(
    private readonly rows: ExamRows,
    private readonly bank: ItemBank,
    private readonly keys: FormKeys,
  ) {}

  /**
   * Holds the body's keys until the commit, so that a rescore approved meanwhile waits and finds this sitting.
   * @returns exact parts, and the scaled score rounded down to a whole point
   */
  async execute(tx: Tx, { id, bodyId, examId, formId }: Sitting): Promise<SittingScore> {
    await this.keys.hold(tx, bodyId);
    const [exam, form] = [await this.rows.exams.find(tx, examId), await this.rows.forms.find(tx, [bodyId], formId)];
    if (!exam || !form) throw new Error(`Sitting ${id} has no exam or form`);
    const key = await this.keys.of(tx, form);
    const lines = countedLines(key, await this.rows.forms.itemsOf(tx, formId));
    // The product reads the key, not the person who handed in: the log of readings says so.
    const asProduct = { ...tx, actor: systemActor('exams') };
    const contents = await this.bank.contents(asProduct, {
      bodyId,
      versionIds: lines.flatMap(({ versionId, isPretest }) => (isPretest ? [] : versionId)),
      purpose: 'scoring',
      subject: { kind: 'exam_sitting', id },
    });
    const answers = new Map([...(await this.rows.answers.of(tx, id))].map(([key, { answer }]) => [key, answer]));
    return scoreSitting(lines, keyedContents(key, contents), answers, {
      cut: key.cut,
      scale: { min: exam.scaleMin, max: exam.scaleMax, pass: exam.scalePass },
      crediting: KEYED_CREDIT,
    });
  }
}

/** Hands what came of a sitting to certification: result, fact and letter, in this transaction. */
@Injectable()
export class ReportSitting {
  constructor(
    private readonly here: SitExamHere,
    private readonly organizations: Organizations,
  ) {}

  async execute(tx: Tx, sitting: Sitting, { scaledScore: score, passed, domains }: SittingScore) {
    const { id, bodyId, applicationId, authorisationId, startedAt } = sitting;
    const { name, timeZone } = await this.organizations.get(tx, bodyId);
    const report = { satOn: dateIn(timeZone, startedAt), score, domains, centre: name, reference: id };
    return this.here.record(tx, { applicationId, authorisationId, report, passed });
  }
}

/** Closes a sitting with what was saved, scores it and records what came of it. Closing it again changes nothing. */
@Injectable()
export class CloseSitting {
  constructor(
    private readonly rows: ExamRows,
    private readonly score: ScoreAnswers,
    private readonly report: ReportSitting,
    private readonly trail: ExamTrail,
  ) {}

  /** @param by `person` hands it in; `time` closes it only when its time is over, grace included */
  async execute(tx: Tx, { sittingId, by }: { sittingId: string; by: 'person' | 'time' }): Promise<void> {
    const sitting = await this.rows.sittings.lock(tx, sittingId);
    if (!sitting || sitting.state !== 'open') return;
    const over = isOver(sitting.deadlineAt, tx.now);
    // Time was given back since this was arranged: another row closes it at the new end.
    if (by === 'time' && !over) return;
    await this.rows.sittings.move(tx, sitting, {
      eventId: this.trail.newId(),
      move: over ? 'run_out' : 'submit',
      at: over ? sitting.deadlineAt : tx.now,
      by: personActing(tx.actor),
    });
    const { earnedParts, possibleParts, ...score } = await this.score.execute(tx, sitting);
    const recorded = await this.report.execute(tx, sitting, { earnedParts, possibleParts, ...score });
    const { id, bodyId, personId } = sitting;
    await this.rows.sittings.addResult(tx, {
      sittingId: id,
      bodyId,
      personId,
      earnedParts,
      possibleParts,
      ...score,
      ...recorded,
    });
    await this.trail.sitting(tx, 'closed', sitting, { byTime: over, score: score.scaledScore, passed: score.passed });
  }
}
