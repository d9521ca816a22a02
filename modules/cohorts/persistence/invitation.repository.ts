import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CourseInvitationEntity } from './course-invitation.entity.js';
import type { InvitationState } from '../domain/invitation.js';

@Injectable()
export class InvitationRepository {
  find(tx: Tx, id: string): Promise<CourseInvitationEntity | null> {
    return tx.manager.findOneBy(CourseInvitationEntity, { id });
  }

  /** @returns whether it is new; an address is invited once while it has not answered */
  async add(tx: Tx, invitation: CourseInvitationEntity): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CourseInvitationEntity)
      .values(invitation)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** @returns whether it was open */
  async answer(tx: Tx, id: string, state: InvitationState, personId: string | null): Promise<boolean> {
    const change = { state, personId, answeredAt: tx.now };
    const { affected } = await tx.manager.update(CourseInvitationEntity, { id, state: 'open' }, change);
    return affected === 1;
  }

  /** Of these organizations, newest first. */
  async ofOrganizations(
    tx: Tx,
    organizationIds: readonly string[],
    { after, limit }: { after: string | null; limit: number },
  ): Promise<CourseInvitationEntity[]> {
    const query = tx.manager
      .createQueryBuilder(CourseInvitationEntity, 'invitation')
      .where({ organizationId: In([...organizationIds]) })
      .orderBy('invitation.id', 'DESC')
      .take(limit);
    return (after ? query.andWhere('invitation.id < :after', { after }) : query).getMany();
  }
}
