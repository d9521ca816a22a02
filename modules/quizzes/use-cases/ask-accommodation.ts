import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { isNothing, type Accommodation } from '../domain/accommodation.js';
import { AccommodationRequestRepository } from '../persistence/accommodation-request.repository.js';
import { accommodationAsked, accommodationOfNothing, requestAnswered } from '../accommodations.errors.js';
import { AccommodationTrail } from './accommodation-trail.js';

/** A person asks a certifying body for what helps them. Why is not asked, and there is no place to say it. */
@Injectable()
export class AskAccommodation {
  constructor(
    private readonly requests: AccommodationRequestRepository,
    private readonly organizations: Organizations,
    private readonly trail: AccommodationTrail,
  ) {}

  /**
   * @throws DomainError not_found for what is no certifying body; quizzes.accommodation_of_nothing; quizzes.accommodation_asked
   * while an earlier request waits
   */
  async execute(tx: Tx, { bodyId, ...wish }: Accommodation & { bodyId: string }): Promise<{ requestId: string }> {
    const personId = personIdOf(tx.actor);
    const { kind } = await this.organizations.get(tx, bodyId);
    if (kind !== 'certifying-body') throw notFound('this organization');
    if (isNothing(wish)) throw accommodationOfNothing();
    const id = this.trail.newId();
    if (!(await this.requests.add(tx, { ...wish, id, bodyId, personId }))) throw accommodationAsked();
    await this.trail.note(tx, 'asked', { kind: 'accommodation_request', id, bodyId, personId });
    return { requestId: id };
  }

  /** Takes an own request back before it is answered. @throws DomainError not_found; quizzes.accommodation_request_answered */
  async withdraw(tx: Tx, requestId: string): Promise<{ requestId: string }> {
    const request = await this.requests.findOwn(tx, personIdOf(tx.actor), requestId);
    if (!request) throw notFound('this request');
    if (!(await this.requests.settle(tx, requestId, { state: 'withdrawn' }))) throw requestAnswered();
    await this.trail.note(tx, 'withdrawn', { ...request, kind: 'accommodation_request' });
    return { requestId };
  }
}
