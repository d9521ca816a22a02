import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import { isDemonstration } from '../../../src/platform/database/demonstration.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Eligibility, type EligibilityTree } from '../../schemes/schemes.public.js';
import { snapshotOf, type Snapshot } from '../domain/snapshot.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';

export interface Assessment {
  tree: EligibilityTree;
  snapshot: Snapshot;
  /** Whether the rules may grant: confirmed by their body, or in a demonstration. */
  mayGrant: boolean;
}

/** Holds the person's evidence, as known now, against what the application asks for, by the version it began under. */
@Injectable()
export class AssessApplication {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly rules: ApplicationRules,
    private readonly applications: ApplicationRepository,
  ) {}

  async execute(tx: Tx, application: ApplicationEntity): Promise<Assessment> {
    const { today, version, body } = await this.rules.of(tx, application);
    const { schemeVersionId, personId } = application;
    const { route, endorsements, submittedAt } = application;
    const events = await this.applications.eventsOf(tx, application.id);
    const tree = await this.eligibility.evaluate(tx, {
      schemeVersionId,
      personId,
      onDate: today,
      stage: application.stage ?? undefined,
      route,
      endorsements,
      appliedOn: submittedAt ? dateIn(body.timeZone, submittedAt) : undefined,
      admittedOn: events.findLast(({ move }) => move === 'admit')?.happenedOn,
    });
    const mayGrant = version.confirmed || (await isDemonstration(tx));
    return { tree, snapshot: snapshotOf(tree), mayGrant };
  }
}
