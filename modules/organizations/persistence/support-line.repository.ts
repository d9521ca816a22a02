import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { SupportLine, SupportWay } from '../domain/support-line.js';
import { SupportLineEntity } from './support-line.entity.js';

@Injectable()
export class SupportLineRepository {
  async add(tx: Tx, line: SupportLineEntity): Promise<void> {
    await tx.manager.insert(SupportLineEntity, line);
  }

  /** Every certifying body with the line that holds there now; null where it named none. */
  async all(tx: Tx): Promise<Map<string, SupportLine | null>> {
    const rows: { id: string; way: SupportWay | null; phone: string | null }[] = await tx.manager.query(
      `select o.id, l.way, l.phone from organization o
       left join lateral (select way, phone from support_line where body_id = o.id order by recorded_at desc, id desc limit 1) l on true
       where o.kind = 'certifying-body'`,
    );
    return new Map(rows.map(({ id, way, phone }) => [id, way && phone ? { way, phone } : null]));
  }
}
