import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { notPossibleNow } from '../certification.errors.js';
import { stateAfter } from '../domain/application-state.js';
import type { ApplicationEntity, ApplicationEventEntity } from '../persistence/application.entity.js';
import { AnnounceStep } from './announce-step.js';
import { AssessApplication, type Assessment } from './assess-application.js';
import { FollowStep } from './follow-step.js';
import { RecordStep, type Step } from './record-step.js';

/** Records a step with the eligibility it rests on, and tells whom it concerns. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly record: RecordStep,
    private readonly assess: AssessApplication,
    private readonly announce: AnnounceStep,
    private readonly follow: FollowStep,
  ) {}

  /**
   * A step that says nothing about requirements: claim, release, withdraw, time out.
   * @throws DomainError certification.not_possible_now where the table of moves has no such step
   */
  async execute(tx: Tx, application: ApplicationEntity, step: Step): Promise<ApplicationEventEntity> {
    const event = await this.record.execute(tx, application, step);
    await this.follow.execute(tx, application, step.move);
    await this.announce.execute(tx, { application, event });
    return event;
  }

  /**
   * A step that is taken on the requirements: they are evaluated here, in the step's own transaction.
   * @param check throws where the requirements do not allow the step
   * @throws DomainError certification.not_possible_now where the table of moves has no such step; whatever `check` throws
   */
  async onRequirements(
    tx: Tx,
    application: ApplicationEntity,
    step: Omit<Step, 'snapshot'>,
    check: (assessment: Assessment) => void = () => undefined,
  ): Promise<ApplicationEventEntity> {
    if (!stateAfter(application.state, step.move)) throw notPossibleNow(application.state, step.move);
    const assessment = await this.assess.execute(tx, application);
    check(assessment);
    const event = await this.record.execute(tx, application, { ...step, snapshot: assessment.snapshot });
    await this.follow.execute(tx, application, step.move);
    await this.announce.execute(tx, { application, event, tree: assessment.tree });
    return event;
  }
}
