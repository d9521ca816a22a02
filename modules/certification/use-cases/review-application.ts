import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { openBeforeExam } from '../../schemes/schemes.public.js';
import { noteNeeded, stillNeededToAdmit } from '../certification.errors.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ClaimApplication } from './claim-application.js';
import { OpenCase } from './open-case.js';
import { TakeStep } from './take-step.js';

interface Review {
  applicationId: string;
  outcome: 'returned' | 'admitted';
  /** To the person: what is asked of them, or a word of welcome. */
  note: string | null;
}

/** A reviewer's finding: returned for more information, or admitted as a candidate. Takes the case on where nobody has it. */
@Injectable()
export class ReviewApplication {
  constructor(
    private readonly cases: OpenCase,
    private readonly claims: ClaimApplication,
    private readonly step: TakeStep,
    private readonly applications: ApplicationRepository,
  ) {}

  /**
   * @throws DomainError certification.still_needed_to_admit while more than the exam is open
   * @throws DomainError certification.note_needed for a return without a word
   */
  async execute(tx: Tx, { applicationId, outcome, note }: Review): Promise<{ applicationId: string }> {
    const application = await this.cases.lock(tx, applicationId, ['reviewer']);
    await this.claims.take(tx, application);
    if (outcome === 'returned') {
      if (!note?.trim()) throw noteNeeded();
      await this.step.onRequirements(tx, application, { move: 'return', note });
    } else {
      await this.step.onRequirements(tx, application, { move: 'admit', note }, ({ tree }) => {
        const open = openBeforeExam(tree).map(({ title }) => title);
        if (open.length > 0) throw stillNeededToAdmit(open);
      });
    }
    // The history keeps who reviewed it; whoever is free may take it on when it comes back.
    await this.applications.claim(tx, applicationId, null);
    return { applicationId };
  }
}
