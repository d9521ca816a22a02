import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  CompletionCertificateEntity,
  CompletionDocumentEntity,
  CompletionTemplateEntity,
} from './completion.entity.js';

/** A held document, with the number it is of. */
export type HeldDocument = CompletionDocumentEntity & { readonly number: string };

/** Certificates of completion, their documents and templates. */
@Injectable()
export class CompletionRepository {
  of(tx: Tx, enrolmentId: string): Promise<CompletionCertificateEntity | null> {
    return tx.manager.findOneBy(CompletionCertificateEntity, { enrolmentId });
  }

  byNumber(tx: Tx, number: string): Promise<CompletionCertificateEntity | null> {
    return tx.manager.findOneBy(CompletionCertificateEntity, { number });
  }

  get(tx: Tx, id: string): Promise<CompletionCertificateEntity> {
    return tx.manager.findOneByOrFail(CompletionCertificateEntity, { id });
  }

  async insert(tx: Tx, certificate: CompletionCertificateEntity): Promise<void> {
    await tx.manager.insert(CompletionCertificateEntity, certificate);
  }

  /** Keeps the text of a template; a known one stays as it is. */
  async pinTemplate(tx: Tx, template: CompletionTemplateEntity): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(CompletionTemplateEntity).values(template).orIgnore().execute();
  }

  template(tx: Tx, id: string): Promise<CompletionTemplateEntity> {
    return tx.manager.findOneByOrFail(CompletionTemplateEntity, { id });
  }

  async insertDocument(tx: Tx, document: CompletionDocumentEntity): Promise<void> {
    await tx.manager.insert(CompletionDocumentEntity, document);
  }

  /** The document, held until this transaction ends; null once its person is gone. */
  lockDocument(tx: Tx, id: string): Promise<CompletionDocumentEntity | null> {
    return tx.manager.findOne(CompletionDocumentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async settle(tx: Tx, id: string, change: Partial<CompletionDocumentEntity>): Promise<void> {
    await tx.manager.update(CompletionDocumentEntity, { id }, change);
  }

  /** The documents of a certificate that count, newest first. */
  documentsOf(tx: Tx, certificateId: string): Promise<CompletionDocumentEntity[]> {
    return tx.manager.find(CompletionDocumentEntity, {
      where: { certificateId, state: In(['pending', 'held', 'stored']) },
      order: { edition: 'DESC' },
    });
  }

  /** The number of the newest edition, whatever became of it; 0 before the first. */
  async lastEdition(tx: Tx, certificateId: string): Promise<number> {
    return (await tx.manager.maximum(CompletionDocumentEntity, 'edition', { certificateId })) ?? 0;
  }

  /** Whether an edition waited for staff, and another took its place. */
  isReplaced(tx: Tx, certificateId: string, edition: number): Promise<boolean> {
    return tx.manager.existsBy(CompletionDocumentEntity, { certificateId, edition, state: 'replaced' });
  }

  async bytesOf(tx: Tx, documentId: string): Promise<Buffer | null> {
    const row = await tx.manager.findOne(CompletionDocumentEntity, {
      where: { id: documentId },
      select: { id: true, document: true },
    });
    return row?.document ?? null;
  }

  /** What these organizations have to settle, oldest first; null stands for what the operator settles. */
  async heldAt(tx: Tx, organizationIds: readonly string[] | null, limit: number): Promise<HeldDocument[]> {
    const organizationId = organizationIds ? In([...organizationIds]) : IsNull();
    const found = await tx.manager.find(CompletionDocumentEntity, {
      where: { organizationId, state: 'held' },
      order: { createdAt: 'asc', id: 'asc' },
      take: limit,
    });
    const certificates = await tx.manager.findBy(CompletionCertificateEntity, {
      id: In(found.map(({ certificateId }) => certificateId)),
    });
    const numbers = new Map(certificates.map(({ id, number }) => [id, number]));
    return found.map((one) => ({ ...one, number: numbers.get(one.certificateId) ?? '' }));
  }
}
