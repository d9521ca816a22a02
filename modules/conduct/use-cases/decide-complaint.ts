import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { appealUntil } from '../../certification/certification.public.js';
import { chooseOne, notPossibleNow, refusedInOurWords } from '../conduct.errors.js';
import { effectiveOn, lastDay } from '../domain/conduct-terms.js';
import { isComplaintClosed } from '../domain/moves.js';
import { areOf, decisionReasons, emergencyReasons, type ComplaintOutcome } from '../domain/words.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import type { ComplaintEntity, ComplaintEventEntity } from '../persistence/complaint.entity.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { EnterSanction } from './enter-sanction.js';
import { ComplaintDesk } from './handle-complaint.js';
import { RecordSanctionStep } from './record-sanction-step.js';
import { SayDecision } from './say-decision.js';

/** What a decision is kept in: the sanction and its route of appeal. */
@Injectable()
export class SanctionShelf {
  constructor(
    readonly sanctions: SanctionRepository,
    readonly appeals: AppealRepository,
    readonly step: RecordSanctionStep,
    readonly ids: Ids,
  ) {}

  /** Enters the sanction and the last day on which it can be appealed. */
  async add(tx: Tx, sanction: SanctionEntity, appeal: { schemeVersionId: string; by: SanctionEntity['confirmBy'] }) {
    await this.sanctions.add(tx, sanction);
    await this.appeals.addDecision(tx, {
      id: this.ids.next(),
      bodyId: sanction.bodyId,
      personId: sanction.personId,
      kind: sanction.kind,
      schemeVersionId: appeal.schemeVersionId,
      applicationId: null,
      decisionId: null,
      credentialEventId: null,
      sanctionId: sanction.id,
      renewalStepId: null,
      decidedOn: sanction.decidedOn,
      fileBy: appeal.by,
      createdAt: tx.now,
    });
  }
}

/**
 * Two deciders on a complaint: one proposes on the finding, another agrees or objects. Neither reads the sealed file. What is
 * decided against the holder waits for notice and appeal, except for a suspension in an emergency.
 */
