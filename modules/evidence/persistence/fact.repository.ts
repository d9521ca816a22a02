import { Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Fact, FactValues, Voucher } from '../domain/fact.js';
import { FactEntity } from './fact.entity.js';

@Injectable()
export class FactRepository {
  /** @returns false when its source already gave such a fact, or what it corrects was corrected already */
  async insert(tx: Tx, fact: Fact): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(FactEntity)
      .values(toRow(fact))
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** Whoever it is about: who may see it is for the caller to say. */
  async byId(tx: Tx, id: string): Promise<Fact | null> {
    const row = await tx.manager.findOneBy(FactEntity, { id });
    return row && toFact(row);
  }

  async bySource(tx: Tx, { source, kind, code, corrects }: Fact): Promise<Fact | null> {
    const where: FindOptionsWhere<FactEntity> = {
      sourceModule: source.module,
      sourceId: source.id,
      kind,
      code: code ?? IsNull(),
      corrects: corrects ?? IsNull(),
    };
    const row = await tx.manager.findOneBy(FactEntity, where);
    return row && toFact(row);
  }

  /** Every fact of a person, corrected ones and corrections alike. */
  async ofPerson(tx: Tx, personId: string): Promise<Fact[]> {
    const rows = await tx.manager.find(FactEntity, { where: { personId }, order: { occurredOn: 'ASC', id: 'ASC' } });
    return rows.map(toFact);
  }

  /** Sums by kind of the facts that hold: what a correction or a retraction took the place of is left out. */
  async minutesOf(tx: Tx, personId: string): Promise<{ kind: Fact['kind']; minutes: number }[]> {
    const rows: { kind: Fact['kind']; minutes: string | number }[] = await tx.manager.query(
      `select kind, sum(minutes)::int as minutes from fact f
       where person_id = $1 and minutes > 0
         and not exists (select from fact later where later.person_id = f.person_id and later.corrects = f.id)
       group by kind`,
      [personId],
    );
    return rows.map(({ kind, minutes }) => ({ kind, minutes: Number(minutes) }));
  }

  /** Where the person's newest fact or submission belongs; facts of no body are left out. */
  async latestBodyOf(tx: Tx, personId: string): Promise<string | null> {
    const rows: { body_id: string }[] = await tx.manager.query(
      `select body_id from (
         select body_id, recorded_at as at from fact where person_id = $1 and body_id is not null
         union all select body_id, created_at from submission where person_id = $1) known
       order by at desc limit 1`,
      [personId],
    );
    return rows[0]?.body_id ?? null;
  }

  /** The same of several persons. */
  async ofPersons(tx: Tx, personIds: readonly string[]): Promise<Fact[]> {
    const where = { personId: In([...personIds]) };
    return (await tx.manager.find(FactEntity, { where, order: { occurredOn: 'ASC', id: 'ASC' } })).map(toFact);
  }
}

function toRow({ vouchedBy, source, topics, ...fact }: Fact) {
  return {
    ...fact,
    topics: [...topics],
    voucherMethod: vouchedBy?.method ?? null,
    voucherPersonId: vouchedBy?.personId ?? null,
    voucherName: vouchedBy?.name ?? null,
    voucherOrganizationId: vouchedBy?.organizationId ?? null,
    sourceModule: source.module,
    sourceId: source.id,
  };
}

function toFact(row: FactEntity): Fact {
  const { voucherMethod, voucherPersonId, voucherName, voucherOrganizationId, sourceModule, sourceId, ...rest } = row;
  const vouchedBy: Voucher | null = voucherMethod && {
    method: voucherMethod,
    ...(voucherPersonId && { personId: voucherPersonId }),
    ...(voucherName && { name: voucherName }),
    ...(voucherOrganizationId && { organizationId: voucherOrganizationId }),
  };
  return { ...rest, value: row.value as FactValues, vouchedBy, source: { module: sourceModule, id: sourceId } };
}
