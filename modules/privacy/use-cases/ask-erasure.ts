import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import { personIdOf } from '../../../src/kernel/actor.js';
import { inTurn } from '../../../src/kernel/in-turn.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PersonalData } from '../../../src/platform/personal-data/personal-data.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Sessions } from '../../people/people.public.js';
import { monthsOf, Retention } from '../domain/retention.js';
import type { ErasureFileEntity } from '../persistence/erasure.entity.js';
import { ErasureRepository } from '../persistence/erasure.repository.js';
import { askedAlready, nothingWaits, stillStaff } from '../privacy.errors.js';
import { ErasureTrail } from './erasure-trail.js';

/** Which bodies have a legal file about somebody, until when they answer, and how long their files need the name unless they do. */
@Injectable()
export class LegalFiles {
  constructor(
    private readonly data: PersonalData,
    private readonly retention: Retention,
    private readonly organizations: Organizations,
  ) {}

  async about(tx: Tx, erasureId: string, personId: string): Promise<ErasureFileEntity[]> {
    const legalFile = this.retention.class('legal_file');
    const bodyIds = await this.data.bodiesIn(tx, personId, legalFile.tables);
    return inTurn(bodyIds, async (bodyId) => {
      const today = dateIn((await this.organizations.get(tx, bodyId)).timeZone, tx.now);
      return {
        erasureId,
        bodyId,
        personId,
        answerBy: today.add({ days: this.retention.answerDays }),
        keepUntil: today.add({ months: monthsOf(legalFile) }),
        reason: null,
        answeredBy: null,
        answeredAt: null,
      };
    });
  }
}

/** A person asks for erasure. It waits for some days, in which they can think again. */
@Injectable()
export class AskErasure {
  constructor(
    private readonly sessions: Sessions,
    private readonly erasures: ErasureRepository,
    private readonly files: LegalFiles,
    private readonly trail: ErasureTrail,
  ) {}

  /** @throws DomainError people.confirm_first, privacy.still_staff, privacy.asked_already */
  async execute(tx: Tx): Promise<{ id: string; dueAt: string }> {
    await this.sessions.requireConfirmed(tx);
    if (tx.actor.kind === 'person' && tx.actor.memberships.length > 0) throw stillStaff();
    const personId = personIdOf(tx.actor);
    const { id, dueAt } = this.trail.begin(tx);
    const begun = { state: 'waiting' as const, askedAt: tx.now, dueAt };
    const erasure = { id, personId, ...begun, settledAt: null, nameGoneAt: null, nameStays: false };
    const files = await this.files.about(tx, id, personId);
    if (!(await this.erasures.add(tx, erasure, files))) throw askedAlready();
    await this.trail.asked(
      tx,
      erasure,
      files.map(({ bodyId }) => bodyId),
    );
    return { id, dueAt: dueAt.toString() };
  }
}

/** They thought again. */
@Injectable()
export class TakeBackErasure {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly trail: ErasureTrail,
  ) {}

  /** @throws DomainError privacy.nothing_waits */
  async execute(tx: Tx): Promise<{ id: string }> {
    const found = await this.erasures.ofPerson(tx, personIdOf(tx.actor));
    const erasure = found && (await this.erasures.lock(tx, found.id));
    if (erasure?.state !== 'waiting') throw nothingWaits();
    await this.erasures.settle(tx, erasure.id, 'taken_back');
    await this.trail.takenBack(tx, erasure);
    return { id: erasure.id };
  }
}
