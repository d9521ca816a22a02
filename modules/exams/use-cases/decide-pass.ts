import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { answerUntil } from '../domain/rescoring/remarks.js';
import type { PassDecision } from '../persistence/pass-decision.repository.js';
import { noPassToDecide, noticeRuns, passDecided, passSecondPerson } from '../rescoring.errors.js';
import { FindRescore } from './find-rescore.js';
import { ScoreForm } from './score-form.js';
import { RescoringRows } from './rescoring-rows.js';
import { RescoringTrail } from './rescoring-trail.js';
import { Vault } from './vault.js';
import { WriteResult } from './write-result.js';

export interface SealedReasons {
  reasons: string;
}

/** What a decision about a pass needs to know of the rest. */
@Injectable()
export class PassGround {
  constructor(
    readonly find: FindRescore,
    readonly score: ScoreForm,
    readonly write: WriteResult,
    readonly organizations: Organizations,
  ) {}
}

/**
 * A rescore takes no pass back. Whether this one person's pass stays is decided by itself: one person proposes it with reasons, the person
 * is told and can answer, and after that time a second person decides.
 */
@Injectable()
export class DecidePass {
  constructor(
    private readonly rows: RescoringRows,
    private readonly ground: PassGround,
    private readonly vault: Vault,
    private readonly trail: RescoringTrail,
  ) {}

  /** By a psychometrician. @throws DomainError not_found; exams.pass_looked_at, .pass_second_person, .no_pass_to_decide */
  async propose(
    tx: Tx,
    { rescoreId, sittingId, reasons }: { rescoreId: string; sittingId: string; reasons: string },
  ): Promise<{ rescoreId: string; passDecisionId: string }> {
    const { bodyId } = await this.ground.find.one(tx, rescoreId);
    if (!organizationsOf(tx.actor, 'psychometrician').includes(bodyId)) throw notFound('this rescore');
    const kept = (await this.rows.scores.passesKept(tx, rescoreId)).find((one) => one.sittingId === sittingId);
    if (!kept) throw notFound('this sitting among those whose pass was kept');
    const { personId } = kept;
    if (personId === personIdOf(tx.actor)) throw passSecondPerson();
    await this.scoredNow(tx, { rescoreId, sittingId });
    const { timeZone } = await this.ground.organizations.get(tx, bodyId);
    const until = answerUntil(tx.now, timeZone);
    const id = this.trail.newId();
    const secretId = await this.vault.seal(tx, bodyId, { reasons: reasons.trim() } satisfies SealedReasons);
    const proposedBy = personIdOf(tx.actor);
    const decision = { id, bodyId, personId, rescoreId, sittingId, secretId, proposedBy, answerUntil: until };
    await this.rows.passes.add(tx, decision);
    const subject = { kind: 'exam_pass_decision' as const, id, bodyId, personId };
    await this.trail.note(tx, 'pass-decision.proposed', subject, { rescore: rescoreId, sitting: sittingId });
    const told = { identity: id, personId, bodyId, sittingId, until: lastDay(until, timeZone).toString() };
    await this.trail.tell(tx, 'application-exam-pass-notice', told);
    return { rescoreId, passDecisionId: id };
  }

  /**
   * `kept` at any time; `withdrawn` after the notice, by a second person.
   * @throws DomainError not_found; exams.pass_decided, .pass_second_person, .notice_runs, .no_pass_to_decide
   */
  async decide(
    tx: Tx,
    { passDecisionId, outcome }: { passDecisionId: string; outcome: 'withdrawn' | 'kept' },
  ): Promise<{ rescoreId: string }> {
    const open = await this.rows.passes.lock(tx, this.ground.find.bodies(tx), passDecisionId);
    if (!open) throw notFound('this decision');
    const { id, bodyId, personId, sittingId, rescoreId } = open;
    if (open.outcome) throw passDecided();
    const me = personIdOf(tx.actor);
    if (personId === me || (outcome === 'withdrawn' && open.proposedBy === me)) throw passSecondPerson();
    if (outcome === 'withdrawn') await this.requireNoticeOver(tx, open);
    await this.rows.passes.decide(tx, id, outcome, me);
    if (outcome === 'withdrawn') {
      const { sitting, score } = await this.scoredNow(tx, { rescoreId, sittingId });
      await this.ground.write.execute(tx, sitting, score, { bodyId, rescoreId, passDecisionId: id });
    }
    const subject = { kind: 'exam_pass_decision' as const, id, bodyId, personId };
    await this.trail.note(tx, 'pass-decision.decided', subject, { outcome, sitting: sittingId });
    const told = { identity: id, personId, bodyId, sittingId };
    const what = { kept: outcome === 'kept', takenBack: outcome === 'withdrawn' };
    await this.trail.tell(tx, 'application-exam-pass-decided', { ...told, ...what });
    return { rescoreId };
  }

  private async requireNoticeOver(tx: Tx, { bodyId, answerUntil: until }: PassDecision): Promise<void> {
    if (Temporal.Instant.compare(tx.now, until) > 0) return;
    const { timeZone } = await this.ground.organizations.get(tx, bodyId);
    throw noticeRuns(lastDay(until, timeZone));
  }

  /** What the sitting earns by the key that holds now, which may be a newer one; held. @throws DomainError exams.no_pass_to_decide */
  private async scoredNow(tx: Tx, { rescoreId, sittingId }: { rescoreId: string; sittingId: string }) {
    const rescore = await this.ground.find.one(tx, rescoreId);
    const sitting = await this.rows.scores.lock(tx, sittingId);
    const forms = await this.rows.rescores.affected(tx, rescore);
    const form = forms.find(({ id }) => id === sitting?.formId);
    if (!sitting || !form) throw notFound('this sitting');
    const scorer = await this.ground.score.of(tx, { ...form, bodyId: rescore.bodyId }, { rescoreId });
    const score = scorer(sitting.answers);
    if (score.passed || !sitting.result.passed) throw noPassToDecide();
    return { sitting, score };
  }
}

/** The instant is the end of the last day. */
export function lastDay(until: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return dateIn(timeZone, until.subtract({ seconds: 1 }));
}
