import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  alreadyDecided,
  conflictOfInterest,
  noteNeeded,
  reasonsNeeded,
  schemeNotConfirmed,
  stillNeededToGrant,
} from '../certification.errors.js';
import { areReasonsFor, type Outcome } from '../domain/decision-reasons.js';
import { openTitles } from '../domain/still-needed.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { CheckDecider } from './check-decider.js';
import { OpenCase } from './open-case.js';
import { TakeStep } from './take-step.js';

interface Decision {
  applicationId: string;
  outcome: Outcome;
  reasons: readonly string[];
  /** To the person; a denial needs one. */
  note: string | null;
}

/**
 * A second person grants or denies. The application is held while the requirements are evaluated once more, so that of two
 * deciders one decides and the other is told; repeating one's own decision gives the decision that stands.
 */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly cases: OpenCase,
    private readonly applications: ApplicationRepository,
    private readonly decider: CheckDecider,
    private readonly step: TakeStep,
  ) {}

  /**
   * @throws DomainError certification.conflict.* naming the rule that keeps this person from deciding
   * @throws DomainError certification.still_needed_to_grant, certification.scheme_not_confirmed
   */
  async execute(tx: Tx, decision: Decision): Promise<{ decisionId: string; outcome: Outcome }> {
    const { outcome, reasons, note } = decision;
    const application = await this.cases.lock(tx, decision.applicationId, ['decider']);
    const standing = await this.standing(tx, application, outcome);
    if (standing) return { decisionId: standing, outcome };
    if (!areReasonsFor(outcome, reasons)) throw reasonsNeeded();
    if (outcome === 'denied' && !note?.trim()) throw noteNeeded();
    const found = await this.decider.execute(tx, application, 'decide');
    if (found.length > 0) throw conflictOfInterest(found);
    const move = outcome === 'granted' ? 'grant' : 'deny';
    const event = await this.step.onRequirements(tx, application, { move, reasons, note }, ({ tree, mayGrant }) => {
      if (outcome !== 'granted') return;
      if (!tree.met) throw stillNeededToGrant(openTitles(tree));
      if (!mayGrant) throw schemeNotConfirmed();
    });
    return { decisionId: event.id, outcome };
  }

  /** The decision this person took before, when this is the same again. @throws when it was decided otherwise */
  private async standing(tx: Tx, application: ApplicationEntity, outcome: Outcome): Promise<string | null> {
    if (application.state !== 'granted' && application.state !== 'denied') return null;
    const steps = await this.applications.eventsOf(tx, application.id);
    const decided = steps.findLast(({ move }) => move === 'grant' || move === 'deny');
    if (!decided || decided.toState !== outcome || decided.actorPersonId !== personIdOf(tx.actor)) {
      throw alreadyDecided(application.state);
    }
    return decided.id;
  }
}
