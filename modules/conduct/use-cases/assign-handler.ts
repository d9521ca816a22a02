import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { AppealDesk } from './decide-appeal.js';
import { ComplaintDesk } from './handle-complaint.js';

/**
 * An administrator hands a case to somebody who had no part in it. They alone become a reader of its sealed file, and the
 * one who makes the finding; whoever decides never reads it.
 */
@Injectable()
export class AssignHandler {
  constructor(
    private readonly complaintDesk: ComplaintDesk,
    private readonly appealDesk: AppealDesk,
    private readonly files: CaseFiles,
  ) {}

  /** @throws DomainError conduct.kept_apart.*, case_files.reader_not_possible */
  async complaint(tx: Tx, id: string, handlerId: string): Promise<{ id: string }> {
    const complaint = await this.complaintDesk.cases.lockComplaint(tx, id, ['administrator']);
    await this.complaintDesk.step.execute(tx, complaint, { move: 'assign', assigneeId: handlerId });
    await this.complaintDesk.complaints.update(tx, id, { handlerId });
    await this.nameReader(tx, { bodyId: complaint.bodyId, id, kind: 'complaint' }, handlerId);
    return { id };
  }

  /** @throws DomainError conduct.kept_apart.*, case_files.reader_not_possible */
  async appeal(tx: Tx, id: string, handlerId: string): Promise<{ id: string }> {
    const appeal = await this.appealDesk.cases.lockAppeal(tx, id, ['administrator']);
    await this.appealDesk.step.execute(tx, appeal, { move: 'assign', assigneeId: handlerId });
    await this.appealDesk.appeals.setHandler(tx, id, handlerId);
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
