import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import type { DecisionInput } from '../domain/separation-of-duties.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { DeclaredConflictRepository } from '../persistence/declared-conflict.repository.js';
import { WaiverRepository } from '../persistence/waiver.repository.js';

/** What a body recorded that keeps one of its staff from an application: its period, waivers, and what they declared. */
@Injectable()
export class ReadSeparation {
  constructor(
    private readonly declared: DeclaredConflictRepository,
    private readonly waivers: WaiverRepository,
    private readonly bodies: BodyRules,
  ) {}

  async execute(
    tx: Tx,
    { id, bodyId, personId }: Pick<ApplicationEntity, 'id' | 'bodyId' | 'personId'>,
    { actorId, zone }: { actorId: string; zone: string },
  ): Promise<Required<Pick<DecisionInput, 'declared' | 'waiverIds' | 'keptApartMonths'>>> {
    const declared = await this.declared.between(tx, { bodyId, declaredBy: actorId, personId });
    const { kept_apart_months: keptApartMonths } = await this.bodies.settings(tx, bodyId);
    return {
      keptApartMonths,
      declared: declared.map(({ endedAt }) => ({ endedOn: endedAt && dateIn(zone, endedAt) })),
      waiverIds: (await this.waivers.of(tx, id)).map(({ waivedBy }) => waivedBy),
    };
  }
}
