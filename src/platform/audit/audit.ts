import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Ids } from '../ids/ids.js';

export interface AuditEntry {
  /** What changed, `module.noun.verb-ed`, for example `practice.entry.signed`. */
  action: string;
  subject: { kind: string; id: string };
  bodyId?: string | null;
  /** Whom the change concerns. */
  personId?: string | null;
  /** Codes and ids only; never a text that somebody typed. */
  details?: Record<string, string | number | boolean | null>;
}

/** The append-only record of every change: one row each, in the transaction of the change. */
@Injectable()
export class Audit {
  constructor(private readonly ids: Ids) {}

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    const { actor } = tx;
    const actorId = { anonymous: null, person: 'personId', link: 'linkId', system: 'name' }[actor.kind];
    await tx.manager.query(
      `insert into audit (id, recorded_at, actor_kind, actor_id, action, subject_kind, subject_id, body_id, person_id,
                          request_id, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        this.ids.next(),
        tx.now.toString(),
        actor.kind,
        actorId === null ? null : (actor as unknown as Record<string, string>)[actorId],
        entry.action,
        entry.subject.kind,
        entry.subject.id,
        entry.bodyId ?? null,
        entry.personId ?? null,
        tx.requestId,
        JSON.stringify(entry.details ?? {}),
      ],
    );
  }
}
