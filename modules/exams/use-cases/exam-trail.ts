import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { CLOSE_OVERDUE_SITTING } from '../domain/effects.js';
import { closesAt } from '../domain/timing.js';

type Details = Record<string, string | number | boolean | null>;

/** What remains of an act besides its rows: the audit's row, and that a sitting ends by itself. */
@Injectable()
export class ExamTrail {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  /** 32 random bits. */
  newSeed(): number {
    return Buffer.from(this.ids.secret(4), 'base64url').readUInt32BE();
  }

  /** Arranges that the sitting is closed at its end; when the end moves, arrange it again. */
  async closeAfter(tx: Tx, sittingId: string, deadlineAt: Temporal.Instant): Promise<void> {
    await this.outbox.add(tx, { kind: CLOSE_OVERDUE_SITTING, payload: { sittingId }, dueAt: closesAt(deadlineAt) });
  }

  async sitting(
    tx: Tx,
    what: string,
    { id, bodyId, personId }: { id: string; bodyId: string; personId: string },
    details: Details = {},
  ): Promise<void> {
    const subject = { kind: 'exam_sitting', id };
    await this.audit.record(tx, { action: `exams.sitting.${what}`, subject, bodyId, personId, details });
  }

  /** Of somebody, and not of a sitting. */
  async ofPerson(
    tx: Tx,
    what: string,
    { bodyId, personId, ...subject }: { kind: string; id: string; bodyId: string; personId: string },
    details: Details = {},
  ): Promise<void> {
    await this.audit.record(tx, { action: `exams.${what}`, subject, bodyId, personId, details });
  }

  async desk(
    tx: Tx,
    what: string,
    { bodyId, ...subject }: { kind: string; id: string; bodyId: string },
    details: Details = {},
  ): Promise<void> {
    await this.audit.record(tx, { action: `exams.${what}`, subject, bodyId, details });
  }
}
