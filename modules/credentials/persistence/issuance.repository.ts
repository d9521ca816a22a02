import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CertificateTemplateEntity, IssuanceEntity } from './issuance.entity.js';

/** Documents meant, held and stored. */
@Injectable()
export class IssuanceRepository {
  /** Keeps the text of a template; a known one stays as it is. */
  async pinTemplate(tx: Tx, template: CertificateTemplateEntity): Promise<void> {
    await tx.manager.query(
      `insert into certificate_template (id, name, source, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [template.id, template.name, template.source, template.createdAt.toString()],
    );
  }

  async template(tx: Tx, id: string): Promise<CertificateTemplateEntity> {
    return tx.manager.findOneByOrFail(CertificateTemplateEntity, { id });
  }

  async insert(tx: Tx, issuance: IssuanceEntity): Promise<void> {
    await tx.manager.insert(IssuanceEntity, issuance);
  }

  /** The issuance, held until this transaction ends. */
  async lock(tx: Tx, id: string): Promise<IssuanceEntity> {
    return tx.manager.findOneOrFail(IssuanceEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async settle(tx: Tx, id: string, change: Partial<IssuanceEntity>): Promise<void> {
    await tx.manager.update(IssuanceEntity, { id }, change);
  }

  /** The newest document of a credential that is in use or being made. */
  async newestOf(tx: Tx, credentialId: string): Promise<IssuanceEntity | null> {
    return tx.manager.findOne(IssuanceEntity, {
      where: { credentialId, state: In(['pending', 'held', 'stored']) },
      order: { createdAt: 'desc', id: 'desc' },
    });
  }

  /** The newest finished document of a credential. */
  async newestStored(tx: Tx, credentialId: string): Promise<IssuanceEntity | null> {
    return tx.manager.findOne(IssuanceEntity, {
      where: { credentialId, state: 'stored' },
      order: { createdAt: 'desc', id: 'desc' },
    });
  }

  /** Documents of these bodies that are not finished, oldest first. */
  async openFor(tx: Tx, bodyIds: readonly string[], limit: number): Promise<IssuanceEntity[]> {
    return tx.manager.find(IssuanceEntity, {
      where: { bodyId: In([...bodyIds]), state: In(['pending', 'held']) },
      order: { createdAt: 'asc', id: 'asc' },
      take: limit,
    });
  }

  async findFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<IssuanceEntity | null> {
    return tx.manager.findOneBy(IssuanceEntity, { id, bodyId: In([...bodyIds]) });
  }
}
