import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import { OpenCase } from './open-case.js';
import { RecordAppealStep } from './record-appeal-step.js';
import { RecordComplaintStep } from './record-complaint-step.js';

/** The two ways in which a case is written on. */
@Injectable()
export class RecordSteps {
  constructor(
    readonly complaint: RecordComplaintStep,
    readonly appeal: RecordAppealStep,
  ) {}
}

/** The rows behind the cases. */
@Injectable()
export class CaseRows {
  constructor(
    readonly complaints: ComplaintRepository,
    readonly appeals: AppealRepository,
  ) {}
}

/**
 * An administrator hands a case to somebody who had no part in it. They alone become a reader of its sealed file, and the
 * one who makes the finding; whoever decides never reads it.
 */
@Injectable()
export class AssignHandler {
  constructor(
    private readonly cases: OpenCase,
    private readonly rows: CaseRows,
    private readonly steps: RecordSteps,
    private readonly files: CaseFiles,
  ) {}

  /** @throws DomainError conduct.kept_apart.*, case_files.reader_not_possible */
  async complaint(tx: Tx, id: string, handlerId: string): Promise<{ id: string }> {
    const complaint = await this.cases.lockComplaint(tx, id, ['administrator']);
    await this.steps.complaint.execute(tx, complaint, { move: 'assign', assigneeId: handlerId });
    await this.rows.complaints.update(tx, id, { handlerId });
    await this.nameReader(tx, { bodyId: complaint.bodyId, id, kind: 'complaint' }, handlerId);
    return { id };
  }

  /** @throws DomainError conduct.kept_apart.*, case_files.reader_not_possible */
  async appeal(tx: Tx, id: string, handlerId: string): Promise<{ id: string }> {
    const appeal = await this.cases.lockAppeal(tx, id, ['administrator']);
    await this.steps.appeal.execute(tx, appeal, { move: 'assign', assigneeId: handlerId });
    await this.rows.appeals.setHandler(tx, id, handlerId);
    await this.nameReader(tx, { bodyId: appeal.bodyId, id, kind: 'appeal' }, handlerId);
    return { id };
  }

  private async nameReader(
    tx: Tx,
    { bodyId, id, kind }: { bodyId: string; id: string; kind: 'complaint' | 'appeal' },
    readerId: string,
  ): Promise<void> {
    const file = await this.files.find(tx, { bodyId, kind, subject: { module: 'conduct', id } });
    if (file) await this.files.grantReader(tx, { fileId: file.fileId, readerId, reason: 'handles_the_case' });
  }
}
