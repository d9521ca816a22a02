import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Excuse, ReminderKind } from '../domain/reminder-plan.js';

/** One line of the ledger: a reminder that was due, and what became of it. */
export interface ReminderLine {
  id: string;
  bodyId: string;
  personId: string;
  credentialId: string;
  kind: ReminderKind;
  termEndsOn: Temporal.PlainDate;
  dueOn: Temporal.PlainDate;
  outcome: 'sent' | 'excused' | 'unaddressed';
  excuse: Excuse | null;
}

/** The ledger of reminders: append-only, one line for each that was due. */
@Injectable()
export class ReminderRepository {
  /** @returns false when the ledger has this reminder, written here or by a scheduler that ran at the same time */
  async insertOnce(tx: Tx, line: ReminderLine): Promise<boolean> {
    const rows = await tx.manager.query(
      `insert into renewal_reminder
         (id, body_id, person_id, credential_id, kind, term_ends_on, due_on, channel, outcome, excuse, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'email', $8, $9, $10)
       on conflict (person_id, credential_id, kind, term_ends_on, due_on, channel) do nothing
       returning id`,
      [
        line.id,
        line.bodyId,
        line.personId,
        line.credentialId,
        line.kind,
        line.termEndsOn.toString(),
        line.dueOn.toString(),
        line.outcome,
        line.excuse,
        tx.now.toString(),
      ],
    );
    return rows.length > 0;
  }

  /** Which reminders of these credentials are settled, by `settledKey`. */
  async settledOf(tx: Tx, credentialIds: readonly string[]): Promise<Map<string, Set<ReminderKind>>> {
    const rows: { credential_id: string; term_ends_on: Temporal.PlainDate; kind: ReminderKind }[] =
      await tx.manager.query(
        'select credential_id, term_ends_on, kind from renewal_reminder where credential_id = any($1::uuid[])',
        [credentialIds],
      );
    const settled = new Map<string, Set<ReminderKind>>();
    for (const { credential_id, term_ends_on, kind } of rows) {
      const key = settledKey(credential_id, term_ends_on);
      settled.set(key, (settled.get(key) ?? new Set()).add(kind));
    }
    return settled;
  }

  /** The newest term of a credential of which people were reminded, if any. */
  async lastRemindedTerm(tx: Tx, credentialId: string): Promise<Temporal.PlainDate | null> {
    const [row] = await tx.manager.query(
      'select max(term_ends_on) as term_ends_on from renewal_reminder where credential_id = $1',
      [credentialId],
    );
    return row.term_ends_on;
  }
}

export function settledKey(credentialId: string, termEndsOn: Temporal.PlainDate): string {
  return `${credentialId} ${termEndsOn.toString()}`;
}
