import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keepUntil, type CaseFileKind } from '../domain/case-file-kinds.js';
import { CaseFileDocumentEntity, CaseFileEntity, CaseFileReadingEntity } from './case-file.entity.js';

export type NewCaseFile = Omit<CaseFileEntity, 'keepUntil' | 'shreddedAt' | 'shreddedRule'>;
export type Subject = Pick<CaseFileEntity, 'bodyId' | 'kind' | 'subjectModule' | 'subjectId'>;

/** Case files, what is in them, who read them, and how long each kind is kept. */
@Injectable()
export class CaseFileRepository {
  /** Does nothing where there is a file for the same case already. */
  async insertOnce(tx: Tx, file: NewCaseFile): Promise<void> {
    const values = {
      ...file,
      keepUntil: keepUntil(file.keptFrom, file.keepMonths),
      shreddedAt: null,
      shreddedRule: null,
    };
    await tx.manager.createQueryBuilder().insert().into(CaseFileEntity).values(values).orIgnore().execute();
  }

  /** The file of a case that is not disposed of. */
  async findOf(tx: Tx, subject: Subject): Promise<CaseFileEntity | null> {
    return tx.manager.findOneBy(CaseFileEntity, { ...subject, shreddedAt: IsNull() });
  }

  async get(tx: Tx, id: string): Promise<CaseFileEntity> {
    return tx.manager.findOneByOrFail(CaseFileEntity, { id });
  }

  async findFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<CaseFileEntity | null> {
    return tx.manager.findOneBy(CaseFileEntity, { id, bodyId: In([...bodyIds]) });
  }

  /** Held until this transaction ends: adding, reading and disposing come one after the other. */
  async lock(tx: Tx, id: string): Promise<CaseFileEntity> {
    return tx.manager.findOneOrFail(CaseFileEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The files of bodies; with `ids` only these. Newest first, 200 at most. */
  async listFor(tx: Tx, bodyIds: readonly string[], ids?: readonly string[]): Promise<CaseFileEntity[]> {
    const where = { bodyId: In([...bodyIds]), ...(ids && { id: In([...ids]) }) };
    return tx.manager.find(CaseFileEntity, { where, order: { createdAt: 'desc', id: 'desc' }, take: 200 });
  }

  /** Those that the person may know of. */
  async listAbout(tx: Tx, personId: string): Promise<CaseFileEntity[]> {
    const where = { personId, toldAt: Not(IsNull()) };
    return tx.manager.find(CaseFileEntity, { where, order: { createdAt: 'desc', id: 'desc' } });
  }

  /** From now on the person concerned may know of it; the first time holds. */
  async tell(tx: Tx, subject: Subject): Promise<void> {
    await tx.manager.update(CaseFileEntity, { ...subject, shreddedAt: IsNull(), toldAt: IsNull() }, { toldAt: tx.now });
  }

  async setClock(tx: Tx, id: string, clock: Pick<CaseFileEntity, 'keptFrom' | 'keepMonths'>): Promise<void> {
    await tx.manager.update(
      CaseFileEntity,
      { id },
      { ...clock, keepUntil: keepUntil(clock.keptFrom, clock.keepMonths) },
    );
  }

  async setKey(tx: Tx, id: string, key: Pick<CaseFileEntity, 'keyId' | 'wrappedKey'>): Promise<void> {
    await tx.manager.update(CaseFileEntity, { id }, key);
  }

  /** Files whose last day is before `date`, longest overdue first. */
  async keptUntilBefore(tx: Tx, date: Temporal.PlainDate, limit: number): Promise<CaseFileEntity[]> {
    return tx.manager
      .createQueryBuilder(CaseFileEntity, 'f')
      .where('f.keep_until < :date and f.shredded_at is null', { date: date.toString() })
      .orderBy('f.keep_until')
      .take(limit)
      .getMany();
  }

  /** Removes the key and what it opened; that there was a file, and who read it, stays. */
  async shred(tx: Tx, id: string, rule: string): Promise<void> {
    const gone = { keyId: null, wrappedKey: null, shreddedAt: tx.now, shreddedRule: rule };
    await tx.manager.update(CaseFileEntity, { id }, gone);
    await tx.manager.update(CaseFileDocumentEntity, { fileId: id }, { sealed: null });
  }

  /** Files whose key another secret wrapped, held; those that somebody else holds are left for the next time. */
  async lockWrappedOtherwise(tx: Tx, keyId: string, limit: number): Promise<CaseFileEntity[]> {
    return tx.manager.find(CaseFileEntity, {
      where: { keyId: Not(keyId), shreddedAt: IsNull() },
      take: limit,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  async addDocument(tx: Tx, document: CaseFileDocumentEntity): Promise<void> {
    await tx.manager.insert(CaseFileDocumentEntity, document);
  }

  /** First to last. */
  async documentsOf(tx: Tx, fileId: string): Promise<CaseFileDocumentEntity[]> {
    return tx.manager.find(CaseFileDocumentEntity, { where: { fileId }, order: { addedAt: 'asc', id: 'asc' } });
  }

  /** When each document of these files was added, by file, without what is sealed. */
  async addedAt(tx: Tx, fileId: string): Promise<Temporal.Instant[]> {
    const rows: { at: Temporal.Instant }[] = await tx.manager.query(
      `select added_at as at from case_file_document where file_id = $1 order by added_at, id`,
      [fileId],
    );
    return rows.map(({ at }) => at);
  }

  async addReading(tx: Tx, reading: CaseFileReadingEntity): Promise<void> {
    await tx.manager.insert(CaseFileReadingEntity, reading);
  }

  /** Newest first. */
  async readingsOf(tx: Tx, fileIds: readonly string[]): Promise<CaseFileReadingEntity[]> {
    const where = { fileId: In([...fileIds]) };
    return tx.manager.find(CaseFileReadingEntity, { where, order: { readAt: 'desc', id: 'desc' } });
  }

  /** How many months the body keeps files of a kind, where it said so. */
  async keepMonths(tx: Tx, bodyId: string, kind: CaseFileKind): Promise<number | null> {
    const [row]: { months: number }[] = await tx.manager.query(
      `select keep_months as months from case_file_rule where body_id = $1 and kind = $2`,
      [bodyId, kind],
    );
    return row?.months ?? null;
  }

  /** Sets it, and the clock of the files that are there; nothing is disposed of by this itself. */
  async setKeepMonths(tx: Tx, rule: { bodyId: string; kind: CaseFileKind; months: number; by: string }): Promise<void> {
    await tx.manager.query(
      `insert into case_file_rule (body_id, kind, keep_months, set_by, set_at) values ($1, $2, $3, $4, $5)
       on conflict (body_id, kind) do update
         set keep_months = excluded.keep_months, set_by = excluded.set_by, set_at = excluded.set_at`,
      [rule.bodyId, rule.kind, rule.months, rule.by, tx.now.toString()],
    );
    await tx.manager.query(
      `update case_file set keep_months = $3, keep_until = (kept_from + make_interval(months => $3))::date
       where body_id = $1 and kind = $2 and shredded_at is null`,
      [rule.bodyId, rule.kind, rule.months],
    );
  }
}
