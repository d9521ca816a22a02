import { Injectable } from '@nestjs/common';
import type { OrganizationKind } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { OrganizationEntity } from './organization.entity.js';

@Injectable()
export class OrganizationRepository {
  find(tx: Tx, id: string): Promise<OrganizationEntity | null> {
    return tx.manager.findOneBy(OrganizationEntity, { id });
  }

  findBySlug(tx: Tx, slug: string): Promise<OrganizationEntity | null> {
    return tx.manager.findOneBy(OrganizationEntity, { slug });
  }

  all(tx: Tx, kind: OrganizationKind): Promise<OrganizationEntity[]> {
    return tx.manager.find(OrganizationEntity, { where: { kind }, order: { name: 'ASC' } });
  }

  async add(tx: Tx, organization: OrganizationEntity): Promise<void> {
    await tx.manager.insert(OrganizationEntity, organization);
  }
}
