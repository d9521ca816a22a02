import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { ApplicationState } from './domain/application-state.js';
import { isClosed } from './domain/application-state.js';
import type { ApplicationEntity } from './persistence/application.entity.js';
import { ApplicationRepository } from './persistence/application.repository.js';
import { ReopenApplication } from './use-cases/reopen-application.js';

export {
  /** @public */
  ApplicationAdmitted,
  /** @public */
  ApplicationDenied,
  ApplicationGranted,
  /** @public */
  ApplicationReturned,
  /** @public */
  ApplicationSubmitted,
} from './domain/application-events.js';
export { clauseByClause, clauseLineIn } from './domain/still-needed.js';
export { appealUntil } from './domain/appeal-route.js';
export type { ApplicationState } from './domain/application-state.js';

export interface ApplicationSummary {
  id: string;
  bodyId: string;
  personId: string;
  schemeCode: string;
  schemeVersionId: string;
  /** The stage it asks for; null is the first. */
  stage: string | null;
  state: ApplicationState;
  /** Nothing can happen to it any more. */
  closed: boolean;
}

/** The door of certification for the modules below it. */
@Injectable()
export class Applications {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly reopenApplication: ReopenApplication,
  ) {}

  /** A person's applications, newest first. */
  async readFor(tx: Tx, personId: string): Promise<ApplicationSummary[]> {
    return (await this.applications.listOwn(tx, personId)).map(summaryOf);
  }

  /** The applications of several persons at one body, newest first. */
  async readAt(tx: Tx, bodyId: string, personIds: readonly string[]): Promise<ApplicationSummary[]> {
    return (await this.applications.listAt(tx, bodyId, personIds)).map(summaryOf);
  }

  /**
   * An appeal took a denial back: it waits for review again, and others than before decide.
   * @returns false where the person has a newer open application for the same certification, which goes on instead
   */
  reopen(tx: Tx, applicationId: string): Promise<{ reopened: boolean }> {
    return this.reopenApplication.execute(tx, applicationId);
  }

  /** How many applications wait at these bodies, by state. */
  async waitingAt(tx: Tx, bodyIds: readonly string[]): Promise<{ state: ApplicationState; count: number }[]> {
    return (await this.applications.counts(tx, bodyIds)).filter(({ state }) => !isClosed(state) && state !== 'draft');
  }
}

function summaryOf(application: ApplicationEntity): ApplicationSummary {
  const { id, bodyId, personId, schemeCode, schemeVersionId, stage, state } = application;
  return { id, bodyId, personId, schemeCode, schemeVersionId, stage, state, closed: isClosed(state) };
}
