import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isClosed } from '../domain/application-state.js';
import { linkExpiry, REMIND_AFTER_DAYS } from '../domain/reference-link.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ReferenceRepository } from '../persistence/reference.repository.js';
import { ReferenceTrail } from './reference-trail.js';

const BATCH = 100;

/** Reminds referees who have not answered, once each, with a new link that ends when the first would have. */
@Injectable()
export class RemindReferees {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly applications: ApplicationRepository,
    private readonly trail: ReferenceTrail,
  ) {}

  /** @returns how many were reminded */
  async execute(tx: Tx): Promise<number> {
    const askedBefore = tx.now.subtract({ hours: 24 * REMIND_AFTER_DAYS });
    let reminded = 0;
    for (const request of await this.references.lockToRemind(tx, askedBefore, BATCH)) {
      await this.references.update(tx, request.id, { remindedAt: tx.now });
      const isOver = Temporal.Instant.compare(tx.now, linkExpiry(request.askedAt)) >= 0;
      const { state } = await this.applications.get(tx, request.applicationId);
      if (isOver || isClosed(state)) continue;
      await this.trail.send(tx, request, 'application-reference-reminder');
      await this.trail.record(tx, request, 'reminded');
      reminded += 1;
    }
    return reminded;
  }
}
