import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Applications, type ApplicationState } from '../../certification/certification.public.js';
import { WaitingCourseDrafts, type WaitingDraftCounts } from '../../authoring/waiting.public.js';
import { ReadWaiting, type StaffWaiting } from './read-waiting.js';

export interface StaffHome {
  /** Applications by the state they are in. */
  states: { state: ApplicationState; count: number }[];
  waiting: StaffWaiting & WaitingDraftCounts;
}

/** What waits at the bodies somebody works for. */
@Injectable()
export class ReadStaffHome {
  constructor(
    private readonly applications: Applications,
    private readonly waiting: ReadWaiting,
    private readonly drafts: WaitingCourseDrafts,
  ) {}

  async execute(tx: Tx, bodyIds: readonly string[], personId: string): Promise<StaffHome> {
    const states = await this.applications.waitingAt(tx, bodyIds);
    const waiting = { ...(await this.waiting.at(tx, bodyIds, personId)), ...(await this.drafts.counts(tx)) };
    return { states, waiting };
  }
}
