import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { dateIn, isAfter, isBefore } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import type { KeepReason } from '../domain/keep-reasons.js';
import { ErasureRepository, type DeskErasure } from '../persistence/erasure.repository.js';
import { dayNotPossible } from '../privacy.errors.js';
import { ErasureTrail } from './erasure-trail.js';

const LONGEST_YEARS = 30;

/** Who may say for a body how long its file needs a name. */
export const ERASURE_ROLES = ['registrar', 'administrator'] as const;

export interface ErasureAnswer {
  erasureId: string;
  bodyId: string;
  /** Null: the file does not need the name beyond today. */
  keep: { reason: KeepReason; until: Temporal.PlainDate } | null;
}

/** Staff of a body says until when its legal file needs the name of somebody who asked for erasure. */
@Injectable()
export class AnswerErasure {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly organizations: Organizations,
    private readonly trail: ErasureTrail,
  ) {}

  /** @throws DomainError not_found for a file of others, or about oneself; privacy.day_not_possible */
  async execute(tx: Tx, { erasureId, bodyId, keep }: ErasureAnswer): Promise<{ erasureId: string }> {
    const actorId = personIdOf(tx.actor);
    const isTheirs = organizationsOf(tx.actor, ...ERASURE_ROLES).includes(bodyId);
    const erasure = isTheirs ? await this.erasures.lock(tx, erasureId) : null;
    const file = await this.erasures.fileAt(tx, erasureId, bodyId);
    if (
      !erasure ||
      !file ||
      erasure.state === 'taken_back' ||
      erasure.nameGoneAt ||
      erasure.nameStays ||
      erasure.personId === actorId
    ) {
      throw notFound('this request');
    }
    const today = dateIn((await this.organizations.get(tx, file.bodyId)).timeZone, tx.now);
    const keepUntil = keep?.until ?? today;
    if (isBefore(keepUntil, today) || isAfter(keepUntil, today.add({ years: LONGEST_YEARS }))) throw dayNotPossible();
    const reason = keep?.reason ?? 'not_needed';
    await this.erasures.answer(tx, file, { keepUntil, reason, answeredBy: actorId });
    const details = { reason, keepUntil: keepUntil.toString() };
    await this.trail.record(tx, 'answered', erasure, { bodyId: file.bodyId, details });
    return { erasureId };
  }
}

export interface ErasureAtDesk extends DeskErasure {
  person: { number: string; displayName: string };
  body: { name: string; timeZone: string };
}

/** The requests that bodies somebody works for have to say something about. */
@Injectable()
export class ReadDeskErasures {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly people: People,
    private readonly organizations: Organizations,
  ) {}

  async execute(tx: Tx): Promise<ErasureAtDesk[]> {
    const found = await this.erasures.atDesk(tx, organizationsOf(tx.actor, ...ERASURE_ROLES));
    const people = await this.people.getAll(
      tx,
      found.map(({ personId }) => personId),
    );
    const listed: ErasureAtDesk[] = [];
    for (const one of found) {
      const person = people.get(one.personId);
      const { name, timeZone } = await this.organizations.get(tx, one.bodyId);
      if (!person) continue;
      const { number, displayName } = person;
      listed.push({ ...one, person: { number, displayName }, body: { name, timeZone } });
    }
    return listed;
  }
}
