import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { listApplied, listHasProblems } from '../employers.errors.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import { EmployerOf } from './employer-of.js';
import { REPEAT } from './preview-import.js';
import { PutEntries, type PutOutcome } from './put-entries.js';

/** Puts a checked list on the roster, all of it or nothing. Whoever is not in the list stays as they are. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly employerOf: EmployerOf,
    private readonly roster: RosterRepository,
    private readonly putEntries: PutEntries,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found, employers.list_has_problems, employers.list_applied */
  async execute(tx: Tx, { importId }: { importId: string }): Promise<Omit<PutOutcome, 'ids'>> {
    const { organization } = await this.employerOf.execute(tx);
    const list = await this.roster.lockImport(tx, organization.id, importId);
    if (!list) throw notFound('this list');
    if (list.appliedAt) throw listApplied();
    if (list.problems.some(({ column }) => column !== REPEAT)) throw listHasProblems();
    const { ids: _ids, ...outcome } = await this.putEntries.execute(tx, organization.id, list.rows);
    await this.roster.markApplied(tx, importId);
    await this.audit.record(tx, {
      action: 'employers.list.applied',
      subject: { kind: 'roster-import', id: importId },
      details: { organizationId: organization.id, ...outcome },
    });
    return outcome;
  }
}