@Injectable()
export class DecideComplaint {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly shelf: SanctionShelf,
    private readonly register: EnterSanction,
    private readonly said: SayDecision,
  ) {}

  /** @throws DomainError conduct.choose_one, conduct.kept_apart.*, conduct.not_possible_now */
  async propose(
    tx: Tx,
    id: string,
    { outcome, reasons }: { outcome: ComplaintOutcome; reasons: readonly string[] },
  ): Promise<{ id: string }> {
    const complaint = await this.desk.cases.lockComplaint(tx, id, ['decider']);
    const { terms } = await this.said.rules.of(tx, complaint);
    if (outcome !== 'dismissed' && !terms.sanctions.includes(outcome)) {
      throw chooseOne('outcome', 'The rules of this certification do not know this outcome. Choose another');
    }
    if (!areOf(decisionReasons[outcome], reasons)) throw chooseOne('reasons', 'Choose a reason for this outcome');
    await this.desk.step.execute(tx, complaint, { move: 'propose', outcome, codes: reasons });
    return { id };
  }

  /** The second person. @throws DomainError conduct.two_persons, conduct.kept_apart.*, conduct.not_possible_now */
  async agree(tx: Tx, id: string): Promise<{ id: string; outcome: ComplaintOutcome }> {
    const complaint = await this.desk.cases.lockComplaint(tx, id, ['decider']);
    const proposal = await this.proposal(tx, complaint);
    const { outcome, codes } = proposal;
    if (complaint.state !== 'proposed' || !outcome) throw notPossibleNow();
    const move = outcome === 'dismissed' ? 'dismiss' : 'sanction';
    const event = await this.desk.step.execute(tx, complaint, { move, outcome, codes });
    if (outcome === 'dismissed') {
      const emergency = await this.register.emergencyOf(tx, id);
      if (emergency) await this.register.liftEmergency(tx, emergency, true);
      await this.said.letters.holderDecided(tx, complaint, { event, sanction: null, appealBy: null });
    } else {
      const { definition, terms, calendar, today } = await this.said.rules.of(tx, complaint);
      const appealBy = appealUntil(definition, outcome, tx.now, calendar);
      const sanction = this.sanctionOf(tx, complaint, {
        kind: outcome,
        reasonCode: codes[0] ?? '',
        decidedOn: today,
        effectiveOn: effectiveOn(tx.now, appealBy, terms, calendar),
      });
      await this.shelf.add(tx, sanction, { schemeVersionId: complaint.schemeVersionId, by: appealBy });
      await this.said.letters.holderDecided(tx, complaint, { event, sanction, appealBy });
    }
    await this.said.letters.reporterClosed(tx, complaint, event);
    return { id, outcome };
  }

  /** The second person sees it otherwise: somebody proposes anew. */
  async object(tx: Tx, id: string): Promise<{ id: string }> {
    const complaint = await this.desk.cases.lockComplaint(tx, id, ['decider']);
    await this.desk.step.execute(tx, complaint, { move: 'object' });
    return { id };
  }

  /** Suspends at once, for a reason of the list; ends by itself unless another person confirms it in time. */
  async suspendAtOnce(
    tx: Tx,
    id: string,
    reason: string,
  ): Promise<{ id: string; sanctionId: string; confirmBy: string }> {
    const complaint = await this.desk.cases.lockComplaint(tx, id, ['decider']);
    if (!areOf(emergencyReasons, [reason])) throw chooseOne('reason', 'Choose why it cannot wait');
    if (isComplaintClosed(complaint.state) || (await this.register.emergencyOf(tx, id))) throw notPossibleNow();
    const { definition, terms, calendar, today } = await this.said.rules.of(tx, complaint);
    const confirmBy = lastDay(tx.now, terms.notice.confirmWithin, calendar);
    const sanction = this.sanctionOf(tx, complaint, {
      kind: 'suspension',
      reasonCode: reason,
      decidedOn: today,
      effectiveOn: today,
      confirmBy,
    });
    const by = appealUntil(definition, 'suspension', tx.now, calendar);
    const { schemeVersionId } = complaint;
    await this.shelf.add(tx, sanction, { schemeVersionId, by }).catch(refusedInOurWords);
    await this.register.atOnce(tx, sanction);
    await this.desk.tellOfFile(tx, complaint);
    await this.said.letters.holderSuspended(tx, complaint, { sanction, appealBy: by });
    return { id, sanctionId: sanction.id, confirmBy: confirmBy.toString() };
  }

  /** Another decider confirms the emergency suspension. @throws DomainError conduct.two_persons, conduct.kept_apart.* */
  async confirm(tx: Tx, id: string): Promise<{ id: string }> {
    const complaint = await this.desk.cases.lockComplaint(tx, id, ['decider']);
    const emergency = await this.register.emergencyOf(tx, complaint.id);
    if (!emergency) throw notPossibleNow();
    await this.shelf.step.execute(tx, emergency, 'confirm');
    return { id };
  }

  private async proposal(tx: Tx, { id }: ComplaintEntity): Promise<Pick<ComplaintEventEntity, 'outcome' | 'codes'>> {
    const events = await this.desk.complaints.eventsOf(tx, id);
    return events.findLast(({ move }) => move === 'propose') ?? { outcome: null, codes: [] };
  }

  private sanctionOf(
    tx: Tx,
    { id: complaintId, bodyId, personId, credentialId }: ComplaintEntity,
    decided: Pick<SanctionEntity, 'kind' | 'reasonCode' | 'decidedOn' | 'effectiveOn'> & Partial<SanctionEntity>,
  ): SanctionEntity {
    const emergency = Boolean(decided.confirmBy);
    return {
      id: this.shelf.ids.next(),
      bodyId,
      personId,
      complaintId,
      credentialId,
      emergency,
      decidedBy: personIdOf(tx.actor),
      confirmBy: null,
      registerBy: null,
      registerEventId: null,
      state: emergency ? 'provisional' : 'pending',
      stateSince: tx.now,
      createdAt: tx.now,
      ...decided,
    };
  }
}
