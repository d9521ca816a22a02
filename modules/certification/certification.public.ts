import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { ApplicationState } from './domain/application-state.js';
import { isClosed } from './domain/application-state.js';
import { ApplicationRepository } from './persistence/application.repository.js';

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
export type { ApplicationState } from './domain/application-state.js';

export interface ApplicationSummary {
  id: string;
  bodyId: string;
  personId: string;
  schemeCode: string;
  schemeVersionId: string;
  state: ApplicationState;
  /** Nothing can happen to it any more. */
  closed: boolean;
}

/** The door of certification for the modules below it. */
@Injectable()
export class Applications {
  constructor(private readonly applications: ApplicationRepository) {}

  /** A person's applications, newest first. */
  async readFor(tx: Tx, personId: string): Promise<ApplicationSummary[]> {
    const own = await this.applications.listOwn(tx, personId);
    return own.map(({ id, bodyId, schemeCode, schemeVersionId, state }) => {
      return { id, bodyId, personId, schemeCode, schemeVersionId, state, closed: isClosed(state) };
    });
  }

  /** How many applications wait at these bodies, by state. */
  async waitingAt(tx: Tx, bodyIds: readonly string[]): Promise<{ state: ApplicationState; count: number }[]> {
    return (await this.applications.counts(tx, bodyIds)).filter(({ state }) => !isClosed(state) && state !== 'draft');
  }
}
