import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Applications } from '../../certification/certification.public.js';
import { Events } from '../../../src/platform/events/events.js';
import { Register } from '../../credentials/credentials.public.js';
import { RenewalDenialTakenBack } from '../domain/appeal-events.js';
import type { AppealOutcome } from '../domain/words.js';
import type { AppealableDecisionEntity } from '../persistence/appeal.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { EnterSanction } from './enter-sanction.js';
import { ComplaintDesk } from './handle-complaint.js';
import { OweOutcome } from './owe-outcome.js';

export interface Consequence {
  /** What follows, told to the person. */
  words: string;
}

const renewalWords = {
  overturned: 'Your renewal counts as confirmed on the day on which it was denied. The register says so, too.',
  sent_back:
    'Your renewal is looked at anew, by people who had no part in the decision. You need not do anything for it.',
} as const;

/** Sanctions, and what they do to the register. */
@Injectable()
export class SanctionTools {
  constructor(
    readonly rows: SanctionRepository,
    readonly enter: EnterSanction,
    readonly owe: OweOutcome,
  ) {}
}

/** Where decisions are taken that can be appealed here. */
@Injectable()
export class DecidedElsewhere {
  constructor(
    readonly applications: Applications,
    readonly events: Events,
  ) {}
}

/** What the outcome of an appeal does: to the application, to the register, to the complaint. */
@Injectable()
export class CarryOutAppeal {
  constructor(
    private readonly elsewhere: DecidedElsewhere,
    private readonly sanctions: SanctionTools,
    private readonly register: Register,
    private readonly complaints: ComplaintDesk,
  ) {}

  /**
   * Whether somebody is there to decide anew: about an application, a renewal or a complaint. Nobody is about a registrar's
   * line, nor about a suspension at once, which another decider confirms or which ends.
   */
  async canBeSentBack(tx: Tx, decision: AppealableDecisionEntity): Promise<boolean> {
    if (decision.applicationId || decision.renewalStepId) return true;
    if (!decision.sanctionId) return false;
    return !(await this.sanctions.rows.get(tx, decision.sanctionId)).emergency;
  }

  async execute(tx: Tx, decision: AppealableDecisionEntity, outcome: AppealOutcome): Promise<Consequence> {
    if (outcome === 'upheld') {
      return { words: 'Nothing changes by it. What you can do next is on the page.' };
    }
    if (decision.applicationId) return this.reopen(tx, decision.applicationId);
    const decidedBy = personIdOf(tx.actor);
    if (decision.renewalStepId) {
      const { bodyId, personId, renewalStepId } = decision;
      const taken = new RenewalDenialTakenBack({ bodyId, personId, renewalStepId, outcome, decidedBy });
      await this.elsewhere.events.publish(tx, taken);
      return { words: renewalWords[outcome] };
    }
    if (decision.credentialEventId) {
      await this.register.reverse(tx, { eventId: decision.credentialEventId, decidedBy, reason: 'appeal_upheld' });
      return { words: 'The register was put right: from its first day on, the decision counts as never made.' };
    }
    const sanction = await this.sanctions.rows.lock(tx, decision.sanctionId ?? '');
    await this.sanctions.enter.undo(tx, sanction, decidedBy);
    if (outcome === 'sent_back') {
      const complaint = await this.complaints.complaints.lock(tx, sanction.complaintId);
      await this.complaints.step.execute(tx, complaint, { move: 'reopen' });
      return {
        words: 'The matter is decided anew, by people who had no part in the decision. Until then it does not count.',
      };
    }
    return { words: 'From its first day on, the decision counts as never made. The register says so, too.' };
  }

  private async reopen(tx: Tx, applicationId: string): Promise<Consequence> {
    const { reopened } = await this.elsewhere.applications.reopen(tx, applicationId);
    return reopened
      ? {
          words:
            'Your application is open again. It is reviewed, and decided by two persons who did not decide before.',
        }
      : {
          words:
            'You have a newer application for the same certification; it goes on, and the earlier decision no longer stands.',
        };
  }
}
