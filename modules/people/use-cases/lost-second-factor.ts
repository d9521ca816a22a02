import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { organizationsOf, type PersonActor } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { IdentityCheck } from '../domain/identity-checks.js';
import { isWaiting, needsSecondAdministrator, WAITING } from '../domain/second-factor-removal.js';
import { anotherAdministrator, noSecondFactor, notOneself, removalOver, removalWaiting } from '../desk.errors.js';
import { MailboxRecoveryRepository } from '../persistence/mailbox-recovery.repository.js';
import type { SecondFactorRemovalEntity } from '../persistence/second-factor-removal.entity.js';
import { SecondFactorRemovalRepository } from '../persistence/second-factor-removal.repository.js';
import { SecondFactorRepository } from '../persistence/second-factor.repository.js';
import { RecordRemoval, TakeSecondFactorAway } from './remove-second-factor-at-desk.js';
import { RequireConfirmed } from './require-confirmed.js';

export interface LostSecondFactor {
  /** The body at whose desk this happens; that it knows the person is made sure by the caller. */
  bodyId: string;
  personId: string;
  identityCheck: IdentityCheck;
  /** Whether the person has a role in a certifying body: then one administrator is not enough. */
  worksForBody: boolean;
}

/** A removal that a second administrator has to confirm. */
export type WaitingRemoval = Pick<SecondFactorRemovalEntity, 'id' | 'bodyId' | 'personId' | 'handledBy'> & {
  askedAt: Temporal.Instant;
  /** When it lapses. */
  until: Temporal.Instant;
};

/** The removals that wait at some bodies. */
@Injectable()
export class ReadWaitingRemovals {
  constructor(
    private readonly removals: SecondFactorRemovalRepository,
    private readonly factors: SecondFactorRepository,
  ) {}

  /** Oldest first. */
  async execute(tx: Tx, bodyIds: readonly string[]): Promise<WaitingRemoval[]> {
    const asked = await this.removals.asked(tx, bodyIds, tx.now.subtract(WAITING));
    const waiting: WaitingRemoval[] = [];
    for (const removal of asked) {
      if (!(await this.waits(tx, removal))) continue;
      const { id, bodyId, personId, handledBy, createdAt: askedAt } = removal;
      waiting.push({ id, bodyId, personId, handledBy, askedAt, until: askedAt.add(WAITING) });
    }
    return waiting;
  }

  /** One that asked for confirmation, of a body that the actor administers. @throws DomainError `not_found` */
  async find(tx: Tx, id: string): Promise<SecondFactorRemovalEntity> {
    const removal = await this.removals.find(tx, organizationsOf(tx.actor, 'administrator'), id);
    if (!removal) throw notFound('this removal');
    return removal;
  }

  /** @param lock holds the factor until the transaction ends: of two at once, one is first */
  async waits(tx: Tx, removal: SecondFactorRemovalEntity, lock = false): Promise<boolean> {
    const factor = await this.factors.inUse(tx, removal.personId, lock);
    if (factor?.id !== removal.secondFactorId) return false;
    return isWaiting(removal.createdAt, await this.factors.lastUse(tx, factor), tx.now);
  }
}

/** Which factor is to go, and whether one administrator is enough. */
@Injectable()
export class ReadRemovalCase {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly recoveries: MailboxRecoveryRepository,
    private readonly waiting: ReadWaitingRemovals,
  ) {}

  /** Locks the factor. @throws DomainError `people.no_second_factor`, `people.removal_waiting` */
  async execute(
    tx: Tx,
    { bodyId, personId, worksForBody }: LostSecondFactor,
  ): Promise<{ secondFactorId: string; needsConfirmation: boolean }> {
    const factor = await this.factors.inUse(tx, personId, true);
    if (!factor) throw noSecondFactor();
    const waiting = await this.waiting.execute(tx, [bodyId]);
    if (waiting.some((removal) => removal.personId === personId)) throw removalWaiting();
    const moved = await this.recoveries.newestOf(tx, personId);
    const person = { worksForBody, mailboxMovedAt: moved?.createdAt ?? null };
    return { secondFactorId: factor.id, needsConfirmation: needsSecondAdministrator(person, tx.now) };
  }
}

/**
 * A person lost the app and the recovery codes, and proved to an administrator of their body who they are. The second factor
 * goes at once, or, where one administrator is not enough, when another one confirms.
 */
@Injectable()
export class RemoveLostSecondFactor {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly readCase: ReadRemovalCase,
    private readonly record: RecordRemoval,
    private readonly takeAway: TakeSecondFactorAway,
  ) {}

  /**
   * @throws DomainError `not_found`, `people.confirm_first`, `people.not_oneself`, `people.no_second_factor`,
   * `people.removal_waiting`
   */
  async execute(tx: Tx, lost: LostSecondFactor): Promise<{ id: string; waits: boolean }> {
    const { bodyId, personId, identityCheck } = lost;
    const { personId: handledBy } = await administrator(tx, this.requireConfirmed, bodyId);
    if (personId === handledBy) throw notOneself();
    const { secondFactorId, needsConfirmation } = await this.readCase.execute(tx, lost);
    const row = { bodyId, personId, secondFactorId, handledBy, identityCheck, needsConfirmation };
    const id = await this.record.execute(tx, { ...row, confirms: null, askedBy: null });
    if (!needsConfirmation) await this.takeAway.execute(tx, personId, id);
    return { id, waits: needsConfirmation };
  }
}

/** Another administrator of the body made sure as well: the second factor goes. */
@Injectable()
export class ConfirmRemoval {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly waiting: ReadWaitingRemovals,
    private readonly record: RecordRemoval,
    private readonly takeAway: TakeSecondFactorAway,
  ) {}

  /**
   * @throws DomainError `not_found`, `people.confirm_first`, `people.another_administrator`, `people.not_oneself`,
   * `people.removal_over`
   */
  async execute(tx: Tx, input: { removalId: string; identityCheck: IdentityCheck }): Promise<void> {
    const asked = await this.waiting.find(tx, input.removalId);
    const { id: confirms, bodyId, personId, secondFactorId, handledBy: askedBy } = asked;
    const { personId: handledBy } = await administrator(tx, this.requireConfirmed, bodyId);
    if (handledBy === askedBy) throw anotherAdministrator();
    if (handledBy === personId) throw notOneself();
    if (!(await this.waiting.waits(tx, asked, true))) throw removalOver();
    const row = { bodyId, personId, secondFactorId, handledBy, identityCheck: input.identityCheck };
    const id = await this.record.execute(tx, { ...row, needsConfirmation: false, confirms, askedBy });
    await this.takeAway.execute(tx, personId, id);
  }
}

/** @throws DomainError `not_found` for whoever does not administer the body, `people.confirm_first` */
async function administrator(tx: Tx, confirmed: RequireConfirmed, bodyId: string): Promise<PersonActor> {
  if (!organizationsOf(tx.actor, 'administrator').includes(bodyId)) throw notFound('this page');
  return confirmed.execute(tx);
}
