import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Accommodation } from '../domain/accommodation.js';
import type { Days } from '../domain/accommodation-days.js';
import type { DeclineReason } from '../domain/accommodation-request.js';
import {
  AccommodationRequestRepository,
  type AccommodationRequest,
} from '../persistence/accommodation-request.repository.js';
import { accommodationForOneself, requestAnswered } from '../accommodations.errors.js';
import { bodiesLookedAfter } from './accommodation-keepers.js';
import { AccommodationTrail } from './accommodation-trail.js';
import { GrantAccommodation } from './grant-accommodation.js';

export type AccommodationAnswer =
  /** As it was asked, or as it was settled with the person. */
  ({ outcome: 'granted' } & Accommodation & Days) | { outcome: 'declined'; reason: DeclineReason };

/** Staff of the body answer a request: they grant it, as asked or adjusted, or decline it with a reason. */
@Injectable()
export class AnswerAccommodation {
  constructor(
    private readonly requests: AccommodationRequestRepository,
    private readonly granting: GrantAccommodation,
    private readonly trail: AccommodationTrail,
  ) {}

  /**
   * @throws DomainError not_found for another body's; quizzes.accommodation_for_oneself, .accommodation_request_answered, and those of
   * {@link GrantAccommodation}
   */
  async execute(tx: Tx, requestId: string, answer: AccommodationAnswer): Promise<{ accommodationId: string | null }> {
    const request = await this.find(tx, requestId);
    const { bodyId, personId } = request;
    const by = personIdOf(tx.actor);
    if (personId === by) throw accommodationForOneself();
    if (answer.outcome === 'granted') {
      const { outcome, ...given } = answer;
      const { accommodationId } = await this.granting.execute(tx, { ...given, bodyId, personId });
      if (!(await this.requests.settle(tx, requestId, { state: outcome, by, accommodationId })))
        throw requestAnswered();
      return { accommodationId };
    }
    const { reason } = answer;
    if (!(await this.requests.settle(tx, requestId, { state: 'declined', by, reason }))) throw requestAnswered();
    const about = { kind: 'accommodation_request', id: requestId, bodyId, personId };
    await this.trail.note(tx, 'declined', about, { reason });
    await this.trail.tell(tx, 'declined', about);
    return { accommodationId: null };
  }

  /** @throws DomainError not_found for another body's */
  async find(tx: Tx, requestId: string): Promise<AccommodationRequest> {
    const request = await this.requests.find(tx, bodiesLookedAfter(tx.actor), requestId);
    if (!request) throw notFound('this request');
    return request;
  }
}
